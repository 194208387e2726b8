import pytest

from sayso.documents import to_document
from sayso.documents.page_date import page_date
from sayso.model import Document, Media, RawItem

BODY = "<article><p>Two soldiers were hurt when shells fell on the market of Orlo, the town council said.</p>"


@pytest.mark.parametrize(
    "printed",
    [
        '<meta name="date" content="04/03/2031">',
        "<p>Posted 3-4-2031</p>",
        "<p>03/04/2031, by the staff. Founded 1931.</p>",
    ],
)
def test_a_date_that_may_be_two_days_is_given_back_as_printed(printed: str) -> None:
    given = page_date(printed, found="2031-04-03")
    assert given is not None
    assert given in printed


@pytest.mark.parametrize(
    "printed",
    [
        '<p>03/04/2031</p><meta content="2031-04-03T10:00:00Z">',
        "<p>03/04/2031</p><time>3 April 2031</time>",
        "<p>03/04/2031</p><time>Apr. 3rd, 2031</time>",
        '<p>03/04/2031</p><link href="https://outlet.example/2031/4/3/orlo">',
        "<p>03.04.2031</p>",
        "<p>nothing but another date, 05/06/2031</p>",
    ],
)
def test_a_date_that_stands_there_otherwise_too_is_certain(printed: str) -> None:
    assert page_date(printed, found="2031-04-03") == "2031-04-03"


def test_a_day_after_the_twelfth_can_be_no_month() -> None:
    assert page_date("<p>04/13/2031</p>", found="2031-04-13") == "2031-04-13"


def test_a_date_in_words_in_the_metadata_is_read_where_the_extractor_found_none() -> None:
    markup = '<script type="application/ld+json">{"datePublished" : "May 3, 2031"}</script>'
    assert page_date(markup, found=None) == "2031-05-03"
    assert page_date('{"datePublished": "last week, I think"}', found=None) is None


def test_a_page_with_an_ambiguous_date_is_flagged_and_not_dated() -> None:
    html = f'<html><head><meta name="date" content="03/04/2031"></head><body>{BODY}</body></html>'
    document = to_document(RawItem(origin="a.html", content=html.encode(), media=Media.HTML))
    assert isinstance(document, Document)
    assert document.published is None
    assert document.flags == ("published-unreadable",)
