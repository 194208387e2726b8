"""Texts that try to break out of a page, and texts whose characters browsers count in their own way."""

import random
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from sayso.model import (
    Attribution,
    Document,
    Effect,
    Event,
    EventType,
    Form,
    Group,
    Qualifier,
    Reading,
    Span,
    Toll,
    content_id,
    text_sha256,
)
from sayso.web import Alone, desk
from tests.web.browsing import browser, needs_browser, served, watched
from tests.web.made import ledger_of

ALPHABET = (
    *"abc XYZ09\n\t\"'<>&;#/\\`",
    *"\r\x0b\x0c\x1b\x85\u2028\u2029\ufeff\ufffe\u0301\u0308\u20e3\u200d\u200b\u202e\u202d\u2066\u2069\ufe0f",
    *(
        "😀",
        "👩‍👩‍👧",
        "🇺🇦",
        "𝔘",
        "𠜎",
        "\U000e0041",
        "\U0010ffff",
        "é",
        "ß",
        "İ",
        "ﷺ",
        "שלום",
        "مرحبا",
        "ไทย",
    ),
    *("</span>", "</article>", "<script>", "<!--", "]]>", "&amp;", "&#13;", "&lt;b", "<textarea>", "\n\n"),
)

PAYLOADS = tuple(
    payload
    for wrapped in ("{}", "\"'>{}", "</title></textarea></script>{}", "<!--{}-->", "]]>{}")
    for payload in (
        wrapped.format("<script>alert(1)</script>"),
        wrapped.format("<img src=x onerror=alert(1)>"),
        wrapped.format("<svg/onload=alert(1)>"),
        wrapped.format("<svg><script>alert(1)</script></svg>"),
        wrapped.format("<details open ontoggle=alert(1)>"),
        wrapped.format("<iframe srcdoc='<script>alert(1)</script>'></iframe>"),
        wrapped.format("<a href=javascript:alert(1)>x</a>"),
        wrapped.format("{{7*7}}{% raw %}${alert(1)}"),
        wrapped.format('" autofocus onfocus=alert(1) x="'),
        wrapped.format("javascript:alert(1)"),
    )
)


def _hostile(seed: int) -> Reading:
    """A report of such characters with spans anywhere in it, overlapping as they may."""
    chance = random.Random(seed)  # noqa: S311 - the same documents every time
    text = "".join(chance.choices(ALPHABET, k=chance.randint(30, 160)))

    def span() -> Span:
        start = chance.randrange(len(text) - 1)
        return Span(start, min(len(text), start + chance.randint(1, 14)))

    said = tuple(
        Attribution(source=span(), who="x", cue=span(), content=span(), form=Form.MIXED) for _ in range(3)
    )
    tolls = tuple(
        Toll(span=one, effect=Effect.KILLED, of=Group.PEOPLE, low=1, high=1, qualifier=Qualifier.EXACT)
        for one in {span(), span()}
    )
    events = tuple(
        Event(trigger=one, also=(span(),), type=EventType.ASSAULT, date_span=span(), attribution=0)
        for one in {span(), span(), span()}
    )
    document = Document(
        id=content_id("d", seed), sha256=text_sha256(text), text=text, origin="made", outlet=text[:20]
    )
    return Reading(document=document, attributions=said, events=events, tolls=tolls)


def _with_payload(payload: str, number: int) -> Reading:
    text = f"{payload} struck {number}"
    document = Document(
        id=content_id("d", text),
        sha256=text_sha256(text),
        text=text,
        title=payload,
        outlet=payload,
        byline=payload,
        url=payload,
        origin=payload,
        external_id=payload,
        dateline=None,
        published="2031-05-03",
        language="en",
    )
    start = text.rindex("struck")
    who = Attribution(
        source=Span(0, len(payload)), who=payload, cue=None, content=Span(start, len(text)), form=Form.DIRECT
    )
    event = Event(trigger=Span(start, start + 6), type=EventType.ASSAULT, attribution=0)
    return Reading(document=document, attributions=(who,), events=(event,))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    readings = [_with_payload(payload, number) for number, payload in enumerate(PAYLOADS)]
    with ledger_of(tmp_path_factory.mktemp("attacked") / "desk.sqlite", readings) as ledger:
        yield ledger


