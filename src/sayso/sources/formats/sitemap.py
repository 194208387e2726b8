"""XML sitemaps and their indexes (sitemaps.org), each page fetched as an item of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from sayso.model import Declared, PublishedFrom, RawItem, Reason, Refusal
from sayso.sources.coding import decoded
from sayso.sources.declared import moment, words
from sayso.sources.detect import Format, detect
from sayso.sources.fetch import Web
from sayso.sources.formats.entries import absolute
from sayso.sources.glimpse import glimpse
from sayso.sources.markup import refuse_entity_bomb
from sayso.sources.options import SourceOptions
from sayso.sources.page import to_item
from sayso.sources.refused import Refused
from sayso.sources.stream import HEAD, Source, whole

# The protocol allows an index of sitemaps, not an index of indexes; real sites nest once more.
_DEEPEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """One line of a sitemap: a page, or a further sitemap."""

    url: str
    is_sitemap: bool
    declared: Declared


def items_in_sitemap(source: Source, *, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
    """Each page that a sitemap lists, fetched.

    A sitemap in a local file is fetched only with `follow`: opening a file must not reach for the network.
    """
    listed = _listed(whole(source.stream, cap=options.max_bytes))
    if not listed:
        raise Refused(Reason.EMPTY, "a sitemap without pages")
    if source.url is None and not options.follow:
        raise Refused(
            Reason.UNSUPPORTED_FORMAT,
            f"a sitemap lists {len(listed):,} pages and holds none; --follow fetches them",
        )
    yield from _fetched(listed, source, options=options, web=web)


def _fetched(
    listed: list[_Listed], source: Source, *, options: SourceOptions, web: Web
) -> Iterator[RawItem | Refusal]:
    seen = {source.url}
    waiting = [(each, 1) for each in reversed(listed)]
    asked = 0
    while waiting:
        each, depth = waiting.pop()
        url = absolute(each.url, source)
        if url in seen:
            continue
        seen.add(url)
        asked += 1
        try:
            if asked > options.max_pages:
                raise Refused(Reason.TOO_LARGE, f"more than {options.max_pages:,} pages from one sitemap")
            page = web.fetch(url)
            if each.is_sitemap:
                more = _sub_sitemap(page.content, depth=depth, options=options)
                waiting.extend((one, depth + 1) for one in reversed(more))
                continue
            yield to_item(
                page.content,
                cap=options.max_bytes,
                origin=source.origin,
                part=url,
                named=page.media_type,
                charset=page.charset,
                declared=replace(each.declared, url=page.url),
            )
        except Refused as refused:
            yield refused.at(source.origin, part=url)
            if asked > options.max_pages:
                return


def _sub_sitemap(content: bytes, *, depth: int, options: SourceOptions) -> list[_Listed]:
    if depth >= _DEEPEST:
        raise Refused(Reason.MALFORMED, f"sitemaps nested more than {_DEEPEST} deep")
    plain = decoded(content, ["gzip"], cap=options.max_bytes, max_ratio=options.max_ratio)
    if detect(plain[:HEAD]) is not Format.SITEMAP:
        raise Refused(Reason.MALFORMED, "listed as a sitemap, but it is none")
    return _listed(plain)


def _listed(content: bytes) -> list[_Listed]:
    refuse_entity_bomb(glimpse(content))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(Reason.MALFORMED, f"a sitemap that cannot be parsed: {error}") from None
    if root is None:
        raise Refused(Reason.MALFORMED, "a sitemap that cannot be parsed")
    lines = (_line(each) for each in root.iterfind("{*}*"))
    return [line for line in lines if line]


def _line(element: "etree._Element") -> _Listed | None:
    found = {
        etree.QName(child).localname: words(child.text)
        for child in element.iter("{*}*")
        if child is not element
    }
    if not (url := found.get("loc")):
        return None
    # A news sitemap says when the article appeared; `lastmod` only says when the page last changed.
    published = moment(found.get("publication_date"))
    declared = Declared(
        title=found.get("title"),
        outlet=found.get("name"),
        published=published,
        published_from=PublishedFrom.FEED if published else None,
        language=found.get("language"),
    )
    return _Listed(url=url, is_sitemap=etree.QName(element).localname == "sitemap", declared=declared)
