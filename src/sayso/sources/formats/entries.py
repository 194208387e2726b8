"""An entry of a feed, whatever the feed's format, and the item that it is."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from sayso.model import Declared, Media, PublishedFrom, RawItem, Reason, Refusal
from sayso.sources.fetch import Web
from sayso.sources.markup import has_tags, without_tags
from sayso.sources.options import SourceOptions
from sayso.sources.page import to_item
from sayso.sources.refused import Refused
from sayso.sources.stream import Source

_TAG = re.compile(r"<[^<>]{0,4096}>")
_NAMED = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
# "The post <title> appeared first on <outlet>": what weblogs put below each of their entries.
_SIGNED = re.compile(
    r"<p>[^<>]{0,60}<a\b[^<>]{0,400}>([^<>]{1,400})</a>[^<>]{0,60}<a\b[^<>]{0,400}>[^<>]{1,200}</a>[^<>]{0,9}</p>\s*$",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed, its values put in order but not yet judged."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    text: str | None = None
    is_markup: bool = False
    """Whether `text` (and `title`) is HTML, by the feed's own word."""


def items_from_entries(
    entries: Iterable[Entry], source: Source, *, options: SourceOptions, web: Web
) -> Iterator[RawItem | Refusal]:
    """The item that each entry is: its own text, or with `follow` the page that it links to.

    Every entry is kept, also where many share one id; an entry with a headline alone is read as that.
    """
    seen: Counter[str] = Counter()
    fetched = 0
    for number, entry in enumerate(entries, start=1):
        name = entry.url or entry.id or f"entry {number}"
        seen[name] += 1
        part = name if seen[name] == 1 else f"{name} (entry {number})"
        try:
            if options.follow and entry.url:
                fetched += 1
                yield _followed(entry, source, part, fetched=fetched, options=options, web=web)
            else:
                yield _as_it_stands(entry, source, part)
        except Refused as refused:
            yield refused.at(source.origin, part=part, external_id=entry.id)


def _followed(
    entry: Entry, source: Source, part: str, *, fetched: int, options: SourceOptions, web: Web
) -> RawItem:
    if fetched > options.max_pages:
        raise Refused(Reason.TOO_LARGE, f"more than {options.max_pages:,} pages from one feed")
    page = web.fetch(absolute(entry.url or "", source))
    return to_item(
        page.content,
        cap=options.max_bytes,
        origin=source.origin,
        part=part,
        named=page.media_type,
        charset=page.charset,
        declared=replace(_declared(entry, source), url=page.url),
    )


def _as_it_stands(entry: Entry, source: Source, part: str) -> RawItem:
    entry = replace(entry, title=_plain(entry.title), outlet=_plain(entry.outlet))
    if entry.text and entry.is_markup and "<" not in entry.text and has_tags(html.unescape(entry.text)):
        entry = replace(entry, text=html.unescape(entry.text))  # escaped twice
    if entry.text and (signed := _SIGNED.search(entry.text)) and _plain(signed[1]) == entry.title:
        entry = replace(entry, text=entry.text[: signed.start()])
    text = entry.text or entry.title
    if (
        entry.title
        and entry.text
        and entry.is_markup
        and not html.unescape(_TAG.sub(" ", entry.text)).strip()
    ):
        entry, text = replace(entry, text=None), entry.title  # nothing but a picture
    if not text:
        raise Refused(Reason.EMPTY, "the entry has neither text nor headline; --follow fetches its page")
    declared = _declared(entry, source)
    if entry.text and entry.is_markup and has_tags(text):
        return RawItem(origin=source.origin, part=part, media=Media.HTML, content=text, declared=declared)
    plain = html.unescape(text) if entry.text and entry.is_markup else text
    return RawItem(origin=source.origin, part=part, media=Media.TEXT, content=plain, declared=declared)


def _plain(title: str | None) -> str | None:
    """A title without the markup that many feeds put there, whatever they call it."""
    if title is None:
        return None
    return _NAMED.sub(lambda found: html.unescape(found[0]), without_tags(title)).strip() or None


def _declared(entry: Entry, source: Source) -> Declared:
    return Declared(
        title=entry.title,
        outlet=entry.outlet,
        byline=entry.byline,
        published=entry.published,
        published_from=PublishedFrom.FEED if entry.published else None,
        url=absolute(entry.url, source) if entry.url else None,
        language=entry.language,
        external_id=entry.id,
    )


def absolute(link: str, source: Source) -> str:
    """`link` as seen from where its source was found."""
    try:
        return urljoin(source.url or "", link)
    except ValueError:
        return link
