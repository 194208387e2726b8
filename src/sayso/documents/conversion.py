"""A raw item into a document: decode, take out the article, make canonical, look at the opening, identify."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.documents.body import Page, hostname, page
from sayso.documents.canonical import Canonical, canonical, encoded_twice, unscrambled, without_surrogates
from sayso.documents.decode import Decoded, decoded
from sayso.documents.language import UNKNOWN, is_supported, language_of
from sayso.documents.markup import Unusable
from sayso.documents.opening import Opening, opening
from sayso.documents.published import iso_date
from sayso.documents.relevance import is_relevant
from sayso.model import (
    Document,
    Media,
    PublishedFrom,
    RawItem,
    Reason,
    Refusal,
    Repair,
    document_id,
    text_sha256,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOptions:
    """What the user decided about documents."""

    published: str | None = None
    """The publication date of every item whose own record gives none; it beats page and dateline."""
    any_language: bool = False
    """Keep documents in languages that Sayso does not read."""
    relevant_only: bool = False
    """Refuse documents in English that tell of neither conflict nor politics, such as sport and markets."""


def to_document(item: RawItem, *, options: DocumentOptions = DocumentOptions()) -> Document | Refusal:
    """The document that `item` is, or a refusal that says why it is none.

    Bad input of any kind ends in a refusal, never in an exception.
    """
    source = _decoded(item)
    if isinstance(source, Refusal):
        return source
    if not source.text.strip("\x00\ufeff \t\r\n"):
        return _refusal(item, Reason.EMPTY)
    content = _article(item, source) if item.media is Media.HTML else _plain(item, source)
    if isinstance(content, Refusal):
        return content
    if not content.canonical.text.strip():
        return _refusal(item, Reason.EMPTY)
    language = language_of(content.canonical.text)
    if not (options.any_language or is_supported(language)):
        return _refusal(item, Reason.UNSUPPORTED_LANGUAGE, detail=f"language: {language}")
    is_judged = options.relevant_only and is_supported(language)
    if is_judged and not is_relevant(content.canonical.text):
        return _refusal(item, Reason.IRRELEVANT)
    return _document(item, content, language=None if language == UNKNOWN else language, options=options)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """Stored text with everything that its extraction and decoding told."""

    canonical: Canonical
    decoded: Decoded
    page: Page | None = None


def _decoded(item: RawItem) -> Decoded | Refusal:
    if isinstance(item.content, str):
        return Decoded(text=item.content, encoding="utf-8")
    if item.media is Media.PDF:
        return _refusal(item, Reason.UNSUPPORTED_FORMAT, detail="a PDF's text has to be taken out first")
    if not item.content:
        return _refusal(item, Reason.EMPTY)
    return decoded(item.content, charset=item.charset) or _refusal(item, Reason.UNDECODABLE)


def _plain(item: RawItem, source: Decoded) -> _Content:
    stored = canonical(source.text)
    if (fixed := _once(item, stored.text)) is not None:
        again = canonical(fixed)
        stored = replace(again, repairs=(*stored.repairs, _mojibake(fixed), *again.repairs))
    return _Content(canonical=stored, decoded=source)


def _once(item: RawItem, text: str) -> str | None:
    """The text of a file that was encoded twice; None of any other.

    A record's text was decoded by whoever made the record: its offsets are theirs, and it stays as it is.
    """
    return encoded_twice(text) if isinstance(item.content, bytes) else None


def _mojibake(fixed: str) -> Repair:
    return Repair(kind="mojibake", count=sum(not line.isascii() for line in fixed.split("\n")))


def _article(item: RawItem, source: Decoded) -> _Content | Refusal:
    url = _url(item)
    clean, lone = without_surrogates(source.text)
    if (twice := _once(item, clean)) is not None:
        clean = twice
    found = page(clean.replace("\x00", ""), url=url)
    if isinstance(found, Unusable):
        return _refusal(item, found.reason, detail=found.detail)
    fixed = unscrambled(found.text)
    stored = canonical(fixed.text)
    lost = [Repair(kind="lone surrogate", count=lone)] if lone else []
    lost += [_mojibake(twice)] if twice is not None else []
    return _Content(
        canonical=replace(stored, repairs=(*lost, *fixed.repairs, *stored.repairs)),
        decoded=source,
        page=found,
    )


def _document(
    item: RawItem, content: _Content, *, language: str | None, options: DocumentOptions
) -> Document:
    text, declared = content.canonical.text, item.declared
    said = opening(text)
    on_page = content.page or Page(text=text)
    published, published_from, unreadable = _published(item, on_page, said, options)
    url = _url(item) or on_page.url or said.url
    title = _one_line(declared.title or on_page.title or said.title)
    outlet = _one_line(declared.outlet or on_page.outlet or _house(said) or hostname(url) or said.outlet)
    sha256 = text_sha256(text)
    return Document(
        id=document_id(sha256=sha256, title=title, outlet=outlet, published=published),
        sha256=sha256,
        text=text,
        title=title,
        outlet=outlet,
        byline=_one_line(declared.byline or on_page.byline or said.byline),
        dateline=said.dateline,
        published=published,
        published_from=published_from,
        language=language,
        origin=item.origin,
        part=item.part,
        url=_one_line(url),
        external_id=declared.external_id and without_surrogates(declared.external_id)[0],
        repairs=content.canonical.repairs,
        flags=tuple(_flags(content, unreadable=unreadable)),
    )


def _published(
    item: RawItem, on_page: Page, said: Opening, options: DocumentOptions
) -> tuple[str | None, PublishedFrom | None, bool]:
    """The date of publication, where it was found, and whether one was given that could not be read.

    What somebody decided (the record's own date, then the user's) comes before what was found: on the
    page, in the feed, in the report's opening, in this order.
    """
    declared = item.declared.published
    kind = item.declared.published_from or PublishedFrom.GIVEN
    by_record = declared if kind is PublishedFrom.GIVEN else None
    candidates = (
        (by_record, PublishedFrom.GIVEN),
        (options.published, PublishedFrom.GIVEN),
        (on_page.published, PublishedFrom.PAGE),
        (None if by_record else declared, kind),
        (said.published, PublishedFrom.DATELINE),
    )
    unreadable = said.unreadable_date
    for words, found_in in candidates:
        if words and words.strip():
            if day := iso_date(words):
                return day, found_in, unreadable
            unreadable = True
    return None, None, unreadable


def _house(said: Opening) -> str | None:
    """The outlet that a header line names; a dateline's agency is only the last resort."""
    agency = said.dateline.agency if said.dateline else None
    return said.outlet if said.outlet != agency else None


def _flags(content: _Content, *, unreadable: bool) -> Iterator[str]:
    if content.decoded.guessed:
        yield f"encoding-guessed:{content.decoded.encoding}"
    if content.decoded.lost:
        yield "undecodable-bytes"
    yield from content.canonical.flags
    if unreadable:
        yield "published-unreadable"


def _url(item: RawItem) -> str | None:
    if item.declared.url:
        return item.declared.url
    return item.origin if item.origin.startswith(("http://", "https://")) and item.part is None else None


def _one_line(words: str | None) -> str | None:
    """Metadata as one line of clean characters; None where nothing is left."""
    if words is None:
        return None
    clean = without_surrogates(words)[0].replace("\x00", "")
    return " ".join(clean.split()) or None


def _refusal(item: RawItem, reason: Reason, *, detail: str = "") -> Refusal:
    return Refusal(
        origin=item.origin,
        part=item.part,
        reason=reason,
        detail=detail,
        external_id=item.declared.external_id and without_surrogates(item.declared.external_id)[0],
    )
