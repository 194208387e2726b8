from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.offices import ANNOTATOR, offices_in
from sayso.annotate.offices.titles import BEFORE_TITLE, BODIES, DOMAINS, PORTFOLIOS, RANKS, TITLES
from sayso.annotate.sentences import sentences_in
from sayso.model import Mention, MentionKind, Span
from tests import factory


def mentions(text: str, *people: str, bodies: tuple[str, ...] = ()) -> tuple[Mention, ...]:
    kinds = [(name, MentionKind.PERSON) for name in people] + [
        (name, MentionKind.ORGANISATION) for name in bodies
    ]
    found = ((text.index(name), name, kind) for name, kind in kinds)
    return tuple(Mention(span=Span(at, at + len(name)), kind=kind) for at, name, kind in found)


def offices(text: str, *people: str, bodies: tuple[str, ...] = ()) -> list[tuple[str, str, str | None]]:
    """Each office as the words for person, title and body."""
    found = offices_in(text, tuple(sentences_in(text)), mentions(text, *people, bodies=bodies))
    return [(one.person.of(text), one.title.of(text), one.of.of(text) if one.of else None) for one in found]


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("President Ana Oro left.", "President", None),
        ("Foreign Minister Ana Oro of Orland left.", "Foreign Minister", "Orland"),
        ("Orlandish Foreign Minister Ana Oro left.", "Foreign Minister", "Orlandish"),
        ("The African Union envoy, Ana Oro, left.", "envoy", "African Union"),
        ("Orland's deputy prime minister, Ana Oro, left.", "deputy prime minister", "Orland"),
        ("Ana Oro, the mayor of Orlo, left.", "mayor", "Orlo"),
        ("Ana Oro, 52, mayor of the Vessian city Orlo said so.", "mayor", "Vessian city Orlo"),
        ("Ana Oro, spokeswoman for the Orlo Port Authority, left.", "spokeswoman", "Orlo Port Authority"),
        ("Ana Oro, the prefect of Orlo, left.", "prefect", "Orlo"),
        ("Ana Oro, who commands the Orlo Guard, left.", "commands", "Orlo Guard"),
        ("Junta spokesman General Ana Oro left.", "spokesman", "Junta"),
        ("Ana Oro, a community leader, left.", "community leader", None),
        ("Junta Secretary General Ana Oro left.", "Secretary General", "Junta"),
        ("Ana Oro, Orlo Guard commander, left.", "commander", "Orlo Guard"),
        ("The head of the Orlo Red Star, Ana Oro, left.", "head", "Orlo Red Star"),
        (
            "He met Head of the Executive Power of Orlo city Ana Oro.",
            "Head of the Executive Power",
            "Orlo city",
        ),
        ("US Secretary of State Ana Oro left.", "Secretary of State", "US"),
        ("Minister for the North Ana Oro left.", "Minister for the North", None),
        ("Ana Oro, who heads the Orlo Council, left.", "heads", "Orlo Council"),
        ("Ana Oro was elected president of the Orlo Bank.", "president", "Orlo Bank"),
        (
            "Orland's foreign ministry spokesperson, Ana Oro, left.",
            "spokesperson",
            "Orland's foreign ministry",
        ),
        ("The hospital director, Ana Oro, left.", "director", "hospital"),
        ("Col. Ana Oro left.", "Col.", None),
        ("Lt. Gen. Ana Oro left.", "Lt. Gen.", None),
        ("Humanitarian Coordinator Ana Oro left.", "Humanitarian Coordinator", None),
        ("ORLO COUNCIL LEADER ANA ORO LEFT.", "LEADER", "ORLO COUNCIL"),
    ],
)
def test_offices_in_reads_title_and_body_before_and_after_a_name(text: str, title: str, body: str | None):
    name = "ANA ORO" if text.isupper() else "Ana Oro"
    bodies = ("ORLO COUNCIL",) if text.isupper() else ()
    assert offices(text, name, bodies=bodies) == [(name, title, body)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Oro left.",
        "The mayor left. Ana Oro stayed.",
        "Ana Oro met the mayor of Orlo.",
        "According to Ana Oro, the minister did not come.",
        "Ministers, Ana Oro said, must go.",
    ],
)
def test_offices_in_leaves_out_titles_that_are_not_said_of_the_person(text: str):
    assert offices(text, "Ana Oro") == []


def test_offices_in_names_a_spokesman_by_the_office_and_not_by_the_rank():
    text = "Defence Ministry spokesman Col. Rem Tov left."
    assert offices(text, "Rem Tov", bodies=("Defence Ministry",)) == [
        ("Rem Tov", "spokesman", "Defence Ministry")
    ]


