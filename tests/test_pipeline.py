import pytest

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.errors import PipelineError
from sayso.pipeline import TOGETHER, checked, read
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
