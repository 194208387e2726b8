"""How fast the desk answers over a ledger of a million claims, made straight in SQL; next to one bare query.

python bench/desk.py [--claims 1000000] [--rounds 20] [--keep FILE]
"""

# ruff: noqa: E501 - tables read best in one line
import argparse
import hashlib
import itertools
import json
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from sayso.web import Alone, desk

A_DOCUMENT = 10
OUTLETS = [f"Outlet {number}" for number in range(400)]
PLACES = [f"Town {number}" for number in range(6_000)]
PARTIES = [f"Brigade {number}" for number in range(3_000)]
SPEAKERS = [f"Ministry {number}" for number in range(8_000)]
TYPES = ["ASSAULT"] * 9 + ["CONSULT"] * 4 + ["ACCUSE"] * 3 + ["AGREE", "COERCE", "REQUEST", "PROTEST", "AID"]
WORDS = (
    "shelled fired struck met accused signed arrested marched market bridge depot school river convoy".split()
)
STATUSES = ["single source"] * 8 + ["corroborated"] * 3 + ["contested", "denied"]
LIMITS = {"listing": 0.300, "overview": 0.500, "search": 0.500}
"""What a page may take at the 95th percentile, in seconds."""
PAGES = {
    "overview": ["/"],
    "listing": [
        "/claims", "/claims?type=ASSAULT", "/claims?kind=toll&effect=killed", "/claims?outlet=Outlet+7",
        "/claims?type=ASSAULT&assertion=denied&since=2031-03", "/claims?who=Ministry+11", "/documents",
        "/documents?outlet=Outlet+9", "/incidents", "/incidents?status=contested&order=deadliest",
        "/incidents?notable=true", "/parties", "/parties?q=brigade+12", "/runs", "/review", "/codebook", "/sources",
        "/map",
    ],
    "search": [
        "/claims?q={}", "/claims?q=who:ministry+{}", "/documents?q=depot+{}", "/documents?q={}",
        "/documents?q={}&outlet=Outlet+9&since=2030", "/documents?q={}+who:ministry", "/documents?q={}+type:assault",
        "/incidents?q={}",
    ],
}  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--keep", type=Path)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.keep or Path(folder, "desk.sqlite")
        if not path.exists():
            made = time.perf_counter()
            fill(path, asked.claims)
            print(f"made {asked.claims:,} claims in {time.perf_counter() - made:.0f} s")
        measure(path, rounds=asked.rounds)


def measure(path: Path, *, rounds: int) -> None:
    bare = _p95(_bare(path), rounds=max(rounds, 50))
    print(f"one bare indexed query: p95 {bare.clock * 1000:.2f} ms, processor {bare.processor * 1000:.2f} ms")
    clock, began = time.perf_counter(), time.process_time()
    # As it is served: with its start the desk begins to read what pages need.
    with (
        Ledger.open(path, create=False) as ledger,
        TestClient(desk(ledger, door=Alone("bench")), base_url="http://localhost") as client,
    ):
        for what, page in (("first page after start", "/"), ("claims after that", "/claims")):
            _ok(client, page)
            took, worked = time.perf_counter() - clock, time.process_time() - began
            print(f"{what}: {took:.1f} s from start, processor {worked:.1f} s")
        print(f"{'':66} p95 clock  processor  x bare query")
        for kind, paths in PAGES.items():
            for page in paths:
                # A search for other words every time: nothing is to be gained from the one before.
                asked = itertools.cycle([page.format(word) for word in WORDS])
                taken = _p95(lambda asked=asked: _ok(client, next(asked)), rounds=rounds)
                slow = "" if taken.clock < LIMITS[kind] else "  TOO SLOW"
                ratio = taken.processor / bare.processor
                told = f"{taken.clock * 1000:6.0f} ms {taken.processor * 1000:7.0f} ms {ratio:8.0f}"
                print(f"{kind:9} {page:56} {told}{slow}", flush=True)
        add_a_report(path)
        clock, began = time.perf_counter(), time.process_time()
        _ok(client, "/index.json")
        took, worked = time.perf_counter() - clock, time.process_time() - began
        print(f"first page after one more report: {took * 1000:.0f} ms, processor {worked * 1000:.0f} ms")


def _ok(client: TestClient, page: str) -> None:
    assert client.get(page).status_code == 200, page


def _bare(path: Path) -> Callable[[], None]:
    connection = sqlite3.connect(path)
    last = connection.execute("SELECT max(number) FROM claims").fetchone()[0]
    chance = random.Random(5)  # noqa: S311 - the same every time

    def query() -> None:
        start = chance.randrange(1, last)
        connection.execute(
            "SELECT * FROM claims WHERE number >= ? ORDER BY number LIMIT 50", (start,)
        ).fetchall()

    return query


@dataclass(frozen=True, slots=True)
class Taken:
    """95th percentiles, in seconds: by the clock, and of the processor, which a busy machine does not stretch."""

    clock: float
    processor: float


def _p95(work: Callable[[], object], *, rounds: int) -> Taken:
    work()
    clock, processor = [], []
    for _ in range(rounds):
        start, began = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - start)
        processor.append(time.process_time() - began)
    return Taken(*(statistics.quantiles(each, n=20, method="inclusive")[-1] for each in (clock, processor)))


