"""Happenings that a report tells to lie a known while apart."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.annotate.events.timing import dated
from sayso.annotate.times import day_moved, times_in
from sayso.model import Event, EventType, Span
from tests import factory

PUBLISHED = date(2031, 5, 7)  # A Wednesday.


def _dates(text: str, *triggers: str) -> list[str | None]:
    return [event.date for event in _events(text, *triggers)]


def _events(text: str, *triggers: str) -> tuple[Event, ...]:
    reading = factory.reading(text)
    at = [text.index(trigger) for trigger in triggers]
    events = tuple(
        Event(trigger=Span(start, start + len(trigger)), type=EventType.ASSAULT)
        for start, trigger in zip(at, triggers, strict=True)
    )
    document = replace(reading.document, published=PUBLISHED.isoformat())
    times = tuple(times_in(text, published=PUBLISHED))
    return dated(
        replace(reading, document=document, sentences=(Span(0, len(text)),), times=times, events=events)
    ).events


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Guards marched on Sunday, a day after Kesh fell", {"marched": "2031-05-04", "fell": "2031-05-03"}),
        ("Two weeks after Kesh fell, Orlo burned on Monday", {"fell": "2031-04-21", "burned": "2031-05-05"}),
        ("Two days after the raid of 3 May, Orlo burned", {"raid": "2031-05-03", "burned": "2031-05-05"}),
        ("Orlo fell Friday, three days before the raid", {"fell": "2031-05-02", "raid": "2031-05-05"}),
        ("He was held on Monday, the day after Kesh fell", {"held": "2031-05-05", "fell": "2031-05-04"}),
        ("Kesh fell Friday, a day after the raid and a week before the vote",
         {"fell": "2031-05-02", "raid": "2031-05-01", "vote": "2031-05-09"}),
        ("A month after the raid, Orlo burned on Sunday", {"raid": "2031-04", "burned": "2031-05-04"}),
    ],
)  # fmt: skip
def test_a_happening_is_as_long_before_or_after_another_as_is_said(
    text: str, dates: dict[str, str | None]
) -> None:
    assert _dates(text, *dates) == list(dates.values())


def test_a_gap_dates_by_its_own_words() -> None:
    text = "Guards marched on Sunday, a day after miners fled"
    (_, fled) = _events(text, "marched", "fled")
    assert fled.date_span is not None
    assert fled.date_span.of(text) == "a day"


@pytest.mark.parametrize("length", ["More than two months", "Less than a week", "Nearly two years"])
def test_about_how_long_two_happenings_lie_apart_gives_neither_the_day_of_the_other(length: str) -> None:
    assert _dates(f"{length} after the raid, Orlo burned on Sunday", "raid", "burned") == [None, "2031-05-04"]


def test_a_gap_between_two_undated_happenings_dates_neither() -> None:
    assert _dates("Two days after the raid, Orlo burned", "raid", "burned") == [None, None]


@pytest.mark.parametrize(
    ("length", "back", "day"),
    [
        ("P3D", True, "2031-05-01"),
        ("P1W", False, "2031-05-11"),
        ("P2M", True, "2031-03"),
        ("P1Y", True, "2030"),
        ("PT5H", True, None),
        ("P9999Y", False, None),
    ],
)
def test_day_moved_is_as_exact_as_its_unit(length: str, back: bool, day: str | None) -> None:
    assert day_moved("2031-05-04", length, back=back) == day