class _Dangers(HTMLParser):
    """Notes what could run in a page, and every link that is no address."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.found.append(f"<{tag} {name}>")
            if name in ("href", "src", "action", "formaction") and _leads_away(value or ""):
                self.found.append(f"<{tag} {name}={value!r}>")
        if tag in ("iframe", "object", "embed", "base") or (
            tag == "script" and dict(attrs).get("type") != "module"
        ):
            self.found.append(f"<{tag}>")


def _leads_away(link: str) -> bool:
    return not link.startswith(("/", "#", "?", "http://", "https://"))


def test_no_payload_leaves_a_page_with_anything_that_could_run(attacked: Ledger):
    with TestClient(desk(attacked, door=Alone(PAYLOADS[0])), base_url="http://localhost") as client:
        client.post("/api/v1/decisions", json=_note(attacked))
        paths = [
            "/",
            "/documents?limit=200",
            "/claims?limit=200",
            "/parties?limit=200",
            "/sources",
            "/runs",
            "/review",
        ]
        paths += ["/incidents?limit=200", "/map", f"/claims?q={PAYLOADS[0]}", f"/documents?q={PAYLOADS[1]}"]
        rows = attacked.documents().to_pylist()
        paths += [f"/documents/{row['document']}" for row in rows]
        paths += [f"/incidents/{row.id}" for row in attacked.incident_page(limit=60).rows]
        for path in paths:
            answer = client.get(path)
            assert answer.status_code == 200, path
            dangers = _Dangers()
            dangers.feed(answer.text)
            assert dangers.found == [], path


def _note(ledger: Ledger) -> dict[str, str]:
    return {"claim": ledger.claims().to_pylist()[0]["claim"], "verdict": "note", "why": PAYLOADS[3]}


def test_a_spreadsheet_never_begins_a_cell_with_a_formula(attacked: Ledger):
    with TestClient(desk(attacked), base_url="http://localhost") as client:
        for path in ("/claims.csv?limit=200", "/documents.csv?limit=200"):
            cells = client.get(path).text.replace("\r\n", ",").split(",")
            assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


@needs_browser
def test_no_payload_runs_in_a_browser(attacked: Ledger):
    paths = [f"/documents/{row['document']}" for row in attacked.documents().to_pylist()[:12]]
    with browser() as opened, served(attacked) as address, watched(opened, address) as tab:
        for path in ("/", "/documents?limit=200", "/claims?limit=200", "/sources", "/review", "/map", *paths):
            tab.goto(address + path)


@needs_browser
def test_every_highlight_is_the_stored_words_on_200_hostile_documents(tmp_path: Path):
    readings = [_hostile(seed) for seed in range(200)]
    with (
        ledger_of(tmp_path / "hostile.sqlite", readings) as ledger,
        browser() as opened,
        served(ledger) as address,
        watched(opened, address) as tab,
    ):
        tab.goto(f"{address}/codebook")
        wrong = tab.evaluate(_COMPARE, [row["document"] for row in ledger.documents().to_pylist()])
        assert wrong["marks"] > 2_000
        assert wrong["bad"] == []
        # What the parser of a page makes of it is what stands in the page itself.
        tab.goto(f"{address}/documents/{readings[0].document.id}")
        assert tab.evaluate("document.querySelector('.report').textContent") == readings[0].text


_COMPARE = """async (ids) => {
  const bad = [];
  let marks = 0;
  for (const id of ids) {
    const view = await (await fetch(`/documents/${id}.json`)).json();
    const html = await (await fetch(`/documents/${id}`)).text();
    const report = new DOMParser().parseFromString(html, "text/html").querySelector(".report");
    if (report.textContent !== view.text) bad.push([id, "text"]);
    const words = view.marks.map(() => "");
    for (const element of report.querySelectorAll("[data-m]")) {
      for (const index of element.dataset.m.split(" ")) words[index] += element.textContent;
    }
    const points = [...view.text];
    view.marks.forEach((mark, index) => {
      marks += 1;
      const sliced = points.slice(mark.start, mark.end).join("");
      if (words[index] !== mark.words || sliced !== mark.words) bad.push([id, index]);
    });
  }
  return { bad, marks };
}"""
