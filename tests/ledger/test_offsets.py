"""Every span is found again at its place, whatever the text is full of, and however the ledger is asked."""

from dataclasses import replace

import pytest

from sayso.model import Argument, Attribution, Event, EventType, Form, Reading, Span
from tests import factory
from tests.ledger import outcomes

ODD = {
    "astral": "\U0001f525\U0001f691\U00010348",
    "combining": "e\u0301o\u0308\u0327n\u0303",
    "bidi": "\u202eabc\u202c\u2066d\u2069\u200f",
    "zero width": "\u200b\u200d\ufeff\u2060",
    "right to left": "\u0642\u0635\u0641\u064e",
    "nul": "\0a\0\0",
    "noncharacters": "\ufdd0\ufdd1\ufdd2\ufdd3\uffff\U0010ffff",
    "controls": "\x01\x1f\x85\u2028\r",
}


def reading(odd: str) -> Reading:
    text = (
        f"{odd} Some{odd} began. Police{odd} {odd}say rebels{odd} shelled Orlo{odd}. {odd} And {odd} so on."
    )
    last = text.index("Police")

    def span(words: str) -> Span:
        start = text.index(words, last)
        return Span(start, start + len(words))

    said = Attribution(
        source=span(f"Police{odd}"),
        who=f"Police{odd}",
        cue=span("say"),
        content=Span(span("rebels").start, span("Orlo").end),
        form=Form.INDIRECT,
    )
    event = Event(
        trigger=span("shelled"),
        type=EventType.ASSAULT,
        actors=(Argument(span=span(f"rebels{odd}")),),
        places=(Argument(span=span(f"Orlo{odd}")),),
        attribution=0,
    )
    sentences = (Span(0, last - 1), Span(last, text.index(". ", last) + 1))
    return replace(
        factory.reading(text, title=odd), sentences=sentences, attributions=(said,), events=(event,)
    )


@pytest.mark.parametrize("odd", [*ODD.values(), "".join(ODD.values())], ids=[*ODD, "all at once"])
def test_every_span_is_found_again(ledger, odd):
    made = reading(odd)
    outcomes.add(ledger, made)
    text = made.text
    assert ledger.reading(made.document.id) == made
    assert ledger.document(made.document.id).text == text
    [claim] = ledger.claims().to_pylist()
    assert claim["quote"] == text[claim["start"] : claim["end"]]
    assert claim["context"] == made.sentences[1].of(text)
    assert claim["who"] == f"Police{odd}"
    assert claim["places"] == [f"Orlo{odd}"]
    with ledger.listing() as listing:
        [row] = listing.claims([1])
    assert row.context == claim["context"]
    assert row.context[row.start - row.context_start : row.end - row.context_start] == row.quote
    assert ledger.claim(row.claim).evidence.of(text) == row.quote
    [hit] = ledger.search("shelled")
    assert hit.span is not None
    assert hit.span.of(text) == hit.snippet
    assert all(match.of(text) == "shelled" for match in hit.matches)
    assert list(ledger.verify()) == []
