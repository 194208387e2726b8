import codecs
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.claims import claims_in
from sayso.cli.exit_codes import ExitCode
from sayso.exports.contract import from_contract
from sayso.exports.writers import WRITERS
from sayso.ledger import Ledger
from sayso.model import Decision, Ruling, Subject
from tests.cli.conftest import Sayso
from tests.cli.readings import market_reading

DOCUMENT = market_reading().document.id
DENIAL = next(claim for claim in claims_in(market_reading()) if claim.assertion == "denied")


def test_show_prints_a_document_as_its_sheet(sayso: Sayso, ledger: Path):
    result = sayso("show", DOCUMENT[:6], "--ledger", ledger)
    assert result.exit_code == 0
    assert "Mayor Ines Varga ← the army" in result.stdout
    assert result.stderr == ""


def test_show_json_gives_the_reading_back(sayso: Sayso, ledger: Path):
    result = sayso("show", DOCUMENT, "--ledger", ledger, "--json")
    assert from_contract(json.loads(result.stdout)) == market_reading()


def test_show_prints_a_claim_with_its_chain(sayso: Sayso, ledger: Path):
    result = sayso("show", DENIAL.id, "--ledger", ledger)
    assert result.exit_code == 0
    for words in ("denied", "Sarn Wire", "← Mayor Ines Varga", "← the army", "fired no shot"):
        assert words in result.stdout


def test_show_prints_what_people_decided_about_a_claim(sayso: Sayso, ledger: Path):
    at = "2031-05-07T00:00:00+00:00"
    with Ledger.open(ledger) as opened:
        opened.decide(
            Decision(
                kind=Subject.CLAIM,
                subject=DENIAL.id,
                verdict=Ruling.CORRECT,
                field="places",
                value="Orlo",
                why="wrong town",
                by="Ana",
                at=at,
            )
        )
    shown = sayso("show", DENIAL.id, "--ledger", ledger).stdout
    assert "corrected: places → Orlo (wrong town), Ana, 2031-05-07" in shown
    (decided,) = json.loads(sayso("show", DENIAL.id, "--ledger", ledger, "--json").stdout)["decisions"]
    assert (decided["field"], decided["value"]) == ("places", "Orlo")


def test_export_begins_a_spreadsheet_with_the_mark_of_utf_8(sayso: Sayso, ledger: Path, tmp_path: Path):
    target = tmp_path / "claims.csv"
    assert sayso("export", "csv", "--excel", "-o", target, "--ledger", ledger).exit_code == 0
    assert target.read_bytes().startswith(codecs.BOM_UTF8 + b"claim,")
    assert sayso("export", "jsonl", "--excel", "--ledger", ledger).exit_code == 2


def test_export_chooses_incidents_only_where_there_are_any(sayso: Sayso, ledger: Path):
    all_of_them = sayso("export", "figures-csv", "--ledger", ledger).stdout.splitlines()
    assaults = sayso("export", "figures-csv", "--type", "assault", "--ledger", ledger).stdout.splitlines()
    none = sayso("export", "figures-csv", "--since", "2999", "--ledger", ledger).stdout.splitlines()
    assert 1 == len(none) < len(assaults) <= len(all_of_them)
    refused = sayso("export", "csv", "--since", "2999", "--ledger", ledger)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "figures-csv" in refused.stderr


