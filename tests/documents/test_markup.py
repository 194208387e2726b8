import time

import pytest

from sayso.documents.markup import MOST_ELEMENTS, Bounded, Unusable, bounded
from sayso.model import Reason

ARTICLE = "<article><p>Shells fell on Orlo.</p></article>"


def test_bounded_leaves_an_ordinary_page_as_it_is() -> None:
    html = f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>a < b {ARTICLE}</body></html>"
    assert bounded(html) == Bounded(html=html, elements=6)


@pytest.mark.parametrize(
    ("hostile", "gone"),
    [
        ("<script>x = '<p>';</script>", "x ="),
        ("<SCRIPT>x</script >", "x"),
        ("<style>p { color: red }</style>", "color"),
        ("<!-- <p>hidden</p> -->", "hidden"),
        ("<div " + " ".join(f"a{n}=1" for n in range(100_000)) + "></div>", "a99999"),
    ],
)
def test_bounded_takes_out_what_only_costs_time(hostile: str, gone: str) -> None:
    safe = bounded(hostile + ARTICLE)
    assert isinstance(safe, Bounded)
    assert gone not in safe.html
    assert ARTICLE in safe.html


def test_bounded_keeps_metadata_scripts() -> None:
    script = '<script type="application/ld+json">{"publisher": "VNP"}</script>'
    assert bounded(script + ARTICLE) == Bounded(html=script + ARTICLE, elements=2)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 100_000, Reason.BOMB),
        ("<p>x</p>" * (MOST_ELEMENTS + 1), Reason.BOMB),
        ("<p>" + "word " * 2_500_000, Reason.TOO_LARGE),
    ],
)
def test_bounded_refuses_what_no_report_is(html: str, reason: Reason) -> None:
    found = bounded(html)
    assert isinstance(found, Unusable)
    assert found.reason is reason


@pytest.mark.parametrize("unit", ["<", "<script ", "<a", "<!--", "<script>", "</", "< ", "<svg>"])
def test_bounded_is_quick_on_markup_that_never_closes(unit: str) -> None:
    began = time.process_time()
    bounded(unit * 100_000)
    assert time.process_time() - began < 5
