import itertools
from datetime import date
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.coded import Coded
from sayso.web.columns import Columns, ordinal

rows = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["event", "toll", None])), max_size=40)


def _columns(given: list[tuple[int, str | None]]) -> Columns:
    values = (("event",), ("toll",))
    codes = [-1 if kind is None else values.index((kind,)) for _, kind in given]
    return Columns(
        numbers=np.arange(1, len(given) + 1, dtype=np.int64),
        days=np.array([day for day, _ in given], dtype=np.int32),
        codes={"kind": Coded(values=values, codes=np.array(codes, dtype=np.int32))},
    )


def _expected(given: list[tuple[int, str | None]], kind: str | None) -> list[int]:
    fitting = [(day, number) for number, (day, one) in enumerate(given, 1) if kind is None or one == kind]
    return [number for _, number in sorted(fitting, reverse=True)]


@given(rows, st.integers(1, 7), st.sampled_from(["event", "toll", None]))
def test_pages_in_a_row_give_every_row_once_in_order(given, limit, kind):
    columns = _columns(given)
    mask = columns.mask({"kind": [kind] if kind else []})
    seen: list[int] = []
    after = None
    while True:
        page = columns.page(mask, after=after, before=None, limit=limit)
        seen += page.numbers
        if page.after is None:
            break
        after = page.after
    assert seen == _expected(given, kind)


@given(rows, st.integers(1, 7))
def test_going_back_gives_the_page_before(given, limit):
    columns = _columns(given)
    first = columns.page(None, after=None, before=None, limit=limit)
    if first.after is not None:
        second = columns.page(None, after=first.after, before=None, limit=limit)
        assert second.before is not None
        assert columns.page(None, after=None, before=second.before, limit=limit).numbers == first.numbers


@given(rows, st.dictionaries(st.integers(1, 20), st.sampled_from([-3.5, -1.0, 0.25])), st.integers(1, 7))
def test_pages_by_rank_give_every_row_once_the_best_first(given, ranks, limit):
    columns = _columns(given)
    days = dict(zip(columns.numbers.tolist(), columns.days.tolist(), strict=True))
    expected = sorted(days, key=lambda number: (ranks.get(number, inf), -days[number], -number))
    seen, after, pages = [], None, []
    while True:
        page = columns.page(None, after=after, before=None, limit=limit, ranks=ranks)
        seen += page.numbers
        pages.append(page)
        if page.after is None:
            break
        after = page.after
    assert seen == expected
    for page, last in itertools.pairwise(pages):
        back = columns.page(None, after=None, before=last.before, limit=limit, ranks=ranks)
        assert back.numbers == page.numbers


@pytest.mark.parametrize(
    "written", ["", "x", "..", "zz.1", "7ff8000000000000.1", "00.1", "1.2.3", "-1", "f" * 99]
)
def test_a_cursor_that_is_none_leads_nowhere_and_breaks_nothing(written):
    columns = _columns([(3, None), (5, None)])
    page = columns.page(None, after=written, before=None, limit=5, ranks={1: -2.0})
    assert set(page.numbers) <= {1, 2}


def test_facets_count_lists_by_their_words():
    coded = Coded(values=(("Orlo", "Merrane"), ("Orlo",)), codes=np.array([0, 1, 1, -1], dtype=np.int32))
    assert coded.counts(None) == [("Orlo", 3), ("Merrane", 1)]
    assert coded.mask(["Merrane"]).tolist() == [True, False, False, False]
    assert coded.mask([""]).tolist() == [False, False, False, True]


def test_names_are_written_as_they_are_most_often_and_found_in_any_case():
    dam, both = ("THE DAM",), ("the dam", "Orlo")
    column = Coded(
        values=(dam, ("the dam",), both), codes=np.array([0, 1, 2, -1], dtype=np.int32), named=True
    ).spelt_alike()
    assert column.counts(None) == [("the dam", 3), ("Orlo", 1)]
    assert column.mask(["The Dam"]).tolist() == [True, True, True, False]
    more = Coded(values=(("The dam",), ("ORLO",)), codes=np.array([0, 1], dtype=np.int32), named=True)
    assert column.joined(more).counts(None) == [("the dam", 4), ("ORLO", 1), ("Orlo", 1)]


@pytest.mark.parametrize(
    ("day", "end", "expected"),
    [
        ("2031-05-03", False, date(2031, 5, 3)),
        ("2031-12", True, date(2031, 12, 31)),
        ("2032-02", True, date(2032, 2, 29)),
        ("2031", False, date(2031, 1, 1)),
    ],
)
def test_ordinal_of_days_months_and_years(day, end, expected):
    assert ordinal(day, end=end) == expected.toordinal()


@pytest.mark.parametrize("day", [None, "", "2031-13-01", "soon", "0000"])
def test_ordinal_of_what_is_no_day(day):
    assert ordinal(day) == -1
