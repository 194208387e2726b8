"""The app: its routes, and what it refuses to everybody."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from starlette.middleware.trustedhost import TrustedHostMiddleware

from sayso.errors import NotInLedger, UsageError
from sayso.ledger import Ledger
from sayso.version import __version__
from sayso.web.passages import pinned

_HERE = Path(__file__).parent
# A foreign page can give its own name this address (DNS rebinding); the Host header gives it away.
_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_PAGE = 50


def desk(ledger: Ledger) -> FastAPI:
    """The desk over an open ledger, to be served on the loopback address only.

    Every page is also there as `.json`. Nothing is loaded from elsewhere and nothing can be changed.
    """
    app = FastAPI(title="Sayso", version=__version__, docs_url=None, redoc_url=None)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=_HOSTS)
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    templates = Jinja2Templates(directory=_HERE / "templates")

    @app.middleware("http")
    async def guarded(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await call_next(request)
        response.headers.update(_HEADERS)
        return response

    @app.exception_handler(NotInLedger)
    @app.exception_handler(UsageError)
    async def missing(request: Request, error: Exception) -> Response:
        if request.url.path.endswith(".json"):
            return JSONResponse({"error": str(error)}, status_code=404)
        return templates.TemplateResponse(request, "missing.html", {"error": str(error)}, status_code=404)

    @app.get("/index.json")
    def overview_json(q: str = "", page: int = 1) -> dict[str, Any]:
        return _overview(ledger, q, page)

    @app.get("/", response_class=HTMLResponse)
    def overview(request: Request, q: str = "", page: int = 1) -> Response:
        return templates.TemplateResponse(request, "overview.html", _overview(ledger, q, page))

    @app.get("/documents/{id}.json")
    def document_json(id: str) -> dict[str, Any]:
        return _document(ledger, id)

    @app.get("/documents/{id}", response_class=HTMLResponse)
    def document(request: Request, id: str) -> Response:
        view = _document(ledger, id)
        passages = pinned(
            view["text"], [(claim["start"], claim["end"], claim["claim"]) for claim in view["claims"]]
        )
        return templates.TemplateResponse(request, "document.html", view | {"passages": passages})

    return app


def _overview(ledger: Ledger, q: str, page: int) -> dict[str, Any]:
    """The newest documents, or those that a search finds, a page at a time."""
    documents = {row["document"]: row for row in ledger.documents().to_pylist()}
    if q.strip():
        ids = [hit.document for hit in ledger.search(q, limit=_PAGE, offset=(max(page, 1) - 1) * _PAGE)]
        rows, total = [documents[id] for id in ids], None
    else:
        rows = sorted(
            documents.values(), key=lambda row: (row["published"] or "", row["document"]), reverse=True
        )
        total = len(rows)
        rows = rows[(max(page, 1) - 1) * _PAGE : max(page, 1) * _PAGE]
    return {
        "q": q,
        "page": max(page, 1),
        "more": len(rows) == _PAGE,
        "found": total,
        "documents": rows,
        "refusals": ledger.refusals().num_rows,
        "runs": ledger.runs().num_rows,
    }


def _document(ledger: Ledger, id: str) -> dict[str, Any]:
    document = ledger.document(id)
    claims = ledger.claims(document=document.id).to_pylist()
    return {
        "id": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "url": document.url if (document.url or "").startswith(("http://", "https://")) else None,
        "language": document.language,
        "sha256": document.sha256,
        "text": document.text,
        "claims": claims,
    }
