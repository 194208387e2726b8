from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.reader.words import Case, bare, case_of, windows_over, words_of
from sayso.annotate.sentences import sentences_in
from sayso.model import Span
from tests.annotate.reader.made import tokenizer

TEXT = "ORLO, May 3 - Tervan's army shelled Kesh.\n\nThe mayor, Ada Oro, said 12 people died. She wept."


def words(text: str = TEXT):
    return words_of(text, list(sentences_in(text)), tokenizer=tokenizer())


def test_words_stand_where_the_text_has_them():
    made = words()
    assert [TEXT[s:e] for s, e in zip(made.starts, made.ends, strict=True)][:8] == [
        *["ORLO", ",", "May", "3", "-", "Tervan", "'", "s"]
    ]


def test_a_paragraph_is_marked_once_between_its_words():
    made = words()
    marks = np.flatnonzero(made.cases == Case.PARAGRAPH)
    assert len(marks) == 1
    following = int(np.searchsorted(made.first, marks[0]))
    assert TEXT[made.starts[following] : made.ends[following]] == "The"


def test_a_wrapped_line_is_no_paragraph():
    assert Case.PARAGRAPH not in words("Shells fell\non Kesh.").cases


def test_breaks_are_the_pieces_at_which_sentences_begin():
    made = words()
    begun = {int(made.starts[np.searchsorted(made.first, at)]) for at in made.breaks}
    assert begun == {0, TEXT.index("The mayor"), TEXT.index("She")}


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("said", Case.LOWER),
        ("Orlo", Case.INITIAL),
        ("A", Case.INITIAL),
        ("ORLO", Case.CAPITALS),
        ("McOro", Case.MIXED),
        ("1,200".replace(",", ""), Case.DIGITS),
        ("“", Case.MARK),
        ("12th", Case.LOWER),
        ("東京", Case.OTHER),
    ],
)
def test_case_of(word: str, case: Case):
    assert case_of(word) is case


@given(st.lists(st.text("ab. \n", min_size=1, max_size=40), max_size=12), st.integers(9, 30))
def test_windows_cover_every_piece_in_order(pieces: list[str], longest: int):
    made = words(" ".join(pieces))
    windows = list(windows_over(made, longest=longest, overlap=2))
    assert windows[0].start == 0
    assert windows[-1].end == len(made.pieces)
    assert all(window.end - window.start <= longest for window in windows)
    for one, other in pairwise(windows):
        assert one.start < other.start <= one.end < other.end


@given(st.text(max_size=80))
def test_words_of_any_text_are_sound(text: str):
    made = words(text)
    assert all(0 <= s < e <= len(text) for s, e in zip(made.starts, made.ends, strict=True))
    assert len(made.pieces) == len(made.cases)


def test_within_gives_the_words_that_characters_touch():
    made = words()
    start = TEXT.index("Ada Oro")
    first, end = made.within(start, start + len("Ada Oro"))
    assert made.span(first, end).of(TEXT) == "Ada Oro"


@pytest.mark.parametrize(
    ("text", "left"),
    [("Orlo's", "Orlo"), ("Orlo’s", "Orlo"), ("rebels'", "rebels"), ("Orlo", "Orlo"), ("'s", "'s")],
)
def test_bare_takes_off_a_closing_possessive(text, left):
    assert bare(text, Span(0, len(text))).of(text) == left
