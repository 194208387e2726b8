from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims import claims_in
from sayso.model import Span
from sayso.web.marks import Mark, marks_in, segments
from tests.web.made import REPORTS, ledger_of

spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=12)


def _marks(text: str, given: list[tuple[int, int]]) -> list[Mark]:
    return [
        Mark(layer="event", start=start, end=start + size, words=text[start : start + size], role="trigger")
        for start, size in given
        if start + size <= len(text)
    ]


@given(st.text(min_size=1, max_size=60), spans)
def test_segments_joined_are_the_text_and_each_mark_its_words(text, given):
    marks = _marks(text, given)
    cut = list(segments(text, marks))
    assert "".join(segment.text for segment in cut) == text
    for index, mark in enumerate(marks):
        assert "".join(segment.text for segment in cut if index in segment.marks) == mark.words


@given(st.text(min_size=1, max_size=60), spans)
def test_every_mark_opens_once_and_closes_once(text, given):
    marks = _marks(text, given)
    cut = list(segments(text, marks))
    for index in range(len(marks)):
        assert sum(index in segment.opens for segment in cut) == 1
        assert sum(index in segment.closes for segment in cut) == 1
    assert all(segment.at == sum(len(one.text) for one in cut[:at]) for at, segment in enumerate(cut))


def test_another_voice_s_telling_of_an_event_has_its_words_marked(tmp_path: Path):
    """The outlet tells of a strike, and a ministry of the killing."""
    (event,) = REPORTS[0].events
    at = REPORTS[0].text.index("killing")
    also = Span(at, at + len("killing"))
    told = replace(event, attribution=None, tolls=(), also=(also,))
    reading = replace(REPORTS[0], events=(told,))
    with ledger_of(tmp_path / "desk.sqlite", [reading]) as ledger, ledger.listing() as listing:
        claims = listing.claims(listing.numbers_of_document(reading.document.id))
        marks = marks_in(reading, claims)
    own, other = (claim.claim for claim in claims)
    assert len(list(claims_in(reading))) == 2
    by_words = {(mark.words, mark.role): mark.claims for mark in marks}
    assert by_words["struck", "trigger"] == (own,)
    assert by_words["killing", "also"] == (other,)
    assert by_words["Missiles", "actor"] == (own, other)
    assert by_words["the Interior Ministry", "source"] == (other,)
