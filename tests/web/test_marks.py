from hypothesis import given
from hypothesis import strategies as st

from sayso.web.marks import Mark, segments

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