def test_show_says_that_there_is_no_such_document(sayso: Sayso, ledger: Path):
    result = sayso("show", "d-nothing", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("error: no document 'd-nothing' in this ledger")


def test_search_finds_by_words_and_marks_them(sayso: Sayso, ledger: Path):
    result = sayso("search", "market", "shells", "--ledger", ledger)
    assert result.exit_code == 0
    assert "Shells hit Orlo" in result.stdout
    assert DOCUMENT in result.stdout


def test_search_that_finds_nothing_prints_nothing(sayso: Sayso, ledger: Path):
    result = sayso("search", "volcano", "--ledger", ledger)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing found\n")


def test_search_json_is_one_object_a_line(sayso: Sayso, ledger: Path):
    lines = sayso("search", "market", "--ledger", ledger, "--json").stdout.splitlines()
    assert [json.loads(line)["document"] for line in lines] == [DOCUMENT]


def test_verify_is_content_with_a_sound_ledger(sayso: Sayso, ledger: Path):
    result = sayso("verify", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 documents verified, nothing wrong" in result.stderr


def test_verify_finds_a_text_that_was_changed(sayso: Sayso, ledger: Path):
    with closing(sqlite3.connect(ledger)) as database:
        database.execute("UPDATE documents SET text = replace(text, 'nine', 'none')")
        database.commit()
    result = sayso("verify", "--ledger", ledger)
    assert result.exit_code == 4
    assert DOCUMENT in result.stdout
    assert "problems in 1 documents" in result.stderr


def test_commands_that_only_look_make_no_ledger(sayso: Sayso, tmp_path: Path):
    missing = tmp_path / "missing.sqlite"
    for command in (["show", "d-1"], ["search", "market"], ["verify"]):
        result = sayso(*command, "--ledger", missing)
        assert result.exit_code == 1
        assert "no ledger at" in result.stderr
    assert not missing.exists()


def test_the_ledger_can_be_named_in_the_environment(sayso: Sayso, ledger: Path):
    assert sayso("verify", env={"SAYSO_LEDGER": str(ledger)}).exit_code == 0


@pytest.mark.parametrize("format", WRITERS)
def test_export_writes_every_format_to_a_file(sayso: Sayso, ledger: Path, tmp_path: Path, format: str):
    path = tmp_path / "out"
    result = sayso("export", format, "--ledger", ledger, "-o", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"records of {format} written" in result.stderr
    assert path.stat().st_size > 0


def test_export_writes_to_standard_output(sayso: Sayso, ledger: Path):
    result = sayso("export", "jsonl", "--ledger", ledger)
    assert from_contract(json.loads(result.stdout)) == market_reading()


def test_export_names_the_formats_there_are(sayso: Sayso, ledger: Path):
    result = sayso("export", "xlsx", "--ledger", ledger)
    assert result.exit_code == 2
    assert ", ".join(WRITERS) in result.stderr


def test_an_export_that_fails_leaves_the_old_file(sayso: Sayso, tmp_path: Path):
    path = tmp_path / "old.csv"
    path.write_text("old")
    assert sayso("export", "csv", "--ledger", tmp_path / "missing.sqlite", "-o", path).exit_code == 1
    assert path.read_text() == "old"
    assert sayso("export", "csv", "-o", tmp_path / "no" / "such.csv").exit_code in (1, 2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_export_onto_a_full_disk_is_no_slip_of_the_command_line(sayso: Sayso, ledger: Path):
    result = sayso("export", "csv", "--ledger", ledger, "-o", "/dev/full")
    assert result.exit_code == ExitCode.ERROR
    assert "-o /dev/full: cannot be written: No space left" in result.stderr


def test_demo_reads_the_bundled_dispatches_into_a_ledger(sayso: Sayso, tmp_path: Path):
    path = tmp_path / "demo.sqlite"
    result = sayso("demo", "--ledger", path)
    assert result.exit_code == 0
    assert "38 reports of 11 outlets" in result.stdout
    assert re.search(r"killed +at least 7 → 11 → 14 → 17 +the Halvoran Interior Ministry\n", result.stdout)
    assert "denied by the Defence Ministry in Brasken" in result.stdout
    assert "38 read" in result.stderr
    assert sayso("verify", "--ledger", path).exit_code == 0


def test_demo_keeps_nothing_unless_asked_to(sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert sayso("demo").exit_code == 0
    assert list(tmp_path.iterdir()) == []


def test_export_without_a_format_lists_what_each_holds(sayso: Sayso):
    result = sayso("export")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == list(WRITERS)
