"""Names by their counts, a page at a time."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.ranking import Ranked, Ranking

# Long ones that begin alike, letters of several bytes, and half of a surrogate pair.
NAMES = (
    st.text(st.characters(), max_size=4)
    | st.sampled_from(["Ž" * 30 + end for end in "abc"])
    | st.just("\ud800")
)
COUNTS = st.dictionaries(NAMES, st.integers(1, 4), max_size=40)
CURSOR = re.compile(r"[A-Za-z0-9_.:=-]{1,120}")


def _pages(ranking: Ranking, limit: int) -> list[Ranked]:
    pages = [ranking.page("", after=None, before=None, limit=limit)]
    while after := pages[-1].after:
        assert CURSOR.fullmatch(after)
        pages.append(ranking.page("", after=after, before=None, limit=limit))
    return pages


@given(COUNTS, st.integers(1, 7))
def test_pages_give_every_name_once_the_commonest_first(counts, limit):
    names = [name for page in _pages(Ranking(counts), limit) for name in page.names]
    assert sorted(names) == sorted(counts)
    assert [counts[name] for name in names] == sorted(counts.values(), reverse=True)


@given(COUNTS, st.integers(1, 7))
def test_going_back_gives_the_page_before(counts, limit):
    ranking = Ranking(counts)
    pages = _pages(ranking, limit)
    for page, following in itertools.pairwise(pages):
        back = ranking.page("", after=None, before=following.before, limit=limit)
        assert back.names == page.names


def test_a_page_stays_put_while_names_are_added_before_it():
    before = Ranking({"Orlo": 3, "Tarn": 2, "Vell": 1})
    cursor = before.page("", after=None, before=None, limit=2).after
    grown = Ranking({"Merrane": 9, "Orlo": 4, "Tarn": 2, "Vell": 1})
    assert grown.page("", after=cursor, before=None, limit=2).names == ("Vell",)


def test_words_are_looked_for_in_any_case_and_counted():
    ranking = Ranking({"Orlo Clinic": 3, "the orlo post": 2, "Vell": 1})
    page = ranking.page(" ORLO ", after=None, before=None, limit=1)
    assert (page.names, page.total) == (("Orlo Clinic",), 2)
    assert ranking.page("orlo", after=page.after, before=None, limit=1).names == ("the orlo post",)


@pytest.mark.parametrize("cursor", ["", "x", "1", "1.%", "zz.aa", "1.AAA", "-5.AA=="])
def test_a_cursor_that_is_none_breaks_nothing(cursor):
    ranking = Ranking({"Orlo": 3, "Tarn": 2})
    assert set(ranking.page("", after=cursor, before=None, limit=5).names) <= {"Orlo", "Tarn"}
    assert set(ranking.page("", after=None, before=cursor, limit=5).names) <= {"Orlo", "Tarn"}
