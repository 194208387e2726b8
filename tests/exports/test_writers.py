"""One contract for every format, and what each adds to it."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace

import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.exports import WRITERS, from_contract
from sayso.exports.as_csv import guarded, plain
from sayso.ledger import CLAIMS, Ledger
from sayso.model import (
    Argument,
    Decision,
    Entity,
    EntityKind,
    Event,
    EventType,
    Mention,
    MentionKind,
    Office,
    Reading,
    Ruling,
    Span,
    Subject,
)
from sayso.pipeline.grouping import regrouped
from tests import factory
from tests.claims.test_claims import a_reading
from tests.exports.strategies import readings
from tests.ledger import outcomes


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def shown(value: object) -> str:
    """A value as a cell shows it."""
    if isinstance(value, list):
        return " | ".join(one or "" for one in value)
    return "" if value is None else str(value)


def same_as_csv(written: bytes, ledger: Ledger) -> None:
    cells = [{name: plain(cell) for name, cell in row.items()} for row in rows(written.decode())]
    claims = ledger.claims().to_pylist()
    assert cells == [{name: shown(value) for name, value in claim.items()} for claim in claims]


def same_as_geojson(written: bytes, ledger: Ledger) -> None:
    collection = json.loads(written)
    claims = {claim["claim"]: claim for claim in ledger.claims(kind="event").to_pylist()}
    assert collection["type"] == "FeatureCollection"
    for feature in collection["features"]:
        claim = claims.pop(feature["id"])
        assert feature["properties"] | claim == feature["properties"]


def same_as_jsonl(written: bytes, ledger: Ledger) -> None:
    lines = written.decode().split("\n")
    assert lines.pop() == ""
    assert [from_contract(json.loads(line)) for line in lines] == list(ledger.readings())


def same_as_parquet(written: bytes, table: pyarrow.Table) -> None:
    assert pyarrow.parquet.read_table(io.BytesIO(written)) == table


def same_table_as_csv(written: bytes, table: pyarrow.Table) -> None:
    cells = [{name: plain(cell) for name, cell in row.items()} for row in rows(written.decode())]
    assert cells == [{name: shown(value) for name, value in row.items()} for row in table.to_pylist()]


def same_as_incidents_geojson(written: bytes, ledger: Ledger) -> None:
    features = json.loads(written)["features"]
    incidents = {row["incident"]: row for row in ledger.incidents().to_pylist()}
    last = [row for row in ledger.figures().to_pylist() if row["last"]]
    assert [feature["id"] for feature in features] == [
        id for id, row in incidents.items() if row["latitude"] is not None
    ]
    for feature in features:
        about, row = feature["properties"], incidents[feature["id"]]
        assert {name: about[name] for name in row if name != "incident"} == {
            name: value for name, value in row.items() if name != "incident"
        }
        assert feature["geometry"]["coordinates"] == [row["longitude"], row["latitude"]]
        assert {toll["claim"] for toll in about["tolls"]} <= {
            figure["claim"] for figure in last if figure["incident"] == feature["id"]
        }


SAME = {
    "csv": same_as_csv,
    "figures-csv": lambda written, ledger: same_table_as_csv(written, ledger.figures()),
    "figures-parquet": lambda written, ledger: same_as_parquet(written, ledger.figures()),
    "geojson": same_as_geojson,
    "incidents-csv": lambda written, ledger: same_table_as_csv(written, ledger.incidents()),
    "incidents-geojson": same_as_incidents_geojson,
    "incidents-parquet": lambda written, ledger: same_as_parquet(written, ledger.incidents()),
    "jsonl": same_as_jsonl,
    "parquet": lambda written, ledger: same_as_parquet(written, ledger.claims()),
}


class Pipe(io.RawIOBase):
    """A stream that can only be written to, as standard output into a pipe is."""

    def __init__(self) -> None:
        self.written = b""

    def writable(self) -> bool:
        return True

    def write(self, content) -> int:
        self.written += bytes(content)
        return len(content)

    def tell(self) -> int:
        raise OSError("Illegal seek")


def exported(ledger: Ledger, name: str) -> tuple[bytes, int]:
    pipe = Pipe()
    count = WRITERS[name].write(ledger, pipe)
    return pipe.written, count


BLANKS = " \xa0\u3000\ufeff\u200b"
FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
HOSTILE = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx",
           " =1+1", "\xa0@x", "\ufeff +1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20A1", "'=x",
           "''=x", "'quoted'", '"',
           "a,b", "line\nline\r\nline", "\u2028", "\x85", "\0", "\U0001f525", "null", "", " | "]  # fmt: skip


def hostile() -> list[Reading]:
    found = []
    for number, words in enumerate(HOSTILE):
        text = f"{words} shelled Orlo {number}."
        start = text.index("shelled")
        office = Office(person=Span(0, start), title=Span(0, start), of=None)
        document = factory.document(text, title=words, outlet=words, external_id=words)
        found.append(Reading(document=document, offices=(office,)))
    return found


def located(text: str = "Rebels shelled Tarn in Orlo.") -> Reading:
    tarn, orlo = Span(15, 19), Span(23, 27)
    shelled = Event(
        trigger=Span(7, 14),
        type=EventType.ASSAULT,
        places=(Argument(span=tarn, entity="e1"), Argument(span=orlo, entity="e2")),
    )
    region = Entity(id="e2", name="Orlo Region", kind=EntityKind.PLACE)
    entities = (
        Entity(id="e1", name="Tarn", kind=EntityKind.PLACE),
        replace(region, latitude=1.5, longitude=-2.25, precision_km=40.0),
    )
    return replace(factory.reading(text), events=(shelled,), entities=entities)


CSV = (".csv", "text/csv; charset=utf-8; header=present")
GEOJSON = (".geojson", "application/geo+json")
PARQUET = (".parquet", "application/vnd.apache.parquet")


def test_the_formats():
    told = {name: (writer.suffix, writer.media_type) for name, writer in WRITERS.items()}
    assert told == {
        "csv": CSV,
        "figures-csv": CSV,
        "figures-parquet": PARQUET,
        "geojson": GEOJSON,
        "incidents-csv": CSV,
        "incidents-geojson": GEOJSON,
        "incidents-parquet": PARQUET,
        "jsonl": (".jsonl", "application/jsonl"),
        "parquet": PARQUET,
    }
    assert list(WRITERS) == sorted(SAME)


@pytest.mark.parametrize("name", WRITERS)
def test_what_was_written_reads_back_as_the_ledger_says(ledger, name):
    outcomes.add(ledger, a_reading(), located(), factory.reading("No claims."), *hostile())
    regrouped(ledger, at=outcomes.STARTED)
    written, count = exported(ledger, name)
    SAME[name](written, ledger)
    assert count > 0
    assert exported(ledger, name) == (written, count)


@pytest.mark.parametrize("name", [name for name, writer in WRITERS.items() if writer.grouped])
def test_only_the_incidents_that_are_wanted_are_written(ledger, name):
    outcomes.add(ledger, a_reading(), located())
    regrouped(ledger, at=outcomes.STARTED)
    stream = io.BytesIO()
    assert WRITERS[name].write(ledger, stream, place="nowhere at all") == 0
    assert WRITERS[name].write(ledger, stream, type="ASSAULT") == exported(ledger, name)[1]


def test_a_figure_stands_with_its_sentence_day_and_place(ledger):
    outcomes.add(ledger, a_reading())
    regrouped(ledger, at=outcomes.STARTED)
    claims = {claim["claim"]: claim for claim in ledger.claims().to_pylist()}
    figures = rows(exported(ledger, "figures-csv")[0].decode())
    assert figures
    for figure in figures:
        claim = claims[figure["claim"]]
        assert (figure["context"], figure["title"]) == (claim["context"], claim["title"] or "")
        assert figure["says"]


def rule(ledger: Ledger, claim: str, verdict: Ruling, **ruled: str) -> None:
    at = "2031-05-07T00:00:00+00:00"
    ledger.decide(Decision(kind=Subject.CLAIM, subject=claim, verdict=verdict, by="Ana", at=at, **ruled))


def test_a_corrected_place_moves_on_the_map_and_a_rejected_claim_leaves_it(ledger):
    reading = located("Rebels shelled Tarn in Orlo. Kesk lies far away.")
    kesk = Mention(span=Span(29, 33), kind=MentionKind.PLACE, entity="e3")
    place = Entity(id="e3", name="Kesk", kind=EntityKind.PLACE, latitude=10.0, longitude=20.0)
    outcomes.add(ledger, replace(reading, mentions=(kesk,), entities=(*reading.entities, place)))
    (claim,) = ledger.claims(kind="event").to_pylist()
    rule(ledger, claim["claim"], Ruling.CORRECT, field="places", value="Kesk")
    (feature,) = json.loads(exported(ledger, "geojson")[0])["features"]
    assert feature["geometry"]["coordinates"] == [20.0, 10.0]
    assert (feature["properties"]["place"], feature["properties"]["review"]) == ("Kesk", "corrected")
    rule(ledger, claim["claim"], Ruling.REJECT)
    assert json.loads(exported(ledger, "geojson")[0])["features"] == []
    (row,) = rows(exported(ledger, "csv")[0].decode())
    assert (row["places"], row["review"]) == ("Kesk", "rejected")


@pytest.mark.parametrize("name", WRITERS)
def test_an_empty_ledger_can_be_written(ledger, name):
    written, count = exported(ledger, name)
    SAME[name](written, ledger)
    assert count == 0


@pytest.mark.parametrize("name", WRITERS)
def test_the_order_does_not_depend_on_the_order_of_adding(name):
    some = [located(), a_reading(), *hostile()]
    written = []
    for order in (some, some[::-1]):
        with outcomes.new_ledger() as ledger:
            outcomes.add(ledger, *order)
            regrouped(ledger, at=outcomes.STARTED)
            written.append(exported(ledger, name))
    assert written[0] == written[1]


@settings(max_examples=25)
@given(st.lists(readings(), max_size=2, unique_by=lambda reading: reading.document.id))
def test_any_readings_can_be_written_and_read_back(some):
    with outcomes.new_ledger() as ledger:
        outcomes.add(ledger, *some)
        for name in WRITERS:
            SAME[name](exported(ledger, name)[0], ledger)


def test_csv_has_a_heading_and_ends_its_lines_as_the_rfc_says(ledger):
    outcomes.add(ledger, a_reading())
    written, count = exported(ledger, "csv")
    lines = written.split(b"\r\n")
    assert lines[0].decode().split(",") == CLAIMS.names
    assert len(lines) == count + 2
    assert lines[-1] == b""


@pytest.mark.parametrize("cell", [cell for cell in HOSTILE if cell.lstrip(BLANKS)[:1] in FORMULA])
def test_csv_lets_no_cell_begin_a_formula(ledger, cell):
    office = Office(person=Span(0, len(cell)), title=Span(0, len(cell)), of=None)
    outcomes.add(ledger, replace(factory.reading(f"{cell} Orlo", title=cell), offices=(office,)))
    [row] = rows(exported(ledger, "csv")[0].decode())
    assert row["quote"] == row["person"] == row["title"] == "'" + cell


@given(st.text() | st.text("'=+-@\t\r\n\uff1da \u3000\ufeff"))
def test_plain_undoes_guarded(cell):
    assert plain(guarded(cell)) == cell
    assert not guarded(cell).startswith(FORMULA)
    assert not guarded(cell).lstrip(BLANKS).startswith(FORMULA)


def test_geojson_puts_an_event_at_its_most_specific_place_with_coordinates(ledger):
    nowhere = replace(located("Rebels shelled Tarn in Orlo, too."), entities=())
    beyond = replace(located().entities[1], latitude=91.0)
    outside = replace(located("Rebels shelled Tarn in Orlo as well."), entities=(beyond,))
    outcomes.add(ledger, located(), nowhere, outside)
    written, count = exported(ledger, "geojson")
    [feature] = json.loads(written)["features"]
    assert count == 1
    assert feature["geometry"] == {"type": "Point", "coordinates": [-2.25, 1.5]}
    about = feature["properties"]
    assert (about["place"], about["place_name"], about["precision_km"]) == ("Orlo", "Orlo Region", 40.0)
    assert (about["quote"], about["type"]) == ("shelled", "ASSAULT")


def test_every_format_goes_down_a_real_pipe(ledger):
    outcomes.add(ledger, a_reading(), located())
    regrouped(ledger, at=outcomes.STARTED)
    for name in WRITERS:
        code = (
            f"import sys; from sayso.exports import WRITERS; from sayso.ledger import Ledger\n"
            f"with Ledger.open({str(ledger.path)!r}) as l: WRITERS[{name!r}].write(l, sys.stdout.buffer)"
        )
        piped = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        assert piped.stdout == exported(ledger, name)[0]
        assert piped.stderr == b""


def test_the_contract_alone_needs_no_database_library():
    code = "import sys, sayso.exports; print({'sqlalchemy', 'pyarrow'} & set(sys.modules))"
    piped = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert piped.stdout == "set()\n"
