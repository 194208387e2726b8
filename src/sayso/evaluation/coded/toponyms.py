"""Place names with coordinates: which words name a place, and how far from it the reading puts them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from sayso.evaluation.counts import Counts, Score, f1, recall
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.spans import shared
from sayso.evaluation.task import Figure, Task, each_document
from sayso.model import Entity, MentionKind, Reading, Span

_EARTH_KM = 6371.0088
# The distance at which the field calls a place right (100 miles).
_NEAR_KM = 161
# Error is kept as counts of these steps, so that a median follows from counts that add up.
_STEPS_KM = (1, 2, 5, 10, 20, 30, 40, 50, 75, 100, 161, 300, 1000, 3000, 10000, 20038)
_NAMING = frozenset({MentionKind.PLACE, MentionKind.NATIONALITY})


@dataclass(frozen=True, slots=True)
class Point:
    """A latitude and a longitude, in degrees."""

    latitude: float
    longitude: float

    def km_to(self, other: "Point") -> float:
        """The distance over the globe."""
        here, there = radians(self.latitude), radians(other.latitude)
        apart = sin((there - here) / 2) ** 2
        apart += cos(here) * cos(there) * sin(radians(other.longitude - self.longitude) / 2) ** 2
        return 2 * _EARTH_KM * asin(min(1, sqrt(apart)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """Words that name a place, with where it lies and its number in GeoNames, as far as these are known."""

    span: Span
    point: Point | None
    geonames: int | None = None


def to_toponyms(record: Record) -> tuple[Toponym, ...]:
    """The toponyms of a gold record."""
    return tuple(
        Toponym(
            span=Span(one["start"], one["end"]),
            point=None if one["lat"] is None else Point(one["lat"], one["lon"]),
            geonames=int(one["geonameid"]) if one.get("geonameid") else None,
        )
        for one in record["toponyms"]
    )


def toponyms_in(reading: Reading, *, naming: frozenset[MentionKind] = _NAMING) -> Iterator[Toponym]:
    """The mentions that name a place, each where its entity lies."""
    entities = {entity.id: entity for entity in reading.entities}
    for mention in reading.mentions:
        if mention.kind in naming:
            entity = entities.get(mention.entity or "")
            yield Toponym(
                span=mention.span,
                point=None if entity is None else _point(entity),
                geonames=None if entity is None else entity.geonames,
            )


def _point(entity: Entity) -> Point | None:
    if entity.latitude is None or entity.longitude is None:
        return None
    return Point(entity.latitude, entity.longitude)


def score(gold: Sequence[Toponym], given: Sequence[Toponym]) -> Score:
    """The counts of one document: names found, names placed, and how far off the placed ones are."""
    pairs = _paired(gold, given)
    counts = {
        "name": Counts(sum(one.span == other.span for one, other in pairs), len(given), len(gold)),
        "name overlaps": Counts(len(pairs), len(given), len(gold)),
    }
    apart = [one.point.km_to(other.point) for one, other in pairs if one.point and other.point]
    near = sum(km <= _NEAR_KM for km in apart)
    unplaceable = sum(one.point is None and other.point is not None for one, other in pairs)
    placed = sum(one.point is not None for one in given) - unplaceable
    counts["placed end to end"] = Counts(near, placed, sum(one.point is not None for one in gold))
    counts["placed of matched"] = Counts(near, len(apart), len(apart))
    known = [(one.geonames, other.geonames) for one, other in pairs if one.geonames and other.geonames]
    counts["same GeoNames number"] = Counts(sum(a == b for a, b in known), len(known), len(known))
    for step in _STEPS_KM:
        counts[f"within {step} km"] = Counts(sum(km <= step for km in apart), len(apart), len(apart))
    return counts


def _paired(gold: Sequence[Toponym], given: Sequence[Toponym]) -> list[tuple[Toponym, Toponym]]:
    """One-to-one pairs that share letters: equal spans first, then those that share most."""
    edges = sorted(
        (one.span != other.span, -both, abs(one.span.start - other.span.start), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(given)
        if (both := shared(one.span, other.span))
    )
    pairs: dict[int, int] = {}
    for *_, i, j in edges:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(gold[i], given[j]) for i, j in pairs.items()]


def median_km(score: Score) -> float:
    """The step within which at least half of the placed names lie."""
    steps = (step for step in _STEPS_KM if score.get(f"within {step} km", Counts()).recall >= 0.5)
    return float(next(steps, _STEPS_KM[-1]))


def _task(name: str, about: str, file: str, *, title: str | None, aim: float, naming: str) -> Task:
    kinds = frozenset(MentionKind(kind) for kind in naming.split())
    return Task(
        name=name,
        about=f"places with coordinates in {about}",
        gold=Path("toponyms") / file,
        trained_on="nothing; the gazetteer's weights were chosen with these files in view",
        cases=each_document(
            item=lambda record: item_in(record, title=title),
            wanted=to_toponyms,
            score=lambda gold, reading: score(gold, list(toponyms_in(reading, naming=kinds))),
        ),
        figures=(
            Figure(name="end to end, within 161 km, F1", of=f1("placed end to end"), aim=aim),
            Figure(name="matched names within 161 km", of=recall("placed of matched")),
            Figure(name="names, exact F1", of=f1("name")),
            Figure(name="same GeoNames number", of=recall("same GeoNames number")),
            Figure(name="median error, km, at most", of=median_km, less_is_better=True),
        ),
        baseline_is="runs of capitals; nothing is placed",
        notes="Adjectives of nationality count as names of places where the set counts them.",
    )


TASKS = (
    _task("lgl", "local American news", "lgl.jsonl", title="title", aim=0.5, naming="place nationality"),
    _task("geovirus", "reports on epidemics", "geovirus.jsonl", title=None, aim=0.72, naming="place"),
    _task("geowebnews", "web news", "gwn_half.jsonl", title="title", aim=0.58, naming="place nationality"),
)
