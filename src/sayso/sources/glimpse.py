"""A first look at bytes: are they text, and if so roughly which?

Only good enough to tell formats apart. How an item is decoded for reading is settled later, with more care.
"""

import codecs
import re
import unicodedata

from sayso.model import Reason
from sayso.sources.refused import Refused

# Byte-order marks, longest first: UTF-32's begins with UTF-16's.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# "<?xm" in EBCDIC (XML 1.0, appendix F).
_EBCDIC = b"\x4c\x6f\xa7\x94"
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")

# Written text holds next to no control bytes. Random and packed bytes hold 10 % and are half high bytes;
# compiled programs hold more, and fewer high ones. A short note with a few NULs in it is still a note.
_CLEAN, _RUINED, _RUINED_IF_SHORT = 0.01, 0.1, 0.3
_SHORT = 512
_HIGH_OF_BINARY = 0.2
# Random bytes read as UTF-16 are 15 % unassigned or private, and hold under 1 % ASCII and punctuation.
_ODD, _PLAIN = 0.05, 0.03
_LOOKED_AT = 4096
_PADDING = 16


def glimpse(head: bytes) -> str:
    """`head` as text, byte for character unless it is plainly wider. Refused as binary if it is no text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    if head.startswith(_EBCDIC):
        return head.decode("cp037")
    content = head.rstrip(b"\0")
    if content and len(head) - len(content) >= _PADDING:  # room set aside, or the end that a crash left
        head = content
    controls = len(_CONTROLS.findall(head)) / max(len(head), 1)
    if controls > _CLEAN:
        plain, text = max(_wide(head, encoding) for encoding in _WIDE)
        if plain >= _PLAIN:
            return text
        high = len(_HIGH.findall(head)) / len(head)
        ruined = _RUINED_IF_SHORT if len(head) < _SHORT else _RUINED
        if controls > ruined or (high > _HIGH_OF_BINARY and not _is_utf_8(head)):
            raise Refused(Reason.BINARY, "bytes that are no text in any known form")
    return head.decode("utf-8" if _is_utf_8(head) else "latin-1", "ignore")


def _wide(head: bytes, encoding: str) -> tuple[float, str]:
    """`head` in a 16- or 32-bit encoding, after how plain a text that makes of it."""
    text = head.decode(encoding, "replace")
    sample = [(each, unicodedata.category(each)[0]) for each in text[:_LOOKED_AT]]
    odd = sum(each == "\ufffd" or (kind == "C" and each not in "\t\n\r\f\ufeff") for each, kind in sample)
    plain = sum(each.isspace() or each < "\x7f" or kind == "P" for each, kind in sample)
    return (plain / len(sample) if odd <= len(sample) * _ODD else 0.0), text


def _is_utf_8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True
