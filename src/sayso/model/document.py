"""What comes in: a raw item, the document it becomes, or the refusal that records why it did not."""

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.model.span import Span


class Media(StrEnum):
    """What an item's bytes are, told from the bytes themselves."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    EMAIL = "email"


class PublishedFrom(StrEnum):
    """Where a document's publication date was found."""

    GIVEN = "given"
    FEED = "feed"
    PAGE = "page"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What the container of an item (a feed, a JSONL record, an HTTP answer) says of it."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    url: str | None = None
    language: str | None = None
    external_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawItem:
    """One report as it arrived: its bytes (or, from a record, its text) and where they came from."""

    origin: str
    """The path or URL as the user gave it."""
    part: str | None = None
    """Which part of a container: a line number, a WARC record id, a feed entry's link."""
    media: Media
    content: bytes | str
    charset: str | None = None
    """The charset that the carrier declared, if any; a hint, not a fact."""
    declared: Declared = field(default_factory=Declared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The opening of a wire report: place, date, agency."""

    place: str | None = None
    date: str | None = None
    """ISO date, where the dateline gives a whole one."""
    agency: str | None = None
    span: Span
    """The dateline's words; the report's first sentence begins at or after `span.end`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One kind of change that was made to the decoded text before it was stored."""

    kind: str
    """Such as `byte-order mark`, `NUL`, `lone surrogate`, `CRLF`, `mojibake`."""
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report, ready to be read: its stored text and what is known about it."""

    id: str
    sha256: str
    """Of `text` in UTF-8."""
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    """ISO date (`2020-10-14`); never a time of day."""
    published_from: PublishedFrom | None = None
    language: str | None = None
    """ISO 639-1 code."""
    origin: str
    part: str | None = None
    url: str | None = None
    external_id: str | None = None
    repairs: tuple[Repair, ...] = ()
    flags: tuple[str, ...] = ()
    """Warnings that did not stop the reading, such as `bidi-controls` or `truncated`."""


class Reason(StrEnum):
    """Why an item was refused; stable codes."""

    NOT_FOUND = "not-found"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    EMPTY_EXTRACTION = "empty-extraction"
    TOO_LARGE = "too-large"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"
    UNDECODABLE = "undecodable"
    BINARY = "binary"
    MALFORMED = "malformed"
    TRUNCATED = "truncated"
    BOMB = "bomb"
    UNSUPPORTED_FORMAT = "unsupported-format"
    UNSUPPORTED_LANGUAGE = "unsupported-language"
    IRRELEVANT = "irrelevant"
    MISSING_EXTRA = "missing-extra"
    ADDRESS_REFUSED = "address-refused"
    ROBOTS = "robots"
    FETCH_FAILED = "fetch-failed"


REASONS: dict[Reason, str] = {
    Reason.NOT_FOUND: "no such file, folder or match",
    Reason.UNREADABLE: "the file cannot be opened; check its permissions",
    Reason.EMPTY: "nothing but white space came in",
    Reason.EMPTY_EXTRACTION: "the page holds no article text that could be told from its frame",
    Reason.TOO_LARGE: "larger than one item may be; --max-bytes raises the cap where it is one of bytes",
    Reason.TIMEOUT: "took longer than the cap for one item; raise it with --max-seconds",
    Reason.MEMORY: "needed more memory than the cap for one item",
    Reason.CRASHED: "the worker that parsed it died; the item is set aside, the run goes on",
    Reason.UNDECODABLE: "no character encoding gives readable text",
    Reason.BINARY: "the bytes are a picture, an executable or other non-text",
    Reason.MALFORMED: "a record or document breaks the rules of its own format",
    Reason.TRUNCATED: "the archive or download ends before it should; what came before it was kept",
    Reason.BOMB: "small input that unpacks or expands beyond all measure",
    Reason.UNSUPPORTED_FORMAT: "a format that Sayso does not read",
    Reason.UNSUPPORTED_LANGUAGE: "a language that Sayso does not read; force it with --any-language",
    Reason.IRRELEVANT: "tells of neither conflict nor politics, by its opening; read it with --any-subject",
    Reason.MISSING_EXTRA: "needs an optional extra that is not installed",
    Reason.ADDRESS_REFUSED: "a private, loopback or link-local address, or not http(s); see --allow-host",
    Reason.ROBOTS: "the site's robots.txt asks not to fetch this",
    Reason.FETCH_FAILED: "the server could not be reached or answered with an error",
}
"""Every refusal reason with what it means and, where there is something to do, what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An item that could not be read, and why: recorded, never dropped."""

    origin: str
    part: str | None = None
    reason: Reason
    detail: str = ""
    external_id: str | None = None
