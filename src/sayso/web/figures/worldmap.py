"""The map as SVG: incidents with circles of how exactly their place is known; without script or WebGL."""

import math
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from sayso.ledger.filing import IncidentRow
from sayso.web import wording
from sayso.web.figures.basemap import DISPUTED, Point, arcs, borders, land
from sayso.web.figures.svg import drawing, el, link

_WIDTH, _HEIGHT = 1080.0, 600.0
_KM_PER_DEGREE = 111.2
_MARGIN = 1.35
_SMALLEST = 0.25
"""Degrees of longitude that a map shows at least."""
_MOST_LABELS = 14


class _View:
    """An equirectangular view whose middle parallel is true to scale."""

    def __init__(self, points: Sequence[Point]) -> None:
        west, east = (pick(x for x, _ in points) for pick in (min, max))
        south, north = (pick(y for _, y in points) for pick in (min, max))
        self.middle = ((west + east) / 2, (south + north) / 2)
        self.squeeze = max(0.2, math.cos(math.radians(self.middle[1])))
        wide = max((east - west) * self.squeeze, (north - south) * _WIDTH / _HEIGHT, _SMALLEST) * _MARGIN
        self.scale = _WIDTH / min(wide, 360.0)

    def at(self, point: Point) -> Point:
        """Where a longitude and latitude lie in the drawing."""
        x = _WIDTH / 2 + (point[0] - self.middle[0]) * self.squeeze * self.scale
        return x, _HEIGHT / 2 - (point[1] - self.middle[1]) * self.scale

    def shows(self, points: Sequence[Point]) -> bool:
        """Whether any of the drawing lies within what these points span."""
        placed = [self.at(point) for point in points]
        return (
            min(x for x, _ in placed) < _WIDTH
            and max(x for x, _ in placed) > 0
            and min(y for _, y in placed) < _HEIGHT
            and max(y for _, y in placed) > 0
        )


def worldmap(rows: Sequence[IncidentRow]) -> Markup | None:
    """Incidents on a map; None where no place is known. Counts at one spot share one marker."""
    spots: dict[Point, list[IncidentRow]] = {}
    for row in rows:
        if row.latitude is not None and row.longitude is not None:
            spots.setdefault((round(row.longitude, 3), round(row.latitude, 3)), []).append(row)
    if not spots:
        return None
    view = _View(list(spots))
    ordered = sorted(spots.items(), key=lambda pair: -len(pair[1]))
    return drawing(
        el("rect", x=0, y=0, width=_WIDTH, height=_HEIGHT, class_="sea"),
        *_graticule(view),
        *_ground(view),
        *(part for point, here in ordered for part in _precision(view, point, here)),
        *(_spot(view, point, here) for point, here in ordered),
        *_names(view, ordered),
        *_scale_bar(view),
        width=_WIDTH,
        height=_HEIGHT,
        title="Where incidents are said to have happened",
        description="; ".join(
            f"{here[0].place}: {wording.many(len(here), 'incident')}" for _, here in ordered[:30]
        ),
        id="map",
        name="map",
    )


def _graticule(view: _View) -> Iterator[Markup]:
    span = _WIDTH / view.scale
    step = next((one for one in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20) if span / one <= 10), 30)
    left = view.middle[0] - span / view.squeeze
    for index in range(int(2 * span / view.squeeze / step) + 2):
        x = view.at(((math.floor(left / step) + index) * step, 0))[0]
        yield el("line", x1=x, x2=x, y1=0, y2=_HEIGHT, class_="graticule")
    for index in range(int(2 * span / step) + 2):
        y = view.at((0, (math.floor((view.middle[1] - span) / step) + index) * step))[1]
        yield el("line", x1=0, x2=_WIDTH, y1=y, y2=y, class_="graticule")


def _ground(view: _View) -> Iterator[Markup]:
    for ring in land():
        if view.shows(ring):
            yield el("path", d=_path(view, ring) + "Z", class_="land")
    for index, codes in borders().items():
        if len(codes) > 1 and view.shows(arcs()[index]):
            kind = "border disputed" if DISPUTED & set(codes) else "border"
            yield el("path", d=_path(view, arcs()[index]), class_=kind)


def _path(view: _View, points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in map(view.at, points))


def _precision(view: _View, point: Point, here: Sequence[IncidentRow]) -> Iterator[Markup]:
    x, y = view.at(point)
    known = [row.precision_km for row in here if row.precision_km]
    if known:
        radius = max(known) / _KM_PER_DEGREE * view.scale
        if radius > 6:
            yield el("circle", cx=x, cy=y, r=radius, class_="precision")


def _spot(view: _View, point: Point, here: Sequence[IncidentRow]) -> Markup:
    x, y = view.at(point)
    radius = 5.0 + 2.2 * math.sqrt(len(here) - 1)
    about = f"{here[0].place}: {wording.many(len(here), 'incident')}"
    only = here[0]
    href = f"/incidents/{only.id}" if len(here) == 1 else f"/incidents?place={only.place}"
    inside = [el("circle", cx=x, cy=y, r=radius, class_="spot")]
    if len(here) > 1:
        inside.append(el("text", len(here), x=x, y=y + 3.5, text_anchor="middle", class_="count"))
    return link(href, about, *inside, class_="point")


def _names(view: _View, ordered: Sequence[tuple[Point, Sequence[IncidentRow]]]) -> Iterator[Markup]:
    taken: list[tuple[float, float, float, float]] = []
    for point, here in ordered:
        x, y = view.at(point)
        name = here[0].place or ""
        box = (x + 10, y - 9, x + 16 + 6.4 * len(name), y + 7)
        clear = all(box[2] < b[0] or box[0] > b[2] or box[3] < b[1] or box[1] > b[3] for b in taken)
        if clear and len(taken) < _MOST_LABELS and box[2] < _WIDTH + 30:
            taken.append(box)
            radius = 5.0 + 2.2 * math.sqrt(len(here) - 1)
            yield el("text", name, x=x + radius + 5, y=y + 4, class_="label halo")


def _scale_bar(view: _View) -> Iterator[Markup]:
    per_km = view.scale / _KM_PER_DEGREE
    length = next(
        (km for km in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if km * per_km > 60), 5000
    )
    x, y = 16.0, _HEIGHT - 18
    wide = length * per_km
    yield el("path", d=f"M{x:.1f} {y - 5:.1f}V{y:.1f}H{x + wide:.1f}V{y - 5:.1f}", class_="scale")
    yield el("text", f"{length:,} km", x=x + wide + 8, y=y + 2, class_="tick")
