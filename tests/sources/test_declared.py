"""What containers declare, put in order."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.sources.declared import day, moment, words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" Calm in Orlo ", "Calm in Orlo"),
        ("", None),
        ("  ", None),
        (None, None),
        (17, "17"),
        (True, None),
        (1.5, None),
        (["a"], None),
        ("a\ud800\x00b", "a\ufffd\ufffdb"),
    ],
)
def test_words_are_text_that_can_be_stored(value: object, text: str | None) -> None:
    assert words(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2031-02-03", "2031-02-03"),
        ("2031-02-03T23:30:00-05:00", "2031-02-03T23:30:00-05:00"),
        ("Mon, 03 Feb 2031 23:30:00 -0500", "2031-02-03T23:30:00-05:00"),
        ("yesterday", "yesterday"),
        ("Mon, 31 Feb 2031 25:61:61 +9999", "Mon, 31 Feb 2031 25:61:61 +9999"),
        (2031, "2031"),
        (None, None),
    ],
)
def test_moment_keeps_the_calendar_of_whoever_declared_it(value: object, text: str | None) -> None:
    assert moment(value) == text


@given(st.text())
def test_moment_takes_anything(value: str) -> None:
    moment(value)


def test_day_is_a_day_that_exists() -> None:
    assert day(time.gmtime(0)) == "1970-01-01"
    assert day((2031, 2, 30)) is None
    assert day(None) is None
