"""What sort of incident a report is about."""

from dataclasses import replace

import numpy as np
import pytest

from sayso.annotate import ANNOTATORS
from sayso.annotate.kinds import Kind, Weighing, kind_of, signs_in
from sayso.model import Assertion, Event, EventType, Span
from sayso.pipeline import read
from tests import factory


def test_signs_in_counts_stretches_within_words_and_never_across_them():
    words, _ = signs_in(factory.reading("Orlo Orlo burns"))
    assert words[" orl"] == 2
    assert words["urns "] == 1
    assert not any("o b" in sign or len(sign) > 5 for sign in words)


def test_signs_in_takes_a_short_word_once():
    words, _ = signs_in(factory.reading("I"))
    assert words == {" i ": 1}


def test_signs_in_says_what_the_reading_found():
    event = Event(trigger=Span(0, 3), type=EventType.PROTEST, mode="riot", assertion=Assertion.PLANNED)
    _, findings = signs_in(replace(factory.reading(), events=(event,)))
    assert set(findings) == {"PROTEST riot", "PROTEST planned", "PROTEST"}


def test_weighing_scores_each_kind_by_the_signs_that_it_knows():
    table = np.zeros((2, len(Kind)), dtype=np.float32)
    table[0, list(Kind).index(Kind.GRENADE)] = 2.0
    weighing = Weighing(
        signs={" grena"[:5]: 0, "\tPROTEST": 1},
        rarity=np.ones(2, dtype=np.float32),
        table=table,
        bias=np.zeros(len(Kind), dtype=np.float32),
    )
    scores = weighing.scores(factory.reading("A grenade and a grenade."))
    assert tuple(Kind)[int(scores.argmax())] is Kind.GRENADE
    assert scores.max() == pytest.approx(2.0)
    assert not weighing.scores(factory.reading("Nothing.")).any()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An earthquake shook Orlo and floods followed the heavy rain.", Kind.NATURAL_DISASTER),
        ("A suicide bomber blew himself up at the gate of the base in Orlo.", Kind.SUICIDE_BOMB),
        ("A hand grenade was thrown at the house of a teacher in Orlo.", Kind.GRENADE),
    ],
)
def test_kind_of_tells_plain_cases(text, kind):
    (reading,) = read([factory.document(text)], annotators=ANNOTATORS)
    assert kind_of(reading) is kind
