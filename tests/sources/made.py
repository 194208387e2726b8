"""Small archives, feeds and addresses, made in code; every place and outlet in them is invented."""

import gzip
from collections.abc import Mapping
from pathlib import Path

from sayso.model import RawItem, Reason, Refusal
from sayso.sources import Locator, SourceOptions, items_in
from sayso.sources.fetch import Fetched
from sayso.sources.locate import Kind
from sayso.sources.refused import Refused

PAGE = (
    b"<!doctype html><html><head><title>Orlo</title></head>"
    b"<body><p>Ten people died in Orlo.</p></body></html>"
)


def http(body: bytes = PAGE, *, status: str = "200 OK", **headers: str) -> bytes:
    """A whole HTTP answer; a header's underscores stand for hyphens."""
    known = {"Content-Type": "text/html; charset=utf-8"}
    known |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in known.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def record(
    body: bytes | None = None,
    *,
    name: str = "1",
    kind: str = "response",
    length: object = None,
    **headers: str,
) -> bytes:
    """One WARC record, with a Content-Length that may lie."""
    content = http() if body is None else body
    known = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:orlo:{name}>",
        "WARC-Target-URI": f"http://orlo.test/{name}",
        "WARC-Date": "2031-02-03T04:05:06Z",
        "Content-Type": "application/http; msgtype=response",
    } | {key.replace("_", "-"): value for key, value in headers.items()}
    lines = "".join(f"{key}: {value}\r\n" for key, value in known.items())
    said = len(content) if length is None else length
    return f"WARC/1.0\r\n{lines}Content-Length: {said}\r\n\r\n".encode() + content + b"\r\n\r\n"


def gz(*members: bytes) -> bytes:
    """Each argument as a gzip member of its own."""
    return b"".join(gzip.compress(member, mtime=0) for member in members)


def items_of(
    folder: Path, content: bytes, name: str = "given", web: object = None, **options: object
) -> list[RawItem | Refusal]:
    """What `content` is read as when it lies in a file called `name`."""
    path = folder / name
    path.write_bytes(content)
    locator = Locator(origin=str(path), kind=Kind.FILE)
    known = SourceOptions(**options)  # type: ignore[arg-type]
    return list(items_in(locator, options=known, web=web))  # type: ignore[arg-type]


def summary(items: list[RawItem | Refusal]) -> list[str]:
    """Each item by its media, each refusal by its reason: the outcome at a glance."""
    return [str(item.media if isinstance(item, RawItem) else item.reason) for item in items]


class PaperWeb:
    """A web of a few pages that are never fetched from anywhere."""

    def __init__(self, pages: Mapping[str, bytes], media_type: str | None = None) -> None:
        self._pages, self._media_type = pages, media_type
        self.asked: list[str] = []

    def fetch(self, url: str) -> Fetched:
        self.asked.append(url)
        if url not in self._pages:
            raise Refused(Reason.FETCH_FAILED, "404")
        return Fetched(url=url, content=self._pages[url], media_type=self._media_type, charset=None)
