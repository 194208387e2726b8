"""`sayso copy`, and ledgers on a server by their URL, which no message may show the password of."""

import json
from pathlib import Path

import pytest

from sayso.cli.exit_codes import ExitCode
from sayso.cli.place import ServerUrl, to_place
from sayso.ledger import Ledger
from tests.cli.conftest import Sayso
from tests.ledger.conftest import server  # noqa: F401 - a fixture
from tests.ledger.server import PASSWORD, Running


def test_copy_counts_what_it_copied(sayso: Sayso, ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    result = sayso("copy", ledger, target, "--json")
    assert result.exit_code == ExitCode.OK, result.stderr
    printed = json.loads(result.stdout)
    assert printed["from"] == str(ledger)
    assert printed["to"] == str(target)
    assert printed["tables"]["documents"] == {"there": 0, "new": 1}
    assert printed["rows"] == sum(count["new"] for count in printed["tables"].values()) > 10
    again = sayso("copy", ledger, target)
    assert again.stderr.startswith(f"0 rows copied from {ledger} to {target}")
    assert "documents                    0  (1 were there)" in again.stdout


def test_copy_refuses_another_ledger(sayso: Sayso, ledger: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with Ledger.open(other) as opened:
        opened.start_run({}, started="2031-05-07T00:00:00+00:00")
    before = other.read_bytes()
    result = sayso("copy", ledger, other)
    assert result.exit_code == ExitCode.ERROR
    assert "is no copy of this ledger: it has other runs" in result.stderr
    assert other.read_bytes() == before
    assert sayso("copy", ledger, ledger).stderr.startswith(f"error: {ledger} cannot be copied into itself")


def test_every_command_takes_a_url(sayso: Sayso, ledger: Path, tmp_path: Path, server: Running) -> None:  # noqa: F811
    url = server.url_by_port(server.new_database())
    copied = sayso("copy", ledger, url)
    assert copied.exit_code == ExitCode.OK, copied.stderr
    outputs = [copied]
    for words in (
        ["verify"],
        ["search", "market"],
        ["incidents", "--all"],
        ["incidents", "rulings"],
        ["diff", "2031-01-01"],
        ["export", "csv"],
        ["show", json.loads(sayso("search", "market", "--json", "-l", url).stdout)["document"]],
    ):
        outputs.append(sayso(*words, "-l", url))
        on_file = sayso(*words, "-l", ledger)
        assert (outputs[-1].exit_code, outputs[-1].stdout) == (ExitCode.OK, on_file.stdout), words
    report = tmp_path / "report.txt"
    report.write_text(
        "Shells fell on Orlo on Monday, the mayor said, and two people died.\n", encoding="utf-8"
    )
    outputs.append(sayso("ingest", report, "-l", url, "-j", 1))
    assert outputs[-1].exit_code == ExitCode.OK, outputs[-1].stderr
    assert "1 item in postgresql://127.0.0.1:" in outputs[-1].stderr
    back = sayso("copy", url, tmp_path / "back.sqlite")
    assert back.exit_code == ExitCode.OK, back.stderr
    assert "documents                    2" in back.stdout
    assert not any(PASSWORD in output.stdout + output.stderr for output in [*outputs, back])


def test_the_doctor_says_whether_the_ledger_of_the_environment_can_be_used(
    server: Running,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from sayso.cli.commands import doctor

    monkeypatch.setenv("SAYSO_LEDGER", server.url_by_port("none"))
    [finding] = doctor._ledger()
    assert finding.remedy
    assert "does not exist" in finding.what
    monkeypatch.setenv("SAYSO_LEDGER", server.url_by_port("none", password="wrong"))  # noqa: S106
    [other] = doctor._ledger()
    assert "password is wrong" in other.what
    database = server.new_database()
    Ledger.open(server.url(database)).close()
    monkeypatch.setenv("SAYSO_LEDGER", server.url_by_port(database))
    [well] = doctor._ledger()
    assert well.remedy is None
    assert well.what.endswith("with 0 documents")
    assert PASSWORD not in finding.what + well.what
    assert "wrong:" not in other.what + other.what.replace("password is wrong", "")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("postgresql://ana:secret@host/reports", "postgresql://host/reports"),
        ("postgresql://ana:secret@host:5433/reports?sslmode=require", "postgresql://host:5433/reports"),
        ("postgres://ana:se@cr/et@host/reports", "postgres://host/reports"),
        ("mysql://ana:secret@host/reports", "mysql://host/reports"),
        ("postgresql://ana:secret", "postgresql://…"),
        ("postgresql://ana:secret/reports", "postgresql://…"),
        ("postgresql:///reports?host=/run/secret&password=secret", "postgresql:///reports"),
    ],
)
def test_a_url_is_shown_without_its_password(given: str, shown: str) -> None:
    place = to_place(given)
    assert isinstance(place, ServerUrl)
    assert str(place) == repr(place) == shown
    assert place.__fspath__() == given


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ana:secret",
        "postgresql://ana:secret/reports",
        "postgresql://ana:s@secret@host/reports",
        "postgresql://ana:s@secret/s@host/reports",
        "mysql://ana:secret@host/reports",
        "sqlite:///secret.sqlite",
    ],
)
def test_a_url_that_makes_no_sense_is_an_error_that_does_not_quote_it(sayso: Sayso, url: str) -> None:
    result = sayso("verify", "-l", url)
    assert result.exit_code == ExitCode.ERROR
    assert "secret" not in result.stdout + result.stderr
    assert "postgresql://user:password@host:5432/database" in result.stderr
