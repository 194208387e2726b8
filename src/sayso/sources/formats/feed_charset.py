"""The bytes of a feed, and an encoding that they are really in: what feeds declare is often wrong."""

import re
from typing import NamedTuple

import charset_normalizer

_DECLARED = re.compile(rb"(\s{0,99}<\?xml[^<>]{0,200}?)\sencoding\s{0,9}=\s{0,9}[\"']([^\"'<>]{0,100})[\"']")
# Where Python's own notations, such as `unicode_escape` and `utf-7`, spell something else than ASCII does.
_ASCII = "<?xml version='1.0'?> \\u0041 +ADw-"
# What servers and programs write that were never told of an encoding.
_SAID_OF_ALL = frozenset({"", "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin-1"})
_HIGH = re.compile(rb"[\x80-\xff]+")
_WORDS = re.compile(rb"[^<>]*[\x80-\xff][^<>]*")
_SAMPLE = 65_536


class Charted(NamedTuple):
    """A feed's bytes, and the encoding that its carrier declares; None where the feed's own word counts."""

    content: bytes
    charset: str | None


def charted(content: bytes, charset: str | None) -> Charted:
    """The feed with a declaration, and under a charset, that can be true.

    Valid UTF-8 is that, whatever it is called. Where nobody says more than what is said of everything, words
    of another script are looked at; western ones are left to feedparser, which takes them for Windows-1252.
    """
    declared = _DECLARED.match(content)
    label = declared[2].decode("ascii", "replace").lower() if declared else ""
    bare = content[: declared.end(1)] + content[declared.end() :] if declared else content
    if not content.isascii() and _is_utf_8(content):
        return Charted(bare, None)
    said = {(charset or "").lower(), label}
    if said <= _SAID_OF_ALL and (guess := _other_script(content)):
        return Charted(bare.decode(guess, "replace").encode(), None)
    return Charted(
        content if _spells_ascii(label) else bare, charset if charset and _spells_ascii(charset) else None
    )


def _other_script(content: bytes) -> str | None:
    """The encoding of words that are spelt in high bytes throughout; None where only some letters are."""
    high = _HIGH.findall(content)
    in_words = sum(len(run) for run in high if len(run) >= 3)
    if b"\0" in content[:_SAMPLE] or 2 * in_words <= sum(map(len, high)):
        return None
    sample = b" ".join(_WORDS.findall(content))[:_SAMPLE]
    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best else None


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _spells_ascii(label: str) -> bool:
    try:
        return _ASCII.encode().decode(label) == _ASCII
    except (LookupError, ValueError):
        return False
