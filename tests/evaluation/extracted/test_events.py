from dataclasses import replace

import pytest

from sayso.evaluation.extracted.events import EventMention, Role, given_in, gold_in, score
from sayso.model import Argument, Effect, Event, EventType, Group, Qualifier, Span, Toll
from tests.factory import reading

TEXT = "Rebels shelled Orlo. The shelling killed two. Talks began."


def part(role: str, start: int, end: int) -> dict[str, object]:
    return {"plover_role": role, "start": start, "end": end}


GOLD = gold_in(
    {
        "events": [
            {
                "plover": "ASSAULT",
                "trigger": {"start": 7, "end": 14},
                "arguments": [part("actor", 0, 6), part("victim", 15, 19), part("other", 15, 19)],
            },
            {"plover": None, "trigger": {"start": 34, "end": 40}, "arguments": []},
        ]
    }
)


def test_victims_are_recipients_and_other_roles_are_left_out():
    assert GOLD[0].roles == (Role("actor", Span(0, 6)), Role("recipient", Span(15, 19)))


def test_repeated_mentions_count_each_with_the_arguments_of_its_sentence():
    event = Event(
        trigger=Span(7, 14),
        also=(Span(25, 33),),
        type=EventType.ASSAULT,
        actors=(Argument(span=Span(0, 6)),),
    )
    found = given_in(replace(reading(TEXT), sentences=(Span(0, 20), Span(21, 45)), events=(event,)))
    assert [(mention.trigger, len(mention.roles)) for mention in found] == [
        (Span(7, 14), 1),
        (Span(25, 33), 0),
    ]


def test_deaths_and_injuries_count_as_the_set_marks_them_with_their_victims():
    toll = Toll(
        span=Span(41, 44), effect=Effect.KILLED, of=Group.PEOPLE, low=2, high=2, qualifier=Qualifier.EXACT
    )
    event = Event(trigger=Span(25, 33), type=EventType.ASSAULT, tolls=(toll,))
    read = replace(reading(TEXT), sentences=(Span(0, 20), Span(21, 45)), events=(event,))
    killed = EventMention(
        trigger=Span(34, 40), type=EventType.ASSAULT, roles=(Role("recipient", Span(41, 44)),)
    )
    assert given_in(read)[1:] == [killed]
    assert given_in(read, marked={Effect.INJURED})[1:] == []


@pytest.mark.parametrize(
    ("trigger", "type", "right", "given"),
    [
        (Span(7, 14), EventType.ASSAULT, 1, 1),
        (Span(9, 14), EventType.ASSAULT, 1, 1),
        (Span(7, 14), EventType.PROTEST, 0, 1),
        (Span(46, 51), EventType.CONSULT, 0, 1),
        (Span(34, 40), EventType.ASSAULT, 0, 0),  # where the gold's event has no PLOVER type
    ],
)
def test_an_event_counts_where_words_and_type_are_right(
    trigger: Span, type: EventType, right: int, given: int
):
    counts = score(GOLD, [EventMention(trigger=trigger, type=type)])["event"]
    assert (counts.right, counts.given, counts.gold) == (right, given, 1)


def test_arguments_count_where_role_and_words_are_right():
    roles = (Role("actor", Span(2, 6)), Role("actor", Span(15, 19)))
    counts = score(GOLD, [EventMention(trigger=Span(7, 14), type=EventType.ASSAULT, roles=roles)])["argument"]
    assert (counts.right, counts.given, counts.gold) == (1, 2, 2)
