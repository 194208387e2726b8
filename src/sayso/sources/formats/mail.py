"""Letters: one message in the format of RFC 5322, as `.eml` files hold it."""

import email
import email.errors
import email.header
import email.policy
import re
from collections.abc import Iterator
from email.message import Message

from sayso.model import Declared, Media, PublishedFrom, RawItem, Reason, Refusal
from sayso.sources.declared import moment, words
from sayso.sources.fetch import Web
from sayso.sources.options import SourceOptions
from sayso.sources.refused import Refused
from sayso.sources.stream import Source, whole

_MEDIA = {"text/plain": Media.TEXT, "text/html": Media.HTML}
# Texts that nobody wrote to be read: appointments, addresses, styles.
_NO_WORDS = frozenset({"text/calendar", "text/css", "text/directory", "text/vcard", "text/x-vcard"})
_WORDS = re.compile(rb"[^\s\x00\xa0\xc2]")


def items_in_mail(source: Source, *, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
    """The one letter that the source is."""
    del web
    yield to_letter(whole(source.stream, cap=options.max_bytes), origin=source.origin)


def to_letter(content: bytes, *, origin: str, part: str | None = None) -> RawItem:
    """The text of a letter: its plain part, or else its HTML part. Attachments are left out.

    Other kinds of text stand in where there is neither, and so do parts that nothing parts from each other.
    Refused where it cannot be parsed or holds no text.
    """
    try:
        # The older policy: the newer one raises on malformed headers instead of handing them over.
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        bodies = [(each, body) for each in message.walk() if (body := _body(each))]
    except (RecursionError, ValueError, LookupError) as error:
        raise Refused(Reason.MALFORMED, f"a letter that cannot be parsed: {error}") from None
    if not bodies:
        raise Refused(Reason.EMPTY, "a letter without text")
    kinds = [*_MEDIA, *(each.get_content_type() for each, _ in bodies)]
    part_read, body = min(bodies, key=lambda one: kinds.index(one[0].get_content_type()))
    return RawItem(
        origin=origin,
        part=part,
        media=_MEDIA.get(part_read.get_content_type(), Media.TEXT),
        content=body,
        charset=_charset(part_read),
        declared=_declared(message, url=words(part_read.get("Content-Location"))),
    )


def _body(part: Message) -> bytes | None:
    """The words of a part of a letter; None where it holds none, or parts of its own."""
    kind, is_text = part.get_content_type(), part.get_content_maintype() in {"text", "multipart"}
    if part.is_multipart() or not is_text or kind in _NO_WORDS:
        return None
    if part.get_content_disposition() == "attachment":
        return None
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) and _WORDS.search(body) else None


def _declared(message: Message, *, url: str | None) -> Declared:
    published = moment(_header(message, "Date"))
    return Declared(
        title=_header(message, "Subject"),
        byline=_header(message, "From"),
        published=published,
        published_from=PublishedFrom.GIVEN if published else None,
        # Where a page that was saved with its pictures (MHTML) was saved from.
        url=url if url and url.startswith(("http://", "https://")) else None,
        external_id=_header(message, "Message-ID"),
    )


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    if value is None:
        return None
    try:
        return words(" ".join(str(email.header.make_header(email.header.decode_header(value))).split()))
    except (email.errors.HeaderParseError, LookupError, ValueError):
        return words(" ".join(str(value).split()))


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, ValueError):
        return None
