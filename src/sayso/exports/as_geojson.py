"""Events and incidents on a map: GeoJSON (RFC 7946) of those whose place has coordinates."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, BinaryIO, Unpack

from sayso.model import Entity, Reading

if TYPE_CHECKING:
    from sayso.ledger import Filed, IncidentRow, Ledger, OnlyIncidents


def write_geojson(ledger: "Ledger", target: BinaryIO) -> int:
    """Write every event that can be put on a map as one point with the claim as its properties; how many.

    The point is the event's most specific place that has coordinates; `precision_km` says how near it is.
    A place that somebody corrected is where the report's same words lie; claims that somebody rejected are
    left out.
    """
    return _write(_features(ledger), target)


def write_incidents_geojson(ledger: "Ledger", target: BinaryIO, **only: "Unpack[OnlyIncidents]") -> int:
    """Write the incidents that can be put on a map as one point each, with the tolls that each source gives.

    The point is the place of the telling that stands for the incident; `precision_km` says how near it is.
    `tolls` has each source's last whole figure of each field, and none is chosen. How many were written.
    """
    return _write((_incident(filed) for filed in ledger.cases(**only) if _on_earth(filed.row)), target)


def _write(features: Iterable[Mapping[str, Any]], target: BinaryIO) -> int:
    target.write(b'{"type": "FeatureCollection", "features": [')
    written = 0
    for feature in features:
        target.write((b",\n" if written else b"\n") + json.dumps(feature).encode("ascii"))
        written += 1
    target.write(b"\n]}\n")
    return written


def _incident(filed: "Filed") -> Mapping[str, Any]:
    row, account = filed.row, filed.account
    names = {source.id: source for source in account.sources}
    tolls = [
        {
            "field": standing.field,
            "source": names[standing.source].name,
            "official": names[standing.source].official,
            "says": standing.last.said,
            "revised": standing.revised,
        }
        | {name: getattr(standing.last, name) for name in _OF_FIGURE}
        for standing in account.standings
        if standing.last is not None and standing.last.value is None
    ]
    about = {**asdict(row), "changed": filed.changed, "tolls": tolls}
    point = {"type": "Point", "coordinates": [row.longitude, row.latitude]}
    return {"type": "Feature", "id": row.id, "geometry": point, "properties": about}


_OF_FIGURE = ("low", "high", "about", "words", "published", "document", "claim")


def _features(ledger: "Ledger") -> Iterator[Mapping[str, Any]]:
    claims = (claim for batch in ledger.claim_batches(kind="event") for claim in batch.to_pylist())
    # Both come by document id, and a document is never taken away.
    readings = ledger.readings()
    for document, of_document in groupby(claims, key=itemgetter("document")):
        reading = next(reading for reading in readings if reading.document.id == document)
        for claim in of_document:
            if claim["review"] != "rejected" and (located := _located(claim, reading)):
                yield _feature(claim, *located)


def _located(claim: Mapping[str, Any], reading: Reading) -> tuple[str, Entity] | None:
    """The first of a claim's places that has coordinates, with its words."""
    named = _places_of(claim, reading)
    entities = {entity.id: entity for entity in reading.entities}
    for words in claim["places"]:
        entity = entities.get(named.get(words) or "")
        if entity and _on_earth(entity):
            return words, entity
    return None


def _places_of(claim: Mapping[str, Any], reading: Reading) -> Mapping[str, str | None]:
    """Which entity some words are: for the event itself before what else in the report is called so."""
    told = (
        event
        for event in reading.events
        if (event.trigger.start, event.trigger.end) == (claim["start"], claim["end"])
    )
    mentioned = {mention.span.of(reading.text): mention.entity for mention in reading.mentions}
    return mentioned | {place.span.of(reading.text): place.entity for event in told for place in event.places}


def _on_earth(place: "Entity | IncidentRow") -> bool:
    latitude, longitude = place.latitude, place.longitude
    return (
        latitude is not None and longitude is not None and -90 <= latitude <= 90 and -180 <= longitude <= 180
    )


def _feature(claim: Mapping[str, Any], place: str, entity: Entity) -> Mapping[str, Any]:
    about = {
        "place": place,
        "place_name": entity.name,
        "country": entity.country,
        "geonames": entity.geonames,
        "precision_km": entity.precision_km,
    }
    point = {"type": "Point", "coordinates": [entity.longitude, entity.latitude]}
    return {"type": "Feature", "id": claim["claim"], "geometry": point, "properties": {**claim, **about}}
