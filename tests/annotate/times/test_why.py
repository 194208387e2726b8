"""Why a date has its value, in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.times import reasons_in, times_in

PUBLISHED = date(2031, 5, 7)  # A Wednesday.


def _why(text: str, words: str, published: date | None = PUBLISHED) -> str:
    found = {span.of(text): "; ".join(why) for span, why in reasons_in(text, published=published).items()}
    return found[words]


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("It fell on 3 June 2029.", "3 June 2029", "its own words name it in full"),
        ("Talks will begin on Friday.", "Friday", "date, 2031-05-07; “will” in its clause looks ahead"),
        ("Shells fell on Friday.", "Friday", "“fell” in its clause looks back"),
        ("The talks of Friday.", "Friday", "nothing in its clause looks back or ahead"),
        ("It fell on 3 June 2029. Troops left the next day.", "the next day", "from 2029-06-03, the day"),
        ("It fell in June 2029. Troops left the following year.", "the following year", "the year that the"),
        ("They met on 31 February.", "31 February", "no calendar has such a day"),
        ("They met for two weeks.", "two weeks", "says how long or how often, not when"),
        ("They met recently.", "recently", "past, present or future, and no more"),
        ("It fell in early June 2029.", "early June 2029", "“early” leaves a part of it"),
        ("Clashes go on since 2 May.", "2 May", "“since” makes it reach to the report"),
    ],
)  # fmt: skip
def test_reasons_say_what_a_date_was_counted_from(text: str, words: str, why: str) -> None:
    assert why in _why(text, words)


def test_reasons_say_why_a_date_stays_open() -> None:
    assert "no date that it could be counted from" in _why("Shells fell on Friday.", "Friday", None)


_WORDS = st.sampled_from(
    "on Friday 31 30 February May 2029 the next day since early will fell for two weeks ago , . at 5 p.m. GMT"
    " that night last year quarter and \n\n 1990s every".split(" ")
)


@given(st.lists(_WORDS, max_size=25), st.one_of(st.none(), st.dates()))
def test_every_time_has_a_reason_and_only_times_have(words: list[str], day: date | None) -> None:
    text = " ".join(words)
    reasons = reasons_in(text, published=day)
    assert list(reasons) == [time.span for time in times_in(text, published=day)]
    assert all(reasons.values())
