from dataclasses import replace

import pytest

from sayso.annotate.reader.parts import Part, Played
from sayso.evaluation.coded.muc4 import TASK, Incidents, folded, incidents_in, score, to_incidents
from sayso.evaluation.counts import Counts
from sayso.model import Effect, Entity, EntityKind, Mention, MentionKind
from tests.evaluation.coded.made import event, reading, span, toll

TEXT = "Gunmen of the Orlo Front (OF) shot the mayor. The OF burned two buses. A bomb exploded at a bank."


def played(words: str, part: Part, likely: float = 0.9) -> Played:
    return Played(span=span(TEXT, words), part=part, likely=likely)


def incidents(*types: str, neutral: frozenset[str] = frozenset(), **roles: list[set[str]]) -> Incidents:
    known = ("perp_individuals", "perp_orgs", "targets", "victims", "weapons")
    return Incidents(
        roles={role: [frozenset(names) for names in roles.get(role, [])] for role in known},
        types=frozenset(types),
        neutral=neutral,
    )


def types_of(*events) -> frozenset[str]:
    return incidents_in(reading(TEXT, *events, published="1990-02-01"), (), hits=True).types


def test_folded_drops_case_articles_and_punctuation():
    assert folded('The "Orlo Front"\n(OF)') == "orlo front of"


def test_roles_name_each_filler_once():
    parts = [
        played("Gunmen", Part.PERPETRATOR),
        played("Orlo Front", Part.ORGANISATION, 0.6),
        played("OF", Part.ORGANISATION, 0.8),
        played("mayor", Part.VICTIM),
    ]
    front = Entity(id="f", name="Orlo Front", kind=EntityKind.ARMED_ACTOR)
    mentions = tuple(
        Mention(span=span(TEXT, name), kind=MentionKind.ARMED_ACTOR, entity="f")
        for name in ("Orlo Front", "OF")
    )
    told = replace(reading(TEXT), mentions=mentions, entities=(front,))
    found = incidents_in(told, parts, hits=True).roles
    assert found["perp_individuals"] == [{"gunmen"}]
    assert found["perp_orgs"] == [{"of"}]
    assert found["victims"] == [{"mayor"}]


@pytest.mark.parametrize(
    ("words", "mode", "expected"),
    [
        ("exploded", "explosives", "bombing"),
        ("shot", "abduct", "kidnapping"),
        ("burned", "destroy", "arson"),
    ],
)
def test_types_follow_the_modes_of_attacks(words, mode, expected):
    assert types_of(event(TEXT, words, mode=mode, recipients=("mayor",))) == {expected}


def test_an_attack_is_an_incident_where_it_hit_somebody_but_fighters():
    assert types_of(event(TEXT, "shot", mode="firearms", recipients=("mayor",))) == {"attack"}
    assert types_of(event(TEXT, "shot", mode="firearms")) == set()
    harmed = toll(TEXT, "mayor", Effect.KILLED, 1)
    assert types_of(event(TEXT, "shot", mode="firearms", tolls=(harmed,))) == {"attack"}


def test_what_happened_long_ago_is_no_incident():
    assert types_of(event(TEXT, "exploded", mode="explosives", date="1985")) == set()


def test_there_is_no_incident_where_nobody_is_hit():
    told = reading(TEXT, event(TEXT, "exploded", mode="explosives"))
    assert incidents_in(told, (), hits=False).types == set()


def test_score_pairs_fillers_one_to_one_and_strictly():
    gold = incidents(victims=[{"mayor", "mayor of orlo"}, {"teacher"}])
    given = incidents(victims=[{"mayor"}, {"mayor of orlo"}, {"teacher", "nurse"}])
    assert score(gold, given)["victims"] == Counts(1, 3, 2)


def test_score_neither_asks_for_neutral_types_nor_punishes_them():
    gold = incidents("bombing", neutral=frozenset({"attack"}))
    assert score(gold, incidents("bombing", "attack", "arson"))["types"] == Counts(1, 2, 1)


def test_to_incidents_folds_the_fillers_of_the_gold():
    record = {
        "ree": {role: [] for role in ("perp_individuals", "perp_orgs", "targets", "weapons")}
        | {"victims": [["The Mayor", "A. Orlo"]]},
        "incident_types": ["attack"],
        "incident_types_allowed": ["attack", "bombing"],
    }
    gold = to_incidents(record)
    assert gold.roles["victims"] == [{"mayor", "orlo"}]
    assert (gold.types, gold.neutral) == ({"attack"}, {"bombing"})
    assert TASK.figures[0].of(score(gold, gold)) == 1.0
