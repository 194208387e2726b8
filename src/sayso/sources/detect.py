"""Which format some bytes are in, told by the bytes; a name is asked only where they leave it open."""

import json
import re
from collections.abc import Sequence
from enum import StrEnum

from sayso.model import Reason
from sayso.sources import markup
from sayso.sources.glimpse import glimpse
from sayso.sources.magic import refuse_by_magic
from sayso.sources.refused import Refused
from sayso.sources.stream import HEAD


class Format(StrEnum):
    """A format that is read."""

    TEXT = "text"
    HTML = "html"
    FEED = "feed"
    SITEMAP = "sitemap"
    RECORDS = "records"
    WARC = "warc"
    EMAIL = "email"
    MAILBOX = "mailbox"
    PDF = "pdf"


WARC_OPENING = b"WARC/"
_WARC = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*WARC/\d\.\d")
# What a server or a mailer left before a PDF is passed over, as all viewers do (PDF 1.7, appendix H.3).
_PDF = re.compile(rb"\s{0,999}%PDF-|(?s:.{1,1024}?%PDF-\d\.\d\s.{0,256}?\d \d{1,5} obj)")

_ROOTS = {
    "rss": Format.FEED,
    "feed": Format.FEED,
    "entry": Format.FEED,
    "rdf": Format.FEED,
    "channel": Format.FEED,
    "urlset": Format.SITEMAP,
    "sitemapindex": Format.SITEMAP,
}
_NAMED = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    ".json": Format.RECORDS,
    ".jsonl": Format.RECORDS,
    ".ndjson": Format.RECORDS,
    "application/json": Format.RECORDS,
    "application/feed+json": Format.RECORDS,
    "application/jsonl": Format.RECORDS,
    "application/x-ndjson": Format.RECORDS,
    ".warc": Format.WARC,
}
"""Formats that a file suffix or a media type may suggest, where the content would also pass as plain text."""
# Read as a text, all the reports of a table would be one.
_TABLES = frozenset({".csv", ".tsv", "text/csv", "text/tab-separated-values"})

_JSON_OPENING = re.compile(r"\s*+(?:\[\s*+)?\{\s*(?:\"[^\"\n]{0,200}\"\s*:|\}|$)")
_PRINTED = re.compile(
    r"\s*(?:[\[\]{}]+,?|\"[^\"]*\"\s*:.*|\"[^\"]*\",?|[-\d.eE+]+,?|true,?|false,?|null,?)\s*$"
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?(.*)")
# Apple's Mail writes a letter's length before it.
_LENGTH = re.compile(r"\d{1,12}[ \t]*\r?\n")
_POSTMARK = re.compile(r"\s*From \S[^\n]*\d:\d\d")
_SENDERS = frozenset(
    {"from", "sender", "return-path", "received", "x-original-to", "delivered-to", "mime-version"}
)
_ENVELOPE = frozenset(
    "to cc bcc date subject message-id mime-version content-type reply-to in-reply-to references".split()
)


def detect(head: bytes, *, named: str | None = None) -> Format:
    """The format of what begins with `head`: its first `HEAD` bytes, or all there are.

    Refused where it is one that is not read.

    `named` is the file suffix or media type. It decides only between formats that are all text: a picture
    named `.html` stays a picture, a page named `.txt` stays a page.
    """
    if not head:
        raise Refused(Reason.EMPTY)
    refuse_by_magic(head)
    # An archive whose beginning is gone still has records; a text about archives is not called one.
    if _WARC.match(head) or (_NAMED.get(named or "") is Format.WARC and WARC_OPENING in head):
        return Format.WARC
    if _PDF.match(head):
        return Format.PDF
    text = glimpse(head)
    suggested = _NAMED.get(named or "")
    format = _markup_format(text, suggested) or _plain_format(text, suggested, complete=len(head) < HEAD)
    if format is Format.TEXT and named in _TABLES:
        raise Refused(Reason.UNSUPPORTED_FORMAT, "a table; put its reports into JSON, one on each line")
    return format


def _markup_format(text: str, suggested: Format | None) -> Format | None:
    root = markup.root_of(text)
    if root in _ROOTS:
        return _ROOTS[root]
    if feed := markup.feed_after(text):
        return _ROOTS[feed]
    if markup.is_html(root):
        return Format.HTML
    if feed := markup.feed_in(text):
        return _ROOTS[feed]
    if markup.is_xml(text, root):
        markup.refuse_entity_bomb(text)
        # Pages may open with elements of their own making, or with a comment that is longer than the head.
        if suggested is Format.HTML and not text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
            return Format.HTML
        raise Refused(Reason.UNSUPPORTED_FORMAT, f"XML that is no feed, sitemap or page (<{root or '?'}>)")
    return None


def _plain_format(text: str, suggested: Format | None, *, complete: bool) -> Format:
    if suggested is Format.RECORDS or _is_json(text, complete=complete):
        return Format.RECORDS
    length = _LENGTH.match(text)
    if _is_email(text[length.end() if length else 0 :]):
        return Format.EMAIL
    if (postmark := _POSTMARK.match(text)) and _is_email(text[postmark.end() :].partition("\n")[2]):
        return Format.MAILBOX
    has_tags = markup.has_tags(text) or markup.root_of(text) is not None or text.lstrip().startswith("<!--")
    if markup.begins_page(text) or (suggested is Format.HTML and has_tags):
        return Format.HTML
    return Format.TEXT


def _is_json(text: str, *, complete: bool) -> bool:
    """Whether the text goes on as it opens: a note in braces above a report does not make it records."""
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return False
    if complete and _is_object_or_list(text):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) == 1:
        return not complete and bool(_JSON_OPENING.match(text))
    lines = lines if complete else lines[:-1]
    return are_records(lines) or (not complete and _is_printed_json(lines))


def are_records(lines: Sequence[str]) -> bool:
    """Whether the lines are JSON objects, one each; a minority may be broken."""
    braced = sum(line.lstrip().startswith("{") for line in lines)
    return braced >= 0.8 * len(lines) and 2 * sum(map(_is_object, lines)) >= max(len(lines), 1)


def _is_object(line: str) -> bool:
    """Whether a line is an object, but for the marks of a sequence (RFC 7464) or a list around it."""
    bare = line.strip().removesuffix(",")
    return bare.startswith("{") and _is_object_or_list(bare)


def _is_object_or_list(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def _is_printed_json(lines: Sequence[str]) -> bool:
    """Whether the lines are those of JSON printed for people: each a key, a bracket or a value."""
    return sum(bool(_PRINTED.match(line)) for line in lines) >= 0.9 * len(lines)


def _is_email(text: str) -> bool:
    """Whether the text opens with a letter's header: a sender and two more fields, and no other line.

    A page saved with its pictures (MHTML) is a letter that may have no sender.
    """
    names = []
    for line in text.split("\n")[:200]:
        if not line.strip():
            break
        field = _HEADER.match(line.rstrip("\r"))
        if field:
            names.append(field[1].lower())
        elif not (names and line[0] in " \t"):
            return False
    return bool(_SENDERS.intersection(names)) and len(_ENVELOPE.intersection(names)) >= 2
