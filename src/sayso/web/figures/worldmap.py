"""The map as SVG: incidents with circles of how exactly their place is known; without script or WebGL."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from sayso.annotate.places import Place
from sayso.ledger.filing import IncidentRow
from sayso.web import wording
from sayso.web.figures.basemap import DISPUTED, Point, arcs, borders, land
from sayso.web.figures.svg import drawing, el, link

_WIDTH, _HEIGHT = 1080.0, 600.0
_KM_PER_DEGREE = 111.2
_MARGIN = 1.35
_MOST_LABELS = 14
_MOST_TOWNS = 24

Towns = Callable[[float, float, float, float], Iterable[Place]]
"""Towns between a west, south, east and north, those to be named first coming first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Something to be put on a map."""

    longitude: float
    latitude: float
    name: str
    count: int
    precision_km: float | None
    href: str
    about: str
    """What it is, for those who cannot see it."""


class _View:
    """An equirectangular view whose middle parallel is true to scale."""

    def __init__(self, spots: Sequence[Spot], least: float) -> None:
        west, east = _reach([(spot.longitude, _degrees(spot) / _squeeze(spot.latitude)) for spot in spots])
        south, north = _reach([(spot.latitude, _degrees(spot)) for spot in spots])
        self.middle = ((west + east) / 2, (south + north) / 2)
        self.squeeze = _squeeze(self.middle[1])
        wide = max((east - west) * self.squeeze, (north - south) * _WIDTH / _HEIGHT, least) * _MARGIN
        self.scale = _WIDTH / min(wide, 360.0)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The west, south, east and north of the drawing."""
        half = _WIDTH / 2 / self.scale / self.squeeze, _HEIGHT / 2 / self.scale
        (x, y) = self.middle
        return x - half[0], y - half[1], x + half[0], y + half[1]

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


def spots_of(rows: Iterable[IncidentRow]) -> list[Spot]:
    """Incidents as spots; those at one place share one."""
    found: dict[Point, list[IncidentRow]] = {}
    for row in rows:
        if row.latitude is not None and row.longitude is not None:
            found.setdefault((round(row.longitude, 3), round(row.latitude, 3)), []).append(row)
    return [
        Spot(
            longitude=x,
            latitude=y,
            name=here[0].place or "",
            count=len(here),
            precision_km=max((row.precision_km or 0.0 for row in here), default=None) or None,
            href=f"/incidents/{here[0].id}"
            if len(here) == 1
            else f"/incidents?place={quote(here[0].place or '')}",
            about=f"{here[0].place}: {wording.many(len(here), 'incident')}",
        )
        for (x, y), here in found.items()
    ]


def worldmap(
    spots: Sequence[Spot], *, title: str, towns: Towns | None = None, least: float = 0.25, id: str = "map"
) -> Markup | None:
    """Spots on a map, which shows `least` degrees of longitude at least; None where there are none."""
    if not spots:
        return None
    ordered = sorted(spots, key=lambda spot: -spot.count)
    view = _View(ordered, least)
    taken: list[_Box] = []
    names = list(_names(view, ordered, taken))
    return drawing(
        el("rect", x=0, y=0, width=_WIDTH, height=_HEIGHT, class_="sea"),
        *_graticule(view),
        *_ground(view),
        *(part for spot in ordered for part in _precision(view, spot)),
        *(_towns(view, towns, taken) if towns else ()),
        *(_spot(view, spot) for spot in ordered),
        *names,
        *_scale_bar(view),
        width=_WIDTH,
        height=_HEIGHT,
        title=title,
        description="; ".join(spot.about for spot in ordered[:30]),
        id=id,
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


def _precision(view: _View, spot: Spot) -> Iterator[Markup]:
    x, y = view.at((spot.longitude, spot.latitude))
    radius = _degrees(spot) * view.scale
    if radius > 6:
        yield el("circle", cx=x, cy=y, r=radius, class_="precision")


def _spot(view: _View, spot: Spot) -> Markup:
    x, y = view.at((spot.longitude, spot.latitude))
    inside = [el("circle", cx=x, cy=y, r=_radius(spot), class_="spot")]
    if spot.count > 1:
        inside.append(el("text", spot.count, x=x, y=y + 3.5, text_anchor="middle", class_="count"))
    return link(spot.href, spot.about, *inside, class_="point")


_Box = tuple[float, float, float, float]


def _names(view: _View, ordered: Sequence[Spot], taken: list[_Box]) -> Iterator[Markup]:
    for spot in ordered:
        x, y = view.at((spot.longitude, spot.latitude))
        box = (x + 10, y - 9, x + 16 + 6.4 * len(spot.name), y + 7)
        if len(taken) < _MOST_LABELS and box[2] < _WIDTH + 30 and _claimed(box, taken):
            yield el("text", spot.name, x=x + _radius(spot) + 5, y=y + 4, class_="label halo")


def _towns(view: _View, towns: Towns, taken: list[_Box]) -> Iterator[Markup]:
    """Names of towns for orientation, where there is room for them."""
    room = len(taken) + _MOST_TOWNS
    for town in towns(*view.box):
        if town.longitude is None or town.latitude is None or len(taken) >= room:
            continue
        x, y = view.at((town.longitude, town.latitude))
        box = (x - 4, y - 8, x + 8 + 5.8 * len(town.name), y + 6)
        if x > 0 and box[2] < _WIDTH and 12 < y < _HEIGHT - 30 and _claimed(box, taken):
            yield el("circle", cx=x, cy=y, r=2, class_="town")
            yield el("text", town.name, x=x + 5, y=y + 4, class_="tick halo town")


def _claimed(box: _Box, taken: list[_Box]) -> bool:
    """Whether nothing stands there yet; from now on something does."""
    clear = all(box[2] < b[0] or box[0] > b[2] or box[3] < b[1] or box[1] > b[3] for b in taken)
    if clear:
        taken.append(box)
    return clear


def _radius(spot: Spot) -> float:
    return 5.0 + 2.2 * math.sqrt(spot.count - 1)


def _degrees(spot: Spot) -> float:
    return (spot.precision_km or 0.0) / _KM_PER_DEGREE


def _squeeze(latitude: float) -> float:
    return max(0.2, math.cos(math.radians(latitude)))


def _reach(middles: Sequence[tuple[float, float]]) -> Point:
    """From where to where some stretches go that lie around their middles."""
    return min(at - half for at, half in middles), max(at + half for at, half in middles)


def _scale_bar(view: _View) -> Iterator[Markup]:
    per_km = view.scale / _KM_PER_DEGREE
    length = next(
        (km for km in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if km * per_km > 60), 5000
    )
    x, y = 16.0, _HEIGHT - 18
    wide = length * per_km
    yield el("path", d=f"M{x:.1f} {y - 5:.1f}V{y:.1f}H{x + wide:.1f}V{y - 5:.1f}", class_="scale")
    yield el("text", f"{length:,} km", x=x + wide + 8, y=y + 2, class_="tick")