def test_offices_in_says_each_office_of_a_person_once_and_fullest():
    text = "Mayor Oro left. Ana Oro, mayor of Orlo, is back. Mayor Oro rests."
    assert offices(text, "Ana Oro") == [("Ana Oro", "mayor", "Orlo")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("orland chief minister rem tovi spoke.", [("rem tovi", "chief minister", "orland")]),
        ("INTERIOR MINISTER REM TOVI SAID NO.", [("REM TOVI", "INTERIOR MINISTER", None)]),
    ],
)
def test_offices_in_finds_names_that_only_the_title_tells(text: str, expected: list[object]):
    assert offices(text) == expected


def test_annotator_reads_people_from_the_mentions():
    text = "Mayor Ana Oro left."
    reading = replace(
        factory.reading(text), sentences=tuple(sentences_in(text)), mentions=mentions(text, "Ana Oro")
    )
    (read,) = ANNOTATOR.annotate([reading])
    assert [(one.person, one.title, one.of) for one in read.offices] == [(Span(6, 13), Span(0, 5), None)]


def test_titles_are_lower_case_words():
    for table in (RANKS, TITLES, BEFORE_TITLE, DOMAINS, PORTFOLIOS, BODIES):
        assert all(word == word.lower() and " " not in word for word in table)
    assert RANKS | PORTFOLIOS <= TITLES


_WORDS = st.sampled_from(
    "Ana Oro , . the of and who heads was President minister Gen. Orlo 's ( ) mayor for ORO 42".split()
)


@given(st.one_of(st.text(), st.lists(_WORDS, max_size=30).map(" ".join)), st.data())
def test_offices_in_never_raises_and_every_span_is_inside_a_sentence(text: str, data: st.DataObject):
    sentences = tuple(sentences_in(text))
    spans = [
        Span(sentence.start + a, sentence.start + b)
        for sentence in sentences[:3]
        if len(sentence) > 1
        for a, b in [sorted(data.draw(st.tuples(*[st.integers(0, len(sentence))] * 2)))]
        if a < b
    ]
    people = tuple(Mention(span=span, kind=MentionKind.PERSON) for span in spans)
    for office in offices_in(text, sentences, people):
        pinned = [office.person, office.title, *([office.of] if office.of else [])]
        assert all(any(sentence.holds(span) for sentence in sentences) for span in pinned)
        assert not office.person.overlaps(office.title)


def test_a_name_that_ends_the_body_holds_no_office():
    assert offices("A spokesman for the army of Orlo told reporters.", "Orlo") == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lt. Gen. (retd) Ana Oro left.", "Lt. Gen."),
        ("DIG (Operations) Ana Oro left.", "DIG"),
        ("District Police Officer (DPO) Ana Oro left.", "District Police Officer"),
        ("Inspector-General of Police Ana Oro left.", "Inspector-General of Police"),
        ("Assistant Sub-Inspector Ana Oro left.", "Assistant Sub-Inspector"),
        ("Vice-President-elect Ana Oro left.", "Vice-President-elect"),
        ("ex-minister Ana Oro left.", "ex-minister"),
        ("Retired General Ana Oro left.", "Retired General"),
        ("Caretaker Prime Minister Ana Oro left.", "Caretaker Prime Minister"),
        (
            "Special Representative of the Secretary-General Ana Oro left.",
            "Special Representative of the Secretary-General",
        ),
    ],
)
def test_offices_in_reads_titles_of_many_services_whole(text: str, title: str):
    assert offices(text, "Ana Oro") == [("Ana Oro", title, None)]


def test_offices_in_takes_an_acronym_in_small_letters_for_no_police_rank():
    assert offices("The sp Ana Oro left.", "Ana Oro") == []


def test_offices_in_gives_nobody_the_office_of_who_is_named_next():
    found = offices("We saw Ana Oro, Kesh mayor Ivo Tal and others.", "Ana Oro", "Ivo Tal")
    assert found == [("Ivo Tal", "mayor", "Kesh")]


def test_offices_in_takes_a_title_that_was_read_as_a_name_for_nobody():
    assert offices("The Secretary of State left.", "Secretary of State") == []


def test_offices_in_ends_a_body_where_somebody_is_named():
    found = offices("Gen. Ivo Tal of the Kesh Guard met Ana Oro of the army.", "Ivo Tal", "Ana Oro")
    assert found == [("Ivo Tal", "Gen.", "Kesh Guard")]


def test_offices_in_takes_what_somebody_did_for_no_body():
    found = offices("Former officer Ivo Tal was jailed. He was convicted officer of beating Ana.", "Ivo Tal")
    assert found == [("Ivo Tal", "Former officer", None)]
