"""The canonical-text step: the few changes between decoded and stored text, each of them counted.

What is changed, what is not and why: `docs/canonical-text.md`.
"""

import re
from dataclasses import dataclass

import ftfy
from ftfy.badness import badness

from sayso.model import Repair

_MARK = "\ufeff"
_SURROGATES = re.compile("[\ud800-\udfff]+")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_CONTROLS = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# Judging takes a second per million characters.
_JUDGED = 200_000
# Every sequence that counts as mojibake holds a character outside ASCII that is none of these.
_TELLING = re.compile("[^\x00-\x7f\xa0‘’“”–—…]")

# What UTF-8 is mistaken for; ftfy's variants also take the bytes that these code pages leave open.
_MISTAKEN = ("sloppy-windows-1252", "latin-1", "sloppy-windows-1251")

# Only the step that undoes a wrong decoding: quotation marks, ligatures, widths and normal forms stay.
_ENCODING_ONLY = ftfy.TextFixerConfig(
    unescape_html=False, remove_terminal_escapes=False, fix_latin_ligatures=False,
    fix_character_width=False, uncurl_quotes=False, fix_line_breaks=False, fix_surrogates=False,
    remove_control_chars=False, normalization=None, explain=False,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Canonical:
    """Text as it will be stored, what was changed to get there, and what was left but is worth a warning."""

    text: str
    repairs: tuple[Repair, ...] = ()
    flags: tuple[str, ...] = ()


def canonical(text: str) -> Canonical:
    """The text to store for `text`.

    Changed: one leading byte-order mark and every NUL go, CRLF becomes LF, a lone surrogate becomes
    U+FFFD. Nothing else: no white space is collapsed, nothing is normalised.
    """
    repairs = []
    text, lone = without_surrogates(text)
    if lone:
        repairs.append(Repair(kind="lone surrogate", count=lone))
    if text.startswith(_MARK):
        text = text[1:]
        repairs.append(Repair(kind="byte-order mark", count=1))
    for kind, old, new in (("NUL", "\x00", ""), ("CRLF", "\r\n", "\n")):
        if count := text.count(old):
            text = text.replace(old, new)
            repairs.append(Repair(kind=kind, count=count))
    return Canonical(text=text, repairs=tuple(repairs), flags=_warnings(text))


def without_surrogates(text: str) -> tuple[str, int]:
    """`text` with pairs of surrogates joined and lone ones replaced by U+FFFD, and how many were lone."""
    if not _SURROGATES.search(text):
        return text, 0
    joined = _SURROGATE_PAIR.sub(
        lambda pair: pair.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text
    )
    lone = sum(len(run.group()) for run in _SURROGATES.finditer(joined))
    return _SURROGATES.sub(lambda run: "\ufffd" * len(run.group()), joined), lone


def unscrambled(text: str) -> Canonical:
    """`text` with mojibake undone line by line: for text that we extracted, whose offsets are ours."""
    lines = text.split("\n")
    fixed = [_line_unscrambled(line) for line in lines]
    count = sum(old != new for old, new in zip(lines, fixed, strict=True))
    return Canonical(text="\n".join(fixed), repairs=(Repair(kind="mojibake", count=count),) if count else ())


def encoded_twice(text: str) -> str | None:
    """The text of a file whose every character had been encoded twice; None unless that is unmistakable.

    This undoes a wrong encoding of the whole, as decoding does, and is never done piecewise: where even
    one character is sound as it stands, somebody quoted the mojibake and it is the report's own.
    """
    if text.isascii() or not _is_scrambled(text):
        return None
    for encoding in _MISTAKEN:
        try:
            fixed = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        before = badness(text[:_JUDGED])
        # One odd sequence may be a name; two that both turn sound are no accident.
        return fixed if before >= 2 and badness(fixed[:_JUDGED]) * 4 < before else None
    return None


def _line_unscrambled(line: str) -> str:
    if line.isascii() or not _is_scrambled(line):
        return line
    fixed = ftfy.fix_encoding(line, _ENCODING_ONLY)
    return fixed if "\n" not in fixed and badness(fixed) < badness(line) else line


def _is_scrambled(text: str) -> bool:
    judged = text[:_JUDGED]
    return _TELLING.search(judged) is not None and badness(judged) > 0


def _warnings(text: str) -> tuple[str, ...]:
    """What the stored text keeps, because offsets count it, though it may mislead an eye or a terminal."""
    found = (
        ("control-characters", _CONTROLS.search(text)),
        ("bidi-controls", _BIDI.search(text)),
        ("mojibake", not text.isascii() and _is_scrambled(text)),
    )
    return tuple(flag for flag, present in found if present)
