import json
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.evaluation import Gold
from sayso.evaluation.records import item_in


def written(folder: Path, *records: object) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_parsed_names_the_line_that_is_not_gold(tmp_path: Path):
    gold = Gold(path=written(tmp_path, {"id": 1}, {}))
    with pytest.raises(UsageError, match="line 2"):
        list(gold.parsed(lambda record: record["id"]))


def test_parsed_stops_at_the_limit(tmp_path: Path):
    gold = Gold(path=written(tmp_path, {"id": 1}, {}), limit=1)
    assert list(gold.parsed(lambda record: record["id"])) == [1]


def test_parsed_takes_a_line_separator_inside_a_record_for_text(tmp_path: Path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "one\u2028two"}\n', encoding="utf-8")
    assert list(Gold(path=path).parsed(lambda record: record["text"])) == ["one\u2028two"]


def test_beside_says_which_file_is_missing(tmp_path: Path):
    with pytest.raises(UsageError, match=r"pairs\.jsonl is missing"):
        Gold(path=written(tmp_path)).beside("pairs.jsonl")


def test_item_in_declares_only_the_fields_it_is_told_of():
    item = item_in({"id": 7, "text": "x", "day": "2031-01-02", "title": "T"}, published="day")
    assert (item.origin, item.declared.published, item.declared.title) == ("7", "2031-01-02", None)
