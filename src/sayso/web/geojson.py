"""Incidents on a map as GeoJSON (RFC 7946)."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sayso.ledger.filing import IncidentRow


def as_geojson(rows: Iterable[IncidentRow]) -> dict[str, Any]:
    """Each incident with coordinates as a point; `precision_km` says how near it is."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": row.id,
                "geometry": {"type": "Point", "coordinates": [row.longitude, row.latitude]},
                "properties": {
                    name: value
                    for name, value in asdict(row).items()
                    if name not in ("longitude", "latitude")
                },
            }
            for row in rows
            if row.longitude is not None and row.latitude is not None
        ],
    }
