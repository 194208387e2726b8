"""The bundled basemap: outlines of land and countries, for orientation only."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

Point = tuple[float, float]
_FILE = Path(__file__).parent.parent / "static" / "basemap" / "countries-110m.json"

DISPUTED = frozenset({"ESH", "KOS", "SOL", "CYN", "TWN", "PSE", "SAH"})
"""Codes of areas in the basemap whose borders are not agreed on; they are drawn dashed.

Nothing is decided from the basemap: a place's country comes from the gazetteer and its reports.
"""


@cache
def arcs() -> tuple[tuple[Point, ...], ...]:
    """Every arc of the TopoJSON file as longitudes and latitudes."""
    topology = _topology()
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        decoded.append(tuple(points))
    return tuple(decoded)


@cache
def borders() -> Mapping[int, tuple[str | None, ...]]:
    """For each arc the codes of the countries that it bounds: one on a coast, two on a border."""
    owners: dict[int, list[str | None]] = {}
    for geometry in _topology()["objects"]["countries"]["geometries"]:
        for arc in _arcs_of(geometry.get("arcs", [])):
            owners.setdefault(arc if arc >= 0 else ~arc, []).append(geometry["properties"].get("a3"))
    return {arc: tuple(codes) for arc, codes in owners.items()}


@cache
def land() -> tuple[tuple[Point, ...], ...]:
    """The outer rings of all countries."""
    rings = []
    for geometry in _topology()["objects"]["countries"]["geometries"]:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
        rings += [_ring(polygon[0]) for polygon in polygons]
    return tuple(rings)


def _ring(indexes: Sequence[int]) -> tuple[Point, ...]:
    points: list[Point] = []
    for index in indexes:
        arc = arcs()[index] if index >= 0 else tuple(reversed(arcs()[~index]))
        points += arc[1:] if points else arc
    return tuple(points)


def _arcs_of(nested: Any) -> Iterator[int]:
    for one in nested:
        if isinstance(one, int):
            yield one
        else:
            yield from _arcs_of(one)


@cache
def _topology() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return loaded
