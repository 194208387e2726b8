import pytest

from sayso.annotate.entities.relatives import of_relatives
from sayso.annotate.sentences import sentences_in
from sayso.model import Argument, Event, EventType, Reading, Span
from tests import factory


def sides(text: str, trigger: str, *, by: str = "", to: str = "") -> tuple[list[str], list[str]]:
    """Who did it and to whom, by their words, once the relative clauses of `text` are looked at."""

    def given(words: str) -> tuple[Argument, ...]:
        at = text.index(words)
        return (Argument(span=Span(at, at + len(words))),) if words else ()

    at = text.index(trigger)
    event = Event(
        trigger=Span(at, at + len(trigger)),
        type=EventType.ASSAULT,
        actors=given(by),
        recipients=given(to),
    )
    reading = Reading(document=factory.document(text), sentences=tuple(sentences_in(text)), events=(event,))
    told = of_relatives(event, reading)
    return [one.span.of(text) for one in told.actors], [one.span.of(text) for one in told.recipients]


@pytest.mark.parametrize(
    ("text", "trigger", "by", "told"),
    [
        ("Oro met rebels who had shelled Kesh.", "shelled", "Oro", "rebels"),
        ("Oro left it to the Guard, which attacked.", "attacked", "Oro", "the Guard"),
        ("Residents of Kesh who fled attacked them.", "fled", "", "Residents of Kesh"),
        ("Oro spoke of bombing two towns which had fired.", "fired", "Oro", "two towns"),
    ],
)
def test_of_relatives_puts_whom_the_clause_is_about_down_as_the_doer(text, trigger, by, told):
    assert sides(text, trigger, by=by) == ([told], [])


def test_of_relatives_puts_whom_a_passive_clause_is_about_down_as_whom_it_was_done_to():
    text = "Oro accused the Guard of failing two herders, who were beaten by clerks."
    assert sides(text, "beaten", by="clerks", to="Oro") == (["clerks"], ["two herders"])


@pytest.mark.parametrize(
    ("text", "trigger", "by"),
    [
        ("Oro, a clerk who shot them, left.", "shot", "Oro"),
        ("Oro, 40, also of Kesh, who shot them, left.", "shot", "Oro"),
        ("Oro is a clerk who shot them.", "shot", "Oro"),
        ("Oro left. A man who shot them fled.", "shot", "Oro"),
        ("They fled when rebels shot them.", "shot", "rebels"),
        ("Who shot them? Oro did.", "shot", "Oro"),
    ],
)
def test_of_relatives_keeps_the_name_that_the_phrase_before_the_clause_describes(text, trigger, by):
    assert sides(text, trigger, by=by) == ([by], [])
