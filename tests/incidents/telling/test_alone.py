"""Tolls of no event: which happening of a report they count, or stand for where it names none."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from sayso.incidents import report_of, tellings_in
from sayso.incidents.telling.alone import tolls_alone
from sayso.model import (
    Assertion,
    Claim,
    ClaimKind,
    Effect,
    Event,
    EventType,
    Group,
    Mention,
    MentionKind,
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


def killed(text: str, words: str, n: int) -> Toll:
    at = text.index(words)
    return Toll(
        span=Span(at, at + len(words)), effect=Effect.KILLED, of=Group.PEOPLE, low=n, high=n,
        qualifier=Qualifier.EXACT,
    )  # fmt: skip


def told_by(text: str, *places: str) -> dict[str, str]:
    """Which deed each toll of a text goes with: deeds are its words in capitals."""
    deeds = re.finditer(r"\b[A-Z]{3,}\b", text)
    marks = [0, *(match.end() for match in re.finditer(r"[.]\s+", text)), len(text)]
    mentions = tuple(
        Mention(span=Span(match.start(), match.end()), kind=MentionKind.PLACE)
        for place in places
        for match in re.finditer(place, text)
    )
    days = ("2031-05-03", "2031-05-04")
    told = replace(
        factory.reading(text),
        sentences=tuple(Span(one, other) for one, other in pairwise(marks) if other > one),
        mentions=mentions,
        events=tuple(
            Event(trigger=Span(match.start(), match.end()), type=EventType.ASSAULT, date=day)
            for match, day in zip(deeds, days, strict=False)
        ),
        tolls=tuple(killed(text, match.group(), 5) for match in re.finditer(r"(?i)five \w+", text)),
    )
    return {
        trigger.of(text): toll.span.of(text) for trigger, tolls in tolls_alone(told).items() for toll in tolls
    }


def test_a_toll_of_several_happenings_is_of_the_one_told_last_before_it():
    text = "Planes HIT the mill.\n\nGunmen RAIDED the port.\n\nDoctors counted five dead."
    assert told_by(text) == {"RAIDED": "five dead"}


def test_a_toll_told_before_all_happenings_is_of_the_first():
    text = "Five dead were counted by noon.\n\nPlanes HIT the mill. Gunmen RAIDED the port."
    assert told_by(text) == {"HIT": "Five dead"}


@pytest.mark.parametrize(
    ("where", "belongs"),
    [("in Tamsin", False), ("in a hospital in Tamsin", True), ("by Tamsin police", True)],
)
def test_a_toll_of_another_place_is_not_of_the_happening_of_the_paragraph_before(where: str, belongs: bool):
    text = f"Planes HIT the mill. Gunmen RAIDED the port.\n\nThere were five dead {where}."
    assert told_by(text, "Tamsin") == ({"RAIDED": "five dead"} if belongs else {})


def test_a_toll_in_a_list_is_of_its_own_item_alone():
    text = "• Planes HIT the mill.\n• Gunmen RAIDED the port.\n• Doctors counted five dead."
    assert told_by(text) == {}


def test_a_report_that_only_denies_a_deed_but_counts_the_hurt_tells_of_a_happening_by_them():
    event = Event(trigger=Span(51, 57), type=EventType.ASSAULT, assertion=Assertion.DENIED)
    assert [telling.triggers for telling in tellings_in(reading(FOUR, events=(event,)))] == [
        (event.trigger.of(TEXT),),
        ("Four teenagers",),
    ]


def test_a_vague_count_of_the_happening_is_no_count_that_others_would_differ_from():
    text = "A blast HIT many. The five hurt are in hospital."
    many = replace(killed(text, "many", 1), low=None, high=None, qualifier=Qualifier.VAGUE)
    blast = Event(trigger=Span(8, 11), type=EventType.ASSAULT, tolls=(many,))
    told = replace(factory.reading(text), events=(blast,), tolls=(killed(text, "five hurt", 5),))
    assert [toll.low for toll in tolls_alone(told)[blast.trigger]] == [5]
