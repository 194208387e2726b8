"""Errors as answers: problem details for programs (RFC 9457), a page for people."""

from starlette.responses import JSONResponse


def problem(status: int, title: str, detail: str) -> JSONResponse:
    """A problem in the form that programs expect."""
    return JSONResponse(
        {"type": "about:blank", "title": title, "status": status, "detail": detail},
        status_code=status,
        media_type="application/problem+json",
    )
