from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.sentences import sentences_in
from sayso.model import Span


def words(text: str) -> list[str]:
    return [span.of(text) for span in sentences_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Oro fled. He left.", ["Gen. Oro fled.", "He left."]),
        ("Orlo fell on Oct. 14. It burned.", ["Orlo fell on Oct. 14.", "It burned."]),
        ("The U.S. Navy left. J. K. Oro stayed.", ["The U.S. Navy left.", "J. K. Oro stayed."]),
        ('"We left." He wept.', ['"We left."', "He wept."]),
        ("“We left.” “We wept,” he said.", ["“We left.”", "“We wept,” he said."]),
        (
            "Shelling in Orlo\n\nORLO (Tessera) -- Two died.",
            ["Shelling in Orlo", "ORLO (Tessera) -- Two died."],
        ),
        ("Shelling in Orlo\nBy Ana Oro\nTwo died.", ["Shelling in Orlo", "By Ana Oro", "Two died."]),
        ("Two died in the\n   shelling of Orlo.", ["Two died in the\n   shelling of Orlo."]),
        ("TWO DIED. THE ARMY DENIED IT.", ["TWO DIED.", "THE ARMY DENIED IT."]),
        ("It cost 1.5 million. Why?", ["It cost 1.5 million.", "Why?"]),
        ("They came at 2 a.m. The mill burned.", ["They came at 2 a.m.", "The mill burned."]),
        ("He fled to the U.K. In Orlo two died.", ["He fled to the U.K.", "In Orlo two died."]),
        ("Rep. A.B. Kone and “Sen. J.D.” Oro met.", ["Rep. A.B. Kone and “Sen. J.D.” Oro met."]),
        ("Ana of the O.B.I. Police left.", ["Ana of the O.B.I.", "Police left."]),
        ("She left Orlo, D.C. Oro stayed.", ["She left Orlo, D.C.", "Oro stayed."]),
        ("They follow J.D. He leads.", ["They follow J.D.", "He leads."]),
        ("At 2 a.m. Oro fled. Gen. He left.", ["At 2 a.m. Oro fled.", "Gen. He left."]),
    ],
)
def test_sentences_in_splits_as_a_reader_would(text: str, expected: list[str]):
    assert words(text) == expected


def test_sentences_in_leaves_the_dateline_out():
    text = "Headline\n\nORLO, 3 May (Tessera) -- Two died. One fled."
    skip = Span(text.index("ORLO"), text.index("Two"))
    assert [span.of(text) for span in sentences_in(text, skip=skip)] == ["Headline", "Two died.", "One fled."]


@given(st.text(alphabet=st.sampled_from("aB.!?\n \"“”'(1é𝔄\u2028")))
def test_sentences_in_are_ordered_apart_and_cover_every_letter(text: str):
    spans = list(sentences_in(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {position for span in spans for position in range(span.start, span.end)}
    assert all(position in covered for position, letter in enumerate(text) if not letter.isspace())


def test_sentences_in_splits_text_without_capitals_and_pasted_paragraphs():
    assert words("two men died in orlo. the army denied it.") == [
        "two men died in orlo.",
        "the army denied it.",
    ]
    assert words("He was jailed.But the court freed him.") == ["He was jailed.", "But the court freed him."]


@pytest.mark.parametrize("mark", ["; ", ", ", " ", ""])
def test_sentences_in_cuts_what_no_stop_ends_where_a_clause_or_a_word_ends(mark: str):
    text = f"two were hurt{mark}" * 2_000
    spans = list(sentences_in(text))
    assert max(map(len, spans)) <= 4_000
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")
    if mark.strip():
        assert all(span.of(text).endswith(mark.strip()) for span in spans)


def test_sentences_in_leaves_a_long_sentence_whole():
    text = "Two were hurt, " * 200 + "he said."
    assert words(text) == [text]


def test_a_long_row_of_spaces_is_read_at_once():
    gap = " " * 100_000
    assert words(f"Two died.{gap}One fled.\n{gap}\nIt burned.") == ["Two died.", "One fled.", "It burned."]
