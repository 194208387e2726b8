"""Letters: one message in the format of RFC 5322, as `.eml` files hold it."""

import email
import email.errors
import email.header
import email.policy
from collections.abc import Iterator
from email.message import Message

from sayso.model import Declared, Media, PublishedFrom, RawItem, Reason, Refusal
from sayso.sources.declared import moment, words
from sayso.sources.fetch import Web
from sayso.sources.options import SourceOptions
from sayso.sources.refused import Refused
from sayso.sources.stream import Source, whole

_BODIES = {"text/plain": Media.TEXT, "text/html": Media.HTML}


def items_in_mail(source: Source, *, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
    """The one letter that the source is."""
    del web
    yield to_letter(whole(source.stream, cap=options.max_bytes), origin=source.origin)


def to_letter(content: bytes, *, origin: str, part: str | None = None) -> RawItem:
    """The text of a letter: its plain part, or else its HTML part. Attachments are left out.

    Refused where it cannot be parsed or holds no text.
    """
    try:
        # The older policy: the newer one raises on malformed headers instead of handing them over.
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        bodies = {
            each.get_content_type(): each
            for each in reversed(list(message.walk()))
            if each.get_content_type() in _BODIES and each.get_content_disposition() != "attachment"
        }
    except (RecursionError, ValueError, LookupError) as error:
        raise Refused(Reason.MALFORMED, f"a letter that cannot be parsed: {error}") from None
    for kind, media in _BODIES.items():
        body = bodies[kind].get_payload(decode=True) if kind in bodies else None
        if isinstance(body, bytes) and body.strip():
            return RawItem(
                origin=origin,
                part=part,
                media=media,
                content=body,
                charset=_charset(bodies[kind]),
                declared=_declared(message),
            )
    raise Refused(Reason.EMPTY, "a letter without text")


def _declared(message: Message) -> Declared:
    published = moment(_header(message, "Date"))
    return Declared(
        title=_header(message, "Subject"),
        byline=_header(message, "From"),
        published=published,
        published_from=PublishedFrom.GIVEN if published else None,
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
