"""Writing to and searching a ledger in a file and one on a PostgreSQL server, side by side in one run.

    .venv/bin/python -m bench.ledgers [CLAIMS]

Makes reports of 300 words with two claims each until there are so many claims (20,000 if none are given),
adds them to a file and to a database on a server of its own in turns, searches both, and copies from one to
the other. Both wait for the disk. Times on a shared machine differ from run to run, their ratios much less.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from tests import factory
from tests.ledger import outcomes
from tests.ledger.cases import report
from tests.ledger.server import running

from sayso.ledger import Ledger, copy
from sayso.model import Outcome

CLAIMS = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
BATCH, ROUNDS = 50, 9
TYPED = (
    "rebels",
    "shelled orlo",
    '"convoy reached"',
    "market* -orlo",
    "place:orlo",
    "who:clinic drone",
)
NAMES = "Orlo Tarn Vell Ennisar Quay Belmar Sorrel Dunmoor Hask Irren Lowbrook Marrick".split()
WORDS = (
    "convoy river market bridge school harbour council patrol drone depot road station mill border reached"
).split()


def outcome(number: int, chance: random.Random) -> Outcome:
    """A report of about 300 words with two claims, which name a place, a party and a source."""
    who, place = chance.choice(("the clinic", "police")), chance.choice(NAMES)
    told = report(f"Wire {number}", number % 90, place=place, who=who)
    text = f"{told.text} {' '.join(chance.choice(WORDS) for _ in range(290))} {number}."
    published = f"2031-{number % 12 + 1:02}-03"
    document = factory.reading(text, outlet=f"Wire {number % 40}", published=published).document
    return outcomes.read(replace(told, document=document), origin=f"{number}.txt")


def batches() -> Iterator[list[Outcome]]:
    chance, number, made = random.Random(7), 0, 0  # noqa: S311
    while made < CLAIMS:
        batch = []
        for _ in range(BATCH):
            batch.append(outcome(number, chance))
            made += len(batch[-1].claims)
            number += 1
        yield batch


def took(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def line(what: str, file: float, server: float, unit: str) -> None:
    print(f"{what:34}{file:>12,.1f}{server:>12,.1f} {unit:14}{server / file:>7.2f}")


def main() -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(running(durable=True))
        places = (str(folder / "file.sqlite"), server.url(server.new_database()))
        both = [stack.enter_context(Ledger.open(place)) for place in places]
        print(f"{'':34}{'SQLite':>12}{'PostgreSQL':>12}{'':15}{'ratio':>7}")
        ingested(both)
        searched(both)
        timed("codes of all claims, for a page", listed, both)
        timed("all claims as a table", Ledger.claims, both)
        copies(places, folder, server.url(server.new_database()))


def ingested(both: list[Ledger]) -> None:
    times, documents, claims = [0.0, 0.0], 0, 0
    runs = [ledger.start_run({"maker": "bench"}, started="2031-01-01") for ledger in both]
    for batch in batches():
        documents += len(batch)
        claims += sum(len(one.claims) for one in batch)
        for at, (ledger, run) in enumerate(zip(both, runs, strict=True)):
            times[at] += took(lambda ledger=ledger, run=run, batch=batch: ledger.add(batch, run=run))
    print(f"{claims:,} claims of {documents:,} reports, {BATCH} in a transaction")
    line("reports written a second", *(documents / seconds for seconds in times), "a second")


def searched(both: list[Ledger]) -> None:
    for typed in TYPED:
        found = [{hit.document for hit in ledger.search(typed, limit=100_000)} for ledger in both]
        assert found[0] == found[1], typed
        times: list[list[float]] = [[], []]
        for _ in range(ROUNDS):
            for at, ledger in enumerate(both):
                times[at].append(1000 * took(lambda ledger=ledger, typed=typed: ledger.search(typed)))
        line(f"{typed}  ({len(found[0]):,})", *map(statistics.median, times), "ms, median")


def timed(what: str, work: Callable[[Ledger], object], both: list[Ledger]) -> None:
    line(what, *(1000 * min(took(lambda one=one: work(one)) for _ in range(3)) for one in both), "ms")


def listed(ledger: Ledger) -> None:
    with ledger.listing() as listing:
        listing.claim_codes()


def copies(places: tuple[str, str], folder: Path, other: str) -> None:
    for what, source, target in (
        ("file to file", places[0], folder / "copy.sqlite"),
        ("file to server", places[0], other),
        ("server to file", places[1], folder / "back.sqlite"),
    ):
        started = time.perf_counter()
        rows = sum(count.new for count in copy(source, target).values())
        seconds = time.perf_counter() - started
        print(f"copied {what:20}{rows:>12,} rows in {seconds:,.1f} s, {rows / seconds:,.0f} a second")
        again = took(lambda source=source, target=target: copy(source, target))
        print(f"copied again {what:20}{'nothing':>6} new in {again:,.1f} s")


if __name__ == "__main__":
    main()
