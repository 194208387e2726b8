"""What copies and grouping cost for each document as a ledger grows, and what adding a few costs.

    python bench/incidents_scale.py TEXTS.jsonl... [--sizes 10000 30000 100000] [--more 100] [--plot X.svg]

Each size is a run of its own through `Regrouping`, as the ledger does it: the readings come in a stream, what
is kept goes to a shelf, and the added documents are taken in by a new run that knows only the shelf. The
documents are made: an invented war of many towns, told by one to eight outlets each, every seventh report a
reprint; around its sentences stand sentences of the given texts (JSON lines with `text`, .gz too), every
third word changed, so that they are as long and plain as news and copies of nothing. Their readings are
made with them, so that no time goes into reading. Seconds are processor time of one core.
"""

import argparse
import gzip
import json
import random
import re
import resource
import sys
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sayso.incidents import MemoryShelf, Regrouping
from sayso.model import (
    Argument,
    Assertion,
    Document,
    Effect,
    Entity,
    EntityKind,
    Event,
    EventType,
    Group,
    Qualifier,
    Reading,
    Span,
    Toll,
    content_id,
)

_DEEDS = ("shelled", "bombed", "struck", "raided", "ambushed")
_THINGS = ("market", "school", "bridge", "depot", "checkpoint", "hospital", "convoy", "station")
_SYLLABLES = ("ba", "dor", "kel", "lun", "mer", "nas", "por", "rin", "sul", "tav", "vek")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_FIRST = date(2031, 1, 1)
_A_DAY = 120
_ASIDES = 4
_FILLING = 9
_A_WHILE = 5000


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that reports tell of."""

    town: int
    deed: str
    thing: str
    killed: int
    names: tuple[str, ...]
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one size cost."""

    documents: int
    seconds: float
    incidents: int
    peak_gib: float
    kept_mib: float
    added_seconds: float


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--more", type=int, default=100)
    parser.add_argument("--plot", type=Path)
    asked = parser.parse_args()
    filling = [each for path in asked.texts for each in sentences_in(path)]
    costs = []
    for size in asked.sizes:
        costs.append(cost_of(size, asked.more, filling))
        print(_line(costs[-1], asked.more), flush=True)
    if asked.plot:
        asked.plot.write_text(plot(costs), encoding="utf-8")
    return 0


def _line(cost: Cost, more: int) -> str:
    each = 1000 * cost.seconds / cost.documents
    return (
        f"{cost.documents:7} documents {cost.incidents:7} incidents {cost.seconds:7.1f} s"
        f" {each:6.2f} ms each  peak {cost.peak_gib:.2f} GiB  kept {cost.kept_mib:.0f} MiB"
        f"  {more} more {cost.added_seconds:.1f} s"
    )


def cost_of(size: int, more: int, filling: Sequence[str]) -> Cost:
    """The cost of grouping so many documents, and of adding some to them in a run of its own."""
    made = Made(size + more, filling)
    shelf = MemoryShelf()
    started = time.process_time()
    standing = grouped(shelf, made, range(size), {})
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    started = time.process_time()
    grouped(shelf, made, range(size, size + more), standing)
    return Cost(
        documents=size,
        seconds=seconds,
        incidents=len(set(standing.values())),
        peak_gib=peak,
        kept_mib=shelf.size / 2**20,
        added_seconds=time.process_time() - started,
    )


def grouped(shelf: MemoryShelf, made: "Made", numbers: range, standing: dict[str, str]) -> dict[str, str]:
    """One run: take documents in, make what is new or changed, keep; where all tellings stand then."""
    work = Regrouping(
        shelf,
        _counted(made.reading(number) for number in numbers),
        documents=made.documents,
        given=lambda ids: {id: standing[id] for id in ids if id in standing},
        standing=lambda ids: {id: standing[id] for id in ids if id in standing},
    )
    now = dict(standing)
    for each in work.grouped():
        now.update(dict.fromkeys(each.incident.tellings, each.incident.id))
    for part, key, content in work.keep():
        shelf.put({part: {key: content}})
    return now


