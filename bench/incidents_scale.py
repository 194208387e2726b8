"""What copies and grouping cost for each document as a ledger grows, and what adding a few costs.

    python bench/incidents_scale.py DATA --cache STORIES.pickle [--sizes 10000 30000 100000] [--more 100]
        [--processes 2] [--tsv X.tsv] [--plot X.svg]

Tells of each phase when it is over. A run that was stopped goes on with the sizes that X.tsv has not got.

Each size is a run of its own through `Regrouping`, as the ledger does it: the readings come in a stream,
what is kept goes to a shelf in a file, and the added documents are taken in by a new run that knows only the
shelf. The documents are those of `mix`. Making them does not count; neither does fetching readings from a
ledger or writing incidents to it. Seconds are processor time, of all processes together, and the wall's.
"""

import argparse
import gc
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from mix import Mix, sources
from sayso.incidents import Regrouping
from sayso.model import Reading
from sayso.pipeline.collecting import seldom

_A_WHILE = 5000
_PHASES = ("taken in", "filed", "settled", "laid side by side")
_AT_ONCE = 500
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one size cost."""

    documents: int
    incidents: int
    tellings: int
    processes: int
    seconds: float
    """Of processor time."""
    wall_seconds: float
    ms_each: float
    """Of processor time."""
    wall_ms_each: float
    peak_gib: float
    """Of memory of the one process, with the documents' stories and where every telling stands."""
    forked_gib: float
    """Of memory of the largest of the others, most of which it has in common with the one."""
    kept_mib: float
    taken_in_ms: float
    """Of processor time for each document, as those of the other phases."""
    filed_ms: float
    settled_ms: float
    laid_out_ms: float
    more: int
    more_seconds: float
    more_wall_seconds: float


@dataclass(slots=True)
class _Watch:
    """Time spent on grouping alone."""

    processor: float = field(default_factory=lambda: -_processor_seconds())
    wall: float = field(default_factory=lambda: -time.perf_counter())

    phases: dict[str, float] = field(default_factory=dict)
    """Seconds of processor time after which each phase was over."""

    def say(self, what: str) -> None:
        """Tell how long it took so far, in processor time and by the clock."""
        self.phases[what] = self.processor + _processor_seconds()
        wall = self.wall + time.perf_counter()
        print(
            f"{what} after {self.phases[what]:.0f} s, by the clock {wall:.0f} s", file=sys.stderr, flush=True
        )

    def ms_each(self, documents: int) -> dict[str, float]:
        """Milliseconds of processor time for each of so many documents, by phase."""
        ends = [self.phases[phase] for phase in _PHASES]
        return {
            phase: round(1000 * (end - start) / documents, 2)
            for phase, start, end in zip(_PHASES, [0.0, *ends], ends, strict=False)
        }

    def pause(self) -> None:
        self.processor += _processor_seconds()
        self.wall += time.perf_counter()

    def go_on(self) -> None:
        self.processor -= _processor_seconds()
        self.wall -= time.perf_counter()


def _processor_seconds() -> float:
    """Of this process and of those that it forked, once they have ended."""
    forked = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + forked.ru_utime + forked.ru_stime


