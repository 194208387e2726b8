import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims import Contexts
from sayso.claims.context import LONGEST
from sayso.model import Span
from tests.exports.strategies import TEXTS, spans

TEXT = "  Talks in Orlo.\nNo one came. Rain fell.  \n\nShelling"


def words(evidence: str, sentences: list[str]) -> str:
    found = [Span(TEXT.index(sentence), TEXT.index(sentence) + len(sentence)) for sentence in sentences]
    start = TEXT.index(evidence)
    return Contexts(TEXT, found).of(Span(start, start + len(evidence))).of(TEXT)


@pytest.mark.parametrize(
    ("evidence", "sentences", "context"),
    [
        ("Rain", ["Talks in Orlo.", "No one came.", "Rain fell."], "Rain fell."),
        ("Rain", ["Rain fell.", "No one came."], "Rain fell."),
        ("Rain", [], "No one came. Rain fell."),
        ("Rain", ["No one came."], "No one came. Rain fell."),
        ("came. Rain", ["No one came.", "Rain fell."], "No one came. Rain fell."),
        ("Orlo.\nNo", ["Talks in Orlo."], "Talks in Orlo.\nNo one came. Rain fell."),
        ("Shelling", [], "Shelling"),
        ("  Talks", [], "  Talks"),
    ],
)
def test_context_is_the_sentence_or_else_the_lines(evidence, sentences, context):
    assert words(evidence, sentences) == context


def test_context_in_a_text_without_breaks_is_a_window():
    text = "shell " * LONGEST
    context = Contexts(text, [Span(0, len(text))]).of(Span(6_000, 6_005))
    assert context.holds(Span(6_000, 6_005))
    assert len(context) <= LONGEST


@given(st.data(), TEXTS)
def test_context_always_holds_the_evidence(data, text):
    sentences = data.draw(st.lists(spans(text), max_size=4))
    evidence = data.draw(spans(text))
    context = Contexts(text, sentences).of(evidence)
    assert context.holds(evidence)
    assert context.end <= len(text)
