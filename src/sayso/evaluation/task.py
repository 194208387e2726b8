"""What an evaluation task is: gold, the way its texts are read again, and the figures it is judged by."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from sayso.errors import UsageError
from sayso.evaluation.counts import Score
from sayso.evaluation.records import Gold, Record
from sayso.model import Document, RawItem, Reading, Refusal, content_id, text_sha256

Read: TypeAlias = Callable[[Iterable[RawItem]], Iterator[Reading | Refusal]]
"""Reads texts in the order given; one answer for each."""

W = TypeVar("W")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One gold document with its counts, so that two runs can be compared case by case."""

    id: str
    score: Score
    refused: bool = False
    """Whether the text was refused, and so scored as if nothing had been found in it."""


Cases: TypeAlias = Callable[[Gold, Read], Iterator[Case]]
"""The cases of a gold file, its texts read by the reader given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A headline figure of a task: how it follows from the counts, and where it is to go."""

    name: str
    of: Callable[[Score], float]
    aim: float | None = None
    less_is_better: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One kind of gold and the way it is scored.

    `cases` is run twice, once with the shipped reader and once with the dumb one; where the dumb reader
    cannot know what the set asks for, `baseline` takes its place.
    """

    name: str
    about: str
    gold: Path
    """The development file, below a folder of data sets."""
    trained_on: str
    """Which files of the set, or of its kind, anything in the reader was trained on or tuned by."""
    cases: Cases
    figures: tuple[Figure, ...]
    baseline: Cases | None = None
    baseline_is: str
    """What the dumb baseline does, in a few words."""
    notes: str = ""
    """Where the set's conventions differ from the codebook's, and what was done about it."""


def each_document(
    *,
    item: Callable[[Record], RawItem],
    wanted: Callable[[Record], W],
    score: Callable[[W, Reading], Score],
) -> Cases:
    """Cases for a set in which every document is scored by itself.

    `item` is the record as a user would hand it in, `wanted` what the record says is right. The cases raise
    `UsageError` where a gold text is stored otherwise than as it stands: its spans would point elsewhere.
    """

    def cases(gold: Gold, read: Read) -> Iterator[Case]:
        both = list(gold.parsed(lambda record: (item(record), wanted(record))))
        for (each, right), given in zip(both, read([each for each, _ in both]), strict=True):
            refused = isinstance(given, Refusal)
            reading = nothing_in(each) if isinstance(given, Refusal) else given
            if reading.text != each.content:
                raise UsageError(f"gold text {each.origin!r} is stored otherwise; its spans would be off")
            yield Case(id=each.origin, score=score(right, reading), refused=refused)

    return cases


def nothing_in(item: RawItem) -> Reading:
    """A reading that found nothing, for a text that was refused."""
    text = item.content if isinstance(item.content, str) else ""
    document = Document(id=content_id("d", text), sha256=text_sha256(text), text=text, origin=item.origin)
    return Reading(document=document)
