from pathlib import Path

import pytest

from sayso.cli.exit_codes import ExitCode
from sayso.cli.keeping import keep
from sayso.errors import UsageError
from sayso.ledger import Ledger
from tests.cli.conftest import Sayso


@pytest.mark.parametrize("beside", ["", "-wal", "-shm"])
def test_an_export_never_writes_over_its_ledger(sayso: Sayso, ledger: Path, beside: str) -> None:
    before = ledger.read_bytes()
    result = sayso("export", "csv", "-l", ledger, "-o", f"{ledger}{beside}")
    assert result.exit_code == ExitCode.USAGE
    assert "would write over" in result.stderr
    assert ledger.read_bytes() == before


def test_an_export_never_writes_over_its_ledger_under_another_name(
    sayso: Sayso, ledger: Path, tmp_path: Path
) -> None:
    link = tmp_path / "claims.csv"
    link.hardlink_to(ledger)
    assert sayso("export", "csv", "-l", ledger, "-o", link).exit_code == ExitCode.USAGE


def test_an_export_may_replace_an_earlier_one(sayso: Sayso, ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("old", encoding="utf-8")
    assert sayso("export", "csv", "-l", ledger, "-o", target).exit_code == ExitCode.OK
    assert target.read_text(encoding="utf-8").startswith("claim,")


@pytest.mark.parametrize("given", ["reports.jsonl", "*.jsonl"])
def test_a_report_never_writes_over_what_is_to_be_read(
    sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.chdir(tmp_path)
    record = '{"text": "The port of Orlo was shelled on Monday, the harbour master said."}\n'
    Path("reports.jsonl").write_text(record, encoding="utf-8")
    result = sayso("ingest", given, "--report", "reports.jsonl")
    assert result.exit_code == ExitCode.USAGE
    assert Path("reports.jsonl").read_text(encoding="utf-8") == record


def test_a_report_is_not_written_into_the_folder_that_is_read(sayso: Sayso, tmp_path: Path) -> None:
    result = sayso("ingest", tmp_path, "--report", tmp_path / "out.jsonl", "-l", tmp_path / "l.sqlite")
    assert result.exit_code == ExitCode.USAGE
    assert not (tmp_path / "out.jsonl").exists()


def test_a_report_never_writes_over_the_ledger(sayso: Sayso, ledger: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Shells fell on Orlo.", encoding="utf-8")
    assert sayso("ingest", article, "-l", ledger, "--report", ledger).exit_code == ExitCode.USAGE
    with Ledger.open(ledger, create=False) as opened:
        assert list(opened.verify()) == []


def test_output_that_cannot_be_written_is_one_sentence(
    sayso: Sayso, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sayso.cli.screen.line", full)
    result = sayso("show", "--json", _only_document(ledger), "-l", ledger)
    assert result.exit_code == ExitCode.ERROR
    assert result.stderr.strip() == "error: No space left on device"


def _only_document(ledger: Path) -> str:
    with Ledger.open(ledger, create=False) as opened:
        [document] = opened.documents()["document"].to_pylist()
    return str(document)


def test_a_file_that_is_not_there_yet_is_known_by_its_place(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"--cases .*: would write over"):
        keep([tmp_path / "gold.jsonl"], from_being=tmp_path / "gold.jsonl", option="--cases")
