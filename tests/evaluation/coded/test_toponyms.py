from dataclasses import replace

import pytest

from sayso.evaluation.coded.toponyms import Point, Toponym, median_km, score, to_toponyms, toponyms_in
from sayso.evaluation.counts import Counts
from sayso.model import Entity, EntityKind, Mention, MentionKind, Span
from tests import factory

HERE, NEAR, FAR = Point(10.0, 20.0), Point(10.5, 20.5), Point(40.0, -70.0)


def at(start: int, end: int, point: Point | None = HERE, number: int | None = None) -> Toponym:
    return Toponym(span=Span(start, end), point=point, geonames=number)


def test_km_to_is_the_way_over_the_globe():
    assert Point(0.0, 0.0).km_to(Point(0.0, 180.0)) == pytest.approx(20015, abs=1)
    assert HERE.km_to(HERE) == 0


def test_score_counts_names_and_places_apart():
    gold = [at(0, 4), at(10, 14), at(20, 24), at(30, 34, None)]
    given = [at(0, 4, NEAR), at(10, 16, FAR), at(30, 34), at(50, 54)]
    counts = score(gold, given)
    assert counts["name"] == Counts(2, 4, 4)
    assert counts["name overlaps"] == Counts(3, 4, 4)
    assert counts["placed end to end"] == Counts(1, 3, 3)
    assert counts["placed of matched"] == Counts(1, 2, 2)


def test_score_pairs_equal_spans_before_longer_overlaps():
    assert score([at(0, 4)], [at(0, 9), at(0, 4)])["name"].right == 1


def test_median_km_is_the_step_that_half_of_the_names_reach():
    assert median_km(score([at(0, 4), at(9, 12)], [at(0, 4), at(9, 12, FAR)])) == 1
    assert median_km(score([at(0, 4)], [at(0, 4, NEAR)])) == 100


def test_same_number_counts_only_where_both_know_one():
    gold, given = [at(0, 4, number=7), at(9, 12, number=8)], [at(0, 4, number=7), at(9, 12)]
    assert score(gold, given)["same GeoNames number"] == Counts(1, 1, 1)


def test_toponyms_in_takes_mentions_that_name_a_place_with_their_entity():
    entity = Entity(id="e1", name="Orlo", kind=EntityKind.PLACE, geonames=5, latitude=10.0, longitude=20.0)
    mentions = (
        Mention(span=Span(0, 4), kind=MentionKind.PLACE, entity="e1"),
        Mention(span=Span(5, 9), kind=MentionKind.PERSON),
        Mention(span=Span(10, 14), kind=MentionKind.NATIONALITY),
    )
    reading = replace(factory.reading("Orlo Anna Vesh."), mentions=mentions, entities=(entity,))
    assert list(toponyms_in(reading)) == [at(0, 4, number=5), at(10, 14, None)]
    assert len(list(toponyms_in(reading, naming=frozenset({MentionKind.PLACE})))) == 1


def test_to_toponyms_keeps_names_without_coordinates():
    record = {"toponyms": [{"start": 0, "end": 4, "lat": None, "lon": None, "geonameid": "12"}]}
    assert to_toponyms(record) == (at(0, 4, None, 12),)
