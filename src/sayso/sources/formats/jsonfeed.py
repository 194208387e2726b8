"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

from collections.abc import Iterator, Mapping

from sayso.model import RawItem, Reason, Refusal
from sayso.sources.declared import moment, words
from sayso.sources.fetch import Web
from sayso.sources.formats.entries import Entry, items_from_entries
from sayso.sources.options import SourceOptions
from sayso.sources.refused import Refused
from sayso.sources.stream import Source


def is_feed(value: object) -> bool:
    """Whether a JSON value says of itself that it is a JSON Feed."""
    if not isinstance(value, Mapping):
        return False
    version = value.get("version")
    return isinstance(version, str) and "jsonfeed.org/version/" in version


def items_in_json_feed(
    feed: object, source: Source, *, options: SourceOptions, web: Web
) -> Iterator[RawItem | Refusal]:
    """Each item of a parsed JSON Feed."""
    about = feed if isinstance(feed, Mapping) else {}
    listed = about.get("items")
    if not isinstance(listed, list) or not listed:
        raise Refused(Reason.EMPTY, "a feed without entries")
    entries = (_entry(each if isinstance(each, Mapping) else {}, about) for each in listed)
    yield from items_from_entries(entries, source, options=options, web=web)


def _entry(item: Mapping[str, object], feed: Mapping[str, object]) -> Entry:
    markup, plain = words(item.get("content_html")), words(item.get("content_text"))
    return Entry(
        id=words(item.get("id")),
        url=words(item.get("url")) or words(item.get("external_url")),
        title=words(item.get("title")),
        outlet=words(feed.get("title")),
        byline=_byline(item) or _byline(feed),
        published=moment(item.get("date_published")),
        language=words(item.get("language")) or words(feed.get("language")),
        text=markup or plain or words(item.get("summary")),
        is_markup=bool(markup),
    )


def _byline(item: Mapping[str, object]) -> str | None:
    """The authors' names: a list in version 1.1, a single one in version 1."""
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    names = [words(author.get("name")) for author in listed if isinstance(author, Mapping)]
    return ", ".join(name for name in names if name) or None
