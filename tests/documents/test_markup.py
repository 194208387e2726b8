import time

import pytest

from sayso.documents.markup import MOST_ELEMENTS, Bounded, Unusable, bounded, unframed
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


def test_bounded_keeps_the_words_of_a_template_that_is_shown() -> None:
    shown = "<x-story><template shadowrootmode=open><p>Nine died in Orlo.</p></template></x-story>"
    hidden = "<template data-x=shadowrootmodes><p>Nine died in Orlo.</p></template>"
    assert "Nine died" in _html(shown)
    assert "Nine died" not in _html(hidden)


@pytest.mark.parametrize("comment", ["<!-- a -- b --!>", "<!-->", "<!--->", "<!-- a -->"])
def test_bounded_ends_a_comment_where_browsers_do(comment: str) -> None:
    assert _html(f"{comment}<p>Nine died in Orlo.</p>") == "<p>Nine died in Orlo.</p>"


@pytest.mark.parametrize("reference", ["&#7;", "&#x1b;", "&#0;", "&#xFFFE", "&#55296;", "&#99999999999;"])
def test_bounded_takes_out_references_to_what_is_no_character(reference: str) -> None:
    assert (
        _html(f"<p>Nine died{reference} in Orlo, Caf&#233;.</p>") == "<p>Nine died  in Orlo, Caf&#233;.</p>"
    )


def test_bounded_reads_on_where_a_page_says_that_it_ends() -> None:
    html = "<html><body></body></html><p>Nine died in Orlo.</p></body></html>\n"
    assert _html(html) == "<html><body></body><p>Nine died in Orlo.</p></body></html>\n"


def _html(page: str) -> str:
    safe = bounded(page)
    assert isinstance(safe, Bounded)
    return safe.html


@pytest.mark.parametrize(
    ("before", "after"), [("//<![CDATA[\n", "\n//]]>\n"), ("<!--\n", "\n-->"), ("/*<![CDATA[*/", "/*]]>*/")]
)
def test_bounded_unwraps_metadata_scripts(before: str, after: str) -> None:
    opening, said = '<script type="application/ld+json">', '{"publisher": "VNP -- Orlo"}'
    safe = bounded(f"{opening}{before}{said}{after}</script>")
    assert isinstance(safe, Bounded)
    assert safe.html.replace("\n", "") == f"{opening}{said}</script>"


def test_bounded_shows_what_stands_there_for_want_of_frames() -> None:
    safe = bounded(f"<frameset><frame src=a><noframes>{ARTICLE}</noframes></frameset>")
    assert isinstance(safe, Bounded)
    assert safe.html == f"<frameset><frame src=a>{ARTICLE}</frameset>"


@pytest.mark.parametrize("quote", ['"', "'"])
def test_unframed_puts_a_frames_page_in_its_place(quote: str) -> None:
    framed = f"<iframe title=x srcdoc={quote}&lt;p title=&quot;a&quot;&gt;Shells fell.{quote} hidden>"
    assert unframed(f"a{framed}b") == 'a<p title="a">Shells fell.b'
    assert unframed("<iframe src=a></iframe>") == "<iframe src=a></iframe>"


def test_unframed_takes_no_time_over_frames_that_never_end() -> None:
    began = time.process_time()
    unframed("<iframe srcdoc='" * 100_000 + "<iframe " * 100_000 + " srcdoc=" * 100_000)
    assert time.process_time() - began < 2
