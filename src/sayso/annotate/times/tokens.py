"""Text as a row of labelled tokens: one character a token, so that grammar rules are regular expressions.

A label stands for the set of categories a token can have ("second" is a unit and an ordinal; "14" a count and
a day of the month). Words that no rule knows share one label and cost next to nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from sayso.annotate.numerals import ORDINALS
from sayso.annotate.quantities import Quantity, quantities_in, quantities_of
from sayso.model import Span

__all__ = ["UNKNOWN", "Labels", "Tokens", "base_labels", "register_numbers", "tokens_in"]

UNKNOWN = "."
"""The label of a token that no rule knows."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"

_TOKEN = re.compile(
    rf"""
    (?P<PART> (?<!\w) (?-i:[QH][1-4]) (?!\w) )
  | (?P<FISCAL> (?<!\w) (?-i:FY) [ -]? (?: \d{{4}} | \d\d ) (?!\w) )
  | (?P<word> (?-i: [^\W\d_]+ ) )
  | (?= \d ) (?:
      (?P<ISO> (?<![\w/.-]) \d{{4}}-\d\d-\d\d (?: T\d\d:\d\d (?: :\d\d (?: \.\d{{1,9}} )? )?
               (?: Z | [+-]\d\d:?\d\d )? )? (?! [\w/-] ) )
    | (?P<NUMERIC> (?<![\w/.-]) (?: \d{{1,2}}(?P<by>[/.])\d{{1,2}}(?P=by)(?:\d{{4}}|\d\d)
                                     | \d{{1,2}}-\d{{1,2}}-\d{{4}}
                                     | \d{{4}}/\d{{1,2}}/\d{{1,2}} )
                   (?! [\w/] | [.-]\d ) )
    | (?P<DTG> (?<!\w) \d\d (?: [ ]? \d{{4}} [ ]? [a-z] [ ]? | \d{{4}} )
               {_MONTH} (?: [ ]? \d{{4}} | [ ]? \d\d )? (?!\w) )
    | (?P<CLOCK> (?<![\w:.]) (?: \d{{1,2}}:\d\d (?: :\d\d )? (?: [ ]? [ap]\.?m\b\.? )?
                 | \d{{1,2}} (?: \.\d\d )? [ ]? [ap]\.?m\b (?: (?<=\.m)\. )?
                 | [0-2]?\d \.[0-5]\d (?= [ ] (?-i: GMT | UTC | BST | CES?T | EES?T | MSK | hrs ) \b ) )
                 (?! [\w:] ) )
    | (?P<MILITARY> (?<![\w:.]) (?: [0-2]\d[0-5]\d (?: z | hrs? | h ) | [0-2]?\d h [0-5]\d ) (?!\w) )
    | (?P<DECADE> (?<!\w) \d{{1,3}}0 ['’]?s (?!\w) )
    | (?P<FRACTION> (?<![\w/]) 1/2 (?![\w/]) )
    | (?P<plain> \d+ (?: st | nd | rd | th )? (?!\w) )
    | (?P<mixed> \d \w* ) )
  | (?P<BREAK> \n [^\S\n]* \n )
  | (?P<POSSESSIVE> ['’]s \b )
  | (?P<SHORT_DECADE> (?<!\w) ['’] \d0 ['’]?s (?!\w) )
  | (?P<mark> [^\w\s] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The stop after "May" ends the sentence.
_ABBREVIATED = re.compile(rf"(?!may){_MONTH}\.(?![^\W\d_]{{2}})", re.IGNORECASE)
_ZONES = ("gmt", "utc")
_ZONED = re.compile(r"(?:gmt|utc) ?[+-] ?\d{1,2}(?::?\d\d)?(?!\w)", re.IGNORECASE)
_SPECIAL = (
    "BREAK", "ISO", "NUMERIC", "DTG", "CLOCK", "MILITARY", "DECADE", "ZONED", "FRACTION", "POSSESSIVE",
    "PART", "FISCAL",
)  # fmt: skip

_INDENT = 40
"""Blanks that a line may begin with, and one more."""

_MARKS: Mapping[str, str] = {
    ",": "COMMA", ".": "STOP", "!": "STOP", "?": "STOP", ";": "SEMICOLON", ":": "COLON", "-": "HYPHEN",
    "–": "HYPHEN", "‑": "HYPHEN", "—": "DASH", "(": "OPEN", ")": "CLOSE", "$": "CURRENCY", "£": "CURRENCY",
    "€": "CURRENCY", "'": "APOSTROPHE", "’": "APOSTROPHE", "#": "CURRENCY", "/": "SLASH",
}  # fmt: skip


@dataclass(slots=True)
class Labels:
    """Which label stands for which set of categories."""

    of: dict[frozenset[str], str] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    """The label of each word, mark and special token; filled once all words are known."""

    def know(self, words: Iterable[str], category: str) -> None:
        """Give words one more category."""
        for word in words:
            self.words[word] = self.words.get(word, frozenset()) | {category}

    def label(self, categories: frozenset[str]) -> str:
        """The label of a set of categories, a new one where the set is new."""
        if not categories:
            return UNKNOWN
        return self.of.setdefault(categories, chr(0x4E00 + len(self.of)))

    def number(self, quantity: Quantity, text: str) -> str:
        """The label of a number."""
        categories = categories_of_number(quantity, text)
        categories |= self.words.get(quantity.span.of(text).lower(), frozenset())
        return self.of.get(categories, self.of[frozenset({"COUNT"})])

    def having(self, category: str) -> str:
        """All labels whose set holds the category."""
        return "".join(label for categories, label in self.of.items() if category in categories)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens: where each stands, its label, and what the numbers among them amount to."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    labels: str
    amounts: Mapping[int, Fraction]

    def word(self, index: int) -> str:
        """The token in lower case, without an abbreviation's full stop; empty beyond either end."""
        if not 0 <= index < len(self.starts):
            return ""
        return self.text[self.starts[index] : self.ends[index]].lower().rstrip(".")

    def written(self, index: int) -> str:
        """The token as it stands."""
        return self.text[self.starts[index] : self.ends[index]]

    def opens_line(self, index: int) -> bool:
        """Whether nothing but blanks stands before the token in its line."""
        before = self.text[max(0, self.starts[index] - _INDENT) : self.starts[index]]
        _, line_end, indent = before.rpartition("\n")
        return not indent.strip() and (bool(line_end) or len(before) < _INDENT)


def categories_of_number(quantity: Quantity, text: str) -> frozenset[str]:
    """What a number can be in a time expression, by how it is written and how large it is."""
    amount, written = quantity.amount, quantity.span.of(text)
    if amount is None:
        return frozenset({"HUNDREDS"})
    whole = int(amount) if amount.denominator == 1 else None
    if quantity.ordinal:
        names = {"ORDINAL"} | ({"NTH_DAY"} if whole and whole <= 31 else set())
        return frozenset(names | ({"NTH_QUARTER"} if whole and whole <= 4 else set()))
    if whole is not None and not quantity.is_digit and _is_spoken_year(written, whole):
        return frozenset({"YEAR"})
    names = {"COUNT"}
    if whole is None:
        return frozenset(names)
    if 1 <= whole <= 31:
        names.add("DAY" if quantity.is_digit and len(written) <= 2 else "DAY_WORD")
    if 1 <= whole <= 24 and len(written) <= 2:
        names.add("HOUR")
    if quantity.is_digit and written.isdigit():
        names |= _categories_of_digits(written, whole)
    elif 1900 <= whole <= 2100 and not quantity.is_digit:
        names.add("YEAR_WORD")
    return frozenset(names)


def _is_spoken_year(written: str, whole: int) -> bool:
    """Whether it is said in pairs of figures: "nineteen ninety-one"."""
    return 1800 <= whole < 2100 and not re.search("hundred|thousand", written, re.IGNORECASE)


def _categories_of_digits(written: str, whole: int) -> set[str]:
    names = set()
    if len(written) == 2:
        names.add("SHORT_YEAR")
    if len(written) == 4:
        if whole // 100 <= 24 and whole % 100 < 60:
            names.add("HOURS_MINUTES")
        if 1000 <= whole <= 2100:
            names.add("YEAR")
        if written[0] == "0":
            names.add("LEADING_ZERO")
    return names


_SPECIMENS = (
    "0 00 05 5 13 24 25 31 45 99 100 1000 1430 1987 2099 2130 2160 2400 2430 3000 0430 0480 1.5".split()
)


def base_labels() -> Labels:
    """The labels of everything that is not a word of a rule: marks, numbers, special tokens."""
    labels = Labels()
    for category in _SPECIAL:
        labels.label(frozenset({category}))
    for category in (*_MARKS.values(), "HUNDREDS", "YEAR"):
        labels.label(frozenset({category}))
    return labels


def register_numbers(labels: Labels) -> None:
    """Make sure that every set of categories a number can have has its label, once all words are known."""
    ordinals = [*ORDINALS, "1st", "5th", "31st", "32nd", "twenty-first", "forty-first"]
    words = ["one", "two", "ten", "thirty-one", "fifty", "two thousand", "nineteen hundred", "five thousand"]
    for written in (*_SPECIMENS, *ordinals, *words, "1,990", "dozens"):
        for quantity in quantities_in(written):
            known = labels.words.get(written, frozenset())
            labels.label(categories_of_number(quantity, written) | known)
    labels.known = {word: labels.label(categories) for word, categories in labels.words.items()}
    labels.known |= {mark: labels.label(frozenset({category})) for mark, category in _MARKS.items()}
    labels.known |= {category: labels.label(frozenset({category})) for category in (*_SPECIAL, "YEAR")}
    labels.known |= {"SHORT_DECADE": labels.known["DECADE"], "½": labels.known["FRACTION"]}


def _with_spoken_years(text: str) -> Iterator[Quantity]:
    """The text's quantities, with "nineteen" and "ninety-one" side by side taken as one year."""
    before: Quantity | None = None
    for quantity in quantities_of(text):
        year = _spoken_year(before, quantity, text) if before is not None else None
        if year is not None:
            before = year
            continue
        if before is not None:
            yield before
        before = quantity
    if before is not None:
        yield before


def _spoken_year(before: Quantity, after: Quantity, text: str) -> Quantity | None:
    hundreds, rest = before.amount, after.amount
    if (
        hundreds not in (18, 19, 20)
        or rest is None
        or not 10 <= rest <= 99
        or before.is_digit
        or after.is_digit
    ):
        return None
    if before.ordinal or after.ordinal or text[before.span.end : after.span.start] not in (" ", "-", "\n"):
        return None
    return Quantity(span=Span(before.span.start, after.span.end), amount=hundreds * 100 + rest)


def tokens_in(text: str, labels: Labels) -> Tokens:
    """The text's tokens, number phrases ("two hundred and five") as one token each."""
    quantities = {quantity.span.start: quantity for quantity in _with_spoken_years(text)}
    starts: list[int] = []
    ends: list[int] = []
    row: list[str] = []
    amounts: dict[int, Fraction] = {}
    resume = 0
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if start < resume:
            continue
        kind = found.lastgroup
        quantity = quantities.get(start)
        if quantity is not None and kind in ("word", "plain"):
            end = quantity.span.end
            label = labels.number(quantity, text)
            if quantity.amount is not None:
                amounts[len(row)] = quantity.amount
        elif kind == "word":
            word = found[0].lower()
            label = labels.known.get(word, UNKNOWN)
            if label is not UNKNOWN:
                if text[end : end + 1] == ".":
                    short = _ABBREVIATED.match(text, start)
                    end = short.end() if short is not None else end
                elif word in _ZONES and (zoned := _ZONED.match(text, start)) is not None:
                    label, end = labels.known["ZONED"], zoned.end()
        elif kind == "mark":
            label = labels.known.get(found[0], UNKNOWN)
        elif kind == "plain" and end - start == 4 and text[start - 1 : start] in ("-", "–"):
            # "mid-1996": no number for numbers.py, since "T-1996" looks the same.
            label, amounts[len(row)] = labels.known["YEAR"], Fraction(int(found[0]))
        else:
            label = labels.known.get(kind or "", UNKNOWN)
        resume = end
        starts.append(start)
        ends.append(end)
        row.append(label)
    return Tokens(text, starts, ends, "".join(row), amounts)
