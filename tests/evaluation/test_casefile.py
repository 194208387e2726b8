from pathlib import Path

import pytest

from sayso.annotate import ANNOTATORS
from sayso.errors import UsageError
from sayso.evaluation import TASKS, Counts, Gold, evaluate
from sayso.evaluation.casefile import case_lines, cases_in, changes


def test_cases_come_back_as_they_were_written(tmp_path: Path, demo_gold_file: Path):
    done = evaluate(TASKS["claims"], Gold(path=demo_gold_file, limit=2), annotators=ANNOTATORS)
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(case_lines([done])), encoding="utf-8")
    assert cases_in(path) == {("claims", case.id): dict(case.score) for case in done.ours}


def test_changes_name_the_documents_that_got_better_and_worse():
    old = {("t", id): {"toll": Counts(1, 2, 2), "same": Counts(1, 1, 1)} for id in "abc"}
    new = old | {("t", "a"): {"toll": Counts(2, 2, 2), "same": Counts(1, 1, 1)}}
    new |= {("t", "b"): {"toll": Counts(0, 2, 2), "same": Counts(1, 1, 1)}}
    (change,) = changes(old, new)
    assert (change.layer, change.better, change.worse) == ("toll", ("a",), ("b",))
    assert change.old == change.new == Counts(3, 6, 6)


def test_changes_leave_out_documents_that_only_one_run_scored():
    assert list(changes({("t", "a"): {"toll": Counts(1, 1, 1)}}, {("t", "b"): {"toll": Counts()}})) == []


@pytest.mark.parametrize("line", ["[]", "{", '{"task": "t", "id": "a", "counts": {"toll": 3}}'])
def test_cases_in_names_a_line_that_is_no_case(tmp_path: Path, line: str):
    path = tmp_path / "cases.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 1"):
        cases_in(path)
