"""What stands in a sentence."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.inside import mentions_inside, spans_inside, words_inside
from sayso.annotate.words import words_in, words_of
from sayso.model import Mention, MentionKind, Span


def spans_apart(cuts: list[int]) -> list[Span]:
    """Spans in order, none overlapping, between every other pair of cuts."""
    ordered = sorted(set(cuts))
    return [Span(start, end) for start, end in zip(ordered[::2], ordered[1::2], strict=False)]


@given(st.lists(st.integers(0, 60)), st.integers(0, 60), st.integers(1, 30))
def test_spans_inside_are_those_that_the_sentence_holds(cuts: list[int], start: int, length: int):
    spans, sentence = spans_apart(cuts), Span(start, start + length)
    assert list(spans_inside(spans, sentence)) == [span for span in spans if sentence.holds(span)]


def test_mentions_inside_are_those_of_one_sentence():
    mentions = [Mention(span=Span(at, at + 3), kind=MentionKind.PERSON) for at in (0, 10, 20)]
    assert list(mentions_inside(mentions, Span(8, 22))) == mentions[1:2]


def test_words_inside_are_numbered_by_where_they_begin():
    words = list(words_in("Ana Oro left Orlo."))
    assert [words[at].text for at in words_inside(words, Span(4, 12))] == ["Oro", "left"]


@given(st.text(max_size=80))
def test_words_of_are_the_words_in_the_sentence(text: str):
    sentence = Span(0, len(text)) if text else None
    if sentence is not None:
        assert list(words_of(text, sentence)) == list(words_in(text))


def test_words_of_a_sentence_as_long_as_a_file_are_not_remembered():
    text = "ORLO " * 2000
    assert words_of(text, Span(0, len(text))) is not words_of(text, Span(0, len(text)))
    assert words_of(text, Span(0, 400)) is words_of(text, Span(0, 400))