def _counted(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings, with a sign of life now and then: a hundred thousand take a while."""
    started = time.process_time()
    for number, reading in enumerate(readings, start=1):
        yield reading
        if number % _A_WHILE == 0:
            print(f"{number:9} taken in, {time.process_time() - started:.0f} s", file=sys.stderr, flush=True)


class Made:
    """Documents of an invented war with their readings, each made when it is asked for."""

    def __init__(self, size: int, filling: Sequence[str]) -> None:
        self._size, self._filling = size, filling
        self._words = sorted({word for sentence in filling[:20_000] for word in sentence.split()})
        self._told = list(self._tellings())
        self._numbers = {self._id(number): number for number in range(size)}

    def documents(self, ids: Collection[str]) -> Iterable[Document]:
        """The documents of some ids."""
        return (self.reading(self._numbers[id]).document for id in ids)

    def reading(self, number: int) -> Reading:
        """The document of a number, read."""
        if number % 7 == 6:
            return self._read(number, copied=number - 1)
        return self._read(number, copied=number)

    def _tellings(self) -> Iterator[Happening]:
        chance = random.Random(7)  # noqa: S311 - the same war each time
        told = 0
        while told < self._size:
            happening = _happening(chance, self._size, _FIRST + timedelta(days=told // _A_DAY))
            for _ in range(min(chance.choice((1, 1, 1, 2, 2, 3, 5, 8)), self._size - told)):
                yield happening
                told += 1

    def _id(self, number: int) -> str:
        return content_id("d", "made", number)

    def _read(self, number: int, *, copied: int) -> Reading:
        chance = random.Random(copied)  # noqa: S311
        main = self._told[copied]
        asides = [
            _happening(chance, self._size, main.day - timedelta(days=chance.randrange(20)))
            for _ in range(_ASIDES)
        ]
        text, events = "", []
        for happening in (main, *asides):
            sentence, event = _told(happening, len(text), chance)
            events.append(event)
            text += sentence + " " + " ".join(self._plain(chance) for _ in range(_FILLING // 4 + 1)) + "\n"
        document = Document(
            id=self._id(number),
            sha256="",
            text=text,
            title=f"{_name(main.town)} {main.thing} {main.deed}",
            outlet=f"Outlet {number % 300}",
            published=(main.day + timedelta(days=chance.choice((0, 0, 1, 1, 2, 5)))).isoformat(),
            origin="made",
        )
        towns = {happening.town for happening in (main, *asides)}
        return Reading(document=document, events=tuple(events), entities=tuple(map(_entity, sorted(towns))))

    def _plain(self, chance: random.Random) -> str:
        words = chance.choice(self._filling).split()
        return " ".join(chance.choice(self._words) if at % 3 == 2 else word for at, word in enumerate(words))


def _happening(chance: random.Random, size: int, day: date) -> Happening:
    return Happening(
        town=chance.randrange(200 + size // 20),
        deed=chance.choice(_DEEDS),
        thing=chance.choice(_THINGS),
        killed=chance.randrange(2, 30),
        names=tuple(_name(chance.randrange(size * 2) + 5000) for _ in range(4)),
        day=day,
    )


def _told(happening: Happening, start: int, chance: random.Random) -> tuple[str, Event]:
    town, killed = _name(happening.town), str(happening.killed + chance.choice((0, 0, 0, 1)))
    thing, names = f"the {happening.thing}", " and ".join(chance.sample(happening.names, 3))
    sentence = f"Gunners {happening.deed} {thing} in {town}, killing {killed}; {names} were there."

    def span(words: str) -> Span:
        at = start + sentence.index(words)
        return Span(at, at + len(words))

    toll = Toll(
        span=span(killed),
        effect=Effect.KILLED,
        of=Group.PEOPLE,
        low=int(killed),
        high=int(killed),
        qualifier=Qualifier.EXACT,
    )
    event = Event(
        trigger=span(happening.deed),
        also=(),
        type=EventType.ASSAULT,
        mode=None,
        actors=(),
        recipients=(Argument(span=span(thing)),),
        places=(Argument(span=span(town), entity=f"e-{happening.town}"),),
        instruments=(),
        date=happening.day.isoformat() if chance.random() < 0.8 else None,
        date_span=None,
        assertion=Assertion.HAPPENED,
        attribution=None,
        tolls=(toll,),
        confidence=1.0,
    )
    return sentence, event


def _entity(town: int) -> Entity:
    return Entity(
        id=f"e-{town}",
        name=_name(town),
        kind=EntityKind.PLACE,
        country="XOR",
        latitude=-60 + (town % 97) * 0.3,
        longitude=-140 + (town // 97) * 0.3,
        precision_km=5.0,
    )


def _name(number: int) -> str:
    parts = []
    for _ in range(5):
        number, at = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[at])
    return "".join(parts).title()


def sentences_in(path: Path) -> Iterator[str]:
    """The sentences of the texts in a file that are neither very short nor very long."""
    open_text = gzip.open if path.suffix == ".gz" else open
    with open_text(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            found = _SENTENCE.split(json.loads(line)["text"])
            yield from (each for each in found if 40 < len(each) < 300)


def plot(costs: Sequence[Cost]) -> str:
    """Milliseconds a document over the size of the ledger, as SVG."""
    width, height, margin = 480, 280, 50
    most = max(1000 * cost.seconds / cost.documents for cost in costs) * 1.3
    last = max(cost.documents for cost in costs)
    points = [
        (
            margin + (width - 2 * margin) * cost.documents / last,
            height - margin - (height - 2 * margin) * 1000 * cost.seconds / cost.documents / most,
            cost,
        )
        for cost in costs
    ]
    marks = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/>'
        f'<text x="{x:.0f}" y="{y - 10:.0f}">{1000 * cost.seconds / cost.documents:.1f} ms</text>'
        f'<text x="{x:.0f}" y="{height - margin + 18}">{cost.documents:,}</text>'
        for x, y, cost in points
    )
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y, _ in points)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif"'
        f' font-size="11" text-anchor="middle"><title>Grouping: processor time for each document</title>'
        f'<path d="M{margin} {margin}V{height - margin}H{width - margin}" fill="none" stroke="#888"/>'
        f'<polyline points="{line}" fill="none" stroke="#246"/>{marks}'
        f'<text x="{width / 2:.0f}" y="{height - 8}">documents in the ledger</text></svg>\n'
    )


if __name__ == "__main__":
    sys.exit(main())
