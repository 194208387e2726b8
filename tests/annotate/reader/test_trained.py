from dataclasses import replace

from sayso.annotate import sentences, times
from sayso.annotate.reader import ATTRIBUTIONS, EVENTS, shared
from sayso.model import Assertion, EventType, Reading
from tests.factory import reading

TEXT = (
    "ORLO, May 3 - Tervan army helicopters attacked a rebel camp near Kesh on Sunday, "
    "the defence ministry said.\n\n"
    "Police arrested two students in the capital. The opposition leader called for talks with the government."
)


def read(text: str) -> Reading:
    read = [reading(text, published="2021-05-03")]
    for annotator in (
        sentences.ANNOTATOR,
        times.ANNOTATOR,
        ATTRIBUTIONS,
        EVENTS,
    ):
        read = annotator.annotate(read)
    return read[0]


def test_a_dispatch_is_read_with_say_so_parties_and_place():
    found = read(TEXT)
    (said,) = [one for one in found.attributions if one.cue and one.cue.of(TEXT) == "said"]
    assert said.source is not None
    assert said.source.of(TEXT) == "the defence ministry"
    attack = next(event for event in found.events if event.type is EventType.ASSAULT)
    assert attack.trigger.of(TEXT) == "attacked"
    assert attack.assertion is Assertion.HAPPENED
    assert attack.attribution == found.attributions.index(said)
    assert any("helicopters" in one.span.of(TEXT) for one in attack.actors)
    assert any("camp" in one.span.of(TEXT) for one in attack.recipients)
    assert EventType.COERCE in {event.type for event in found.events}


def test_copy_in_capitals_is_read_as_well():
    found = read(TEXT.upper())
    assert {EventType.ASSAULT, EventType.COERCE} <= {event.type for event in found.events}


def test_a_text_without_happenings_has_no_events():
    assert read("The library in Orlo opens at nine. Readers may borrow three books.").events == ()


def test_a_reading_does_not_depend_on_its_neighbours():
    texts = [TEXT, "Shells fell on Kesh, the mayor said.", TEXT.upper()]
    alone = [read(text) for text in texts]
    batch = [replace(one, attributions=(), events=(), tolls=()) for one in alone]
    for annotator in (ATTRIBUTIONS, EVENTS):
        batch = annotator.annotate(batch)
    assert batch == alone


def test_confidences_are_probabilities():
    found = read(TEXT)
    assert all(0 < one.confidence <= 1 for one in (*found.attributions, *found.events))


def test_the_model_and_its_tables_belong_together():
    model = shared()
    assert max(end for _, end in model.heads.values()) == model.scores(read(TEXT)).tags.shape[1]


def test_who_tells_of_a_deed_and_who_denies_it_behind_are_two_events():
    reading = read("Villagers said soldiers burned 40 houses in Temra, which the army denies.")
    voices = {
        event.assertion: reading.attributions[event.attribution].who
        for event in reading.events
        if event.attribution is not None
    }
    assert voices == {Assertion.HAPPENED: "Villagers", Assertion.DENIED: "the army"}
