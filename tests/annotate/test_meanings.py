"""What a word means by what it is done to."""

from dataclasses import replace

import pytest

from sayso.annotate.events.meanings import as_meant, meant
from sayso.annotate.sentences import sentences_in
from sayso.annotate.words import words_in
from sayso.model import Event, EventType, Mention, MentionKind, Span
from tests import factory


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Gunmen kidnapped two nurses.", "kidnapped", EventType.ASSAULT),
        ("Velmaria expelled two of its diplomats.", "expelled", EventType.SANCTION),
        ("Two Sorn diplomats were expelled.", "expelled", EventType.SANCTION),
        ("Two Sorn diplomats were expelled on Friday.", "expelled", EventType.SANCTION),
        ("Velmaria expelled 300 migrants.", "expelled", EventType.COERCE),
        ("The club expelled its chairman.", "expelled", None),
        ("Rebels captured the hill town after dark.", "captured", EventType.ASSAULT),
        ("Police captured two men in the town.", "captured", None),
        ("The ministry summoned the Sorn ambassador.", "summoned", EventType.REQUEST),
        ("Hackers attacked the bank's website.", "attacked", EventType.COERCE),
        ("Both sides exchanged 40 prisoners.", "exchanged", EventType.CONCEDE),
        ("Both sides exchanged fire.", "exchanged", EventType.ASSAULT),
        ("The fighters laid down their rifles.", "laid", EventType.RETREAT),
        ("The road workers laid down a pipe.", "laid", None),
        ("The rebels executed two villagers.", "executed", EventType.ASSAULT),
        ("The state executed a smuggler.", "executed", None),
        ("The driver was found guilty of murder.", "found", EventType.SANCTION),
        ("The union suspended one of its members.", "suspended", EventType.SANCTION),
        ("Sorn pledged five million dollars.", "pledged", EventType.AID),
        ("Sorn pledged its support.", "pledged", EventType.SUPPORT),
        ("The rebels pledged to leave.", "pledged", None),
        ("Sorn will deliver 40 armoured vehicles.", "deliver", EventType.AID),
        ("The minister delivered a speech.", "delivered", EventType.CONSULT),
        ("Rebels handed over the bodies.", "handed", EventType.CONCEDE),
        ("Fighters handed over their weapons.", "handed", EventType.RETREAT),
        ("Velmaria handed over a smuggler.", "handed", None),
        ("The driver pleaded guilty.", "pleaded", EventType.CONCEDE),
        ("The ministry fired 300 teachers.", "fired", EventType.SANCTION),
        ("Three officials were fired.", "fired", EventType.SANCTION),
        ("Police fired on striking teachers.", "fired", None),
        ("Striking teachers were fired on.", "fired", None),
        ("The ministry did not answer requests for comment.", "requests", EventType.OTHER),
        ("Velmaria made requests for aid.", "requests", None),
        ("Velmaria closed its border with Sorn.", "closed", EventType.COERCE),
        ("Velmaria closed its embassy in Sorn.", "closed", EventType.SANCTION),
        ("The grocer closed his shop.", "closed", None),
        ("The airspace was shut at noon.", "shut", EventType.COERCE),
        ("The two armies swapped 40 prisoners.", "swapped", EventType.CONCEDE),
        ("Fighters took the heights above the town.", "took", EventType.ASSAULT),
        ("Fighters took the nurses hostage.", "took", EventType.ASSAULT),
        ("The delegation took the train.", "took", None),
        ("Sorn severed ties with Velmaria.", "severed", EventType.SANCTION),
        ("The army lifted the siege.", "lifted", EventType.CONCEDE),
        ("The siege was lifted at dawn.", "lifted", EventType.CONCEDE),
        ("The ministry released a report.", "released", EventType.OTHER),
        ("The ministry released two nurses.", "released", None),
        ("Missiles struck a warehouse.", "struck", EventType.ASSAULT),
        ("The unions struck a deal.", "struck", EventType.AGREE),
        ("The front declared a ceasefire.", "declared", EventType.RETREAT),
        ("The minister apologised for it.", "apologised", EventType.CONCEDE),
        ("Protesters burned flags.", "burned", EventType.PROTEST),
        ("Troops burned the village.", "burned", None),
        ("Police dispersed a sit-in.", "dispersed", EventType.ASSAULT),
        ("The clouds dispersed.", "dispersed", None),
        ("Sorn called up reservists.", "called", EventType.MOBILIZE),
        ("Sorn pledged $300 million.", "pledged", EventType.AID),
    ],
)
def test_what_a_word_is_done_to_tells_its_meaning(text: str, word: str, type_: EventType | None):
    words = list(words_in(text))
    assert meant(words, next(at for at, one in enumerate(words) if one.text == word)) is type_


def reading(text: str, trigger: str, type_: EventType, *, place: str):
    span = Span(text.index(trigger), text.index(trigger) + len(trigger))
    named = Span(text.index(place), text.index(place) + len(place))
    return replace(
        factory.reading(text),
        sentences=tuple(sentences_in(text)),
        mentions=(Mention(span=named, kind=MentionKind.PLACE),),
        events=(Event(trigger=span, type=type_),),
    )


def test_ground_that_is_seized_is_taken_by_force():
    told = reading("Rebels seized Orlo on Friday.", "seized", EventType.COERCE, place="Orlo")
    assert [event.type for event in as_meant(told.events, told)] == [EventType.ASSAULT]


def test_what_is_seized_in_a_place_is_not_the_place():
    told = reading("Police seized a truck in Orlo.", "seized", EventType.COERCE, place="Orlo")
    assert [event.type for event in as_meant(told.events, told)] == [EventType.COERCE]


def test_a_crime_of_nobodys_war_stays_one():
    told = reading("An aunt abducted the boy in Orlo.", "abducted", EventType.OTHER, place="Orlo")
    assert [event.type for event in as_meant(told.events, told)] == [EventType.OTHER]
