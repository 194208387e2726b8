"""RSS and Atom feeds, of any version and in any state of repair, read by feedparser."""

import io
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser

from sayso.model import RawItem, Reason, Refusal
from sayso.sources.declared import day, moment, words
from sayso.sources.fetch import Web
from sayso.sources.formats.entries import Entry, items_from_entries
from sayso.sources.glimpse import glimpse
from sayso.sources.markup import has_tags, refuse_entity_bomb
from sayso.sources.options import SourceOptions
from sayso.sources.refused import Refused
from sayso.sources.stream import Source, whole

_MARKUP = frozenset({"text/html", "application/xhtml+xml"})


def items_in_feed(source: Source, *, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
    """Each entry of an RSS or Atom feed."""
    content = whole(source.stream, cap=options.max_bytes)
    refuse_entity_bomb(glimpse(content))
    feed = _parsed(content, source)
    if not feed.entries:
        raise Refused(Reason.EMPTY, "a feed without entries")
    about = feed.feed if isinstance(feed.feed, Mapping) else {}
    entries = (_entry(entry, about) for entry in feed.entries)
    yield from items_from_entries(entries, source, options=options, web=web)


def _parsed(content: bytes, source: Source) -> Any:
    headers = {"content-type": f"application/xml; charset={source.charset}"} if source.charset else {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # A stream, never a string: feedparser would fetch or open what a string names. Sanitising is
            # left out because nothing of an entry is ever shown as HTML.
            return feedparser.parse(
                io.BytesIO(content),
                response_headers=headers,
                sanitize_html=False,
                resolve_relative_uris=False,
            )
    except Exception as error:  # feedparser raises whatever its many parts raise on hostile markup
        raise Refused(Reason.MALFORMED, f"a feed that cannot be parsed: {error!r:.200}") from None


def _entry(entry: Mapping[str, Any], about: Mapping[str, Any]) -> Entry:
    text, is_markup = _text(entry)
    published = entry.get("published") or entry.get("created") or entry.get("updated")
    parsed = entry.get("published_parsed") or entry.get("created_parsed") or entry.get("updated_parsed")
    written = moment(published)
    return Entry(
        id=words(entry.get("id")),
        url=words(entry.get("link")),
        title=words(entry.get("title")),
        outlet=_name(entry.get("source")) or words(entry.get("publisher")) or words(about.get("title")),
        byline=words(entry.get("author")),
        published=written if written and written[:4].isdigit() else day(parsed) or written,
        language=words(entry.get("language")) or words(about.get("language")),
        text=text,
        is_markup=is_markup,
    )


def _text(entry: Mapping[str, Any]) -> tuple[str | None, bool]:
    """The longest text that the entry gives of itself, and whether it is HTML."""
    contents = entry.get("content")
    given = [*contents] if isinstance(contents, list) else []
    given.append(entry.get("summary_detail") or {"value": entry.get("summary"), "type": "text/html"})
    texts = [
        (text, each.get("type") in _MARKUP or has_tags(text))
        for each in given
        if isinstance(each, Mapping) and (text := words(each.get("value")))
    ]
    return max(texts, key=lambda text: len(text[0]), default=(None, False))


def _name(source: object) -> str | None:
    return words(source.get("title")) if isinstance(source, Mapping) else None
