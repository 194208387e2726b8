import pytest

from sayso.incidents.copies.boilerplate import (
    ALL_PAGES,
    OWN_PAGES,
    UNSIGNED_PAGES,
    Page,
    is_boilerplate,
    ordinal_day,
)


def pages(headlines: int, days: int) -> list[Page]:
    return [
        Page(f"Headline {at}", f"2031-05-{1 + at * days // max(1, headlines - 1):02}")
        for at in range(headlines)
    ]


@pytest.mark.parametrize(
    ("headlines", "days", "expected"),
    [(2, 20, False), (3, 2, False), (3, 20, True), (7, 2, False), (8, 0, True)],
)
def test_a_line_that_outlasts_a_story_is_boilerplate(headlines, days, expected):
    assert is_boilerplate(pages(headlines, days), evidence=OWN_PAGES) is expected


def test_one_headline_however_often_is_one_story():
    assert not is_boilerplate(
        [Page("Flood", f"2031-05-{day:02}") for day in range(1, 29)], evidence=OWN_PAGES
    )


def test_pages_of_unknown_outlets_need_more_headlines():
    assert not is_boilerplate(pages(9, 20), evidence=UNSIGNED_PAGES)
    assert is_boilerplate(pages(12, 0), evidence=UNSIGNED_PAGES)


def test_a_wire_story_under_everybodys_headlines_is_none_but_a_frame_of_years_is():
    story = [Page(f"Headline {at}", f"2031-05-{1 + at % 4:02}") for at in range(60)]
    frame = [Page(f"Headline {at}", f"2031-{1 + at % 12:02}-09") for at in range(60)]
    assert not is_boilerplate(story, evidence=ALL_PAGES)
    assert is_boilerplate(frame, evidence=ALL_PAGES)


def test_ordinal_day_takes_whole_iso_dates_only():
    assert ordinal_day("2031-05-04") == ordinal_day("2031-05-03") + 1
    assert ordinal_day("May 2031") is None
    assert ordinal_day(None) is None
