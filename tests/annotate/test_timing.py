"""Event dates: which of a report's times is whose."""

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.events.timing import dated
from sayso.annotate.times import times_in
from sayso.model import (
    Argument,
    Assertion,
    Attribution,
    Dateline,
    Event,
    EventType,
    Form,
    Reading,
    Span,
)
from tests import factory

PUBLISHED = date(2031, 5, 7)  # A Wednesday.


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def _read(
    text: str, *events: Event, said: tuple[Attribution, ...] = (), day: date | None = PUBLISHED
) -> Reading:
    reading = factory.reading(text)
    sentences, start = [], 0
    for sentence in text.split(". "):
        sentences.append(Span(start, start + len(sentence)))
        start += len(sentence) + 2
    document = replace(reading.document, published=day.isoformat() if day else None)
    return dated(
        replace(
            reading,
            document=document,
            sentences=tuple(sentences),
            times=tuple(times_in(text, published=day)),
            attributions=said,
            events=events,
        )
    )


def _dates(text: str, *triggers: str) -> list[str | None]:
    events = [Event(trigger=_span(text, trigger), type=EventType.ASSAULT) for trigger in triggers]
    return [event.date for event in _read(text, *events).events]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Walls fell on Sunday and rebels fled on Tuesday", {"fell": "2031-05-04", "fled": "2031-05-06"}),
        ("Rebels who fled in 2029 were convicted yesterday", {"fled": "2029", "convicted": "2031-05-06"}),
        ("Monday's attack came before the talks on Tuesday", {"attack": "2031-05-05", "talks": "2031-05-06"}),
        ("Dozens were arrested over the past 24 hours", {"arrested": "2031-05-06/2031-05-07"}),
        ("Boats were attacked over the past few days", {"attacked": "2031-05-04/2031-05-07"}),
        ("Boats have been attacked since 2 April", {"attacked": "2031-04-02/2031-05-07"}),
        ("As of 08:00 on 4 May, 17 people had been killed", {"killed": None}),
        ("Boats sank on Monday and Tuesday", {"sank": "2031-05-05/2031-05-06"}),
        ("It is quiet since Friday, when rebels fled", {"fled": "2031-05-02"}),
        ("The curfew will last until 20 May", {"curfew": "2031-05-07/2031-05-20"}),
        ("They marched for two weeks", {"marched": None}),
        ("They march twice a week", {"march": None}),
        ("Kesh condemned Friday's deadly attack", {"condemned": None, "attack": "2031-05-02"}),
        ("Kesh blamed Orlo for Friday's attack", {"blamed": None, "attack": "2031-05-02"}),
        ("Tuesday was the third day of an assault on Orlo", {"assault": "2031-05-04/2031-05-06"}),
        ("Guards fired for a second straight night on Tuesday", {"fired": "2031-05-05/2031-05-06"}),
        ("The siege entered its 4th day on Tuesday", {"siege": "2031-05-03/2031-05-06"}),
        ("Dozens were held between January and April", {"held": "2031-01/2031-04"}),
        ("They shelled Orlo from March to June 2029", {"shelled": "2029-03/2029-06"}),
        ("Rebels held Orlo from 1998 to 2003", {"held": "1998/2003"}),
        ("Walls fell in January and April", {"fell": "2031-01"}),
        ("Orlo will be shut from Monday until Wednesday", {"shut": "2031-05-12/2031-05-14"}),
        ("A pact signed in 2028 has now collapsed in March", {"signed": "2028", "collapsed": "2031-03"}),
        ("Held in April last year, he was freed six months later", {"Held": "2030-04", "freed": "2030-10"}),
        ("Guards condemned the 2029 raid", {"raid": "2029"}),
        ("In April, when guards fired, Orlo burned", {"fired": "2031-04"}),
        ("A boy was shot during protests in April", {"shot": "2031-04", "protests": "2031-04"}),
        ("The siege began Monday and lasted until Tuesday", {"siege": "2031-05-05/2031-05-06"}),
        ("Dozens were tortured in 2029 and 2030", {"tortured": "2029/2030"}),
        ("On the first day of talks, Tuesday, rebels fled", {"talks": "2031-05-06"}),
    ],
)  # fmt: skip
def test_an_event_takes_the_time_that_is_its_own(text: str, dates: dict[str, str | None]) -> None:
    assert _dates(text, *dates) == list(dates.values())


