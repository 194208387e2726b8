"""Ways to read gold texts again: by the shipped pipeline, and by the dumb reader."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sayso.annotate.annotator import Annotator
from sayso.documents import DocumentOptions, to_document
from sayso.evaluation.dumb import read_dumbly
from sayso.evaluation.task import Read
from sayso.model import Document, RawItem, Reading, Refusal
from sayso.pipeline import TOGETHER, read


def pipeline_reader(annotators: Sequence[Annotator]) -> Read:
    """The reader that users run: texts go the whole way from raw item to reading."""

    def reading_of(items: Iterable[RawItem]) -> Iterator[Reading | Refusal]:
        for batch in _batches(items):
            opened = [_opened(item) for item in batch]
            documents = [one for one in opened if isinstance(one, Document)]
            readings = iter(read(documents, annotators=annotators))
            yield from (one if isinstance(one, Refusal) else next(readings) for one in opened)

    return reading_of


def dumb_reader() -> Read:
    """The reader that every figure is compared with."""

    def reading_of(items: Iterable[RawItem]) -> Iterator[Reading | Refusal]:
        for item in items:
            document = _opened(item)
            yield document if isinstance(document, Refusal) else read_dumbly(document)

    return reading_of


def _opened(item: RawItem) -> Document | Refusal:
    return to_document(item, options=DocumentOptions(any_language=True))


def _batches(items: Iterable[RawItem]) -> Iterator[list[RawItem]]:
    waiting = iter(items)
    while batch := list(islice(waiting, TOGETHER)):
        yield batch
