import pytest

from sayso.cli.commands import doctor
from sayso.cli.commands.doctor import Finding
from tests.cli.conftest import Sayso


def test_doctor_finds_nothing_wrong_here(sayso: Sayso):
    result = sayso("doctor")
    assert result.exit_code == 0, result.stdout
    assert all(line.startswith("ok ") for line in result.stdout.splitlines())
    assert "with full-text search" in result.stdout
    assert "a report is read in" in result.stdout


def test_doctor_says_what_to_do_about_a_problem(sayso: Sayso, monkeypatch: pytest.MonkeyPatch):
    broken = Finding(what="the sky falls", remedy="hold it up")
    monkeypatch.setattr(doctor, "CHECKS", (lambda: iter([broken]),))
    result = sayso("doctor")
    assert result.exit_code == 1
    assert result.stdout.split() == ["problem", "the", "sky", "falls", "hold", "it", "up"]
