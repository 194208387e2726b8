"""The days that a report gives a happening."""

import pytest

from sayso.incidents.telling.when import days_told, is_said
from sayso.model import Document, Event, EventType, Reading, Span
from tests.factory import document


def told(text: str, trigger: str, *, day: str | None, words: str | None) -> tuple[str | None, bool]:
    """What a report of 3 May 2031 gives the event of a word, dated by the reader as said."""
    at = text.index(trigger)
    span = None if words is None else Span(text.index(words), text.index(words) + len(words))
    event = Event(
        type=EventType.ASSAULT,
        trigger=Span(at, at + len(trigger)),
        date=day,
        date_span=span,
        attribution=None,
    )
    known: Document = document(text, published="2031-05-03")
    cut = text.find(". ") + 1 or len(text)
    sentences = (Span(0, cut), Span(cut, len(text))) if cut < len(text) else (Span(0, cut),)
    reading = Reading(document=known, events=(event,), sentences=sentences)
    return days_told(event, reading), is_said(event, reading)


@pytest.mark.parametrize(
    ("words", "day", "said"),
    [
        ("two days ago", "2031-05-01", True),
        ("ten days ago", "2031-04-23", False),
        ("three weeks earlier", "2031-04-12", False),
        ("on 23 April", "2031-04-23", True),
        (None, "2031-05-03", False),
    ],
)
def test_is_said_takes_a_long_way_back_for_a_round_number(words: str | None, day: str, said: bool):
    text = f"A drone struck the depot {words or ''}."
    assert told(text, "struck", day=day, words=words)[1] is said


@pytest.mark.parametrize(
    "text",
    [
        "They met on Saturday to mark a year since a shell killed nine people at the market.",
        "Bells rang on Saturday for the first anniversary of the shelling that killed nine.",
        "On Saturday, one year after the market shelling killed nine, the stalls stayed shut.",
    ],
)
def test_days_told_puts_what_is_marked_a_year_before(text: str):
    days = "2030-04-30/2030-05-06"
    assert told(text, "killed", day="2031-05-03", words="Saturday") == (days, False)
    assert told(text, "killed", day=None, words=None) == (days, False)


def test_days_told_leaves_alone_what_marks_a_day_or_is_dated_itself():
    text = "A year after the shelling of 2 June 2029 ended, a drone struck the depot on Saturday."
    assert told(text, "struck", day="2031-05-03", words="Saturday") == ("2031-05-03", True)
    assert told(text, "shelling", day="2029-06-02", words="2 June 2029") == ("2029-06-02", True)


@pytest.mark.parametrize(
    "text",
    [
        "The number of dead in the market shelling rose to 21 on Saturday.",
        "The minister on Saturday put the number killed in the shelling at 23.",
        "A sailor hurt in the shelling died of his burns on Saturday.",
    ],
)
def test_is_said_does_not_take_the_day_of_a_count_or_a_death_for_that_of_the_deed(text: str):
    assert told(text, "shelling", day="2031-05-03", words="Saturday")[1] is False


def test_is_said_minds_only_the_sentence_of_the_date():
    text = "On Saturday shells hit the market. The toll rose to 21."
    assert told(text, "hit", day="2031-05-03", words="Saturday")[1] is True
