"""Fetching pages: politely, within bounds, and only from where a stranger's link may lead."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from functools import cache
from urllib.parse import quote, urljoin, urlsplit

import httpcore

from sayso.model import Reason
from sayso.sources.coding import codings_in, decoded
from sayso.sources.gate import Gate, Resolve, resolved
from sayso.sources.options import SourceOptions
from sayso.sources.polite import ROBOTS_SIZE, Pace, Robots
from sayso.sources.refused import Refused
from sayso.version import __version__

AGENT = "sayso"
_USER_AGENT = f"{AGENT}/{__version__} (+https://github.com/sayso/sayso)"
_MOST_REDIRECTS = 5
_TIMEOUTS = {"connect": 10.0, "read": 20.0, "write": 10.0, "pool": 10.0}
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Characters on whose meaning URL parsers disagree; disagreement is how a checked host becomes another.
_AMBIGUOUS = re.compile(r"[\x00-\x20\x7f\\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a server answered: the unpacked body, and what the header says of it."""

    url: str
    """Where the answer came from, after redirects."""
    content: bytes
    media_type: str | None
    charset: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A URL, taken apart once: what is checked is what is asked for."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def name(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        return f"{self.scheme}://{self.name}"

    @property
    def url(self) -> str:
        return self.site + self.target


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class Web:
    """A session on the web: open connections, the rules of the sites met so far, and when each was asked."""

    def __init__(
        self,
        *,
        options: SourceOptions,
        resolve: Resolve = resolved,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._options, self._clock = options, clock
        self._gate = Gate(allow_hosts=options.allow_hosts, resolve=resolve, clock=clock)
        self._pool = httpcore.ConnectionPool(network_backend=self._gate, max_keepalive_connections=4)
        self._robots = Robots(agent=AGENT, ask=self._robots_at)
        self._pace = Pace(clock=clock, sleep=sleep)

    def fetch(self, url: str) -> Fetched:
        """The page at `url`, redirects followed and checked one by one.

        Refused where the address is not open to strangers, robots.txt asks to stay away, the server fails,
        or the page is too large or too slow.
        """
        cap = self._options.raw_bytes
        place, answer = self._followed(url, self._asked_politely, cap=cap)
        if answer.status != 200:
            raise Refused(Reason.FETCH_FAILED, f"{place.name} answers {answer.status}")
        header = Message()
        header["Content-Type"] = answer.headers.get("content-type", "")
        return Fetched(
            url=place.url,
            content=self._unpacked(answer, cap=cap),
            media_type=header.get_content_type() if header["Content-Type"] else None,
            charset=header.get_content_charset(),
        )

    def close(self) -> None:
        """Close the open connections."""
        self._pool.close()

    def _followed(
        self, url: str, ask: Callable[[_Place, int], _Answer], *, cap: int
    ) -> tuple[_Place, _Answer]:
        for _ in range(_MOST_REDIRECTS + 1):
            place = place_of(url)
            answer = ask(place, cap)
            if answer.status not in _REDIRECTS:
                return place, answer
            if not answer.headers.get("location"):
                raise Refused(Reason.FETCH_FAILED, f"a redirect to nowhere ({answer.status})")
            url = _joined(place.url, answer.headers["location"])
        raise Refused(Reason.FETCH_FAILED, f"more than {_MOST_REDIRECTS} redirects")

    def _unpacked(self, answer: _Answer, *, cap: int) -> bytes:
        codings = codings_in(answer.headers.get("content-encoding"))
        return decoded(answer.body, codings, cap=cap, max_ratio=self._options.max_ratio)

    def _robots_at(self, url: str) -> tuple[int, bytes]:
        _, answer = self._followed(url, self._asked, cap=ROBOTS_SIZE)
        return answer.status, self._unpacked(answer, cap=ROBOTS_SIZE) if answer.status == 200 else b""

    def _asked_politely(self, place: _Place, cap: int) -> _Answer:
        self._robots.refuse_unwanted(place.url, site=place.site)
        self._pace.keep(place.site, max(self._options.pause_seconds, self._robots.pause(place.site)))
        return self._asked(place, cap)

    def _asked(self, place: _Place, cap: int) -> _Answer:
        self._gate.deadline = self._clock() + self._options.fetch_seconds
        try:
            with self._pool.stream(
                "GET",
                httpcore.URL(scheme=place.scheme, host=place.host, port=place.port, target=place.target),
                headers={
                    "Host": place.name,
                    "User-Agent": _USER_AGENT,
                    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
                    "Accept-Encoding": "gzip, deflate",
                },
                extensions={"timeout": _TIMEOUTS},
            ) as response:
                headers = {
                    name.decode("latin-1").lower(): value.decode("latin-1")
                    for name, value in response.headers
                }
                return _Answer(response.status, headers, _body(response, cap))
        except httpcore.TimeoutException as error:
            raise Refused(Reason.TIMEOUT, f"{place.name} is too slow: {error}") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise Refused(Reason.FETCH_FAILED, f"{place.name}: {error}") from None


def place_of(url: str) -> _Place:
    """`url` taken apart. Refused unless it is plainly an http(s) URL without a user name in it."""
    url = url.strip(" ").replace(" ", "%20")
    if _AMBIGUOUS.search(url):
        raise Refused(Reason.ADDRESS_REFUSED, "a URL with control characters or backslashes")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host or host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise Refused(Reason.FETCH_FAILED, f"no URL: {error}") from None
    if parts.scheme not in _PORTS or not host:
        raise Refused(Reason.ADDRESS_REFUSED, f"not an http(s) URL: {url[:200]}")
    if "@" in parts.netloc:
        raise Refused(Reason.ADDRESS_REFUSED, "a URL with a user name in it")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    if parts.query:
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?[]")
    return _Place(
        scheme=parts.scheme, host=host, port=_PORTS[parts.scheme] if port is None else port, target=target
    )


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link.strip().replace(" ", "%20"))
    except ValueError as error:
        raise Refused(Reason.FETCH_FAILED, f"a redirect to no URL: {error}") from None


def _body(response: httpcore.Response, cap: int) -> bytes:
    pieces, length = [], 0
    try:
        for piece in response.iter_stream():
            pieces.append(piece)
            length += len(piece)
            if length > cap:
                raise Refused(Reason.TOO_LARGE, f"more than {cap:,} bytes")
    except (httpcore.ReadError, httpcore.RemoteProtocolError) as error:
        raise Refused(Reason.TRUNCATED, f"the answer breaks off: {error}") from None
    return b"".join(pieces)


@cache
def web_for(options: SourceOptions) -> Web:
    """This worker's session on the web: one, so that manners hold across all that the worker fetches."""
    return Web(options=options)
