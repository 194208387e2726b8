"""Bytes into characters: by mark, as strict UTF-8, as declared, or by a guess that says it is one."""

import codecs
import re
import unicodedata
from dataclasses import dataclass, replace

import charset_normalizer

from sayso.documents.labels import codec, labels

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is a prefix of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SAMPLE = 65_536
_HIGH = re.compile(rb"[\x80-\xff]")
# ISO 2022: letters spelt in seven bits.
_ESCAPE = re.compile("\x1b[$(]")
_ALL_ACCENTED = re.compile("[\xc0-\u024f]{3,}")
_ACCENTED_IN_WORD = re.compile("[A-Za-z][\xc0-\u024f]|[\xc0-\u024f][A-Za-z]")
# What Java and old databases write as UTF-8: pairs of surrogates in three bytes each, and NUL in two.
_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_LONG_NUL = b"\xc0\x80"
_SOUND = 3
# Of fewer bytes anything may be true.
_SHORTEST_LIE = 32
# How much of a long line is looked at on both sides of a high byte.
_AROUND = 2_000
# Text in another script than ours has control characters now and then; a picture has one in three.
_MOST_CONTROLS = 0.02
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text, and how sure we are of the encoding that it came out of."""

    text: str
    encoding: str
    guessed: bool = False
    """The encoding was neither marked, nor declared, nor UTF-8."""
    lost: int = 0
    """How many undecodable stretches became U+FFFD."""


def decoded(content: bytes, *, charset: str | None = None) -> Decoded | None:
    """The text that `content` spells; None where no encoding makes it readable.

    `charset` is what the carrier declared. It is tried after strict UTF-8, because servers declare
    latin-1 for UTF-8 pages far more often than legacy text happens to be valid UTF-8.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            marked = _lossy(content, encoding)
            if not _is_lie(mark, content, marked):
                return marked
            unmarked = _unmarked(content[len(mark) :], charset)
            return replace(unmarked, guessed=True) if unmarked else marked
    return _unmarked(content, charset)


def _unmarked(content: bytes, charset: str | None) -> Decoded | None:
    return (
        _utf8(content)
        or _wide(content)
        or _mostly_utf8(content)
        or _declared(content, charset)
        or _escaped(content)
        or _by_line(content)
        or _guessed(content)
        or _declared(content, charset, whatever=True)
    )


def _is_lie(mark: bytes, content: bytes, marked: Decoded) -> bool:
    """Whether a mark was put before bytes of another encoding, as editors do that are told to "save as"."""
    if mark == codecs.BOM_UTF8:
        return marked.lost > len(marked.text) // 20
    rest = content[len(mark) :][:_SAMPLE]
    # Wide characters are never valid UTF-8 for long, unless they are ASCII, and then every other byte is NUL.
    return len(rest) >= _SHORTEST_LIE and 0 not in rest and _lost(rest) <= 1


def _lossy(content: bytes, encoding: str) -> Decoded:
    """Decode with a known encoding; lone surrogates pass, for the canonical step to count."""
    try:
        # "surrogatepass" would keep a surrogate pair in UTF-8 (CESU-8) too, which is not wanted there.
        errors = "strict" if encoding == "utf-8" else "surrogatepass"
        return Decoded(text=content.decode(encoding, errors), encoding=encoding)
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
        return Decoded(text=text, encoding=encoding, lost=text.count("\ufffd"))


def _utf8(content: bytes) -> Decoded | None:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # UTF-16 of Latin or Cyrillic letters is valid UTF-8 too, but full of control characters.
    if "\x00" in text[:_SAMPLE] and _controls(text[:_SAMPLE]) > 0.2:
        return None
    if _escaped(content) is not None:
        return None
    return Decoded(text=text, encoding="utf-8")