def test_the_day_beside_what_happened_goes_before_that_of_a_further_mention() -> None:
    text = "A drone struck the yard again on Monday. The army had no comment on Sunday's strike."
    event = Event(trigger=_span(text, "struck"), also=(_span(text, "strike."),), type=EventType.ASSAULT)
    assert _read(text, event).events[0].date == "2031-05-05"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Walls fell after a week of rain on Sunday", "fell"),
        ("Men who marched Sunday were beaten", "beaten"),
        ("Orlo fell, which the talks next Friday will be about", "fell"),
    ],
)
def test_an_event_takes_no_time_that_is_plainly_anothers(text: str, trigger: str) -> None:
    words = [word for word in (trigger, "marched") if word in text]
    events = [Event(trigger=_span(text, word), type=EventType.ASSAULT) for word in words]
    assert _read(text, *events).events[0].date_span is None


def test_a_time_that_opens_its_clause_is_that_of_what_follows() -> None:
    text = "On Friday masked men burned a mill; two days earlier a miner had been stabbed"
    assert _dates(text, "burned", "stabbed") == ["2031-05-02", "2031-04-30"]


def test_a_happening_in_a_sentence_of_another_day_has_not_the_day_of_its_story() -> None:
    text = (
        "Guards were convicted on Friday over what the court called an old story: a killing that followed "
        "protests in March 2029"
    )
    assert _dates(text, "convicted", "killing", "protests") == ["2031-05-02", None, "2029-03"]


def test_what_is_to_come_takes_no_time_gone_by() -> None:
    text = "Envoys will meet next Monday and Tuesday over the shots of Sunday"
    event = Event(trigger=_span(text, "meet"), type=EventType.CONSULT, assertion=Assertion.PLANNED)
    (found,) = _read(text, event).events
    assert found.date == "2031-05-12/2031-05-13"


def test_a_time_of_saying_is_not_that_of_what_had_happened_by_then() -> None:
    text = "Kesh said on Tuesday that rebels had shelled Orlo"
    said = Attribution(
        source=_span(text, "Kesh"), who="Kesh", cue=_span(text, "said"),
        content=_span(text, "rebels had shelled Orlo"), form=Form.INDIRECT,
    )  # fmt: skip
    event = Event(trigger=_span(text, "shelled"), type=EventType.ASSAULT, attribution=0)
    (found,) = _read(text, event, said=(said,)).events
    assert found.date is None


def test_an_event_may_take_a_time_beside_any_of_its_mentions() -> None:
    text = "Rebels shelled Orlo. The attack came on Sunday"
    event = Event(trigger=_span(text, "shelled"), also=(_span(text, "attack"),), type=EventType.ASSAULT)
    (found,) = _read(text, event).events
    assert (found.date, found.date_span and found.date_span.of(text)) == ("2031-05-04", "Sunday")


def test_a_time_of_saying_is_not_that_of_what_is_said() -> None:
    text = "Rebels shelled Orlo on 2 May, the mayor said on Tuesday"
    said = Attribution(
        source=_span(text, "the mayor"), who="the mayor", cue=_span(text, "said"),
        content=_span(text, "Rebels shelled Orlo on 2 May"), form=Form.INDIRECT,
    )  # fmt: skip
    event = Event(trigger=_span(text, "shelled"), type=EventType.ASSAULT, attribution=0)
    (found,) = _read(text, event, said=(said,)).events
    assert found.date == "2031-05-02"


def test_a_happening_without_a_time_has_the_one_day_of_its_story_but_no_words_for_it() -> None:
    text = "Rebels shelled Orlo on Sunday. They burned a mill. They may return"
    events = [
        Event(trigger=_span(text, "shelled"), type=EventType.ASSAULT),
        Event(trigger=_span(text, "burned"), type=EventType.ASSAULT),
        Event(trigger=_span(text, "return"), type=EventType.MOBILIZE, assertion=Assertion.POSSIBLE),
    ]
    found = _read(text, *events).events
    assert [event.date for event in found] == ["2031-05-04", "2031-05-04", None]
    assert found[1].date_span is None