class _FileShelf:
    """A shelf in a database file."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("CREATE TABLE kept (part, key, content, PRIMARY KEY (part, key))")

    def kept(self, part: str, keys: Sequence[str] | None = None) -> Iterator[tuple[str, bytes]]:
        """Each of some keys of a part that is there, with its bytes; without `keys`, all of the part."""
        if keys is None:
            yield from self._connection.execute("SELECT key, content FROM kept WHERE part = ?", (part,))
            return
        for at in range(0, len(keys), _AT_ONCE):
            some = keys[at : at + _AT_ONCE]
            query = f"SELECT key, content FROM kept WHERE part = ? AND key IN ({','.join('?' * len(some))})"  # noqa: S608
            yield from self._connection.execute(query, (part, *some))

    def put(self, rows: Iterable[tuple[str, str, bytes | None]]) -> None:
        """Take in what has changed."""
        self._connection.execute("BEGIN")
        for part, key, content in rows:
            if content is None:
                self._connection.execute("DELETE FROM kept WHERE part = ? AND key = ?", (part, key))
            else:
                self._connection.execute("REPLACE INTO kept VALUES (?, ?, ?)", (part, key, content))
        self._connection.execute("COMMIT")

    @property
    def size(self) -> int:
        """How many bytes there are on it."""
        (size,) = self._connection.execute("SELECT sum(length(content)) FROM kept").fetchone()
        return int(size)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--every", type=int, default=40, help="read every so-manieth story of the sets")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--more", type=int, default=100)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--tsv", type=Path)
    parser.add_argument("--plot", type=Path)
    asked = parser.parse_args()
    found = sources(asked.data, cache=asked.cache, every=asked.every)
    costs = costs_in(asked.tsv.read_text(encoding="utf-8")) if asked.tsv and asked.tsv.exists() else []
    for size in asked.sizes:
        if size in {cost.documents for cost in costs}:
            continue
        with TemporaryDirectory() as folder:
            shelf = _FileShelf(Path(folder) / "shelf.sqlite")
            mix = Mix(found, size + asked.more)
            costs.append(cost_of(mix, shelf, size=size, more=asked.more, processes=asked.processes))
            shelf.close()
        print(costs[-1], flush=True)
        if asked.tsv:
            asked.tsv.write_text(table(costs), encoding="utf-8")
    if asked.plot and costs:
        asked.plot.write_text(plot(costs), encoding="utf-8")
    return 0


def cost_of(mix: Mix, shelf: _FileShelf, *, size: int, more: int, processes: int) -> Cost:
    """The cost of grouping so many documents, and of adding some to them in a run of its own."""
    standing: dict[str, str] = {}
    first = _Watch()
    grouped(shelf, mix, range(size), standing, first, processes=processes)
    peak, forked = (
        resource.getrusage(who).ru_maxrss / 2**20 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    incidents, tellings, kept = len(set(standing.values())), len(standing), shelf.size / 2**20
    phases = first.ms_each(size)
    gc.collect()
    second = _Watch()
    grouped(shelf, mix, range(size, size + more), standing, second, processes=processes)
    return Cost(
        documents=size,
        incidents=incidents,
        tellings=tellings,
        processes=processes,
        seconds=round(first.processor, 1),
        wall_seconds=round(first.wall, 1),
        ms_each=round(1000 * first.processor / size, 2),
        wall_ms_each=round(1000 * first.wall / size, 2),
        peak_gib=round(peak, 2),
        forked_gib=round(forked, 2),
        kept_mib=round(kept),
        taken_in_ms=phases["taken in"],
        filed_ms=phases["filed"],
        settled_ms=phases["settled"],
        laid_out_ms=phases["laid side by side"],
        more=more,
        more_seconds=round(second.processor, 1),
        more_wall_seconds=round(second.wall, 1),
    )


def grouped(
    shelf: _FileShelf, mix: Mix, numbers: range, standing: dict[str, str], watch: _Watch, *, processes: int
) -> None:
    """One run: take documents in, make what is new or changed, keep; where all tellings stand then."""
    with seldom():
        work = Regrouping(
            shelf,
            _made(mix.reading, numbers, watch),
            documents=lambda ids: _unwatched(mix.documents(ids), watch),
            given=lambda ids: {id: standing[id] for id in ids if id in standing},
            standing=lambda ids: {id: standing[id] for id in ids if id in standing},
            processes=processes,
        )
        watch.say("filed")
        for count, each in enumerate(work.grouped()):
            if not count:
                watch.say("settled")
            elif count % _A_WHILE == 0:
                watch.say(f"{count} incidents laid side by side")
            standing.update(dict.fromkeys(each.incident.tellings, each.incident.id))
        watch.say("laid side by side")
        shelf.put(work.keep())
    watch.pause()


def _made(make: Callable[[int], Reading], numbers: range, watch: _Watch) -> Iterator[Reading]:
    for at, reading in enumerate(_unwatched(map(make, numbers), watch), start=1):
        yield reading
        if at % _A_WHILE == 0:
            watch.say(f"{at} taken in")
    watch.say("taken in")


def _unwatched(made: Iterable[Thing], watch: _Watch) -> Iterator[Thing]:
    """Things whose making does not count."""
    waiting = iter(made)
    while True:
        watch.pause()
        each = next(waiting, None)
        watch.go_on()
        if each is None:
            return
        yield each


def table(costs: Sequence[Cost]) -> str:
    """The costs, tab-separated."""
    lines = [[each.name for each in fields(Cost)], *(map(str, astuple(cost)) for cost in costs)]
    return "".join("\t".join(line) + "\n" for line in lines)


def costs_in(written: str) -> list[Cost]:
    """The costs that `table` wrote; none where it has other columns."""
    names, *lines = (line.split("\t") for line in written.splitlines())
    if names != [each.name for each in fields(Cost)]:
        return []
    rows: list[dict[str, Any]] = [
        {name: float(value) if "." in value else int(value) for name, value in zip(names, line, strict=True)}
        for line in lines
    ]
    return [Cost(**row) for row in rows]


def plot(costs: Sequence[Cost]) -> str:
    """Milliseconds a document over the size of the ledger, as SVG."""
    width, height, margin = 480, 280, 50
    most, last = max(cost.ms_each for cost in costs) * 1.3, max(cost.documents for cost in costs)
    points = [
        (
            margin + (width - 2 * margin) * cost.documents / last,
            height - margin - (height - 2 * margin) * cost.ms_each / most,
            cost,
        )
        for cost in costs
    ]
    marks = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/>'
        f'<text x="{x:.0f}" y="{y - 10:.0f}">{cost.ms_each:.1f} ms</text>'
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
