"""Who and what plays a part in an attack."""

from dataclasses import replace

import numpy as np

from sayso.annotate.reader.parts import Part, Played, equipped, parts_in
from sayso.annotate.sentences import sentences_in
from sayso.model import Argument, Event, EventType, Reading, Span
from tests import factory
from tests.annotate.reader import made

TEXT = "Gunmen shot the mayor of Orlo. A rifle was found."


def scores(tags):
    """Scores whose part head says what `tags` says, by word and column."""
    base = made.scores(TEXT, tags={})
    width = base.tags.shape[1]
    table = np.concatenate([base.tags, np.zeros((len(base.words), 11), dtype=np.float32)], axis=1)
    table[:, width] = 5.0
    for (word, column), score in tags.items():
        table[word, width + column] = score
    return replace(base, tags=table, heads={**base.heads, "part": (width, width + 11)})


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def shooting(**fields) -> Reading:
    return replace(
        factory.reading(TEXT),
        sentences=tuple(sentences_in(TEXT)),
        events=(Event(trigger=span_of("shot"), type=EventType.ASSAULT, **fields),),
    )


def played(words: str, part: Part, likely: float = 0.9) -> Played:
    return Played(span=span_of(words), part=part, likely=likely)


def test_parts_in_finds_whole_names_with_their_parts():
    found = parts_in(scores({(0, 1): 20.0, (3, 5): 20.0, (4, 6): 20.0, (5, 6): 20.0}))
    assert [(one.span.of(TEXT), one.part) for one in found] == [
        ("Gunmen", Part.PERPETRATOR),
        ("mayor of Orlo", Part.VICTIM),
    ]


def test_parts_in_keeps_the_likelier_of_two_that_overlap():
    found = parts_in(scores({(3, 5): 8.0, (3, 7): 9.0}), least=dict.fromkeys(Part, 0.1))
    assert [one.part for one in found] == [Part.TARGET]


def test_parts_in_leaves_out_what_is_less_likely_than_asked():
    unsure = scores({(3, 5): 5.0})
    assert parts_in(unsure, least={Part.VICTIM: 0.9}) == ()
    assert len(parts_in(unsure, least={Part.VICTIM: 0.1})) == 1


def test_parts_in_finds_nothing_where_the_model_has_no_such_head():
    assert parts_in(made.scores(TEXT, tags={})) == ()


def test_equipped_gives_an_attack_the_parties_and_weapons_that_it_lacks():
    reading = equipped(shooting(), [played("Gunmen", Part.PERPETRATOR), played("mayor", Part.VICTIM)])
    (event,) = reading.events
    assert [one.span.of(TEXT) for one in event.actors] == ["Gunmen"]
    assert [one.span.of(TEXT) for one in event.recipients] == ["mayor"]


def test_equipped_leaves_the_parties_that_an_event_has():
    known = (Argument(span=span_of("the mayor of Orlo")),)
    reading = equipped(shooting(recipients=known), [played("mayor", Part.VICTIM)])
    assert reading.events[0].recipients == known


def test_equipped_takes_nothing_from_another_sentence_nor_what_is_unsure():
    parts = [played("rifle", Part.WEAPON), played("Gunmen", Part.PERPETRATOR, likely=0.4)]
    assert equipped(shooting(), parts) == shooting()
