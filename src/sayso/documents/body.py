"""The article in a page: trafilatura's body text and metadata, from markup that was bounded first."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from urllib.parse import urlsplit

import lxml.html
import trafilatura
from lxml.etree import LxmlError
from trafilatura.settings import Document as Extracted

from sayso.documents.joiners import hidden, shown
from sayso.documents.loose import in_paragraphs
from sayso.documents.markup import Unusable, bounded, unframed
from sayso.documents.page_date import page_date
from sayso.model import Reason

# Above this many elements trafilatura's comparison with jusText is left out: that is quadratic in
# paragraphs (10 s at 10,000). No page of the article sets we looked at has half as many.
_MOST_COMPARED = 4000
# Dates in metadata, markup and URL only: a search of the whole text finds the year in the copyright line.
# The latest date is fixed, because a reading must not depend on the day it is made.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
_LAST, _DEEPEST_NAME = 2, 40
# What untrusted markup has made the extractor and the libraries under it raise.
_EXTRACTOR_FAILURES = (
    LxmlError, ValueError, TypeError, AttributeError, LookupError,
    AssertionError, OverflowError, RecursionError,
)  # fmt: skip
# The last is a reference to a note: `said.[1]`.
_NO_ARTICLE = ["//nav", "//footer", "//sup[a[starts-with(@href, '#')]]"]
# An article says something: at least a sentence that is not the frame talking about itself.
_FEWEST_WORDS, _FEWEST_OF_SENTENCE = 8, 4
_FRAME = re.compile(
    r"(?i)all rights reserved|copyright|©|javascript|\bcookies?\b|your browser|log in|sign up|subscribe"
    r"|page not found"
)
# Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without spaces between words.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
_BLOCKS = ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section")
_TAG_AT_ALL = re.compile(r"<(?:html|body|head)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The article of a page, a blank line between its paragraphs, and what the page says of it."""

    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None


def page(html: str, *, url: str | None = None) -> Page | Unusable:
    """The article in `html`, or why there is none to be had.

    A fragment, such as a feed entry's, is an article whole, however short. Tables and readers' comments are
    left out.
    """
    found = _article(html, url)
    if isinstance(found, Unusable) and found.reason is Reason.EMPTY_EXTRACTION:
        whole = unframed(html)
        return found if whole == html else _article(whole, url)
    return found


def _article(html: str, url: str | None) -> Page | Unusable:
    safe = bounded(html)
    if isinstance(safe, Unusable):
        return safe
    markup = hidden(safe.html)
    found = _extracted(markup, url, fast=safe.elements > _MOST_COMPARED)
    return found if markup == safe.html or isinstance(found, Unusable) else _with_joiners(found)


def _with_joiners(found: Page) -> Page:
    """The page with the joiners of its words for what stood for them while it was looked through."""
    said = {name: getattr(found, name) for name in ("text", "title", "outlet", "byline")}
    return replace(found, **{name: shown(words) for name, words in said.items() if words})


def _extracted(markup: str, url: str | None, *, fast: bool) -> Page | Unusable:
    is_fragment = not _TAG_AT_ALL.search(markup)
    markup = _as_article(markup) if is_fragment else markup
    text = ""
    try:
        markup = in_paragraphs(markup)
        for attempt in _attempts(markup, url=url, fast=fast):
            text = _paragraphs(attempt.text or "")
            if _says_something(text):
                return _page(text, attempt, markup, url)
        words = every_word(markup)
        if words and is_fragment:
            return Page(text=words, outlet=hostname(url), url=url)
        if words and _is_all(text, words):
            return _page(text, attempt, markup, url)
    except _EXTRACTOR_FAILURES as error:
        return Unusable(reason=Reason.MALFORMED, detail=f"the extractor failed: {type(error).__name__}")
    return Unusable(reason=Reason.EMPTY_EXTRACTION)


def _attempts(markup: str, *, url: str | None, fast: bool) -> Iterator[Extracted]:
    """Extractions, from the balanced to the greedy."""
    # It logs every page it cannot use; we record a refusal instead.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for attempt, greedy in enumerate((False, True, False)):
        found = trafilatura.bare_extraction(
            without_names(markup) if attempt == _LAST else markup,
            url=url,
            fast=fast,
            favor_recall=greedy,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
            prune_xpath=_NO_ARTICLE,
        )
        if isinstance(found, Extracted):
            yield found


def without_names(markup: str) -> str:
    """The page without the names of what stands around most of its words, for those are no furniture.

    `<div class="post-comments-on">` around an article made the extractor pass it over.
    """
    root = lxml.html.document_fromstring(markup)
    element, length = root, len(root.text_content())
    for _ in range(_DEEPEST_NAME):
        for name in ("class", "id", "role"):
            element.attrib.pop(name, None)
        children = [(len(each.text_content()), each) for each in element if isinstance(each.tag, str)]
        longest, element = max(children, key=itemgetter(0), default=(0, element))
        if longest < length / 2:
            break
    return str(lxml.html.tostring(root, encoding="unicode"))


def _as_article(fragment: str) -> str:
    # The extractor passes over words that stand in no block, so bare text becomes a paragraph.
    block = (
        fragment if re.search(r"<(?:p|div|br|li|h[1-6])\b", fragment, re.IGNORECASE) else f"<p>{fragment}</p>"
    )
    return f"<html><body><article>{block}</article></body></html>"


def _paragraphs(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def every_word(markup: str) -> str:
    """All the words of a short piece of markup, a blank line between its blocks."""
    root = lxml.html.document_fromstring(markup)
    for element in root.iter(*_BLOCKS):
        element.tail = "\n" + (element.tail or "")
        element.text = "\n" + (element.text or "") if element.tag != "br" else None
    for element in root.iter("script"):
        element.text = None
    return _paragraphs("\n".join(" ".join(line.split()) for line in root.text_content().split("\n")))


def _says_something(text: str) -> bool:
    return _said_in(text) >= _FEWEST_WORDS


def _is_all(text: str, words: str) -> bool:
    """Whether the little that was found is a sentence, and nearly all that stands on the page."""
    return _said_in(text) >= max(_FEWEST_OF_SENTENCE, 0.8 * _words_in(words))


def _said_in(text: str) -> int:
    """The words of the lines that are sentences, and none that the frame says of itself."""
    counts = (_words_in(line) for line in text.split("\n") if not _FRAME.search(line))
    return sum(count for count in counts if count >= _FEWEST_OF_SENTENCE)


def _words_in(line: str) -> int:
    """The words of a line; of a script without spaces, two letters count as one."""
    return len(line.split()) + len(_UNSPACED.findall(line)) // 2


def _page(text: str, found: Extracted, markup: str, url: str | None) -> Page:
    address = url or found.url
    return Page(
        text=text,
        title=found.title,
        outlet=found.sitename or hostname(address),
        byline=found.author,
        published=page_date(markup, found=found.date),
        url=address,
    )


def hostname(url: str | None) -> str | None:
    """The host in a web address, without `www.`: the outlet's name where the page gives no other."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
