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
from sayso.sources.formats.mail_parts import Said, letters_in, said_in
from sayso.sources.options import SourceOptions
from sayso.sources.refused import Refused
from sayso.sources.stream import Source, whole

_MEDIA = {"text/plain": Media.TEXT, "text/html": Media.HTML}
# Apple's Mail keeps a letter behind its length, and a list of properties after it (`.emlx`).
_LENGTH = re.compile(rb"(\d{1,12})[ \t]*\r?\n")


def items_in_mail(source: Source, *, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
    """The letter that the source is, and those it encloses."""
    del web
    content = whole(source.stream, cap=options.max_bytes)
    if length := _LENGTH.match(content):
        content = content[length.end() : length.end() + int(length[1])]
    yield from to_letters(content, origin=source.origin)


def to_letters(content: bytes, *, origin: str, part: str | None = None) -> Iterator[RawItem]:
    """What a letter says, and what each letter says that it forwards or encloses, as items of their own.

    Attachments are left out. Refused where it cannot be parsed or none of them holds text.
    """
    try:
        # The older policy: the newer one raises on malformed headers instead of handing them over.
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        letters = [(letter, said_in(letter)) for letter in letters_in(message)]
    except (RecursionError, ValueError, LookupError) as error:
        raise Refused(Reason.MALFORMED, f"a letter that cannot be parsed: {error}") from None
    if not any(said for _, said in letters):
        raise Refused(Reason.EMPTY, "a letter without text")
    for number, (letter, said) in enumerate(letters):
        if said:
            enclosed = f"{part}.{number}" if part else str(number)
            yield _to_item(letter, said, origin=origin, part=enclosed if number else part)


def _to_item(letter: Message, said: Said, *, origin: str, part: str | None) -> RawItem:
    return RawItem(
        origin=origin,
        part=part,
        media=Media.HTML if said.part.get_content_type() == "text/html" else Media.TEXT,
        content=said.body,
        charset=_charset(said.part),
        declared=_declared(letter, url=words(said.part.get("Content-Location"))),
    )


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
    if (plain := _in_utf_8(message, name)) is not None:
        return words(" ".join(plain.split()))
    try:
        return words(" ".join(str(email.header.make_header(email.header.decode_header(value))).split()))
    except (email.errors.HeaderParseError, LookupError, ValueError):
        return words(" ".join(str(value).split()))


def _in_utf_8(message: Message, name: str) -> str | None:
    """The header as it stands, where it is written in UTF-8 without being encoded for the way."""
    raw = next(str(value) for field, value in message.raw_items() if field.lower() == name.lower())
    if raw.isascii() or "=?" in raw:
        return None
    try:
        return raw.encode("utf-8", "surrogateescape").decode()
    except UnicodeError:
        return None


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, ValueError):
        return None
