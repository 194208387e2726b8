import json
from pathlib import Path

from sayso.evaluation import Gold, added
from sayso.evaluation.grouped.copies import NEARDUP
from sayso.evaluation.readers import dumb_reader

_STORY = (
    "Shells fell on the market of Orlo before dawn and burned four stalls and a bus. The mayor, Ines Varga,"
    " said that nobody was hurt because the traders had been told to stay away. Smoke hung over the old"
    " harbour until noon, and the ferry to Varn did not sail. Repairs will take a week, the town hall said."
)
_OTHER = (
    "Farmers from the valley blocked the road to Kesp with forty tractors to ask for cheaper diesel. Their"
    " speaker, Jun Patak, told reporters that talks with the ministry had led nowhere since the spring, and"
    " that the blockade would last until a date was named for the next round of negotiations."
)


def _written(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_neardup_tells_copies_from_other_stories_under_one_title(tmp_path: Path):
    gold = _written(
        tmp_path / "dev.jsonl",
        {"id": "a", "title": "Shells on Orlo", "text": _STORY},
        {"id": "b", "title": "Market burns", "text": "(Sarn Wire) " + _STORY},
        {"id": "c", "title": "Shells on Orlo", "text": _OTHER},
    )
    _written(
        tmp_path / "dev_pairs.jsonl",
        {"a": "a", "b": "b", "label": 1, "why": "variant"},
        {"a": "a", "b": "c", "label": 0, "why": "other story"},
    )
    assert NEARDUP.baseline is not None
    ours = added(case.score for case in NEARDUP.cases(Gold(path=gold), dumb_reader()))
    theirs = added(case.score for case in NEARDUP.baseline(Gold(path=gold), dumb_reader()))
    assert (ours["copies"].f1, ours["told apart: other story"].recall) == (1, 1)
    assert (theirs["copies"].f1, theirs["told apart: other story"].recall) == (0, 0)
