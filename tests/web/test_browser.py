"""The desk in a browser: three clicks to the first mouth, review without a mouse, nothing foreign."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.ledger import Ledger
from sayso.model import Document, Event, EventType, Reading, Span, content_id, text_sha256
from tests.web.browsing import AXE, browser, needs_axe, needs_browser, served, watched
from tests.web.made import REPORTS, ledger_of

pytestmark = needs_browser
PAGES = (
    "/", "/changes", "/incidents", "/incidents/{incident}", "/documents", "/documents/{document}", "/claims",
    "/parties", "/sources", "/map", "/review", "/runs", "/codebook", "/api",
)  # fmt: skip


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def desk_ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with ledger_of(tmp_path_factory.mktemp("browser") / "desk.sqlite", REPORTS) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def address(desk_ledger: Ledger) -> Iterator[str]:
    with served(desk_ledger) as address:
        yield address


def _path(template: str, ledger: Ledger) -> str:
    row = ledger.incident_page().rows[0]
    return template.format(incident=row.id, document=ledger.documents().to_pylist()[0]["document"])


def test_three_clicks_lead_from_the_overview_to_who_said_a_figure_first_and_who_differs(chromium, address):
    with watched(chromium, address) as tab:
        tab.goto(address)
        tab.click(".stories .name >> nth=0")
        value = tab.locator(".value", has_text="First said by the Interior Ministry").filter(
            has_text="11 killed"
        )
        assert "Disagree: the Central Hospital, 15" in value.inner_text()
        value.locator("a").first.click()
        tab.wait_for_selector(".claim.current")
        assert tab.locator(".claim.current").get_attribute("data-claim") in tab.url
        assert "eleven people" in tab.locator(".report .lit").all_inner_texts()


def test_a_number_of_the_ladder_leads_to_its_sentence(chromium, address, desk_ledger):
    with watched(chromium, address) as tab:
        tab.goto(address + _path("/incidents/{incident}", desk_ledger))
        tab.locator(".ladder a[aria-label*='at least 7']").click()
        tab.wait_for_selector(".claim.current")
        assert "at least seven people" in tab.locator(".report .lit").all_inner_texts()


def test_claims_and_words_light_each_other_up(chromium, address, desk_ledger):
    with watched(chromium, address) as tab:
        tab.goto(address + _path("/documents/{document}", desk_ledger))
        tab.hover(".report a.m-event")
        assert tab.locator(".claim.lit").count() >= 1
        tab.click(".report a.m-toll")
        assert "current" in (tab.locator(".claim.c-toll").get_attribute("class") or "")
        tab.keyboard.press("ArrowUp")
        assert "current" in (tab.locator(".claim.c-event").first.get_attribute("class") or "")


def test_hiding_a_layer_is_kept_in_the_address(chromium, address, desk_ledger):
    with watched(chromium, address) as tab:
        tab.goto(address + _path("/documents/{document}", desk_ledger))
        tab.uncheck("[data-layer=party]")
        assert "hide=party" in tab.url
        tab.reload()
        assert not tab.is_checked("[data-layer=party]")


def test_ten_claims_are_reviewed_and_undone_by_keyboard_alone(chromium, tmp_path: Path):
    twice = [*REPORTS, *_more()]
    with (
        ledger_of(tmp_path / "review.sqlite", twice) as ledger,
        served(ledger) as address,
        watched(chromium, address) as tab,
    ):
        tab.goto(f"{address}/review")
        tab.wait_for_selector(".claim.current")
        for number, key in enumerate("axa axa xa"):
            tab.keyboard.press("Space" if key == " " else key)
            tab.wait_for_function(
                "n => document.querySelectorAll('.rulings li').length === n", arg=number + 1
            )
        taken = [decision.verdict.value for decision in ledger.decisions()]
        assert taken == [
            "accept",
            "reject",
            "accept",
            "skip",
            "accept",
            "reject",
            "accept",
            "skip",
            "reject",
            "accept",
        ]
        for left in range(9, -1, -1):
            tab.keyboard.press("Backspace")
            tab.wait_for_function("n => document.querySelectorAll('.rulings li').length === n", arg=left)
        assert ledger.decisions(standing=True) == []
        assert len(ledger.decisions()) == 20


def test_a_value_is_corrected_by_keyboard_and_letters_rest_while_typing(chromium, tmp_path: Path):
    with (
        ledger_of(tmp_path / "correct.sqlite", REPORTS) as ledger,
        served(ledger) as address,
        watched(chromium, address) as tab,
    ):
        tab.goto(f"{address}/review?kind=event")
        tab.wait_for_selector(".claim.current")
        tab.focus("[data-why]")
        tab.keyboard.type("axa because")
        assert ledger.decisions() == []
        tab.focus(".claim.current")
        tab.keyboard.press("Tab")
        tab.keyboard.press("ArrowRight")
        tab.keyboard.press("Enter")
        tab.wait_for_selector(".rulings .v-correct")
        (decision,) = ledger.decisions()
        assert (decision.field, decision.value, decision.why) == ("type", "AGREE", "axa because")
        tab.keyboard.press("?")
        assert tab.is_visible("dialog[open]")


def test_words_selected_in_a_right_to_left_report_correct_a_value(chromium, tmp_path: Path):
    """Astral letters, vowel signs and marks of direction stand before the words; offsets are code points."""
    first = REPORTS[0]
    lead = "\U0001f525 שָׁלוֹם עוֹלָם \u2067דּוּחַ מִן הַשּׁוּק\u2069 — "
    text = lead + first.text
    moved = Document(
        id=content_id("d", text), sha256=text_sha256(text), text=text, origin="rtl.txt", language="he",
        title="דּוּחַ מִן הַשּׁוּק", outlet="Vell Courier", published="2031-05-03",
    )  # fmt: skip
    at = len(lead)
    trigger = Span(at + first.text.index("struck"), at + first.text.index("struck") + len("struck"))
    event = Event(trigger=trigger, type=EventType.ASSAULT)
    reading = Reading(document=moved, sentences=(Span(0, len(text)),), events=(event,))
    with (
        ledger_of(tmp_path / "rtl.sqlite", [reading]) as ledger,
        served(ledger) as address,
        watched(chromium, address) as tab,
    ):
        tab.goto(f"{address}/documents/{moved.id}")
        assert tab.text_content(".report") == text
        assert tab.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
        for words in ("עוֹלָם", "\U0001f525", "Orlo market"):
            tab.evaluate(_SELECT, words)
            tab.wait_for_selector("[data-respan]:not([hidden])")
            tab.select_option("[data-respan-field]", "places")
            tab.click("[data-key=c]")
            tab.wait_for_selector(f".rulings :text('{words}')")
            decision = ledger.decisions(newest_first=True)[0]
            start = text.index(words)
            assert decision.value == {"words": words, "start": start, "end": start + len(words)}


_SELECT = """words => {
  const walk = document.createTreeWalker(document.querySelector(".report"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(words);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
    return;
  }
}"""


SCREENS = pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
)


@SCREENS
def test_no_page_has_errors_foreign_requests_or_overflow(chromium, address, desk_ledger, width, scheme):
    with watched(chromium, address, width=width, scheme=scheme) as tab:
        for template in PAGES:
            tab.goto(address + _path(template, desk_ledger))
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), template


def test_on_paper_an_incident_has_every_figure_and_nothing_to_click(chromium, address, desk_ledger):
    with watched(chromium, address, width=690) as tab:
        tab.goto(address + _path("/incidents/{incident}", desk_ledger))
        tab.emulate_media(media="print")
        assert tab.locator(".figures-of .numbers-table td", has_text="eleven people").is_visible()
        assert tab.locator(".printed", has_text="never what is true").is_visible()
        for hidden in (".top", ".foot", ".jump", "form", "a[href^='/embed']"):
            assert not any(one.is_visible() for one in tab.locator(hidden).all()), hidden
        # Within a figure what lies beyond its frame is cut off.
        assert (
            tab.evaluate(
                "[...document.querySelectorAll('main :not(svg *)')]"
                ".filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML)"
            )
            == []
        )


def test_on_paper_a_report_has_its_claims_and_how_it_was_read(chromium, address, desk_ledger):
    with watched(chromium, address, width=690) as tab:
        tab.goto(address + _path("/documents/{document}", desk_ledger))
        tab.emulate_media(media="print")
        assert tab.locator(".claim").last.is_visible()
        assert tab.locator(".extraction", has_text="sha256").locator("dl").is_visible()
        assert not tab.locator("[data-fields]").first.is_visible()


@needs_axe
@SCREENS
def test_no_page_has_a_serious_barrier(chromium, address, desk_ledger, width, scheme):
    # The checker writes styles into the page, which the page's own policy forbids.
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    tab = context.new_page()
    found = []
    for template in PAGES:
        tab.goto(address + _path(template, desk_ledger))
        tab.evaluate(AXE.read_text(encoding="utf-8"))
        told = tab.evaluate("axe.run({resultTypes: ['violations']})")
        found += [
            (template, one["id"], one["nodes"][0]["html"][:160], one["nodes"][0]["failureSummary"][:200])
            for one in told["violations"]
            if one["impact"] in ("serious", "critical")
        ]
    context.close()
    assert found == []


def _more() -> list[Any]:
    from tests.web.made import report

    return [
        report("the Interior Ministry", 12, "twelve people", outlet="Tessera Wire", published="2031-05-06"),
        report("the Central Hospital", 16, "sixteen people", outlet="Orlan Press", published="2031-05-07"),
    ]
