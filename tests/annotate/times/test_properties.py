"""What holds for every text and every report date."""

import ast
import importlib.util
import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.times import calendar_interval, times_in
from sayso.annotate.times.grammar import GRAMMAR

WORDS = sorted(GRAMMAR.labels.words)
MORE = [
    "the", "in", "on", "two", "31", "30", "1988", "0430", "2020", "45", "12,", "1.5", ".", ",", "-", "/",
    "(", ")", "'s", "10:30", "3 p.m.", "1990s", "GMT+4", "2020-02-30", "211200Z OCT", "30/2/07",
    "nineteen ninety-one", "½", "29", "February", "May",
    "last", "next", "this", "ago", "fortnight", "a", "week", "of", "past", "early", "late",
    "killed", "will", "people", "\n\n",
    "99999", "9999", "1000", "second", "quarter",
]  # fmt: skip
VALUE = re.compile(
    r"(?:PRESENT|PAST|FUTURE)_REF"
    r"|P(?:T?(?:X|\d+(?:\.\d+)?)[SMHDWQY]){1,2}|P(?:\d+[DWM])?T\d+[HMS]"
    r"|[\dX]{2,4}"
    r"|[\dX]{4}-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:WE|\d))?|Q[\dX]|H[12]|SP|SU|FA|WI)"
    r"(?:T(?:MO|AF|EV|NI|DT|\d\d:\d\d(?:Z|[+-]\d\d:?\d\d)?))?"
    r"|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d"
)

texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*WORDS, *MORE]), max_size=25).map(" ".join),
    st.lists(st.sampled_from(MORE), max_size=25).map(" ".join),
    st.lists(st.sampled_from([*WORDS, *MORE]), max_size=25).map(lambda words: " ".join(words).upper()),
)
published = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2020, 2, 29)]))


@given(texts, published)
def test_every_expression_quotes_itself_and_has_a_value_of_timex(text: str, day: date | None) -> None:
    end = 0
    for found in times_in(text, published=day):
        assert found.span.start >= end
        assert found.span.of(text).strip() == found.span.of(text) != ""
        assert VALUE.fullmatch(found.value), found.value
        end = found.span.end


@given(texts, published)
def test_calendar_days_come_in_order_and_make_an_interval(text: str, day: date | None) -> None:
    for found in times_in(text, published=day):
        assert (found.earliest is None) == (found.latest is None)
        if found.earliest is not None and found.latest is not None:
            assert date.fromisoformat(found.earliest) <= date.fromisoformat(found.latest)
            assert calendar_interval(found)


@given(texts)
def test_nothing_relative_gets_days_without_a_report_date(text: str) -> None:
    if not re.search(r"\d{2}|nineteen|twenty|thousand|hundred|ties|century|centuries|½", text.lower()):
        assert all(found.earliest is None for found in times_in(text))


def test_no_module_of_times_asks_for_the_machines_clock() -> None:
    spec = importlib.util.find_spec("sayso.annotate.times")
    assert spec is not None
    assert spec.origin is not None
    for module in Path(spec.origin).parent.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"now", "today", "utcnow", "localtime", "time", "getenv", "environ"}


@pytest.mark.parametrize(
    "piece",
    [
        "the ",
        "two hundred and ",
        "1,111,",
        "11:",
        "\n ",
        " ",
        "1",
        "of the early ",
        "May 1 ",
        "-",
        "'s",
        "last ",
    ],
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    began = time.process_time()
    times_in(piece * (40_000 // len(piece)), published=date(2020, 10, 14))
    # Linear work takes under a second here; quadratic work takes minutes.
    assert time.process_time() - began < 10
