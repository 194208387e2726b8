"""What the names of one report tell of one another."""

import numpy as np
import pytest

from sayso.annotate.reader.agreeing import of_one_kind, whole
from sayso.model import Mention, MentionKind, Span

KINDS = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.OTHER)
PERSON, BODY, PLACE = KINDS[:3]


def mentions(text: str, *named: tuple[str, MentionKind]) -> list[Mention]:
    found, at = [], 0
    for name, kind in named:
        at = text.index(name, at)
        found.append(Mention(span=Span(at, at + len(name)), kind=kind))
        at += len(name)
    return found


def agreed(text: str, *named: tuple[str, MentionKind, float]) -> list[MentionKind]:
    """The kinds on which names agree, each read as its kind with some share and else as other kinds."""
    shares = []
    for _, kind, share in named:
        row = np.full(len(KINDS), (1 - share) / (len(KINDS) - 1), dtype=np.float32)
        row[KINDS.index(kind)] = share
        shares.append(row)
    found = mentions(text, *((name, kind) for name, kind, _ in named))
    return [one.kind for one in of_one_kind(text, list(zip(found, shares, strict=True)), KINDS)]


def shown(text: str, *named: tuple[str, MentionKind]) -> list[tuple[str, MentionKind]]:
    return [(one.span.of(text), one.kind) for one in whole(text, mentions(text, *named))]


def test_a_name_is_of_the_kind_that_most_of_its_readings_speak_for():
    text = "Kesh Rovers, Kesh Rovers and Kesh Rovers"
    read = [("Kesh Rovers", BODY, 0.9), ("Kesh Rovers", PLACE, 0.6), ("Kesh Rovers", BODY, 0.9)]
    assert agreed(text, *read) == [BODY, BODY, BODY]


def test_a_single_word_that_is_part_of_no_full_name_is_nobody():
    read = [("Velmaria", PERSON, 0.9), ("Velmaria", PLACE, 0.5)]
    assert agreed("Velmaria urged calm. In Velmaria", *read) == [PLACE, PLACE]


def test_a_surname_that_the_report_tells_is_its_bearer():
    read = [("Ada Kesh", PERSON, 0.9), ("Kesh", PLACE, 0.9)]
    assert agreed("Ada Kesh spoke. Kesh", *read)[0] is PERSON
    read.append(("Kesh", PERSON, 0.5))
    assert agreed("Ada Kesh spoke. Kesh and Kesh", *read) == [PERSON, PERSON, PERSON]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("in Deh-e-Orlo now", [("Deh", PLACE), ("Orlo", PLACE)], [("Deh-e-Orlo", PLACE)]),
        ("the Orlo-based firm", [("Orlo", PLACE)], [("Orlo", PLACE)]),
        ("the Orlo-Kesh road", [("Orlo", PLACE), ("Kesh", PLACE)], [("Orlo", PLACE), ("Kesh", PLACE)]),
    ],
)
def test_a_name_grows_to_the_compound_that_small_words_link(text, found, expected):
    assert shown(text, *found) == expected


def test_a_form_of_address_before_a_name_is_nobody():
    text = "the union's president, Prof. Ada Oro, met Mr. Mayor and King of Orlo"
    found = [("Prof.", PERSON), ("Ada Oro", PERSON), ("Mr.", PERSON), ("King", PERSON), ("Orlo", PLACE)]
    assert shown(text, *found) == [("Ada Oro", PERSON), ("King", PERSON), ("Orlo", PLACE)]


def test_a_capitalised_word_between_two_names_of_people_makes_them_one():
    text = "The survivor, Omar Said Juma, swam home."
    assert shown(text, ("Omar", PERSON), ("Juma", PERSON)) == [("Omar Said Juma", PERSON)]
    titled = "The wife of Omar Senator Juma swam home."
    assert len(shown(titled, ("Omar", PERSON), ("Juma", PERSON))) == 2


@pytest.mark.parametrize(
    ("text", "one", "other", "whole_name"),
    [
        ('Col. Ada "Bear" Kesh swam.', 'Ada "Bear"', "Kesh", 'Ada "Bear" Kesh'),
        ("Ada Kesh “Bear” swam.", "Ada Kesh", "Bear", "Ada Kesh “Bear”"),
    ],
)
def test_a_name_holds_the_nickname_in_quotation_marks(text: str, one: str, other: str, whole_name: str):
    assert shown(text, (one, PERSON), (other, PERSON)) == [(whole_name, PERSON)]


def test_a_quotation_behind_a_name_is_no_nickname():
    text = 'Orlo told Ada "Kesh is gone" again.'
    assert len(shown(text, ("Ada", PERSON), ("Kesh", PERSON))) == 2


def test_what_somebody_is_the_mayor_of_is_a_place():
    assert shown("The mayor of Orlo swam.", ("Orlo", PERSON)) == [("Orlo", PLACE)]
    assert shown("The father of Orlo swam.", ("Orlo", PERSON)) == [("Orlo", PERSON)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Liwa al-Orlo", MentionKind.ARMED_ACTOR),
        ("Lashkar-e-Kesh", MentionKind.ARMED_ACTOR),
        ("Ansar Kesh", BODY),
        ("Velmarian army", MentionKind.ARMED_ACTOR),
        ("Third Brigade", MentionKind.ARMED_ACTOR),
        ("Armed Forces of Velmaria", MentionKind.ARMED_ACTOR),
        ("Ministry of Defence", BODY),
        ("Army Museum", BODY),
    ],
)
def test_a_body_is_armed_where_its_name_says_so(name: str, kind: MentionKind):
    assert shown(name, (name, BODY)) == [(name, kind)]


@pytest.mark.parametrize("text", ["Quendria shelled Kesh.", "Halvora gave way. Halvoran guns fell silent."])
def test_a_name_made_as_those_of_states_is_no_person(text: str):
    assert agreed(text, (text.split()[0], PERSON, 0.9)) == [PLACE]


@pytest.mark.parametrize(
    "text", ["Kabori left. Talks with Kabor failed.", "Maria left. The Marian choir sang."]
)
def test_a_person_is_not_taken_for_a_state(text: str):
    assert agreed(text, (text.split()[0], PERSON, 0.9)) == [PERSON]
