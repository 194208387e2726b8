from sayso.annotate.entities.sayers import by_their_sayers
from sayso.model import Argument, Attribution, Event, EventType, Form, Reading, Span
from tests import factory

TEXT = "Ana Oro came late. The judge saw Ivo Tal. She demanded a pause."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def doers(*actors: str, source: str = "She", who: str | None = "Ana Oro", cue: str = "demanded") -> list[str]:
    """Who demanded it, where these are put down for it and the source is told to be `who`."""
    said = Attribution(
        source=at(source), who=who, cue=at(cue), content=at("a pause"), form=Form.INDIRECT, parent=None
    )
    event = Event(
        trigger=at("demanded"),
        type=EventType.REQUEST,
        actors=tuple(Argument(span=at(words)) for words in actors),
    )
    reading = Reading(document=factory.document(TEXT), attributions=(said,), events=(event,))
    return [one.span.of(TEXT) for one in by_their_sayers(reading.events, reading)[0].actors]


def test_by_their_sayers_names_whom_a_pronoun_means():
    assert doers() == ["Ana Oro"]
    assert doers("Ivo Tal") == ["Ana Oro"]


def test_by_their_sayers_names_the_source_itself_where_that_is_no_pronoun():
    assert doers("Ivo Tal", source="The judge", who="The judge") == ["The judge"]


def test_by_their_sayers_leaves_a_doer_that_may_be_the_speaker_by_another_name():
    assert doers("The judge", who="Judge Tal") == ["The judge"]
    assert doers("Ivo Tal", who="She") == ["Ivo Tal"]


def test_by_their_sayers_leaves_what_is_told_in_other_words_than_the_cue():
    assert doers("Ivo Tal", cue="saw") == ["Ivo Tal"]
