"""Who says so, in the shortest complete phrase."""

import pytest

from sayso.annotate.attributions.sources import shortest
from sayso.model import Mention, MentionKind, Span


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("Ana Brisk, the mayor of Veld,", "Ana Brisk"),
        ("Ana Brisk, 54,", "Ana Brisk"),
        ("Ana Brisk, who heads the town's hospital", "Ana Brisk"),
        ("villagers who had fled to Orlo", "villagers"),
        ("the mayor of Veld, Ana Brisk,", "Ana Brisk"),
        ("a lawyer for Dolen, Ana Brisk", "Ana Brisk"),
        ("the Veld Monitor, a rights group", "the Veld Monitor"),
        ("Ana Brisk — who lost her house —", "Ana Brisk"),
        ("a spokesman for the Interior Ministry", "a spokesman for the Interior Ministry"),
        ("Ana Brisk, two aides and a guard", "Ana Brisk, two aides and a guard"),
        ("most of whom", "most of whom"),
        ("villagers interviewed by the Veld Monitor", "villagers"),
        ("a confidential report seen by the Veld Monitor", "a confidential report"),
    ],
)
def test_a_source_is_the_shortest_complete_phrase_that_names_it(source, kept):
    names = [
        Mention(span=Span(source.index(name), source.index(name) + len(name)), kind=MentionKind.PERSON)
        for name in ("Dolen", "Ana Brisk")
        if name in source
    ]
    assert shortest(source, Span(0, len(source)), names).of(source) == kept
