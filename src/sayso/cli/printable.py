"""Foreign words made safe to print: nothing in a report may move the cursor or turn the line around."""

import unicodedata

_UNSAFE = frozenset({"Cc", "Cs", "Cf", "Co", "Zl", "Zp"})
# Joiners shape letters in Persian and Indic scripts and cannot reorder a line.
_HARMLESS = frozenset("\u200c\u200d\u00ad")


def printable(text: str) -> str:
    """`text` on one line, its white space single, its control and direction characters spelled out."""
    return " ".join(_visible(text).split())


def spaced(text: str) -> str:
    """As `printable`, but white space at either end is kept as one space: for a piece of a longer line."""
    inner = printable(text)
    if not inner:
        return " " if text else ""
    return " " * text[0].isspace() + inner + " " * text[-1].isspace()


def _visible(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(map(_visible_character, text))


def _visible_character(character: str) -> str:
    if character.isspace() or character in _HARMLESS or unicodedata.category(character) not in _UNSAFE:
        return character
    return f"<U+{ord(character):04X}>"
