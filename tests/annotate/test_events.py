import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.annotate import events, reader, sentences
from sayso.annotate.sentences import sentences_in
from sayso.model import (
    Assertion,
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
)
from tests import factory


def where(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def read(
    text: str, *, places: tuple[str, ...] = (), days: tuple[tuple[str, str], ...] = (), **tolls: str
) -> Reading:
    reading = replace(
        factory.reading(text),
        sentences=tuple(sentences_in(text)),
        mentions=tuple(Mention(span=where(text, name), kind=MentionKind.PLACE) for name in places),
        times=tuple(
            Time(span=where(text, words), type=TimeType.DATE, value=day, earliest=day, latest=day)
            for words, day in days
        ),
        tolls=tuple(
            Toll(
                span=where(text, words),
                effect=Effect(effect),
                of=Group.PEOPLE,
                low=1,
                high=1,
                qualifier=Qualifier.EXACT,
            )
            for effect, words in tolls.items()
        ),
    )
    return events.ANNOTATOR.annotate(reader.ATTRIBUTIONS.annotate([reading]))[0]


def test_events_of_one_endless_line_take_time_in_proportion_to_it() -> None:
    line = "troops shelled Orlo, rebels attacked a convoy near Varn and police arrested nine men, "
    seconds = []
    for times in (60, 480):
        started = time.process_time()
        assert sum(1 + len(event.also) for event in read(line * times).events) >= times
        seconds.append(time.process_time() - started)
    assert seconds[1] < 30 * max(seconds[0], 0.02)


def only(reading: Reading) -> Event:
    (event,) = reading.events
    return event


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Rebels attacked the bridge.", "attacked", EventType.ASSAULT),
        ("REBELS ATTACKED THE BRIDGE.", "ATTACKED", EventType.ASSAULT),
        ("A car bomb explosion shook Orlo.", "car bomb explosion", EventType.ASSAULT),
        ("Gunmen opened fire at the gate.", "opened fire", EventType.ASSAULT),
        ("Police arrested a teacher.", "arrested", EventType.COERCE),
        ("The two sides signed the accord.", "signed", EventType.AGREE),
        ("The ministers held talks in Orlo.", "talks", EventType.CONSULT),
        ("The army deployed tanks.", "deployed", EventType.MOBILIZE),
        ("Miners went on strike.", "went on strike", EventType.PROTEST),
        ("Dock workers extended the strike over pay.", "strike", EventType.PROTEST),
        ("The governor resigned.", "resigned", EventType.RETREAT),
        ("The mayor offered his condolences.", "condolences", EventType.SUPPORT),
    ],
)
def test_events_name_what_happened(text: str, trigger: str, type_: EventType):
    event = only(read(text))
    assert (event.trigger.of(text), event.type) == (trigger, type_)


@pytest.mark.parametrize(
    "text",
    [
        "An attack helicopter stood in the yard.",
        "Shell Oil Co opened an office.",
        "The factory was fired by coal.",
        "They met no one's charge of the state.",
        "The Fighting Falcons won the match.",
    ],
)
def test_events_abstain_where_a_word_only_looks_like_one(text: str):
    assert [e for e in read(text).events if e.type is EventType.ASSAULT] == []


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Rebels attacked the bridge.", ["Rebels"], ["the bridge"]),
        ("The bridge was attacked by rebels.", ["rebels"], ["The bridge"]),
        ("The army's attack on Orlo went on.", ["The army"], ["Orlo"]),
        ("The army launched an attack on the town.", ["The army"], ["the town"]),
        ("The minister met the rebel commander.", ["The minister", "the rebel commander"], []),
    ],
)
def test_events_tell_who_did_it_to_whom(text: str, actors: list[str], recipients: list[str]):
    event = only(read(text))
    assert [a.span.of(text) for a in event.actors] == actors
    assert [a.span.of(text) for a in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("The army attacked Orlo.", Assertion.HAPPENED),
        ("The army did not attack Orlo.", Assertion.DENIED),
        ("The army will attack Orlo.", Assertion.PLANNED),
        ("The army may have attacked Orlo.", Assertion.POSSIBLE),
        ("The army denied shelling the market.", Assertion.DENIED),
    ],
)
def test_events_keep_how_they_are_asserted(text: str, assertion: Assertion):
    assert read(text).events[-1].assertion is assertion


