import threading
import time
from dataclasses import dataclass

import pytest

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.errors import Overtaken, PipelineError
from sayso.pipeline import TOGETHER, checked, grouping, read
from tests import factory


def annotator(name: str, *, reads: set[Layer] = frozenset(), writes: set[Layer] = frozenset()) -> Annotator:
    return Annotator(
        name=name, reads=frozenset(reads), writes=frozenset(writes), annotate=each(lambda reading: reading)
    )


def test_checked_names_the_annotator_that_reads_what_nobody_wrote():
    with pytest.raises(PipelineError, match="'late' reads 'times'"):
        checked([annotator("late", reads={Layer.TIMES}), annotator("early", writes={Layer.TIMES})])


def test_checked_accepts_annotators_in_order():
    early, late = annotator("early", writes={Layer.TIMES}), annotator("late", reads={Layer.TIMES})
    assert checked([early, late]) == (early, late)


def test_read_keeps_the_order_of_documents():
    documents = [factory.document(f"Report {number}.") for number in range(3)]
    assert [reading.document for reading in read(documents, annotators=[annotator("none")])] == documents


def test_read_sends_few_documents_at_a_time_and_keeps_their_order():
    sizes = []

    def counted(readings):
        sizes.append(len(readings))
        return readings

    count = Annotator(name="count", reads=frozenset(), writes=frozenset(), annotate=counted)
    documents = [factory.reading(f"Report {number}.").document for number in range(2 * TOGETHER + 1)]
    assert [one.document for one in read(documents, annotators=[count])] == documents
    assert sizes == [TOGETHER, TOGETHER, 1]


@dataclass
class Shelf:
    """A ledger for whose grouping two processes contend: the later to begin overtakes the earlier."""

    begun: int = 0
    is_done: bool = False

    def is_grouped(self, *, maker: str) -> bool:  # noqa: ARG002
        return self.is_done


def test_two_groupings_at_once_come_to_an_end(monkeypatch: pytest.MonkeyPatch):
    # Each takes longer than the pause after which the other would begin again.
    def regrouped(shelf: Shelf, *, at: str, follow: object) -> grouping.Regrouped:
        shelf.begun += 1
        mine = shelf.begun
        for _ in range(4):
            time.sleep(0.1)
            if shelf.begun != mine:
                raise Overtaken
        shelf.is_done = True
        return grouping.Regrouped(incidents=1, groups=0)

    monkeypatch.setattr(grouping, "regrouped", regrouped)
    shelf, results = Shelf(), []

    def bring_up_to_date() -> None:
        results.append(grouping.brought_up_to_date(shelf, at="2031-01-01T00:00:00+00:00"))  # type: ignore[arg-type]

    both = [threading.Thread(target=bring_up_to_date, daemon=True) for _ in range(2)]
    for each_one in both:
        each_one.start()
        time.sleep(0.15)
    for each_one in both:
        each_one.join(20)
    assert not any(each_one.is_alive() for each_one in both)
    assert [found.incidents for found in results if found] == [1]
