"""Tolls of no event: which happening of a report they count, or stand for where it names none."""

from dataclasses import replace

import pytest

from sayso.incidents import report_of, tellings_in
from sayso.incidents.telling.alone import tolls_alone
from sayso.model import (
    Claim,
    ClaimKind,
    Effect,
    Event,
    EventType,
    Group,
    Qualifier,
    Reading,
    Span,
    Time,
    TimeType,
    Toll,
    claim_id,
)
from tests import factory

TEXT = "Four teenagers are recovering from gunshot wounds in Orlo. A fifth boy is dead."


def toll(words: str, effect: Effect, n: int, *, of: Group = Group.PEOPLE) -> Toll:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Toll(span=span, effect=effect, of=of, low=n, high=n, qualifier=Qualifier.EXACT)


FOUR, ONE = toll("Four teenagers", Effect.INJURED, 4), toll("A fifth boy", Effect.KILLED, 1)


def reading(*tolls: Toll, events: tuple[Event, ...] = ()) -> Reading:
    return replace(factory.reading(TEXT), tolls=tolls, events=events, sentences=(Span(0, 58), Span(59, 79)))


def test_a_report_that_names_no_deed_but_counts_the_hurt_tells_of_one_happening_with_all_its_tolls():
    (telling,) = report_of(reading(ONE, FOUR)).tellings
    assert (telling.type, telling.triggers) == (EventType.OTHER, ("Four teenagers",))
    assert [(count.effect, count.low) for count in telling.tolls] == [
        (Effect.INJURED, 4),
        (Effect.KILLED, 1),
    ]


def test_such_a_telling_has_the_id_of_its_first_tolls_claim():
    own = reading(FOUR)
    claim = Claim(
        id="", document=own.document.id, kind=ClaimKind.TOLL, evidence=FOUR.span, context=FOUR.span,
        effect=FOUR.effect, of=FOUR.of,
    )  # fmt: skip
    (telling,) = tellings_in(own)
    assert telling.id == telling.tolls[0].id == claim_id(claim)


@pytest.mark.parametrize("type", [EventType.ASSAULT, EventType.OTHER])
def test_a_toll_stands_for_nothing_where_the_report_names_what_happened(type: EventType):
    event = Event(trigger=Span(51, 57), type=type)
    (telling,) = tellings_in(reading(FOUR, events=(event,)))
    assert telling.triggers == (event.trigger.of(TEXT),)


def test_words_alone_leave_the_hurt_a_happening_of_their_own():
    event = Event(trigger=Span(51, 57), type=EventType.ACCUSE)
    assert [telling.type for telling in tellings_in(reading(FOUR, events=(event,)))] == [
        EventType.ACCUSE,
        EventType.OTHER,
    ]


@pytest.mark.parametrize(
    "lone",
    [
        toll("Four teenagers", Effect.INJURED, 0),
        toll("Four teenagers", Effect.DETAINED, 4),
        toll("Four teenagers", Effect.DESTROYED, 4, of=Group.BUILDINGS),
    ],
)
def test_nobody_hurt_is_no_happening(lone: Toll):
    assert list(tellings_in(reading(lone))) == []


def test_the_hurt_of_long_ago_are_no_news():
    own = reading(FOUR)
    old = Time(span=Span(0, 4), type="DATE", value="1999-05-03", earliest="1999-05-03", latest="1999-05-03")
    document = replace(own.document, published="2031-05-03")
    assert list(tellings_in(replace(own, document=document, times=(old,)))) == []


THEN = "Shells hit Orlo on Saturday. In 2019 it changed hands twice. Some 400 of its people died {}."


@pytest.mark.parametrize(
    ("ending", "belongs"),
    [
        ("then", False),
        ("at that time", False),
        ("in that war", False),
        ("when then the shells fell", True),
        ("by then", True),
        ("there", True),
    ],
)
def test_a_toll_that_points_back_belongs_to_the_time_of_the_sentence_before(ending: str, belongs: bool):
    text = THEN.format(ending)
    at = text.index("Some 400")
    died = Toll(
        span=Span(at, at + 8), effect=Effect.KILLED, of=Group.PEOPLE, low=400, high=400,
        qualifier=Qualifier.ABOUT,
    )  # fmt: skip
    shells = Event(trigger=Span(0, 6), type=EventType.ASSAULT, date="2031-05-03")
    war = Time(
        span=Span(32, 36), type=TimeType.DATE, value="2019", earliest="2019-01-01", latest="2019-12-31"
    )
    told = replace(
        factory.reading(text),
        sentences=(Span(0, 28), Span(29, at - 1), Span(at, len(text))),
        times=(war,),
        events=(shells,),
        tolls=(died,),
    )
    assert bool(tolls_alone(told)) is belongs


@pytest.mark.parametrize(("known", "belongs"), [("the five dead", False), ("five more dead", True)])
def test_those_whom_all_know_of_are_not_of_a_happening_that_counts_others(known: str, belongs: bool):
    text = f"A suspect was shot dead. She said {known} would be buried."
    at = text.index("five")

    def killed(span: Span, n: int) -> Toll:
        return Toll(
            span=span, effect=Effect.KILLED, of=Group.PEOPLE, low=n, high=n, qualifier=Qualifier.EXACT
        )

    shot = Event(trigger=Span(14, 23), type=EventType.ASSAULT, tolls=(killed(Span(0, 9), 1),))
    told = replace(
        factory.reading(text),
        sentences=(Span(0, 24), Span(25, len(text))),
        events=(shot,),
        tolls=(killed(Span(at, at + 4), 5),),
    )
    assert bool(tolls_alone(told)) is belongs
