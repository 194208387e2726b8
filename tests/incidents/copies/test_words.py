import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.incidents.copies.words import fingerprints, shingles_of, spans_of_units, struck, word_spans, worded
from sayso.incidents.kept.postings import Postings

word = st.sampled_from([f"w{number}" for number in range(200)])


@given(st.lists(word, max_size=40), st.lists(word, min_size=12, max_size=12), st.lists(word, max_size=40))
def test_twelve_words_in_a_row_always_share_a_fingerprint(before, run, after):
    one, other = " ".join([*before, *run]), " ".join([*run, *after])
    assert np.intersect1d(fingerprints(worded(one)), fingerprints(worded(other))).size


@given(st.text())
def test_every_word_has_a_place_in_the_text(text):
    wording = worded(text)
    assert len(word_spans(text)) == len(wording.words) == len(wording.quoted) == wording.bounds[-1]
    assert len(wording.units) == len(wording.bounds) - 1


def test_words_between_quotation_marks_are_known():
    wording = worded("The mayor said: “We are not afraid.” Nobody answered “him”.")
    quoted = [text for text, inside in zip(wording.words, wording.quoted, strict=True) if inside]
    assert len(quoted) == 5


def test_lines_that_differ_only_in_digits_share_a_key():
    one, other = worded("Posted at 5:10 on 3 March"), worded("Posted at 17:45 on 12 March")
    assert (one.units == other.units).all()


def test_struck_takes_the_fragments_between_boilerplate_lines():
    text = "A line of the story stands alone.\nAll of this is our own notice. Since 1931.\nTerms of use"
    wording = worded(text)
    known = np.sort(wording.units[[1, 3]])
    gone = struck(wording.units, wording.units, boilerplate=known)
    assert gone.tolist() == [False, True, True, True]
    assert spans_of_units(text, wording, gone)[-1].of(text) == "Terms of use"
    assert len(shingles_of(wording, without=gone)) == 3


def test_postings_tell_holders_over_many_additions():
    postings = Postings()
    for number in range(40):
        postings.add([np.array([1, 100 + number], dtype=np.uint64)], [number])
    keys = np.array([1, 105, 999], dtype=np.uint64)
    assert postings.counts(keys).tolist() == [40, 1, 0]
    assert dict(postings.by_key(keys)) == {1: list(range(40)), 105: [5], 999: []}
