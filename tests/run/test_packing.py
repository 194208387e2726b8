import pickle
from dataclasses import replace

from sayso.model import Outcome, Span
from sayso.run.packing import packed, unpacked
from tests import factory


def outcome() -> Outcome:
    reading = replace(factory.reading("Ten people died in Orlo."), sentences=(Span(0, 24),))
    return Outcome(key="i-1", origin="made", part=None, external_id=None, result=reading)


def test_unpacked_is_what_was_packed():
    assert unpacked(packed(outcome())) == outcome()
    refused = replace(outcome(), result=factory.refusal())
    assert unpacked(packed(refused)) == refused


def test_packed_is_unpacked_by_plain_pickle_too():
    assert pickle.loads(packed(outcome())) == outcome()  # noqa: S301
