import pytest

from sayso.documents.published import iso_date


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2031-05-09", "2031-05-09"),
        ("2031-05-09T22:10:00Z", "2031-05-09"),
        ("2031-05-09T23:59:59.123+05:30", "2031-05-09"),
        ("Fri, 09 May 2031 22:10:00 GMT", "2031-05-09"),
        ("Fri, 09 May 2031 22:10:00 +0000", "2031-05-09"),
        ("9 May 2031", "2031-05-09"),
        ("9th of May, 2031", "2031-05-09"),
        ("May 9, 2031 at 9:30 a.m. EDT", "2031-05-09"),
        ("Sept. 9, 2031", "2031-09-09"),
        ("9-MAY-1987 14:20:21.33", "1987-05-09"),
        ("9 May 88", "1988-05-09"),
        ("9 May 31", "2031-05-09"),
        ("09.05.2031", "2031-05-09"),
        ("2031/05/09", "2031-05-09"),
        ("13/04/2031", "2031-04-13"),
        ("04/13/2031", "2031-04-13"),
        ("04/04/2031", "2031-04-04"),
    ],
)
def test_iso_date_reads_the_ways_dates_are_printed(words: str, iso: str) -> None:
    assert iso_date(words) == iso


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2031",
        "30 Feb 2031",
        "2031-13-40",
        "May 2031",
        "2031",
        "9 May",
        "",
        "yesterday",
        "9 May 2031 or so",
    ],
)
def test_iso_date_is_none_for_what_is_ambiguous_partial_or_impossible(words: str) -> None:
    assert iso_date(words) is None
