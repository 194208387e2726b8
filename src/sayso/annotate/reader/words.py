"""Words: a text as the encoder is shown it: word pieces, letter case, paragraph marks, windows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.model import Span

Ints = npt.NDArray[np.int64]

# Rows of the encoder's own vocabulary: opening and closing mark of a window, and a row left free for us.
_OPEN, _CLOSE, _PARAGRAPH = 101, 102, 2
_LINE_END = re.compile(r"[\n\u2028\u2029]")
_BLANK_LINE = re.compile(r"\n[ \t\r\xa0]*\n|[\u2028\u2029]")
_POSSESSIVE = re.compile(r"\s?['’]s?\Z", re.IGNORECASE)
# Lines longer than this are not hard-wrapped, so that a single line end is a paragraph's.
_WIDEST_WRAP = 110


class Case(IntEnum):
    """How a word is written: the encoder folds case, so this is told to it apart."""

    LOWER = 0
    INITIAL = 1
    CAPITALS = 2
    MIXED = 3
    DIGITS = 4
    MARK = 5
    OTHER = 6
    PARAGRAPH = 7


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A text's words, each with its place in the text and among the word pieces."""

    pieces: Ints
    cases: Ints
    """The case of the word that each piece belongs to."""
    first: Ints
    """Each word's first piece."""
    starts: Ints
    ends: Ints
    breaks: Ints
    """The pieces at which a sentence begins."""

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, end: int) -> Span:
        """The span from word `first` up to, not including, word `end`."""
        return Span(int(self.starts[first]), int(self.ends[end - 1]))

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The words that overlap the characters `[start, end)`, as a half-open range."""
        return int(np.searchsorted(self.ends, start, "right")), int(np.searchsorted(self.starts, end, "left"))


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch `[start, end)` of a text's word pieces that the encoder sees at once."""

    start: int
    end: int


def words_of(text: str, sentences: Sequence[Span], *, tokenizer: Tokenizer) -> Words:
    """The words of a text as the encoder is shown them."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    pieces = np.array(encoding.ids, dtype=np.int64)
    offsets = np.fromiter(chain.from_iterable(encoding.offsets), dtype=np.int64).reshape(-1, 2)
    first = np.flatnonzero(np.diff(np.array(encoding.word_ids, dtype=np.int64), prepend=-1))
    lengths = np.diff(first, append=len(pieces))
    starts, ends = offsets[first, 0], offsets[first + lengths - 1, 1]
    own = zip(starts.tolist(), ends.tolist(), strict=True)
    written = [text[start:end] for start, end in own]
    case = {word: case_of(word) for word in set(written)}
    cases = np.fromiter(map(case.__getitem__, written), dtype=np.int64, count=len(written)).repeat(lengths)
    # The words that open a paragraph, before each of which a mark is shown.
    opening = np.array(list(_paragraphs(text, starts, ends)), dtype=np.int64)
    pieces = np.insert(pieces, first[opening], _PARAGRAPH)
    cases = np.insert(cases, first[opening], Case.PARAGRAPH)
    first = first + np.searchsorted(opening, np.arange(len(first)), "right")
    begun = np.searchsorted(starts, [sentence.start for sentence in sentences])
    breaks = np.concatenate(([0], first[np.unique(begun[begun < len(first)])]))
    return Words(pieces, cases, first, starts, ends, breaks)


def _paragraphs(text: str, starts: Ints, ends: Ints) -> Iterator[int]:
    """The words before which a paragraph ends."""
    is_narrow = all(len(line) <= _WIDEST_WRAP for line in text.split("\n"))
    lines = [found.start() for found in _LINE_END.finditer(text)]
    for word in np.unique(np.searchsorted(starts, lines)).tolist():
        if 0 < word < len(starts):
            gap = text[ends[word - 1] : starts[word]]
            if _BLANK_LINE.search(gap) or (not is_narrow and "\n" in gap):
                yield word


def case_of(word: str) -> Case:
    """How a word is written."""
    if word.islower():
        return Case.LOWER
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return Case.INITIAL
    if word.isupper():
        return Case.CAPITALS
    if word.isdigit():
        return Case.DIGITS
    if not any(letter.isalnum() for letter in word):
        return Case.MARK
    return Case.MIXED if any(letter.isupper() for letter in word) else Case.OTHER


def windows_over(words: Words, *, longest: int, overlap: int) -> Iterator[Window]:
    """Stretches of whole sentences, of at most `longest` pieces, each repeating some of the last.

    `longest` is more than four times `overlap`."""
    total = len(words.pieces)
    start = 0
    while True:
        if total - start <= longest:
            yield Window(start, total)
            return
        end = (
            _last(words.breaks, start + max(longest // 2, 2 * overlap + 1), start + longest)
            or start + longest
        )
        yield Window(start, end)
        start = _last(words.breaks, end - 2 * overlap, end - overlap) or end - overlap


def _last(breaks: Ints, low: int, high: int) -> int | None:
    """The last sentence start within `[low, high]`."""
    at = int(np.searchsorted(breaks, high, "right")) - 1
    return int(breaks[at]) if at >= 0 and breaks[at] >= low else None


def bare(text: str, span: Span) -> Span:
    """The span without a closing possessive: "Orlo" of "Orlo's"."""
    mark = _POSSESSIVE.search(text, span.start, span.end)
    return Span(span.start, mark.start()) if mark and mark.start() > span.start else span


def framed(pieces: Ints) -> Ints:
    """A window's pieces between the marks that the encoder expects."""
    return np.concatenate(([_OPEN], pieces, [_CLOSE]))
