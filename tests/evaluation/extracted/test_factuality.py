from dataclasses import replace

from sayso.evaluation.counts import macro_f1
from sayso.evaluation.extracted.factuality import Asked, score
from sayso.model import Assertion, Event, EventType, Span
from tests.factory import reading

TEXT = "Shells hit Orlo; the army denied firing and plans to leave."


def event(start: int, end: int, assertion: Assertion) -> Event:
    return Event(trigger=Span(start, end), type=EventType.ASSAULT, assertion=assertion)


READING = replace(reading(TEXT), events=(event(7, 10, Assertion.HAPPENED), event(33, 39, Assertion.DENIED)))


def test_what_was_not_read_as_an_event_is_answered_wrongly():
    wanted = [
        Asked(span=Span(7, 10), answers={"happened": "yes"}),
        Asked(span=Span(33, 39), answers={"happened": "no"}),
        Asked(span=Span(53, 58), answers={"happened": "no"}),
    ]
    counts = score(wanted, READING)
    assert (counts["happened"].right, counts["happened"].gold) == (2, 3)
    assert (counts["happened, of those read"].recall, counts["read as an event"].gold) == (1, 3)
    assert counts["happened, had all of them happened"].recall == 0.5
    assert macro_f1("happened: ")(counts) == (1 + 2 / 3) / 2


def test_a_denial_is_certain_negative_and_not_of_the_future():
    answers = {"certainty": "CERTAIN", "polarity": "NEG", "time": "NON_FUTURE"}
    counts = score([Asked(span=Span(33, 39), answers=answers)], READING)
    assert [counts[question].right for question in answers] == [1, 1, 1]