def _wide(content: bytes) -> Decoded | None:
    """UTF-32 or UTF-16 without a mark, told by where the NULs stand."""
    sample = content[: _SAMPLE // 4 * 4]
    if sample.count(0) < max(1, len(sample) // 100):
        return None
    for encoding, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        nul_column = width - 1 if encoding.endswith("le") else 0
        if sample[nul_column::width].count(0) <= sample[width - 1 - nul_column :: width].count(0):
            continue
        try:
            text = content[: len(content) // width * width].decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.count("\x00") == 0 and _controls(text[:_SAMPLE]) < _MOST_CONTROLS:
            return Decoded(text=text, encoding=encoding, guessed=True)
    return None


def _declared(content: bytes, charset: str | None, *, whatever: bool = False) -> Decoded | None:
    """By the first label that gives a text; a plausible one, unless `whatever` it gives will do."""
    for label in labels(content, charset):
        encoding = codec(label)
        if encoding is None:
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _controls(text[:_SAMPLE]) >= _MOST_CONTROLS:
            continue
        if whatever or not (_ESCAPE.search(text[:_SAMPLE]) or _is_scrambled(content, encoding)):
            return Decoded(text=text, encoding=encoding)
    return None


def _is_scrambled(content: bytes, encoding: str) -> bool:
    """Whether an encoding makes words of nothing but accented letters, which no language has.

    So another script looks in a Latin code page: servers call everything latin-1 that nobody told them of.
    """
    text = _telling(content).decode(encoding, "ignore")
    return len(_ALL_ACCENTED.findall(text)) > len(_ACCENTED_IN_WORD.findall(text))


def _escaped(content: bytes) -> Decoded | None:
    """Letters of Japanese and Korean spelt in seven bits (ISO 2022), undeclared."""
    if not _ESCAPE.search(content[:_SAMPLE].decode("latin-1")):
        return None
    for encoding in ("iso2022_jp_ext", "iso2022_kr"):
        try:
            return Decoded(text=content.decode(encoding), encoding=encoding, guessed=True)
        except UnicodeDecodeError:
            continue
    return None


def _mostly_utf8(content: bytes) -> Decoded | None:
    """UTF-8 with a few broken places, such as a file cut off inside a character, whatever it is declared as.

    Characters of several bytes spell themselves out: in texts of 30 legacy encodings they come about by
    accident, but never `_SOUND` times as often as bytes that fit into none.
    """
    if _lost(content[:_SAMPLE]) > _SAMPLE // _SOUND:
        return None  # far from UTF-8; replacing each of millions of bytes would take its time
    text = _PAIR.sub(_joined, content).replace(_LONG_NUL, b"\0").decode("utf-8", "replace")
    lost = text.count("\ufffd")
    sound = sum(1 for char in text[:_SAMPLE] if char > "\x7f" and char != "\ufffd")
    cut_off = lost == 1 and text.endswith("\ufffd") and len(content) >= _SHORTEST_LIE
    if not sound or (sound < _SOUND * lost and not cut_off):
        return None
    return Decoded(text=text, encoding="utf-8", lost=lost)


def _joined(pair: re.Match[bytes]) -> bytes:
    """The character that a pair of surrogates in UTF-8 stands for."""
    return (
        pair[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()
    )


def _lost(content: bytes) -> int:
    return content.decode("utf-8", "replace").count("\ufffd")


def _by_line(content: bytes) -> Decoded | None:
    """Lines in UTF-8 among lines that are not, as in a file put together from several."""
    lines = content.split(b"\n")
    others = [line for line in lines if not _is_utf8(line)]
    sound = sum(not line.isascii() for line in lines) - len(others)
    # In texts of 60 legacy encodings not one line with a high byte is UTF-8 by accident.
    if sound < max(2, len(others) // 4):
        return None
    rest = _guessed(b"\n".join(others))
    if rest is None:
        return None
    text = "\n".join(line.decode("utf-8" if _is_utf8(line) else rest.encoding, "replace") for line in lines)
    return replace(rest, text=text, encoding=f"utf-8+{rest.encoding}")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _guessed(content: bytes) -> Decoded | None:
    sample = _telling(content)
    encoding = _western(sample) or _by_statistics(sample)
    if encoding is None:
        return None
    text = content.decode(encoding, "replace")
    if _controls(text[:_SAMPLE]) >= _MOST_CONTROLS:
        return None
    return Decoded(text=text, encoding=encoding, guessed=True, lost=text.count("\ufffd"))


def _telling(content: bytes) -> bytes:
    """The lines that tell encodings apart, those with high bytes; a cap keeps guessing quick."""
    if len(content) <= _SAMPLE:
        return content
    found, at = bytearray(), 0
    while len(found) < _SAMPLE and (high := _HIGH.search(content, at)):
        begin = max(at, content.rfind(b"\n", at, high.start()) + 1, high.start() - _AROUND)
        line_end = content.find(b"\n", high.end(), high.end() + _AROUND)
        at = high.end() + _AROUND if line_end < 0 else line_end + 1
        found += content[begin:at]
    return bytes(found) or content[:_SAMPLE]


def _western(sample: bytes) -> str | None:
    """The code page of a Latin text that is nearly all ASCII; statistics have too little to go on there.

    Each candidate is judged by what its few high bytes become: quotation marks and dashes where those
    belong, small letters among letters.
    """
    high = sum(byte > 0x7F for byte in sample)
    letters = sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    if not 0 < high <= max(3, letters // 12):
        return None
    scores = {encoding: _fit(sample, encoding) for encoding in ("cp1252", "mac_roman", "cp850")}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] > 0.5 * high and not _is_scrambled(sample, best) else None


def _fit(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    return sum(
        _belongs(text[max(0, at - 1) : at] or " ", char, text[at + 1 : at + 2] or " ")
        for at, char in enumerate(text)
        if char > "\x7f"
    )


# The order of preference where a byte has a plausible reading in several code pages.
_QUOTES_OPEN, _QUOTES_CLOSE, _SIGNS = "“‘«", "”’»", "–—…•·\xa0€£§°®©™½¼¾"


def _belongs(before: str, char: str, after: str) -> float:
    """How well a character fits between its neighbours, from -1 to 1."""
    if char in _QUOTES_OPEN:
        return 1.0 if not before.isalnum() and not after.isspace() else -0.5
    if char in _QUOTES_CLOSE:
        return 1.0 if not before.isspace() else -0.5
    if char in _SIGNS:
        return 0.9
    if char.islower():
        return 0.8 if before.isalpha() or after.isalpha() else -0.5
    if char.isupper():
        inside_word = before.isalpha() and before.islower()
        return -1.0 if inside_word or not after.isalpha() else 0.5
    return -0.8


def _by_statistics(sample: bytes) -> str | None:
    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best is not None and best.encoding != "ascii" else None


def _controls(text: str) -> float:
    """The share of characters that no text has: controls other than white space, and unassigned ones."""
    if not text:
        return 0.0
    strange = len(_CONTROLS.findall(text))
    strange += sum(unicodedata.category(char) == "Cn" for char in text[:2000] if char > "\u02ff")
    return strange / len(text)
