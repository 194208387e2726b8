"""The model: one encoder pass over a text gives the scores that every decoder reads."""

import json
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from tokenizers import Tokenizer

from sayso.annotate.reader.filling import Filling
from sayso.annotate.reader.occurrences import Likeness
from sayso.annotate.reader.scores import LONGEST_SECTION, OUTPUTS, Distances, Floats, Scores
from sayso.annotate.reader.thresholds import Calibration, Thresholds
from sayso.annotate.reader.words import Case, Ints, Window, Words, framed, windows_over, words_of
from sayso.model import Reading, Span

# Pieces that a window shows at most, and how many, up to twice as many, it shows again of the one before.
# Twice the overlap read 86 reports no better, and took an eighth more time.
LONGEST, OVERLAP = 320, 32
# Outputs with more columns than the labels have are those that link words.
_WIDE = 100
_Shown: TypeAlias = Mapping[str, Ints]
# From so many windows on it is worth looking for equal ones among the last few.
_MANY, _LAST = 24, 6
# Decoders of one batch follow each other, so that a batch's scores are asked for more than once; the pipeline
# sends no larger ones. Each further article kept takes two megabytes of new memory, and half a millisecond.
_REMEMBERED, _REMEMBERED_WORDS = 8, 50_000


class _Remembered(NamedTuple):
    """The scores of a text that was split into these sentences."""

    sentences: tuple[Span, ...]
    scores: Scores


@dataclass(frozen=True, kw_only=True, eq=False)
class Model:
    """An open model: its session, its tokenizer and its tables."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    heads: Mapping[str, tuple[int, int]]
    roles: Distances
    pointers: Distances
    thresholds: Thresholds
    calibrations: Mapping[str, Calibration]
    """Of the confidence of `events` and `attributions`."""
    likeness: Likeness = field(default_factory=Likeness)
    fillings: Mapping[str, Filling] = field(default_factory=dict)
    """By role."""
    _remembered: OrderedDict[str, _Remembered] = field(default_factory=OrderedDict)

    def scores(self, reading: Reading) -> Scores:
        """The scores of every word of a reading's text."""
        known = self._remembered.get(reading.text)
        if known is not None and known.sentences == reading.sentences:
            return known.scores
        words = words_of(reading.text, reading.sentences, tokenizer=self.tokenizer)
        outputs = self._outputs(words)
        scores = Scores(
            text=reading.text, words=words, heads=self.heads, roles=self.roles, pointers=self.pointers,
            **dict(zip(OUTPUTS, outputs, strict=True)),
        )  # fmt: skip
        self._remembered[reading.text] = _Remembered(reading.sentences, scores)
        self._forget()
        return scores

    def _forget(self) -> None:
        """Keep the last scores only, and of long texts, which take megabytes a page, fewer."""
        words = sum(len(known.scores.tags) for known in self._remembered.values())
        while len(self._remembered) > _REMEMBERED or (
            len(self._remembered) > 1 and words > _REMEMBERED_WORDS
        ):
            words -= len(self._remembered.popitem(last=False)[1].scores.tags)

    def _outputs(self, words: Words) -> list[Floats]:
        windows = list(windows_over(words, longest=LONGEST, overlap=OVERLAP))
        run = self._run if len(windows) < _MANY else _repeating(self._run)
        outputs: list[Floats] = []
        done = 0
        for window, (low, high) in zip(windows, _owned(windows, words), strict=True):
            rows = run(_shown(words, window, low, high))
            outputs = outputs or [_room(len(words), row) for row in rows]
            for output, row in zip(outputs, rows, strict=True):
                output[done : done + len(row)] = row
            done += len(rows[0])
        return outputs

    def _run(self, shown: _Shown) -> Sequence[Floats]:
        outputs: Sequence[Floats] = self.session.run(list(OUTPUTS), shown)
        return outputs


def _shown(words: Words, window: Window, low: int, high: int) -> _Shown:
    """What the encoder is given of a window that decides the words from `low` to `high`."""
    cases = words.cases[window.start : window.end]
    return {
        "pieces": framed(words.pieces[window.start : window.end]),
        "cases": np.concatenate(([Case.OTHER], cases, [Case.OTHER])),
        "first": words.first[low:high] - window.start + 1,
    }


def _repeating(run: Callable[[_Shown], Sequence[Floats]]) -> Callable[[_Shown], Sequence[Floats]]:
    """The same, but a window like one of the last is not run again: a hundred thousand brackets are one."""
    known: OrderedDict[bytes, Sequence[Floats]] = OrderedDict()

    def again(shown: _Shown) -> Sequence[Floats]:
        key = b"".join(shown[name].tobytes() for name in sorted(shown))
        found = known[key] = known.pop(key) if key in known else run(shown)
        while len(known) > _LAST:
            known.popitem(last=False)
        return found

    return again


def _room(count: int, row: Floats) -> Floats:
    """Room for one output of all words; half as exact in a long text, whose links would fill gigabytes."""
    is_wide = count > LONGEST_SECTION and row.shape[1] > _WIDE
    return np.empty((count, row.shape[1]), dtype=np.float16 if is_wide else row.dtype)


def _owned(windows: Sequence[Window], words: Words) -> Iterator[tuple[int, int]]:
    """For each window, the range of words that it decides: overlaps are halved between neighbours."""
    bounds = [0]
    bounds += [(one.end + other.start) // 2 for one, other in pairwise(windows)]
    bounds.append(len(words.pieces))
    return pairwise(np.searchsorted(words.first, bounds).tolist())


@lru_cache(maxsize=2)
def opened(folder: Path) -> Model:
    """The model in `folder`, opened once in each process."""
    tables = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    options = onnxruntime.SessionOptions()
    # One process a core reads more than threads do: 11.0 against 6.7 to 8.8 thousand words a second.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Model(
        session=onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        ),
        tokenizer=tokenizer,
        heads=_columns(tables["tags"]),
        thresholds=Thresholds(**tables.get("thresholds", {})),
        calibrations={
            name: Calibration(**tables.get("calibrations", {}).get(name, {}))
            for name in ("events", "attributions")
        },
        likeness=Likeness(**tables.get("likeness", {})),
        fillings={role: Filling(**weights) for role, weights in tables.get("fillings", {}).items()},
        roles=Distances(
            names=tuple(tables["roles"]), table=np.array(tables["role_distance"], dtype=np.float32)
        ),
        pointers=Distances(
            names=tuple(tables["pointers"]), table=np.array(tables["pointer_distance"], dtype=np.float32)
        ),
    )


def _columns(tags: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[int, int]]:
    columns = {}
    at = 0
    for head, labels in tags.items():
        columns[head] = (at, at + len(labels))
        at += len(labels)
    return columns
