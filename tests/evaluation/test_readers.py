from pathlib import Path

import pytest

from sayso.annotate import ANNOTATORS
from sayso.errors import UsageError
from sayso.evaluation import Counts, Gold
from sayso.evaluation.readers import dumb_reader, pipeline_reader
from sayso.evaluation.records import item_in
from sayso.evaluation.task import each_document
from sayso.model import Reading, Refusal
from tests.factory import raw_item

TEXTS = ["Shells hit Orlo.", " ", "Rebels left Varn."]


@pytest.mark.parametrize("read", [pipeline_reader(ANNOTATORS), dumb_reader()])
def test_readers_answer_each_text_in_order_and_refuse_what_holds_none(read):
    first, empty, last = read(raw_item(text) for text in TEXTS)
    assert [first.text, last.text] == [TEXTS[0], TEXTS[2]]
    assert isinstance(empty, Refusal)


def test_a_gold_text_that_is_stored_otherwise_stops_a_task_with_spans(tmp_path: Path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "crlf", "text": "Shells hit\\r\\nOrlo."}\n', encoding="utf-8")
    cases = each_document(item=item_in, wanted=lambda _: None, score=lambda *_: {})
    with pytest.raises(UsageError, match="'crlf' is stored otherwise"):
        list(cases(Gold(path=path), dumb_reader()))


def test_a_refused_text_counts_as_read_without_finding_anything(tmp_path: Path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "blank", "text": " "}\n', encoding="utf-8")
    seen: list[Reading] = []

    def score(wanted: int, reading: Reading) -> dict[str, Counts]:
        seen.append(reading)
        return {"events": Counts(0, len(reading.events), wanted)}

    cases = each_document(item=item_in, wanted=lambda _: 1, score=score)
    (case,) = cases(Gold(path=path), dumb_reader())
    assert case.refused
    assert case.score == {"events": Counts(0, 0, 1)}
    assert seen[0].text == " "
