import json
from pathlib import Path

import pytest

from sayso.evaluation import TASKS
from tests.cli.conftest import Sayso
from tests.evaluation.gold import demo_gold


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_gold(tmp_path_factory.mktemp("sets"))


def test_evaluate_alone_lists_every_task(sayso: Sayso):
    assert [line.split()[0] for line in sayso("evaluate").stdout.splitlines()] == list(TASKS)


def test_evaluate_prints_ours_beside_the_baseline_and_the_counts(sayso: Sayso, gold: Path):
    printed = sayso("evaluate", "claims", gold, "--limit", 1).stdout
    for words in ("baseline", "claim F1", "events typed F1", "attribution with source", "given"):
        assert words in printed


def test_evaluate_json_holds_figures_and_counts_of_both(sayso: Sayso, gold: Path):
    printed = json.loads(sayso("evaluate", "claims", gold, "--limit", 1, "--json").stdout)
    assert printed["cases"] == 1
    assert printed["figures"]["claim F1"].keys() == {"ours", "baseline"}
    assert printed["counts"]["ours"].keys() == printed["counts"]["baseline"].keys()


def test_evaluate_compare_finds_what_changed(sayso: Sayso, gold: Path, tmp_path: Path):
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    assert sayso("evaluate", "claims", gold, "--limit", 2, "--cases", old).exit_code == 0
    records = [json.loads(line) for line in old.read_text().splitlines()]
    records[0]["counts"]["event found"]["right"] -= 1
    new.write_text("".join(json.dumps(record) + "\n" for record in records))
    (change,) = map(json.loads, sayso("evaluate", "compare", old, new, "--json").stdout.splitlines())
    assert (change["layer"], change["better"], change["worse"]) == ("event found", [], [records[0]["id"]])
    assert f"event found, worse: {records[0]['id']}" in sayso("evaluate", "compare", old, new).stdout
    assert "nothing changed" in sayso("evaluate", "compare", old, old).stderr


def test_evaluate_all_takes_what_is_there_and_writes_the_page(sayso: Sayso, gold: Path, tmp_path: Path):
    page = tmp_path / "accuracy.md"
    result = sayso("evaluate", "all", gold.parent.parent, "--write", page)
    assert result.exit_code == 0
    assert "| claims | claim F1 |" in page.read_text()
    assert "claims_dev/dev.jsonl" in page.read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense", "{gold}"], "no task 'nonsense'"),
        (["claims"], "name the one gold file"),
        (["claims", "{gold}", "{gold}"], "name the one gold file"),
        (["claims", "{folder}"], "name the one gold file"),
        (["all", "{gold}"], "name the one folder"),
        (["all", "{folder}/claims_dev"], "no gold in"),
        (["compare", "{gold}"], "name two files"),
        (["compare", "{gold}", "{gold}"], "line 1: not a case"),
        (["claims", "{gold}", "--cases", "{gold}"], "would write over"),
        (["claims", "{gold}", "--write", "{folder}/page.md"], "--write goes with all"),
        (["all", "{folder}", "--write", "{folder}/page.md", "--limit", "1"], "--write goes without --limit"),
    ],
)
def test_evaluate_says_what_it_was_not_given(sayso: Sayso, gold: Path, arguments: list[str], words: str):
    folder = gold.parent.parent
    result = sayso("evaluate", *(each.format(gold=gold, folder=folder) for each in arguments))
    assert result.exit_code == 2
    assert words in result.stderr
