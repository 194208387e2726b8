"""Which parts of a letter are what it says, and which are letters of their own."""

import re
from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple

# Texts that nobody wrote to be read: appointments, addresses, styles.
_NO_WORDS = frozenset({"text/calendar", "text/css", "text/directory", "text/vcard", "text/x-vcard"})
_KINDS = ("text/plain", "text/html")
_WORDS = re.compile(rb"[^\s\x00\xa0\xc2]")
_TAG = re.compile(rb"<[^<>]{0,4096}>")
_WORD = re.compile(rb"[^\s<>]+")
# What stands around words signed in clear (RFC 9580, section 7), and the name below a letter (RFC 3676).
_SIGNED = re.compile(
    rb"\s*+-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:[A-Z][^\n]*+\n)*+\r?\n(.*?)"
    rb"-----BEGIN PGP SIGNATURE-----",
    re.DOTALL,
)
_DASHED = re.compile(rb"^- ", re.MULTILINE)
_NAME = re.compile(rb"\n-- \r?\n(?:[^\n]*+\n){0,12}[^\n]*+\Z")
# "This letter is in HTML": a plain part so short beside so long another is a stub.
_STUB, _TIMES = 40, 4


class Said(NamedTuple):
    """The words of a letter, and the part that says in which kind and charset they are."""

    part: Message
    body: bytes


def letters_in(message: Message) -> Iterator[Message]:
    """The letter itself and each one that it forwards or encloses, as digests do."""
    yield message
    for part in message.walk():
        if part.get_content_type() == "message/rfc822" and isinstance(part.get_payload(), list):
            yield from (each for each in part.get_payload() if isinstance(each, Message))


def said_in(message: Message) -> Said | None:
    """What a letter says, enclosed letters left out: its plain words, or else those of another kind.

    Plain parts in a row, as Apple's Mail makes them around pictures, are joined. Attached texts stand in
    where there is nothing else.
    """
    parts = list(_texts(message))
    inline = [each for each in parts if each.part.get_content_disposition() != "attachment"]
    parts = inline or parts
    if not parts:
        return None
    kinds = [*_KINDS, *(each.part.get_content_type() for each in parts)]
    first = min(parts, key=lambda one: kinds.index(one.part.get_content_type()))
    page = next((each for each in parts if each.part.get_content_type() == "text/html"), None)
    if page and first is not page and _is_stub(first.body, page.body):
        return page
    return _joined(first, parts)


def _texts(message: Message) -> Iterator[Said]:
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.is_multipart():
            if part.get_content_maintype() == "multipart":
                waiting += reversed([each for each in part.get_payload() if isinstance(each, Message)])
        elif (
            part.get_content_maintype() in {"text", "multipart"} and part.get_content_type() not in _NO_WORDS
        ):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and _WORDS.search(body):
                yield Said(part, body)


def _is_stub(plain: bytes, page: bytes) -> bool:
    words = len(_WORD.findall(plain[:4096]))
    return words < _STUB and len(_WORD.findall(_TAG.sub(b" ", page))) > _TIMES * words


def _joined(first: Said, parts: list[Said]) -> Said:
    """The plain words with those of the other plain parts in the same charset."""
    kind, charset = first.part.get_content_type(), first.part.get_content_charset()
    if kind != "text/plain":
        return first
    bodies = [
        _bare(each.body)
        for each in parts
        if each.part.get_content_type() == kind
        and (each.body.isascii() or each.part.get_content_charset() == charset)
    ]
    if bodies[1:]:
        return Said(first.part, b"\n\n".join(body.strip(b"\r\n") for body in bodies))
    return Said(first.part, bodies[0])


def _bare(body: bytes) -> bytes:
    """The words without what programs put around them to sign them."""
    if signed := _SIGNED.match(body):
        body = _DASHED.sub(b"", signed[1])
    return _NAME.sub(b"\n", body)
