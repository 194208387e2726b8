"""Words that stand beside paragraphs and in none."""

import time

import pytest

from sayso.documents.body import Page, page
from sayso.documents.loose import in_paragraphs

LEDE = "Shelling of the northern district of Orlo killed nine people on Friday, a doctor said."
SAID = "The army said that it had fired at a depot of the Tolva Front and nothing else."
LAST = "Residents of three streets near the market said that they had counted forty shells."


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{LEDE}<p>{SAID}<p>{LAST}</div>",
        f"<div><b>ORLO:</b> {LEDE}<p>{SAID}</p><p>{LAST}</p></div>",
        f"<div>{LEDE}<br><br>{SAID}<p>{LAST}</p></div>",
        f"<table><tr><td><p>{LEDE}</p>{SAID}<p>{LAST}</p></td></tr></table>",
        f"<font size=2>{LEDE}<p>{SAID}<p>{LAST}</font>",
        f"<article><p>{LEDE}</p><p>{SAID}</p>{LAST}</article>",
        f"{LEDE}<p>{SAID}</p><p>{LAST}</p>",
    ],
    ids=["before", "after bold", "two before", "between", "in a font", "after", "in the body"],
)
@pytest.mark.parametrize("around", ["<html><head><title>Orlo</title></head><body>{}</body></html>", "{}"])
def test_a_page_gives_the_words_beside_its_paragraphs_in_their_place(body: str, around: str) -> None:
    found = page(around.format(body))
    assert isinstance(found, Page)
    places = [found.text.find(words) for words in (LEDE, SAID, LAST)]
    assert places == sorted(places)
    assert places[0] >= 0


@pytest.mark.parametrize(
    "markup",
    [
        f"<div><p>{LEDE}</p>\n<p>{SAID}</p></div>",
        f"<p>{LEDE}<p>{SAID}",
        f"<div>By Ilsa Marn, the Courier<p>{LEDE}</p></div>",
        f"<div><a href=/a>{LEDE}</a><p>{SAID}</p></div>",
        f"<div>{LEDE}</div>",
    ],
    ids=["all in paragraphs", "unclosed", "a byline", "a link", "no paragraph"],
)
def test_in_paragraphs_leaves_alone_what_is_no_loose_sentence(markup: str) -> None:
    assert in_paragraphs(markup) == markup


def test_in_paragraphs_keeps_a_paragraph_together_that_stands_in_a_line_s_element() -> None:
    markup = f"<html><body><div>{LEDE} <font><p>{SAID}</p></font><p>{LAST}</p></div></body></html>"
    assert f"<p>{LEDE} </p><font><p>{SAID}</p></font><p>{LAST}</p>" in in_paragraphs(markup)


@pytest.mark.parametrize(
    "piece", [f"{LEDE}<p>", f"<b>{LEDE}</b>", f"<b>x{LEDE}", "<p>" + "x" * 60 + "</p>x ", " " * 50]
)
def test_in_paragraphs_takes_time_in_proportion(piece: str) -> None:
    start = time.process_time()
    in_paragraphs(f"<div><p>{LEDE}</p>" + piece * 10_000)
    assert time.process_time() - start < 5
