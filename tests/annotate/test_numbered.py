from dataclasses import replace

import pytest

from sayso.annotate.mentions.numbered import numbered_in, with_numbered
from sayso.model import Mention, MentionKind, Span
from tests.factory import reading


def numbered(text: str) -> list[tuple[str, MentionKind]]:
    return [(one.span.of(text), one.kind) for one in numbered_in(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Men of the 14th Kesh Brigade fled.", "14th Kesh Brigade"),
        ("the 3rd Guards Tank Army advanced", "3rd Guards Tank Army"),
        ("THE 9TH MECHANISED BRIGADE WITHDREW", "9TH MECHANISED BRIGADE"),
        ("the base of Light Infantry Battalion 233", "Light Infantry Battalion 233"),
        ("a patrol from 2nd Kandak", "2nd Kandak"),
        ("the army's 55th artillery brigade", "55th artillery brigade"),
    ],
)
def test_a_formation_with_its_number_bears_arms(text, name):
    assert numbered(text) == [(name, MentionKind.ARMED_ACTOR)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("shot near checkpoint 12 on Tuesday", "checkpoint 12"),
        ("Rebels closed Highway 9.", "Highway 9"),
        ("traffic on the M6 motorway", "M6 motorway"),
        ("SHELLS HIT SCHOOL NO. 5 AT DAWN", "SCHOOL NO. 5"),
    ],
)
def test_a_site_with_its_number_is_a_place(text, name):
    assert numbered(text) == [(name, MentionKind.FACILITY)]


@pytest.mark.parametrize(
    "text",
    [
        "At the checkpoint 12 soldiers died.",
        "Orlo play in the Third Division.",
        "the second army to cross",
        "School opened 5 days late.",
    ],
)
def test_a_number_that_counts_or_ranks_names_nothing(text):
    assert numbered(text) == []


def test_a_formation_takes_the_place_of_a_name_within_it_and_yields_to_one_around_it():
    text = "The 14th Kesh Brigade and the Orlo 2nd Battalion Fund"
    read = replace(reading(text), sentences=(Span(0, len(text)),))
    short, long = (
        Span(text.index(name), text.index(name) + len(name)) for name in ("Kesh", "Orlo 2nd Battalion Fund")
    )
    mentions = with_numbered(
        read, [Mention(span=short, kind=MentionKind.PLACE), Mention(span=long, kind=MentionKind.ORGANISATION)]
    )
    assert [one.span.of(text) for one in mentions] == ["14th Kesh Brigade", "Orlo 2nd Battalion Fund"]
