from pathlib import Path

from sayso.evaluation import TASKS, Case, Counts, Evaluation, Gold
from sayso.evaluation.page import page, shown


def evaluation(gold: Path, *, refused: bool = False) -> Evaluation:
    ours = Case(id="a", score={"claim": Counts(1, 2, 2)}, refused=refused)
    baseline = Case(id="a", score={"claim": Counts(0, 2, 2)})
    task = TASKS["claims"]
    return Evaluation(task=task, gold=Gold(path=gold), ours=(ours,), baseline=(baseline,))


def test_page_sets_ours_beside_baseline_floor_and_aim(demo_gold_file: Path):
    lines = page([evaluation(demo_gold_file)], date="2031-05-04").splitlines()
    (row,) = [line for line in lines if line.startswith("| claims | claim F1 |")]
    assert row.split("|")[3:5] == [" .500 ", " .000 "]
    assert row.split("|")[6] == " .600 "
    assert any(line.startswith("2031-05-04 · Sayso ") for line in lines)


def test_page_names_each_file_once_with_its_hash(demo_gold_file: Path):
    written = page([evaluation(demo_gold_file)] * 2, date="2031-05-04")
    assert written.count("| `claims_dev/dev.jsonl` | `") == 1


def test_page_says_how_many_texts_were_refused(demo_gold_file: Path):
    assert "1 texts were refused" in page([evaluation(demo_gold_file, refused=True)], date="2031-05-04")


def test_shown_leaves_out_the_nought_before_the_point():
    assert [shown(0.7316), shown(1.0), shown(None)] == [".732", "1.000", ""]
