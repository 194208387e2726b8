from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.annotate.places import Gazetteer
from sayso.cli.app import app

CSV = "name,aliases,country,latitude,longitude,feature,population\nOrloburg,,XOR,10.5,-20.25,town,1000\n"


def test_gazetteer_add_keeps_places_for_whatever_is_read_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "places.csv").write_text(CSV, encoding="utf-8")
    result = CliRunner().invoke(app, ["gazetteer", "add", str(tmp_path / "places.csv")])
    assert result.exit_code == 0
    assert result.stdout == ""
    (place,) = Gazetteer.open().lookup("Orloburg")
    assert (place.country, place.latitude) == ("XOR", 10.5)


def test_gazetteer_add_says_when_a_file_holds_no_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "nothing.csv").write_bytes(b"\x00\x01")
    result = CliRunner().invoke(app, ["gazetteer", "add", str(tmp_path / "nothing.csv")])
    assert result.exit_code == 2


def test_read_explain_says_why_a_place_was_chosen(tmp_path: Path):
    report = tmp_path / "report.txt"
    report.write_text("Two men died in Nairobi on Sunday, the mayor of Nairobi said.", encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(report), "--explain"])
    assert result.exit_code == 0
    assert "Nairobi → Nairobi · KEN" in result.stdout
