"""Pages that show no ledger: logging in and out, and the documentation of the API."""

from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import FastAPI, Form, Request, Response
from starlette.responses import HTMLResponse, RedirectResponse

from sayso.web.limits import Tries
from sayso.web.pages import PAGES
from sayso.web.people import COOKIE, Door, Users
from sayso.web.problems import problem
from sayso.web.rendering import context_of, environment


def add_front(app: FastAPI, door: Door, *, tries: Tries | None = None) -> None:
    """Add `/api` and, where there are users, `/login` and `/logout`."""
    templates = environment()
    nav = [page for page in PAGES if page.nav]

    @app.get("/api", include_in_schema=False)
    def api(request: Request) -> Response:
        context = context_of(
            request, schema=app.openapi(), nav=nav, page=None, title="API", resolve=_resolver()
        )
        return HTMLResponse(templates.get_template("api.html").render(context))

    if isinstance(door, Users):
        _add_login(app, door, tries or Tries())


def _add_login(app: FastAPI, users: Users, tries: Tries) -> None:
    template = environment().get_template("login.html")

    @app.get("/login", include_in_schema=False)
    def login(request: Request, to: str = "/") -> Response:
        return HTMLResponse(template.render(context_of(request, to=to, told=None)))

    @app.post("/login", include_in_schema=False)
    def log_in(
        request: Request,
        name: Annotated[str, Form()],
        password: Annotated[str, Form()],
        to: Annotated[str, Form()] = "/",
    ) -> Response:
        address = request.client.host if request.client else ""
        if wait := tries.begin(name, address):
            return _too_many(request, wait, to)
        token = users.session(name, password)
        if token is None:
            told = "That name and password do not go together."
            return HTMLResponse(template.render(context_of(request, to=to, told=told)), status_code=401)
        tries.forgive(name, address)
        answer = RedirectResponse(_own_path(to), status_code=303)
        # Whoever claims to have come by TLS only makes their own cookie stricter.
        secure = "https" in (request.url.scheme, request.headers.get("x-forwarded-proto", ""))
        answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure, path="/")
        return answer

    def _too_many(request: Request, wait: int, to: str) -> Response:
        told = f"Too many wrong tries. Wait {wait} seconds."
        headers = {"retry-after": str(wait)}
        if "text/html" not in request.headers.get("accept", ""):
            answer = problem(429, "Too many tries", told)
            answer.headers.update(headers)
            return answer
        page = template.render(context_of(request, to=to, told=told))
        return HTMLResponse(page, status_code=429, headers=headers)

    @app.post("/logout", include_in_schema=False)
    def log_out() -> Response:
        answer = RedirectResponse("/login", status_code=303)
        answer.delete_cookie(COOKIE, path="/")
        return answer


def _own_path(to: str) -> str:
    """A path of this desk; its first page for anything that leads elsewhere."""
    parts = urlsplit(to)
    own = to.startswith("/") and not to.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme
    return to if own else "/"


def _resolver() -> Any:
    """A function from a schema to a few words on its type."""

    def resolved(schema: dict[str, Any]) -> str:
        if "$ref" in schema:
            return str(schema["$ref"]).rsplit("/", 1)[-1]
        if "anyOf" in schema:
            return " or ".join(dict.fromkeys(resolved(one) for one in schema["anyOf"]))
        if "enum" in schema:
            return " · ".join(map(str, schema["enum"]))
        if schema.get("type") == "array":
            inside = schema.get("items") or {"type": "values"}
            return f"list of {resolved(inside)}"
        return str(schema.get("const") or schema.get("format") or schema.get("type") or "anything")

    return resolved
