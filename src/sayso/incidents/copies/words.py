"""A text as its words: hashed in order, cut into lines and sentences, and fingerprinted.

Shingles and their sampling follow Broder (1997) and winnowing (Schleimer, Wilkerson and Aiken 2003):
of every eight shingles in a row the smallest is kept, so that two texts with twelve words in a row in
common always share a fingerprint, however long the one and short the other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.model import Span

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]

SHINGLE = 5
_WINDOW = 8
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_BREAK = re.compile(r"\s*\n\s*|(?<=[.!?])[\"”’)\]]*\s+")
_QUOTED = re.compile(r"“[^“”]{1,1500}”|«[^«»]{1,1500}»|\"[^\"\n]{1,600}\"")
# "U.S." and "Smith Jr." end sentences only to the eye; lines of their own may be as short as "Share".
_FEWEST_WORDS_IN_A_SENTENCE = 5
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A text's words in order, as hashes that are equal on every machine."""

    words: NDArray[np.uint32]
    quoted: Flags
    """Which words stand in quotation marks."""
    units: Hashes
    """One key a line or sentence, digits masked; 0 for a fragment too short to be told by."""
    bounds: NDArray[np.int32]
    """Unit `n` holds the words `[bounds[n], bounds[n + 1])`."""


@dataclass(frozen=True, slots=True, eq=False)
class Shingles:
    """The different runs of five words in a text, sorted by hash."""

    hashes: Hashes
    unquoted: Flags
    """Which of them begin outside quotation marks."""

    def __len__(self) -> int:
        return len(self.hashes)


def worded(text: str) -> Wording:
    """A text as its words."""
    words: list[int] = []
    quoted: list[bool] = []
    units: list[int] = []
    bounds = [0]
    quotations = [match.span() for match in _QUOTED.finditer(text)]
    for start, end, is_line in _units(text):
        unit = text[start:end].casefold()
        found = _WORD.findall(unit)
        if not found:
            continue
        words += [crc32(word.encode("utf-8", "surrogatepass")) for word in found]
        inside = any(left <= start + 1 and end - 2 <= right for left, right in quotations)
        quoted += [True] * len(found) if inside else _quoted_words(text, start, end, len(found), quotations)
        units.append(_key(found) if is_line or len(found) >= _FEWEST_WORDS_IN_A_SENTENCE else 0)
        bounds.append(len(words))
    return Wording(
        words=np.array(words, dtype=np.uint32),
        quoted=np.array(quoted, dtype=np.bool_),
        units=np.array(units, dtype=np.uint64),
        bounds=np.array(bounds, dtype=np.int32),
    )


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where each word of `worded(text)` stands."""
    # Unit by unit: folding can change how many characters a word has, never how many words there are.
    return [
        (start + match.start(), start + match.end())
        for start, end, _ in _units(text)
        for match in _WORD.finditer(text[start:end])
    ]


def struck(units: Hashes, *, boilerplate: Hashes) -> Flags:
    """Which units of a text are boilerplate; `boilerplate` holds the keys of such units, sorted."""
    found = held(units, boilerplate)
    # A fragment such as "Copyright 2031." goes with the lines it stands between.
    before = np.concatenate(([True], found[:-1]))
    after = np.concatenate((found[1:], [True]))
    strayed: Flags = before & after & (units == 0) & bool(found.any())
    return found | strayed


def held(keys: Hashes, among: Hashes) -> Flags:
    """Which of some keys are among others, which are sorted."""
    if not len(among):
        return np.zeros(len(keys), dtype=np.bool_)
    at = np.searchsorted(among, keys)
    at[at == len(among)] = 0
    found: Flags = among[at] == keys
    return found


def shingles_of(wording: Wording, *, without: Flags | None = None) -> Shingles:
    """The shingles of a text, without those of the units marked in `without`."""
    if without is None or not without.any():
        return _different(wording.words, wording.quoted)
    gone = words_in(wording, without)
    kept = _different(wording.words[~gone], wording.quoted[~gone])
    # Pages repeat their boilerplate run together with other lines; no shingle of it counts anywhere.
    fresh = ~held(kept.hashes, np.unique(in_order(wording.words[gone])))
    return Shingles(kept.hashes[fresh], kept.unquoted[fresh])


def words_in(wording: Wording, units: Flags) -> Flags:
    """Which words belong to the marked units."""
    return np.repeat(units, np.diff(wording.bounds))


def spans_of_units(text: str, wording: Wording, units: Flags) -> tuple[Span, ...]:
    """Where the marked units stand, from their first word to their last."""
    spans = word_spans(text)
    starts, ends = wording.bounds[:-1][units].tolist(), wording.bounds[1:][units].tolist()
    return tuple(Span(spans[start][0], spans[end - 1][1]) for start, end in zip(starts, ends, strict=True))


def _different(words: NDArray[np.uint32], quoted: Flags) -> Shingles:
    hashes, first = np.unique(in_order(words), return_index=True)
    return Shingles(hashes, ~quoted[first])


def in_order(words: NDArray[np.uint32]) -> Hashes:
    """The hash of the shingle that begins at each word; the last four words begin none."""
    if not len(words):
        return np.empty(0, dtype=np.uint64)
    wide = words.astype(np.uint64)
    if len(wide) < SHINGLE:
        wide = np.concatenate((wide, np.zeros(SHINGLE - len(wide), dtype=np.uint64)))
    count = len(wide) - SHINGLE + 1
    hashes = np.zeros(count, dtype=np.uint64)
    for at in range(SHINGLE):
        hashes = hashes * _SPREAD + wide[at : at + count]
    hashes = (hashes ^ (hashes >> np.uint64(29))) * _MIX
    return hashes ^ (hashes >> np.uint64(32))


def fingerprints(wording: Wording) -> Hashes:
    """The sample of a text's shingles by which copies of it are found, about one in four or five."""
    hashes = in_order(wording.words)
    if len(hashes) <= _WINDOW:
        return np.unique(hashes.min(keepdims=True)) if len(hashes) else hashes
    windows = np.lib.stride_tricks.sliding_window_view(hashes, _WINDOW)
    return np.unique(windows.min(axis=1))


def _units(text: str) -> Iterator[tuple[int, int, bool]]:
    """Lines and sentences, half-open, and whether each is a whole line."""
    breaks = [(0, 0, True)]
    breaks += [(*match.span(), "\n" in match.group()) for match in _BREAK.finditer(text)]
    breaks.append((len(text), len(text), True))
    for (_, start, opens), (end, _, closes) in pairwise(breaks):
        if start < end:
            yield start, end, opens and closes


def _key(words: list[str]) -> int:
    masked = _DIGITS.sub("0", " ".join(words)).encode("utf-8", "surrogatepass")
    # 0 is kept for "no key".
    return int.from_bytes(blake2b(masked, digest_size=8).digest(), "little") or 1


def _quoted_words(
    text: str, start: int, end: int, count: int, quotations: list[tuple[int, int]]
) -> list[bool]:
    near = [(left, right) for left, right in quotations if left < end and start < right]
    if not near:
        return [False] * count
    return [
        any(left <= start + match.start() < right for left, right in near)
        for match in _WORD.finditer(text[start:end])
    ][:count]
