"""Who copied whom in the terminal, on a ledger of a wire story and what was made of it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import app

_STORY = (
    "Two shells hit the ferry landing at Ostrel at half past six on Friday morning, as the first boat of the"
    " day was taking on passengers, the harbour master said. Five people were killed and nineteen were taken"
    " to the hospital on Salt Street, where the surgeons had been told to expect twice as many. Nobody has"
    " said whose guns they were. The landing is the only one on this bank that is still in use, and lorries"
    " with flour for the upper town had waited there since midnight for the ice to clear."
)
_ADDED = "The council of Ostrel has closed its schools until Tuesday."
_WIRE = f"OSTREL (Corvane Wire) - {_STORY}"
_RECORDS = (
    ("a", "Shells hit ferry landing at Ostrel", "Corvane Wire", "2031-02-07", _WIRE),
    ("b", "Five die at Ostrel", "Morning Halm", "2031-02-08", f"{_WIRE}\n\n{_ADDED}"),
    ("c", "Ferry landing shelled", "The Tarn", "2031-02-08", _WIRE[:270]),
    ("d", "Bridge talks go on", "The Tarn", "2031-02-09", "Envoys met again in Halm over bridge tolls."),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    lines = (
        json.dumps(dict(zip(("id", "title", "outlet", "published", "text"), record, strict=True)))
        for record in _RECORDS
    )
    reports = folder / "reports.jsonl"
    reports.write_text("\n".join(lines), encoding="utf-8")
    assert run("ingest", reports, "-l", folder / "copies.sqlite", "--any-subject").exit_code == 0
    return folder / "copies.sqlite"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], env={"COLUMNS": "120"})


def listed(ledger: Path, *arguments: object) -> list[dict]:
    result = run("copies", *arguments, "-l", ledger, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_copies_name_the_origin_and_what_each_copy_made_of_it(ledger: Path):
    (group,) = listed(ledger)
    assert group["origin"]["outlet"] == "Corvane Wire"
    assert group["origin_by"] == "credited"
    kinds = {copy["report"]["outlet"]: copy["kind"] for copy in group["copies"]}
    assert kinds == {"Morning Halm": "verbatim", "The Tarn": "brief"}
    whole, brief = sorted(group["copies"], key=lambda copy: copy["kind"] == "brief")
    assert [passage["words"] for passage in whole["added"]] == [_ADDED.rstrip(".")]
    assert not whole["dropped"]
    assert brief["covers"] < 0.9
    assert "for the ice to clear" in brief["dropped"][-1]["words"]


def test_words_that_a_copy_added_or_dropped_stand_where_their_spans_say(ledger: Path):
    (group,) = listed(ledger)
    texts = {record[2]: record[4] for record in _RECORDS[:3]}
    for copy in group["copies"]:
        for name, outlet in (("added", copy["report"]["outlet"]), ("dropped", group["origin"]["outlet"])):
            for passage in copy[name]:
                assert texts[outlet][passage["start"] : passage["end"]] == passage["words"]


def test_copies_are_shown_in_lines(ledger: Path):
    shown = run("copies", "-l", ledger).stdout
    assert "Shells hit ferry landing at Ostrel" in shown
    assert "3 reports" in shown
    assert f"added: {_ADDED.rstrip('.')}" in shown


def test_copies_of_one_report_are_found_by_either_side(ledger: Path):
    (group,) = listed(ledger)
    for report in (group["origin"], *(copy["report"] for copy in group["copies"])):
        assert listed(ledger, report["document"][:8]) == [group]


@pytest.mark.parametrize(("outlet", "many"), [("the tarn", 1), ("Corvane Wire", 1), ("Tarn", 0)])
def test_copies_can_be_chosen_by_outlet(ledger: Path, outlet: str, many: int):
    assert len(listed(ledger, "--outlet", outlet)) == many


def test_copies_say_so_where_there_are_none(ledger: Path):
    result = run("copies", "-l", ledger, "--outlet", "Nobody's Gazette")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no copies" in result.stderr


def test_copies_of_no_document_are_an_error(ledger: Path):
    assert run("copies", "d-zzzz", "-l", ledger).exit_code != 0
