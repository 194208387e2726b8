from dataclasses import replace

import pytest

from sayso.evaluation.coded.plover import Coded, coded_in, first_of, score, to_coded
from sayso.evaluation.counts import Counts
from sayso.model import Argument, Entity, EntityKind, Event, EventType, Reading, Span
from tests import factory

TEXT = "Orland attacked Vesh beside the League."
ENTITIES = (
    Entity(id="o", name="Orland", kind=EntityKind.COUNTRY, country="ORL"),
    Entity(id="v", name="Vesh", kind=EntityKind.COUNTRY, country="VES"),
    Entity(id="l", name="League", kind=EntityKind.ORGANISATION, sector="IGO"),
)
ORLAND, VESH, LEAGUE = (
    Argument(span=Span(TEXT.index(name), TEXT.index(name) + len(name)), entity=id)
    for name, id in (("Orland", "o"), ("Vesh", "v"), ("League", "l"))
)


def told(*events: Event) -> Reading:
    return replace(factory.reading(TEXT), events=events, entities=ENTITIES)


def event(type_: EventType, **parties: tuple[Argument, ...]) -> Event:
    return Event(trigger=Span(7, 15), type=type_, **parties)


def test_coded_in_gives_types_and_countries():
    (coded,) = coded_in(told(event(EventType.ASSAULT, actors=(ORLAND,), recipients=(VESH,))))
    assert coded == Coded(type="ASSAULT", actors=frozenset({"ORL"}), recipients=frozenset({"VES"}))


def test_coded_in_calls_a_body_of_many_countries_igo():
    (coded,) = coded_in(told(event(EventType.AID, actors=(LEAGUE,))))
    assert coded.actors == frozenset({"IGO"})


def test_coded_in_puts_all_parties_of_a_mutual_event_on_both_sides():
    (coded,) = coded_in(told(event(EventType.AGREE, actors=(ORLAND, VESH))))
    assert coded.actors == coded.recipients == frozenset({"ORL", "VES"})


def test_coded_in_codes_a_party_without_a_country_by_the_place_or_the_other_party():
    rebels = Argument(span=Span(7, 15))
    (by_place,) = coded_in(told(event(EventType.ASSAULT, actors=(rebels,), places=(VESH,))))
    (domestic,) = coded_in(told(event(EventType.ASSAULT, actors=(rebels,), recipients=(VESH,))))
    assert by_place.actors == by_place.recipients == domestic.actors == frozenset({"VES"})


def test_coded_in_lets_nobody_bear_what_he_does():
    (coded,) = coded_in(told(event(EventType.ASSAULT, actors=(ORLAND,), recipients=(ORLAND, VESH))))
    assert coded.recipients == frozenset({"VES"})


def test_first_of_takes_what_is_told_first():
    assert first_of(iter([Coded(type="AID"), Coded(type="ASSAULT")])) == [Coded(type="AID")]
    assert first_of(iter([])) == []


def test_coded_in_leaves_out_what_plover_has_no_type_for():
    assert list(coded_in(told(event(EventType.OTHER)))) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            {"event": "DEMAND", "actor": [{"country": "ORL"}], "recipient": [], "mode": "detain"},
            Coded(type="REQUEST", actors=frozenset({"ORL"}), mode="arrest"),
        ),
        (
            {"events": [{"event": "AID", "actor": "ORLGOV", "recipient": "---"}]},
            Coded(type="AID", actors=frozenset({"ORL"})),
        ),
    ],
)
def test_to_coded_reads_both_forms_of_gold(row, expected):
    assert to_coded(row) == (expected,)


def test_to_coded_knows_what_cannot_be_compared():
    assert to_coded({"events": [{"event": None, "actor": "ORL", "recipient": None}]}) is None
    assert score(None, [Coded(type="AID")]) == {}


def test_score_counts_events_and_parties_as_multisets():
    gold = [Coded(type="AID", actors=frozenset({"ORL"})), Coded(type="AID")]
    given = [Coded(type="AID"), Coded(type="AID"), Coded(type="AID")]
    counts = score(gold, given)
    assert counts["event"] == Counts(2, 3, 2)
    assert counts["actor country"] == Counts(1, 3, 2)


def test_score_counts_modes_only_where_the_gold_has_one():
    gold = [Coded(type="ASSAULT", mode="drone"), Coded(type="AID")]
    assert score(gold, gold)["mode, where coded"] == Counts(1, 1, 1)
    assert "mode, where coded" not in score(gold[1:], gold)