def fill(path: Path, claims: int) -> None:
    """A ledger of so many claims, written by SQL: what the desk shows of it is made up."""
    Ledger.open(path).close()
    connection = sqlite3.connect(path)
    for pragma in ("synchronous = OFF", "foreign_keys = OFF", "cache_size = -200000"):
        connection.execute(f"PRAGMA {pragma}")
    chance = random.Random(2031)  # noqa: S311 - the same every time
    documents = claims // A_DOCUMENT
    connection.execute(
        "INSERT INTO runs (id, manifest, started) VALUES ('r-1', '{}', '2031-05-01T00:00:00+00:00')"
    )
    connection.execute(
        "INSERT INTO groupings (number, at, maker, finished, readings, decisions) VALUES (1, 'x', 'x', 'x', 0, 0)"
    )
    for table, rows in (
        ("documents", _documents(documents, chance)),
        ("readings", ((n, f"d-{n}", "r-1", "x", None) for n in range(1, documents + 1))),
        (
            "items",
            (
                ("r-1", f"i-{n}", "made", None, None, "read", None, None, f"d-{n}")
                for n in range(1, documents + 1)
            ),
        ),
        ("claims", _claims(documents, chance)),
        ("voices", _voices(documents * A_DOCUMENT, chance)),
        ("incidents", _incidents(documents, chance)),
        ("syndications", ((n, f"d-{n * 20}", "earliest", "x", 1) for n in range(1, documents // 20 + 1))),
        ("copies", _copies(documents // 20)),
        ("incident_tellings", ((n, 0, f"c-{n * A_DOCUMENT}", f"d-{n}") for n in range(1, documents + 1))),
    ):
        _insert(connection, table, rows)
    for index in ("documents_fts", "claims_fts"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()


def add_a_report(path: Path) -> None:
    """One more document with its claims, straight in SQL."""
    connection = sqlite3.connect(path)
    documents = connection.execute("SELECT max(number) FROM documents").fetchone()[0] + 1
    chance = random.Random(7)  # noqa: S311 - the same every time
    last = itertools.islice(_documents(documents, chance), documents - 1, None)
    _insert(connection, "documents", last)
    _insert(connection, "readings", iter([(documents, f"d-{documents}", "r-1", "x", None)]))
    claims = itertools.islice(_claims(documents, chance), (documents - 1) * A_DOCUMENT, None)
    _insert(connection, "claims", claims)
    connection.close()


def _insert(connection: sqlite3.Connection, table: str, rows: Iterator[tuple[object, ...]]) -> None:
    marks = ", ".join("?" * len(COLUMNS[table]))
    names = ", ".join(f'"{name}"' for name in COLUMNS[table])
    connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 - our own names
    connection.commit()


COLUMNS = {
    "documents": "number id sha256 text title outlet published language origin repairs flags checksum run".split(),
    "readings": "number document run checksum superseded_by".split(),
    "items": "run item origin part external_id status reason detail document".split(),
    "claims": (
        "number id reading position document kind evidence_start evidence_end evidence_words context_start"
        " context_end event type assertion actors recipients places date effect of low high qualifier confidence"
    ).split(),
    "voices": "claim position who form".split(),
    "incidents": (
        "number id grouping founding status type trigger day until place killed_low killed_high tellings reports"
        " sources contradictions denials title first_published last_published content checksum"
    ).split(),
    "syndications": "number origin origin_by checksum grouping".split(),
    "copies": "syndication document kind share covers added dropped".split(),
    "incident_tellings": "incident position telling document".split(),
}


def _day(number: int) -> str:
    return f"{2029 + number % 3}-{1 + number % 12:02}-{1 + number % 28:02}"


def _documents(many: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, many + 1):
        text = " ".join(chance.choices(WORDS, k=80))
        digest = hashlib.sha256(text.encode()).hexdigest()
        title = " ".join(chance.choices(WORDS, k=6))
        yield (
            number, f"d-{number}", digest, text, title, chance.choice(OUTLETS), _day(number), "en", "made", "[]",
            "[]", digest, "r-1",
        )  # fmt: skip


def _claims(documents: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, documents * A_DOCUMENT + 1):
        reading, position = (number - 1) // A_DOCUMENT + 1, (number - 1) % A_DOCUMENT
        toll = position % 3 == 2
        party, other, place = chance.choice(PARTIES), chance.choice(PARTIES), chance.choice(PLACES)
        low = chance.randrange(1, 40) if toll else None
        yield (
            number, f"c-{number}", reading, position, f"d-{reading}", "toll" if toll else "event", position * 9,
            position * 9 + 6, chance.choice(WORDS), 0, 120, f"c-{number - 1}" if toll else None,
            None if toll else chance.choice(TYPES), None if toll else chance.choice(["happened"] * 5 + ["denied"]),
            "[]" if toll else json.dumps([party]), "[]" if toll else json.dumps([other]),
            "[]" if toll else json.dumps([place]), None if toll else _day(reading),
            chance.choice(["killed", "injured"]) if toll else None, "people" if toll else None, low, low,
            "exact" if toll else None, 0.9,
        )  # fmt: skip


def _voices(claims: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, claims + 1):
        if number % 2:
            yield number, 0, chance.choice(SPEAKERS), "indirect"


def _copies(groups: int) -> Iterator[tuple[object, ...]]:
    """Of every twenty documents one whose text two others carry."""
    for group in range(1, groups + 1):
        for other in (7, 11):
            yield group, f"d-{group * 20 - other}", "verbatim", 1.0, 1.0, "[]", "[]"


def _incidents(many: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, many + 1):
        killed = chance.randrange(0, 60) if number % 4 == 0 else None
        tellings = 1 + number % 3
        yield (
            number, f"INC-{number}", 1, f"c-{number * A_DOCUMENT}", chance.choice(STATUSES), chance.choice(TYPES),
            "struck", _day(number), _day(number), chance.choice(PLACES), killed, killed, tellings, tellings, tellings,
            0, 0, " ".join(chance.choices(WORDS, k=6)), _day(number), _day(number), "{}" + " " * 1500, "x",
        )  # fmt: skip


if __name__ == "__main__":
    main()
