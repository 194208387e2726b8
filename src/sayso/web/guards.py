"""What the desk refuses to everybody, and what it tells every browser: hosts, origins, headers."""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.problems import problem

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""The names that the machine itself is called by; another name for it may be a foreign page's (DNS rebinding)."""

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITE = frozenset({"same-origin", "none"})
# MapLibre starts its worker from our own files and draws into a canvas that it reads as a blob.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
    " connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guards:
    """Middleware around the whole desk."""

    def __init__(self, app: ASGIApp, *, hosts: Collection[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.casefold() for host in hosts)

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

        refusal = self._refusal(scope["method"], headers)
        if refusal is None:
            await self._app(scope, receive, dressed)
        else:
            await problem(*refusal)(scope, receive, dressed)

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str, str] | None:
        if _name_of(headers.get("host", "")) not in self._hosts:
            return 421, "Unknown host", "This desk does not answer to that host name."
        if method in _READING:
            return None
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None and site not in _OWN_SITE:
            return 403, "Foreign request", "Changes can only be made from the desk's own pages."
        if origin is not None and urlsplit(origin).netloc != headers.get("host"):
            return 403, "Foreign request", "Changes can only be made from the desk's own pages."
        return None


def _name_of(host: str) -> str:
    """The host name without its port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).casefold()
