import json
import os
import pickle
from dataclasses import replace
from pathlib import Path

from sayso.annotate.places import GazetteerOptions
from sayso.documents import DocumentOptions
from sayso.model import Outcome, Reading, Reason, Refusal, item_key
from sayso.run.manifest import manifest
from sayso.run.queues import Arrival
from sayso.run.shipped import Limits, OpeningOptions, ReadingOptions
from sayso.run.work import items_of, prepare, readings_of
from sayso.sources import SourceOptions, locate

REPORT = "Police in Orlo said on Monday that two people were injured when a bus overturned near the port."

MARKET = (
    "Orlo Paper said net profit for the third quarter rose to 4.1 million dollars, or 22 cents a share, on "
    "sales of 31 million. The company declared a quarterly dividend of six cents payable to shareholders of "
    "record. Analysts expect earnings per share to grow next year as pulp prices fall and demand recovers."
)
READING = ReadingOptions(documents=DocumentOptions(), gazetteer=GazetteerOptions())


def opened(path: Path, **known: str) -> list[Arrival | Refusal]:
    options = OpeningOptions(sources=SourceOptions(), **known)  # type: ignore[arg-type]
    (locator,) = locate([str(path)])
    assert not isinstance(locator, Refusal)
    return [pickle.loads(content) for content in items_of(locator, options=options)]  # noqa: S301


def read(arrivals: list[Arrival | Refusal], *, options: ReadingOptions = READING) -> list[Outcome]:
    seated = [
        (seat, arrival.content) for seat, arrival in enumerate(arrivals) if isinstance(arrival, Arrival)
    ]
    return [pickle.loads(outcome) for outcome in readings_of(seated, options=options)]  # noqa: S301


def test_items_of_says_which_items_they_are_without_opening_them_again(tmp_path: Path):
    path = tmp_path / "made.jsonl"
    path.write_text(
        json.dumps({"id": "a-1", "text": REPORT}) + "\n" + json.dumps({"id": "a-2", "text": REPORT})
    )
    arrivals = opened(path)
    assert [arrival.external_id for arrival in arrivals] == ["a-1", "a-2"]
    assert all(arrival.origin == str(path) for arrival in arrivals)
    keys = [item_key(pickle.loads(arrival.content)) for arrival in arrivals]  # type: ignore[union-attr]  # noqa: S301
    assert [arrival.key for arrival in arrivals if isinstance(arrival, Arrival)] == keys


def test_items_of_adds_what_the_record_leaves_out(tmp_path: Path):
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps({"id": "a-1", "text": REPORT, "title": "Bus overturns"}))
    (outcome,) = read(opened(path, title="Untold", outlet="Sarn Wire"))
    assert isinstance(outcome.result, Reading)
    assert outcome.result.document.title == "Bus overturns"
    assert outcome.result.document.outlet == "Sarn Wire"


def test_readings_of_answers_every_item_of_a_batch_in_order(tmp_path: Path):
    path = tmp_path / "made.jsonl"
    texts = [REPORT, " ", REPORT.replace("Orlo", "Varn")]
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)))
    outcomes = read(opened(path))
    read_texts = [o.result.text if isinstance(o.result, Reading) else o.result.reason.value for o in outcomes]
    assert [outcome.external_id for outcome in outcomes if isinstance(outcome.result, Reading)] == ["0", "2"]
    assert read_texts.count("empty") <= 1
    assert all(outcome.claims for outcome in outcomes if isinstance(outcome.result, Reading))


def test_readings_of_reads_the_first_of_a_run_whatever_they_are_about(tmp_path: Path):
    path = tmp_path / "made.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": MARKET}) + "\n" for n in range(4)))
    sieved = replace(READING, documents=DocumentOptions(relevant_only=True), all_of_first=2)
    reasons = [
        o.result.reason if isinstance(o.result, Refusal) else None for o in read(opened(path), options=sieved)
    ]
    assert reasons == [None, None, Reason.IRRELEVANT, Reason.IRRELEVANT]


def test_manifest_is_json_and_names_the_reader():
    opening = OpeningOptions(sources=SourceOptions(allow_hosts=frozenset({"b.example", "a.example"})))
    made = manifest(inputs=["a.txt"], opening=opening, reading=READING, limits=Limits())
    assert json.loads(json.dumps(made)) == made
    assert str(made["maker"]).startswith("sayso ")


def test_readings_of_refuses_at_once_what_no_worker_could_read_in_time(tmp_path: Path):
    path = tmp_path / "made.jsonl"
    texts = [REPORT, "{" * 250_000, "word " * 250_000, REPORT + " a"]
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    options = replace(READING, documents=DocumentOptions(any_language=True))
    outcomes = read(opened(path), options=options)
    assert [isinstance(each.result, Reading) for each in outcomes] == [True, False, False, True]
    refusals = [each.result for each in outcomes[1:3] if isinstance(each.result, Refusal)]
    assert [refusal.reason for refusal in refusals] == [Reason.TOO_LARGE] * 2
    assert {refusal.detail for refusal in refusals} == {
        "a text of more than 200,000 words and marks, whatever the options; cut it into parts"
    }


def test_prepare_leaves_no_database_open_that_a_fork_would_carry_along():
    before = open_databases()
    prepare()
    assert open_databases() <= before


def open_databases() -> set[str]:
    paths = (os.path.realpath(handle) for handle in Path("/proc/self/fd").iterdir())
    return {path for path in paths if path.endswith(".sqlite")}