def test_events_take_the_nearest_time_and_the_named_place():
    text = "On Monday rebels attacked Orlo market in Veltar, after a quiet Sunday."
    event = read(text, places=("Veltar",), days=(("Monday", "2031-05-05"), ("Sunday", "2031-05-04"))).events[
        0
    ]
    assert event.date == "2031-05-05"
    assert [place.span.of(text) for place in event.places] == ["Veltar"]


def test_a_second_mention_with_the_joins_the_first():
    text = "A blast hit Orlo. The blast broke windows."
    event = only(read(text))
    assert [span.of(text) for span in event.also] == ["hit", "blast"]


def test_mentions_of_two_voices_stay_two_events():
    text = 'Rebels attacked Orlo. "We condemn the attack on our town," the mayor said.'
    assaults = [event for event in read(text).events if event.type is EventType.ASSAULT]
    assert [event.attribution for event in assaults] == [None, 0]


def test_tolls_go_to_the_event_of_their_sentence_or_the_one_told_before():
    text = "Rebels shelled Orlo. As a result, ten people were killed.\n\nOne boat sank in the lake far away."
    reading = read(text, killed="ten people")
    (event,) = (event for event in reading.events if event.type is EventType.ASSAULT)
    assert [toll.span.of(text) for toll in event.tolls] == ["ten people"]
    assert reading.tolls == ()


def killed(reading: Reading) -> list[int | None]:
    return [toll.low for event in reading.events for toll in event.tolls if toll.effect is Effect.KILLED]


def test_the_dead_of_an_old_war_are_not_those_of_the_strike_told_before_it():
    text = (
        "Missiles struck a market in Kesh on Saturday, killing 11 people.\n\n"
        "The treaty that was signed in August 2019 left some 9,000 people dead."
    )
    reading = sayso.read(text, published="2031-05-04")
    assert killed(reading) == [11]
    assert [toll.low for toll in reading.tolls] == [9000]


def test_a_toll_that_rises_on_a_later_day_stays_with_its_event():
    text = (
        "Missiles struck a market in Kesh on Saturday, killing 11 people.\n\n"
        "By Sunday the number of people killed had risen to 17."
    )
    reading = sayso.read(text, published="2031-05-04")
    assert killed(reading) == [11, 17]


def test_a_toll_with_no_event_stands_alone():
    text = "About ten people were displaced."
    reading = read(text, displaced="About ten people")
    assert (reading.events, len(reading.tolls)) == ((), 1)


@given(st.text(alphabet=st.sampled_from('aA ,."\n attacked the talks by of killed strike')))
def test_events_never_raise_and_point_into_the_text(text: str):
    reading = sentences.ANNOTATOR.annotate([factory.reading(text)])
    for event in events.ANNOTATOR.annotate(reading)[0].events:
        assert event.trigger.of(text).strip()


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Suspected rebels killed two villagers near Orlo.", Assertion.HAPPENED),
        ("Alleged militants bombed the Orlo bridge.", Assertion.HAPPENED),
        ("Rebels may have bombed the Orlo bridge.", Assertion.POSSIBLE),
        ("Two men are suspected of bombing the Orlo bridge.", Assertion.POSSIBLE),
    ],
)
def test_a_doubt_about_who_did_it_is_none_about_the_deed(text, assertion):
    reading = sayso.read(text)
    assert {event.assertion for event in reading.events if event.type is EventType.ASSAULT} == {assertion}
