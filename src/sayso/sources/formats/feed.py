"""RSS and Atom feeds, of any version and in any state of repair, read by feedparser."""

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import feedparser

from sayso.model import RawItem, Reason, Refusal
from sayso.sources.declared import day, moment, words
from sayso.sources.fetch import Web
from sayso.sources.formats.entries import Entry, items_from_entries
from sayso.sources.formats.feed_charset import charted
from sayso.sources.glimpse import glimpse
from sayso.sources.markup import BEGINS_FEED, OPENING, has_tags, refuse_entity_bomb
from sayso.sources.options import SourceOptions
from sayso.sources.refused import Refused
from sayso.sources.stream import Source, whole

# feedparser issues 599 (entities with backslashes, characters that do not exist) and 378 (broken `<!`).
_DOCTYPE_OPENING = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[<>]*+(?:\[(?:[^\]\"']|\"[^\"]*+\"|'[^']*+')*+\]\s*+)?>", re.IGNORECASE)
_CHARACTER = re.compile(rb"&#([xX][0-9a-fA-F]{1,20}|[0-9]{1,20});?")
_MARKED = re.compile(rb"<!(?!--|\[CDATA\[)([A-Za-z\[]?)")
# What a tag takes feedparser grows with the square of its attributes: ten thousand take it a minute.
_WITH_ATTRIBUTES = re.compile(
    rb"<([A-Za-z_][\w:.-]{0,99})(\s(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>",
)
_MOST_ATTRIBUTES, _LONGEST_TAG = 100, 16_384
_ENTRY = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:item|entry)[\s/>]")
_LONGEST_HEAD, _MOST_ALONE = 4_096, 2_000
_MARKUP = frozenset({"text/html", "application/xhtml+xml"})
_DATES = ("published", "created", "updated", "prism_publicationdate")
# Under names of their own, search engines have sites put the whole text beside a summary.
_WHOLE = re.compile(r"(?:full-?text|_content|_body)$")
# What a failing server writes before a feed.
_SOUND = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<(?:\?|!|\w+:|rss|feed|rdf|channel|entry)", re.IGNORECASE
)


def items_in_feed(source: Source, *, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
    """Each entry of an RSS or Atom feed."""
    content = _WITH_ATTRIBUTES.sub(_shortened, whole(source.stream, cap=options.max_bytes))
    content = _from_its_beginning(content)
    refuse_entity_bomb(glimpse(content))
    feed = _parsed(content, source) or _parsed(_without_traps(content), source)
    if feed is None:
        raise Refused(Reason.MALFORMED, "a feed that cannot be parsed")
    if not feed.entries:
        raise Refused(Reason.EMPTY, "a feed without entries")
    listed, said = _told_apart(feed, content, source)
    about = said if isinstance(said, Mapping) else {}
    author = about.get("author") if str(feed.version).startswith("atom") else None
    entries = (_entry(entry, about, author) for entry in listed)
    yield from items_from_entries(entries, source, options=options, web=web)


def _parsed(content: bytes, source: Source) -> Any:
    """The feed as feedparser has it; None where that fails."""
    content, charset = charted(content, source.charset)
    headers = {"content-type": f"application/xml; charset={charset}"} if charset else {}
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
    except Exception:  # feedparser raises whatever its many parts raise on hostile markup
        return None


def _told_apart(feed: Any, content: bytes, source: Source) -> tuple[list[Any], Any]:
    """The feed's entries and what it says of itself; of a damaged one, as they are when each is parsed alone.

    A tag that is not closed may swallow all the entries after it.
    """
    starts = [found.start() for found in _ENTRY.finditer(content)]
    if feed.bozo and _told(feed.entries) < len(starts) <= _MOST_ALONE:
        head = content[: starts[0]] if starts[0] <= _LONGEST_HEAD else b"<feed>"
        pieces = (content[start:end] for start, end in pairwise([*starts, len(content)]))
        alone = [each for each in (_parsed(head + piece, source) for piece in pieces) if each]
        entries = [entry for each in alone for entry in each.entries[:1]]
        if _told(entries) > _told(feed.entries):
            return entries, alone[0].feed
    return list(feed.entries), feed.feed


def _told(entries: list[Any]) -> int:
    """How many entries say anything."""
    return sum(bool(_text(entry)[0] or words(entry.get("title"))) for entry in entries)


def _shortened(tag: re.Match[bytes]) -> bytes:
    """The tag by its name alone, where it has more attributes, or is longer, than any feed needs."""
    is_needed = tag[2].count(b"=") <= _MOST_ATTRIBUTES and len(tag[2]) <= _LONGEST_TAG
    return tag[0] if is_needed else b"<" + tag[1] + (b"/>" if tag[2].endswith(b"/") else b">")


def _from_its_beginning(content: bytes) -> bytes:
    """The feed without what stands before it."""
    begins = None if _SOUND.match(content) else BEGINS_FEED.search(content[:OPENING].decode("latin-1"))
    return content[begins.start() :] if begins else content


def _without_traps(content: bytes) -> bytes:
    """The feed without the few things known to make feedparser fail as a whole."""
    opening = _DOCTYPE_OPENING.search(content)
    doctype = _DOCTYPE.match(content, opening.start()) if opening else None
    if doctype:
        content = content[: doctype.start()] + content[doctype.end() :]
    content = _CHARACTER.sub(_only_real, content)
    return _MARKED.sub(b"&lt;!\\1", content)


def _only_real(reference: re.Match[bytes]) -> bytes:
    """The character reference, unless no such character exists."""
    digits = reference[1]
    code = int(digits[1:], 16) if digits[:1] in b"xX" else int(digits)
    return reference[0] if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else b"?"


def _entry(entry: Mapping[str, Any], about: Mapping[str, Any], author: object) -> Entry:
    """What feedparser has of an entry; `author` is whose all entries are that name none (RFC 4287, 4.2.1)."""
    text, is_markup = _text(entry)
    published = next((entry[key] for key in _DATES if entry.get(key)), None)
    parsed = entry.get("published_parsed") or entry.get("created_parsed") or entry.get("updated_parsed")
    written = moment(published)
    return Entry(
        id=words(entry.get("id")),
        url=words(entry.get("link")),
        title=words(entry.get("title")),
        outlet=_name(entry.get("source")) or words(entry.get("publisher")) or words(about.get("title")),
        byline=words(entry.get("author")) or words(author),
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
    given += ({"value": value} for key, value in entry.items() if _WHOLE.search(key))
    texts = [
        (text, each.get("type") in _MARKUP or has_tags(text))
        for each in given
        if isinstance(each, Mapping) and (text := words(each.get("value")))
    ]
    return max(texts, key=lambda text: len(text[0]), default=(None, False))


def _name(source: object) -> str | None:
    return words(source.get("title")) if isinstance(source, Mapping) else None