def test_of_several_days_a_happening_has_that_of_one_like_it() -> None:
    text = "Guards shot miners on Sunday. Envoys met on Monday. Guards beat miners"
    events = [
        _done_to(_span(text, "shot"), _span(text, "miners")),
        _done_to(_span(text, "met"), _span(text, "Envoys"), type_=EventType.CONSULT),
        _done_to(_span(text, "beat"), Span(text.rindex("miners"), len(text))),
    ]
    assert [event.date for event in _read(text, *events).events] == ["2031-05-04", "2031-05-05", "2031-05-04"]


@pytest.mark.parametrize(
    ("later", "trigger"),
    [
        ("It has taken a fifth of Orlo", "taken"),
        ("Its raids have gone on for years", "raids"),
        ("\nThe army burned Kesh", "burned"),
    ],
)
def test_what_goes_on_or_stands_apart_has_no_day_of_what_was_told_before(later: str, trigger: str) -> None:
    assert _dates(f"Rebels shelled Orlo on Sunday. {later}", "shelled", trigger) == ["2031-05-04", None]


def test_a_time_of_day_dates_no_event_that_is_told_with_its_day() -> None:
    text = (
        "A bomb exploded at the gate as classes ended on Tuesday. The van, stolen on Sunday, was left at 7:50"
        ". Ten minutes later it blew up"
    )
    bomb = Event(trigger=_span(text, "exploded"), also=(_span(text, "blew up"),), type=EventType.ASSAULT)
    (found,) = _read(text, bomb).events
    assert (found.date, found.date_span) == ("2031-05-06", _span(text, "Tuesday"))


def test_the_day_a_report_was_sent_dates_no_event() -> None:
    text = "ORLO, May 2 - Rebels shelled Kesh"
    reading = factory.reading(text)
    sent = replace(
        reading.document, published="2031-05-02", dateline=Dateline(place="ORLO", span=Span(0, 13))
    )
    event = Event(trigger=_span(text, "shelled"), type=EventType.ASSAULT)
    times = tuple(times_in(text, published=date(2031, 5, 2)))
    (found,) = dated(replace(reading, document=sent, times=times, events=(event,))).events
    assert times
    assert (found.date, found.date_span) == (None, None)


def test_without_a_report_date_words_stay_and_no_date_is_invented() -> None:
    text = "Rebels shelled Orlo on Sunday"
    (found,) = _read(text, Event(trigger=_span(text, "shelled"), type=EventType.ASSAULT), day=None).events
    assert (found.date, found.date_span and found.date_span.of(text)) == (None, "Sunday")


def _done_to(trigger: Span, whom: Span, type_: EventType = EventType.ASSAULT) -> Event:
    return Event(trigger=trigger, type=type_, recipients=(Argument(span=whom),))


_WORDS = st.sampled_from(
    "fled on Sunday Monday 2 May 1990 and , since until yesterday the Orlo last week attack said".split()
)


@given(st.lists(_WORDS, min_size=2, max_size=25), st.integers(0, 24), st.dates())
def test_a_date_with_words_is_that_of_a_time_of_the_report(words: list[str], at: int, day: date) -> None:
    text = " ".join([*words, "end"])
    start = sum(len(word) + 1 for word in words[: at % len(words)])
    event = Event(trigger=Span(start, start + len(words[at % len(words)])), type=EventType.ASSAULT)
    reading = _read(text, event, day=day)
    (found,) = reading.events
    assert found.date_span is None or found.date_span in {one.span for one in reading.times}
    assert found.date is None or found.date_span is not None


def test_events_of_one_endless_line_are_dated_in_time_in_proportion() -> None:
    def seconds(many: int) -> float:
        text = "rebels fled on Monday a day after " * many
        starts = [34 * at + len("rebels ") for at in range(many)]
        events = [Event(trigger=Span(start, start + 4), type=EventType.RETREAT) for start in starts]
        began = time.process_time()
        _read(text, *events)
        return time.process_time() - began

    seconds(50)
    assert seconds(2_000) < 10 * max(seconds(500), 0.05)
