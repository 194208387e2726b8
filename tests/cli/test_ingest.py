import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.cli import options
from sayso.ledger import Ledger
from tests.cli.conftest import Sayso

COMMAND = str(Path(sys.executable).with_name("sayso"))
REPORT = "Police in Orlo said on Monday that two people were injured when a bus overturned near the port."


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "made.jsonl"
    records = [{"id": f"a-{number}", "text": f"{REPORT} Report {number}."} for number in range(5)]
    path.write_text("".join(json.dumps(record) + "\n" for record in [*records, {"id": "blank", "text": " "}]))
    return path


def accounts(path: Path) -> list[tuple[str, str]]:
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    return [(line["external_id"], line["status"]) for line in lines]


READ = [(f"a-{number}", "read") for number in range(5)]


def test_ingest_reports_every_item_and_sums_up_on_standard_error(sayso: Sayso, reports: Path, tmp_path: Path):
    report, ledger = tmp_path / "report.jsonl", tmp_path / "made.sqlite"
    result = sayso("ingest", reports, "--ledger", ledger, "--report", report)
    assert (result.exit_code, result.stdout) == (3, "")
    assert accounts(report) == [*READ, ("blank", "refused")]
    assert "6 items in" in result.stderr
    assert "5 read, 1 refused" in result.stderr
    assert "1 empty: nothing but white space came in\n    " + f"{reports}" in result.stderr
    with Ledger.open(ledger, create=False) as opened:
        assert opened.documents().num_rows == 5
        (run,) = opened.runs().to_pylist()
    assert run["finished"] is not None


MARKET = (
    "Orlo Paper said net profit for the third quarter rose to 4.1 million dollars, or 22 cents a share, on "
    "sales of 31 million. The company declared a quarterly dividend of six cents payable to shareholders of "
    "record. Analysts expect earnings per share to grow next year as pulp prices fall and demand recovers."
)


@pytest.mark.parametrize(("flags", "read"), [((), 3), (("--any-subject",), 5), (("--relevant-only",), 0)])
def test_a_long_run_refuses_what_tells_of_markets_and_a_short_one_does_not(
    flags: tuple[str, ...], read: int, sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(options, "ALL_OF_FIRST", 3)
    source, report = tmp_path / "market.jsonl", tmp_path / "report.jsonl"
    source.write_text("".join(json.dumps({"id": f"m-{n}", "text": MARKET}) + "\n" for n in range(5)))
    result = sayso("ingest", source, "-l", tmp_path / "made.sqlite", "--report", report, "--no-group", *flags)
    dropped = [line for line in map(json.loads, report.read_text().splitlines()) if line["reason"]]
    assert {line["reason"] for line in dropped} <= {"irrelevant"}
    assert (result.exit_code, 5 - len(dropped)) == (0, read)
    assert ("--any-subject" in result.stderr) == bool(dropped)


def test_ingest_names_the_first_that_were_refused_and_says_where_the_others_are(sayso: Sayso, tmp_path: Path):
    for number in range(4):
        (tmp_path / f"blank-{number}.txt").write_text(" ")
    result = sayso("ingest", tmp_path, "--dry-run", "-l", tmp_path / "none.sqlite")
    assert result.exit_code == 3
    assert [f"blank-{number}.txt" in result.stderr for number in range(4)] == [True, True, True, False]
    assert "--report FILE names every one" in result.stderr


def test_ingest_twice_changes_nothing(sayso: Sayso, reports: Path, tmp_path: Path):
    report, ledger = tmp_path / "report.jsonl", tmp_path / "made.sqlite"
    sayso("ingest", reports, "--ledger", ledger)
    again = sayso("ingest", reports, "--ledger", ledger, "--report", report)
    assert again.exit_code == 3
    assert [status for _, status in accounts(report)] == ["known"] * 5 + ["refused"]
    assert sayso("verify", "--ledger", ledger).exit_code == 0


def test_resume_skips_what_is_settled(sayso: Sayso, reports: Path, tmp_path: Path):
    report, ledger = tmp_path / "report.jsonl", tmp_path / "made.sqlite"
    sayso("ingest", reports, "--ledger", ledger)
    with reports.open("a") as file:
        file.write(json.dumps({"id": "new", "text": f"{REPORT} A new one."}) + "\n")
    result = sayso("ingest", reports, "--resume", "--ledger", ledger, "--report", report)
    assert accounts(report)[:5] == [(id, "skipped") for id, _ in READ]
    assert accounts(report)[-1] == ("new", "read")
    assert "1 read" in result.stderr


def test_dry_run_makes_no_ledger(sayso: Sayso, reports: Path, tmp_path: Path):
    report, ledger = tmp_path / "report.jsonl", tmp_path / "made.sqlite"
    result = sayso("ingest", reports, "--dry-run", "--ledger", ledger, "--report", report)
    assert result.exit_code == 3
    assert accounts(report) == [*READ, ("blank", "refused")]
    assert not ledger.exists()


def test_a_report_that_cannot_be_written_is_a_usage_error(sayso: Sayso, reports: Path, tmp_path: Path):
    result = sayso(
        "ingest", reports, "--ledger", tmp_path / "made.sqlite", "--report", tmp_path / "no" / "report.jsonl"
    )
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_a_file_that_is_no_ledger_is_left_alone(sayso: Sayso, reports: Path, tmp_path: Path):
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary, nothing happened in Orlo today, as on every other day of this year." * 20)
    before = diary.read_text()
    result = sayso("ingest", reports, "--ledger", diary)
    assert result.exit_code == 1
    assert result.stderr.startswith("error: ")
    assert diary.read_text() == before


def test_ctrl_c_ends_a_run_cleanly_and_keeps_what_was_committed(tmp_path: Path):
    source, ledger, report = tmp_path / "made.jsonl", tmp_path / "made.sqlite", tmp_path / "report.jsonl"
    source.write_text("".join(json.dumps({"text": f"{REPORT} Report {n}."}) + "\n" for n in range(3000)))
    command = [COMMAND, "ingest", str(source), "--ledger", str(ledger), "--report", str(report)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not (report.exists() and report.stat().st_size):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert err == "stopped; what was committed until now is kept\n"
    acknowledged = {json.loads(line)["document"] for line in report.read_text().splitlines()}
    with Ledger.open(ledger, create=False) as opened:
        stored = set(opened.documents().column("document").to_pylist())
    assert acknowledged
    assert acknowledged <= stored
