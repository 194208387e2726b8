"""Errors as answers: problem details for programs (RFC 9457), a page for people."""

from typing import Any

from starlette.responses import JSONResponse

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": about, "content": {"application/problem+json": {"schema": _PROBLEM}}}
    for status, about in (
        (401, "Nobody that this desk knows"),
        (403, "Not for this person, or from a foreign page"),
        (404, "Not in this ledger"),
        (409, "Not while something else goes on"),
        (422, "A question that makes no sense"),
    )
}
"""What the API says when it refuses."""


def problem(status: int, title: str, detail: str) -> JSONResponse:
    """A problem in the form that programs expect."""
    return JSONResponse(
        {"type": "about:blank", "title": title, "status": status, "detail": detail},
        status_code=status,
        media_type="application/problem+json",
    )
