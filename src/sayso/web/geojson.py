"""Incidents on a map as GeoJSON (RFC 7946)."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sayso.annotate.places import Place
from sayso.ledger.filing import IncidentRow
from sayso.web.views.sites import Scene


def as_geojson(rows: Iterable[IncidentRow]) -> dict[str, Any]:
    """Each incident with coordinates as a point; `precision_km` says how near it is."""
    return _collection(
        _point(row.longitude, row.latitude, **_known(row)) | {"id": row.id}
        for row in rows
        if row.longitude is not None and row.latitude is not None
    )


def scenes_as_geojson(scenes: Iterable[Scene]) -> dict[str, Any]:
    """Each spot that tellings of one incident name."""
    return _collection(
        _point(
            scene.longitude,
            scene.latitude,
            place=scene.place,
            precision_km=scene.precision_km,
            tellings=list(scene.claims),
        )
        for scene in scenes
    )


def towns_as_geojson(towns: Iterable[Place]) -> dict[str, Any]:
    """Towns with their names."""
    return _collection(
        _point(town.longitude, town.latitude, name=town.name, population=town.population) for town in towns
    )


def _collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def _point(longitude: float | None, latitude: float | None, **properties: object) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": properties,
    }


def _known(row: IncidentRow) -> dict[str, Any]:
    return {name: value for name, value in asdict(row).items() if name not in ("longitude", "latitude")}
