"""Names found by tables, capitals and cue words."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.mentions import annotator, mentions_in
from sayso.annotate.places import GazetteerOptions, shared
from sayso.annotate.sentences import sentences_in
from sayso.model import Dateline, MentionKind, Span
from tests import factory

OPTIONS = GazetteerOptions(additions=(Path(__file__).parent / "invented.csv",))


def _names(text: str) -> list[tuple[str, str]]:
    reading = replace(factory.reading(text), sentences=tuple(sentences_in(text)))
    found = mentions_in(reading, gazetteer=shared(OPTIONS))
    return [(mention.span.of(text), mention.kind.value) for mention in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mayor Dario Venn met residents.", [("Dario Venn", "person")]),
        ("Colonel Venn told them to leave.", [("Venn", "person")]),
        ("They asked Oszkar Brell, 34, to sign.", [("Oszkar Brell", "person")]),
        ("The Ministry of Trade and Industry said so.", [("Ministry of Trade and Industry", "organisation")]),
        ("He works for Orlo Shipping Ltd in Brackwater.",
         [("Orlo Shipping Ltd", "organisation"), ("Brackwater", "place")]),
        ("The United Nations and the U.N. met.",
         [("United Nations", "organisation"), ("U.N.", "organisation")]),
        ("Velmarian troops left Orlo.", [("Velmarian troops", "armed_actor"), ("Orlo", "place")]),
        ("The Velmarian Armed Forces fired.", [("Velmarian Armed Forces", "armed_actor")]),
        ("Velmarian border guards fled.", [("Velmarian border guards", "armed_actor")]),
        ("Velmarian farmers fled.", [("Velmarian", "nationality")]),
        ("Orlo's mayor fled to Tessandra province.", [("Orlo", "place"), ("Tessandra", "place")]),
        ("The shell hit Brackwater Hospital.", [("shell", "weapon"), ("Brackwater Hospital", "facility")]),
        ("A car bomb killed three.", [("car bomb", "weapon")]),
        ("The Taliban and al-Qaeda denied it.", [("Taliban", "armed_actor"), ("al-Qaeda", "armed_actor")]),
        ("Israel-Lebanon talks began.", [("Israel", "place"), ("Lebanon", "place")]),
        ("Moscow-based traders left.", [("Moscow", "place")]),
    ],
)  # fmt: skip
def test_mentions_of_a_sentence(text: str, names: list[tuple[str, str]]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Police fired on the crowd.",
        "Reading and nice things were mobile.",
        "On Monday, March 3, it rained.",
        "Who told us that it is so?",
        "It said the Government would fall.",
    ],
)
def test_mentions_leave_ordinary_words_alone(text: str) -> None:
    assert _names(text) == []


def test_mentions_in_capitals_go_by_tables_and_gazetteer() -> None:
    assert _names("U.S. SENDS AID TO ORLO AS THOSE WHO WARNED ISRAEL TELL US") == [
        ("U.S.", "place"),
        ("ORLO", "place"),
        ("ISRAEL", "place"),
    ]
    assert ("VELMARIAN TROOPS", "armed_actor") in _names("VELMARIAN TROOPS ENTER BRACKWATER VILLAGE BY NIGHT")


def test_mentions_in_a_headline_take_no_ordinary_word_for_a_name() -> None:
    assert _names("Rebels Seize Key Bridge Near Orlo After Heavy Fighting") == [("Orlo", "place")]


def test_mentions_know_a_surname_again() -> None:
    text = "Aldo Queb spoke first. Later Queb left."
    assert _names(text) == [("Aldo Queb", "person"), ("Queb", "person")]


def test_mentions_take_the_place_of_the_dateline() -> None:
    text = "ORLO, 3 May -- It rained."
    reading = factory.reading(text, dateline=Dateline(place="ORLO", span=Span(0, 15)))
    assert [mention.span for mention in mentions_in(reading, gazetteer=shared(OPTIONS))] == [Span(0, 4)]


def test_mentions_take_the_places_of_a_dateline_apart() -> None:
    text = "ORLO, Velmaria (AP) -- Shells fell."
    dateline = Dateline(place="ORLO, Velmaria", span=Span(0, 22))
    reading = factory.reading(text, dateline=dateline)
    found = mentions_in(reading, gazetteer=shared(OPTIONS))
    assert [one.span.of(text) for one in found] == ["ORLO", "Velmaria"]


def test_annotator_changes_only_mentions() -> None:
    reading = replace(factory.reading("Orlo fell."), sentences=(Span(0, 10),))
    (fuller,) = annotator(OPTIONS).annotate([reading])
    assert [mention.kind for mention in fuller.mentions] == [MentionKind.PLACE]
    assert replace(fuller, mentions=()) == reading


@given(
    st.text(
        alphabet=st.one_of(
            st.characters(exclude_categories=["Cs"]), st.sampled_from("ABCabc .,-'’\"\n()0123Orlo")
        ),
        max_size=200,
    )
)
def test_mentions_of_any_text_slice_back_and_never_overlap(text: str) -> None:
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),) if text else ())
    found = mentions_in(reading, gazetteer=shared(OPTIONS))
    assert all(mention.span.of(text).strip() == mention.span.of(text) != "" for mention in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(st.lists(st.sampled_from(
    "Orlo the Velmarian troops President Venn Aldo of Ministry and U.S. - , . al- Bank ' said in 34".split()
), max_size=25))  # fmt: skip
def test_mentions_of_any_order_of_telling_words_never_raise(words: list[str]) -> None:
    text = " ".join(words)
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),) if text else ())
    assert all(mention.span.end <= len(text) for mention in mentions_in(reading, gazetteer=shared(OPTIONS)))
