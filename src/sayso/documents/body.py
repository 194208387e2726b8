"""The article in a page: trafilatura's body text and metadata, from markup that was bounded first."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import trafilatura
from lxml.etree import LxmlError
from trafilatura.settings import Document as Extracted

from sayso.documents.markup import Unusable, bounded
from sayso.documents.page_date import page_date
from sayso.model import Reason

# Above this many elements trafilatura's comparison with jusText is left out: that is quadratic in
# paragraphs (10 s at 10,000). No page of the article sets we looked at has half as many.
_MOST_COMPARED = 4000
# Dates in metadata, markup and URL only: a search of the whole text finds the year in the copyright line.
# The latest date is fixed, because a reading must not depend on the day it is made.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
# What untrusted markup has made the extractor and the libraries under it raise.
_EXTRACTOR_FAILURES = (
    LxmlError, ValueError, TypeError, AttributeError, LookupError,
    AssertionError, OverflowError, RecursionError,
)  # fmt: skip
# An article says something: at least a sentence that is not the frame talking about itself.
_FEWEST_WORDS = 8
_FRAME = re.compile(
    r"(?i)all rights reserved|copyright|©|javascript|\bcookies?\b|your browser|log in|sign up|subscribe"
    r"|page not found"
)
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

    A fragment, such as a feed entry's, is taken as an article whole. Tables and readers' comments are
    left out.
    """
    safe = bounded(html)
    if isinstance(safe, Unusable):
        return safe
    markup = safe.html if _TAG_AT_ALL.search(safe.html) else _as_article(safe.html)
    try:
        for attempt in _attempts(markup, url=url, fast=safe.elements > _MOST_COMPARED):
            text = _paragraphs(attempt.text or "")
            if _says_something(text):
                return _page(text, attempt, markup, url)
    except _EXTRACTOR_FAILURES as error:
        return Unusable(reason=Reason.MALFORMED, detail=f"the extractor failed: {type(error).__name__}")
    return Unusable(reason=Reason.EMPTY_EXTRACTION)


def _attempts(markup: str, *, url: str | None, fast: bool) -> Iterator[Extracted]:
    """Extractions, from the balanced to the greedy."""
    # It logs every page it cannot use; we record a refusal instead.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for greedy in (False, True):
        found = trafilatura.bare_extraction(
            markup,
            url=url,
            fast=fast,
            favor_recall=greedy,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
            prune_xpath=["//nav", "//footer"],
        )
        if isinstance(found, Extracted):
            yield found


def _as_article(fragment: str) -> str:
    # The extractor passes over words that stand in no block, so bare text becomes a paragraph.
    block = (
        fragment if re.search(r"<(?:p|div|br|li|h[1-6])\b", fragment, re.IGNORECASE) else f"<p>{fragment}</p>"
    )
    return f"<html><body><article>{block}</article></body></html>"


def _paragraphs(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _says_something(text: str) -> bool:
    said = (line for line in text.split("\n") if len(line.split()) >= 4 and not _FRAME.search(line))
    return sum(len(line.split()) for line in said) >= _FEWEST_WORDS


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
