"""What the desk refuses to everybody, and what it tells every browser: hosts, origins, people, headers."""

from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.people import Door
from sayso.web.problems import problem

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""What the machine itself is called; another name for it may be a foreign page's (DNS rebinding)."""

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OPEN = ("/login", "/static/")
_OWN_SITE = frozenset({"same-origin", "none"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
    " connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class _Refusal(NamedTuple):
    status: int
    title: str
    detail: str


_FOREIGN = _Refusal(403, "Foreign request", "Changes can only be made from the desk's own pages.")


class Guards:
    """Middleware around the whole desk."""

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], door: Door) -> None:
        self._app = app
        self._hosts = frozenset(host.casefold() for host in hosts)
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer foreign requests at once; pass all others on and dress their answers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    answer.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope, headers)
        await (refusal or self._app)(scope, receive, dressed)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        if _name_of(headers.get("host", "")) not in self._hosts:
            return problem(421, "Unknown host", "This desk does not answer to that host name.")
        if scope["method"] not in _READING and _is_foreign(headers):
            return problem(*_FOREIGN)
        person = self._door.person(headers, (scope.get("client") or (None,))[0])
        if person is None and not scope["path"].startswith(_OPEN):
            if self._door.logs_in and "text/html" in headers.get("accept", ""):
                return RedirectResponse(f"/login?to={quote(_asked_for(scope))}", status_code=303)
            return problem(401, "Who are you?", "This desk is only for those who have logged in.")
        scope.setdefault("state", {})["person"] = person
        return None


def _asked_for(scope: Scope) -> str:
    """The path of a request with its query, which holds all of a page's state."""
    path, query = str(scope["path"]), scope["query_string"].decode("latin-1")
    return f"{path}?{query}" if query else path


def _is_foreign(headers: Headers) -> bool:
    """Whether a browser says that another site's page sent this."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in _OWN_SITE:
        return True
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _name_of(host: str) -> str:
    """The host name without its port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).casefold()
