"""The charsets that a carrier and a page declare, and which codec each label means."""

import codecs
import re
from collections.abc import Iterator

# What browsers take these labels to mean (WHATWG Encoding Standard, section 4.2).
_READ_AS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932",
}  # fmt: skip

# Codecs of the standard library that are no charset of any document: a page that declares one is playing.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7", "mbcs", "oem"}
)

_COMMENT = re.compile(rb"<!--(?:[^-]|-(?!->))*+(?:-->|\Z)")
# A page's own word stands in its declaration or a `meta`; that of a script or a link is about another file.
_DECLARED = re.compile(
    rb"<(?:\?xml\b[^<>]{0,200}?\bencoding|meta\b[^<>]{0,400}?\bcharset)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:\-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 65_536


def labels(content: bytes, charset: str | None) -> Iterator[str]:
    """The charsets that the carrier and then the page itself declare."""
    if charset:
        yield charset
    head = content[:_HEAD]
    if head.lstrip()[:1] == b"<":
        for found in _DECLARED.finditer(_COMMENT.sub(b"", head)):
            yield found.group(1).decode("ascii")


def codec(label: str) -> str | None:
    """The codec that a label means; None where it means none that a document may use."""
    try:
        name = codecs.lookup(label.strip(" \"'")).name
        b"a".decode(name)  # `zip` and its like are codecs, too, but of no text
    except (LookupError, ValueError):
        return None
    if name in _NO_CHARSETS or name.startswith("utf"):
        return None  # UTF-8 and marked UTF-16 have had their turn: such a label was wrong
    return _READ_AS.get(name, name)
