"""Incidents in the terminal, on the demonstration ledger."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import app
from sayso.cli.commands.demo import read_demo
from sayso.cli.rules import NAMES
from sayso.incidents import RULES


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("incidents") / "demo.sqlite"
    read_demo(path)
    assert run("incidents", "-l", path).exit_code == 0
    return path


@pytest.fixture
def ledger(read_once: Path, tmp_path: Path) -> Path:
    """The demonstration ledger, to do with as a test likes."""
    return Path(shutil.copy(read_once, tmp_path / "demo.sqlite"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], env={"COLUMNS": "200"})


def listed(ledger: Path, *arguments: object) -> list[dict]:
    result = run("incidents", "-l", ledger, "--json", *arguments)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def counting(ledger: Path, number: int) -> dict:
    """The incident for which some source counts so many killed."""
    return next(
        found
        for found in listed(ledger)
        for standing in found["account"]["standings"]
        if standing["field"] == "killed"
        for figure in standing["figures"]
        if figure["low"] == number
    )


def test_incidents_lists_what_several_tell(ledger: Path):
    table = run("incidents", "-l", ledger).stdout
    assert "contested" in table
    assert "corroborated" in table
    assert " / " in table, "rival figures stand side by side"


def test_incidents_are_the_same_every_time(ledger: Path):
    assert listed(ledger, "--all") == listed(ledger, "--all")


@pytest.mark.parametrize(
    ("arguments", "fits"),
    [
        (["--status", "contested"], lambda row: row["status"] == "contested"),
        (["--min-killed", "10"], lambda row: row["killed_high"] >= 10),
        (["--min-injured", "10"], lambda row: row["injured_high"] >= 10),
        (["--min-reports", "3"], lambda row: row["reports"] >= 3),
        (["--since", "2031-05-06"], lambda row: row["until"] >= "2031-05-06"),
        (["--until", "2031-05-04"], lambda row: row["day"] <= "2031-05-04"),
    ],
)
def test_incidents_can_be_chosen(ledger: Path, arguments: list[str], fits):
    rows = [found["row"] for found in listed(ledger, *arguments)]
    assert rows
    assert all(fits(row) for row in rows)
    assert len(rows) < len(listed(ledger))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--place", "ENNISAR"],
        ["--party", "quendria"],
        ["--source", "interior ministry"],
        ["--outlet", "Tessera Wire"],
        ["--type", "ASSAULT"],
    ],
)
def test_incidents_can_be_chosen_by_words(ledger: Path, arguments: list[str]):
    assert 0 < len(listed(ledger, *arguments)) < len(listed(ledger))


def test_incidents_come_newest_first_unless_asked_otherwise(ledger: Path):
    days = [found["row"]["day"] or "" for found in listed(ledger)]
    assert days == sorted(days, reverse=True)
    killed = [found["row"]["killed_high"] or -1 for found in listed(ledger, "--order", "deadliest")]
    assert killed == sorted(killed, reverse=True)
    assert len(listed(ledger, "--limit", "3")) == 3


def test_a_rule_for_one_number_is_named_beside_it(ledger: Path):
    table = run("incidents", "-l", ledger, "--rule", "median").stdout
    assert "by median" in table
    picks = [pick for found in listed(ledger, "--rule", "max") for pick in found["picks"]]
    assert {pick["rule"] for pick in picks} == {"max"}
    refused = run("incidents", "-l", ledger, "--rule", "truth")
    assert refused.exit_code == 2
    assert "latest-official" in refused.stderr
    assert set(NAMES) == set(RULES)


def test_show_lays_an_incidents_rival_figures_side_by_side(ledger: Path):
    id = counting(ledger, 17)["incident"]["id"]
    shown = " ".join(run("show", id, "-l", ledger, "--rule", "max").stdout.split())
    for words in (
        id,
        "“at least seven people”",
        "Side by side",
        "17 (",
        " be right",
        "rule `max`",
        "(copy)",
    ):
        assert words in shown
    assert json.loads(run("show", id, "-l", ledger, "--json").stdout)["incident"]["id"] == id


def test_what_copies_repeat_is_said_once(ledger: Path):
    of_subject: list[str] = []
    for line in run("diff", "2001-01-01", "-l", ledger).stdout.splitlines():
        of_subject = [*of_subject, line] if line.startswith("  ") else []
        assert len(set(of_subject)) == len(of_subject)
    for incident in listed(ledger, "--status", "denied"):
        lines = run("show", incident["row"]["id"], "-l", ledger).stdout.splitlines()
        denied = [line.partition(" (")[0] for line in lines if line.startswith("denied by")]
        assert denied
        assert len(set(denied)) == len(denied)


def test_show_takes_a_rule_for_incidents_alone(ledger: Path):
    result = run("show", "d-4f1c", "-l", ledger, "--rule", "max")
    assert result.exit_code == 2
    assert "--rule: d-4f1c is no incident" in result.stderr


def test_show_says_when_there_is_no_such_incident(ledger: Path):
    result = run("show", "INC-none", "-l", ledger)
    assert result.exit_code == 1
    assert "no incident 'INC-none'" in result.stderr


def test_explain_names_features_and_weights(ledger: Path):
    id = counting(ledger, 17)["incident"]["id"]
    shown = run("incidents", "explain", id, "-l", ledger).stdout
    for words in ("named after", "place", "date", "base"):
        assert words in shown
    links = json.loads(run("incidents", "explain", id, "-l", ledger, "--json").stdout)["links"]
    for link in links:
        assert link["score"] == pytest.approx(sum(ground["weight"] for ground in link["grounds"]))


def test_a_split_holds_until_it_is_undone(ledger: Path):
    before = counting(ledger, 17)["incident"]
    out = before["tellings"][-1]
    ruled = run("incidents", "split", before["id"], out, "--why", "another day", "--by", "Ana", "-l", ledger)
    assert ruled.exit_code == 0, ruled.output
    assert f"Ana: split {before['id']}, taking out " in ruled.stdout
    assert out in ruled.stdout
    now = json.loads(run("show", before["id"], "-l", ledger, "--json").stdout)["incident"]
    assert out not in now["tellings"]
    assert "another day" in run("incidents", "explain", before["id"], "-l", ledger).stdout

    decision = ruled.stdout.split()[0]
    undone = run("incidents", "undo", decision[:10], "--why", "the same day", "--by", "Bo", "-l", ledger)
    assert undone.exit_code == 0, undone.output
    again = json.loads(run("show", before["id"], "-l", ledger, "--json").stdout)["incident"]
    assert set(again["tellings"]) == set(before["tellings"])
    assert run("incidents", "rulings", "-l", ledger).stdout == ""
    assert len(run("incidents", "rulings", "--all", "-l", ledger).stdout.splitlines()) == 2


def test_a_merge_makes_one_of_two_and_the_old_id_still_leads_there(ledger: Path):
    one, other = [found["incident"] for found in listed(ledger, "--status", "contested")][:2]
    result = run("incidents", "merge", one["id"], other["id"], "--why", "one raid", "-l", ledger, "--json")
    assert json.loads(result.stdout)["why"] == "one raid"
    subject, beside = sorted([one["id"], other["id"]])
    assert f"merge {subject} with {beside} (one raid)" in run("incidents", "rulings", "-l", ledger).stdout
    shown = [
        json.loads(run("show", id, "-l", ledger, "--json").stdout)["incident"]
        for id in (one["id"], other["id"])
    ]
    assert shown[0] == shown[1]
    assert set(shown[0]["tellings"]) >= {one["founding"], other["founding"]}


def test_a_ruling_that_makes_no_sense_is_refused(ledger: Path):
    incident = counting(ledger, 17)["incident"]
    for arguments in (
        ["split", incident["id"], *incident["tellings"]],
        ["merge", incident["id"], incident["id"]],
    ):
        result = run("incidents", *arguments, "--why", "x", "-l", ledger)
        assert result.exit_code == 2, result.output
    assert run("incidents", "undo", "j-none", "--why", "x", "-l", ledger).exit_code == 1


def test_diff_says_what_is_new(ledger: Path):
    id = counting(ledger, 17)["incident"]["id"]
    shown = run("diff", "2031-01-01", "-l", ledger)
    assert shown.exit_code == 0
    assert run("diff", "2999-01-01", "-l", ledger).stderr.endswith("nothing has changed since 2999-01-01\n")
    changes = [
        json.loads(line) for line in run("diff", "2001-01-01", "-l", ledger, "--json").stdout.splitlines()
    ]
    assert {change["kind"] for change in changes} == {"new incident", "denial"}
    assert id in {change["subject"] for change in changes}
    assert run("diff", "last week", "-l", ledger).exit_code == 2


def test_diff_knows_what_today_and_yesterday_are(ledger: Path):
    counting(ledger, 17)
    assert "new: " in run("diff", "yesterday", "-l", ledger).stdout
    assert run("diff", "today", "-l", ledger).exit_code == 0


def test_incidents_are_filtered_by_whole_months_and_codes_in_any_case(ledger: Path):
    told = {row["row"]["id"] for row in listed(ledger, "--all", "--type", "ASSAULT")}
    assert told == {row["row"]["id"] for row in listed(ledger, "--all", "--type", "assault")}
    in_may = listed(ledger, "--all", "--since", "2031-05", "--until", "2031-05")
    assert in_may == listed(ledger, "--all", "--since", "2031-05-01", "--until", "2031-05-31")
    assert in_may
    assert run("incidents", "--since", "2031-13", "-l", ledger).exit_code == 2


@pytest.mark.parametrize("option", ["--min-killed", "--min-reports", "--limit"])
@pytest.mark.parametrize("number", ["-1", "9" * 40])
def test_a_number_that_no_database_holds_is_a_usage_error(ledger: Path, option: str, number: str):
    result = run("incidents", option, number, "-l", ledger)
    assert (result.exit_code, result.stdout) == (2, "")
    assert option in result.stderr


def test_an_incident_in_place_of_a_command_is_told_how_to_be_shown(ledger: Path):
    result = run("incidents", "INC-2031-05-03-ilvane", "-l", ledger)
    assert result.exit_code == 2
    assert "`sayso show INC-2031-05-03-ilvane`" in result.stderr


def refused(ledger: Path, *arguments: object) -> str:
    """What a command that makes no sense says; it must change nothing."""
    before = listed(ledger, "--all"), run("incidents", "rulings", "--all", "-l", ledger).stdout
    result = run("incidents", *arguments, "-l", ledger)
    assert result.exit_code in (1, 2), result.output
    assert result.stdout == ""
    assert (listed(ledger, "--all"), run("incidents", "rulings", "--all", "-l", ledger).stdout) == before
    return " ".join(result.stderr.split())


def test_an_id_that_is_none_or_of_many_is_refused_in_words(ledger: Path):
    incident = counting(ledger, 17)["incident"]
    reason = ["--why", "x"]
    assert "no incident 'INC-none'" in refused(ledger, "explain", "INC-none")
    assert "begins the ids of several" in refused(ledger, "explain", "INC-")
    assert "begins the ids of several" in refused(ledger, "explain", "")
    assert "no incident 'c-" in refused(ledger, "explain", incident["founding"])
    assert "no claim 'c-none'" in refused(ledger, "split", incident["id"], "c-none", *reason)
    assert "no incident 'INC-none'" in refused(ledger, "merge", incident["id"], "INC-none", *reason)
    assert "no decision 'INC-" in refused(ledger, "undo", incident["id"], *reason)


def test_a_split_says_where_a_claim_belongs_that_is_not_of_the_incident(ledger: Path):
    one, other = [found["incident"] for found in listed(ledger)][:2]
    said = refused(ledger, "split", one["id"], other["founding"], "--why", "x")
    assert f"{other['founding']} is a telling of {other['id']}" in said
    assert "sayso incidents explain" in said


def test_a_split_twice_over_and_a_merge_with_itself_are_refused(ledger: Path):
    incident = counting(ledger, 17)["incident"]
    out = incident["tellings"][-1]
    split = ["split", incident["id"], out, out, "--why", "x"]
    assert run("incidents", *split, "-l", ledger).exit_code == 0, "named twice, taken out once"
    assert f"{out} is a telling of INC-" in refused(ledger, *split)
    again = refused(ledger, "merge", incident["id"], incident["id"], "--why", "x")
    assert f"there is only {incident['id']}" in again


def test_a_ruling_needs_a_reason_and_somebody_who_takes_it(ledger: Path):
    incident = counting(ledger, 17)["incident"]
    assert "say why" in refused(ledger, "split", incident["id"], incident["founding"], "--why", " ")
    assert "needs somebody" in refused(
        ledger, "split", incident["id"], incident["founding"], "--why", "x", "--by", " "
    )


def test_what_is_undone_cannot_be_undone_again_but_its_undoing_can(ledger: Path):
    incident = counting(ledger, 17)["incident"]
    out = incident["tellings"][-1]
    ruled = run("incidents", "split", incident["id"], out, "--why", "x", "-l", ledger).stdout.split()[0]
    undone = run("incidents", "undo", ruled, "--why", "y", "-l", ledger).stdout.split()[0]
    assert f"{ruled} is undone already" in refused(ledger, "undo", ruled, "--why", "z")
    assert run("incidents", "undo", undone, "--why", "z", "-l", ledger).exit_code == 0
    now = json.loads(run("show", incident["id"], "-l", ledger, "--json").stdout)["incident"]
    assert out not in now["tellings"]


def test_no_telling_is_lost_when_rulings_are_undone_in_another_order(ledger: Path):
    def tellings() -> list[str]:
        return sorted(
            telling for found in listed(ledger, "--all") for telling in found["incident"]["tellings"]
        )

    before = listed(ledger, "--all")
    one, other = [found["incident"] for found in listed(ledger, "--status", "contested")][:2]
    everything = tellings()
    merge = run("incidents", "merge", one["id"], other["id"], "--why", "x", "-l", ledger).stdout.split()[0]
    out = other["tellings"][0]
    split = run("incidents", "split", one["id"], out, "--why", "x", "-l", ledger).stdout.split()[0]
    assert tellings() == everything
    for decision in (merge, split):
        assert run("incidents", "undo", decision, "--why", "y", "-l", ledger).exit_code == 0
        assert tellings() == everything
    groups = {frozenset(found["incident"]["tellings"]) for found in listed(ledger, "--all")}
    assert groups == {frozenset(found["incident"]["tellings"]) for found in before}


def test_a_code_that_there_is_not_is_told_with_those_that_there_are(ledger: Path):
    refused = run("incidents", "-l", ledger, "--status", "rumoured")
    assert refused.exit_code == 2
    assert "there is no status 'rumoured'; there are 'single source', corroborated" in " ".join(
        refused.stderr.split()
    )
    assert run("incidents", "-l", ledger, "--status", "DENIED", "--type", "Assault").exit_code == 0
