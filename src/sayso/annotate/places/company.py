"""Company: where the names of a document lie together, so that each can lean on the others."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import repeat

from sayso.annotate.places.evidence import Candidate, Leaning
from sayso.annotate.places.place import Place

_Cell = tuple[int, int]
_NOTHING = repeat(0.0)
_Division = tuple[str, str]


class Company:
    """How much of a document lies in each country, division and cell of the globe.

    A name that can mean several places counts for each by how likely it is, so that five ambiguous names in
    one county settle each other, whichever is read first.
    """

    def __init__(self, countries: Mapping[str, int]) -> None:
        # A country named ten times counts more than one named once, but not ten times as much.
        self._countries: dict[str, float] = defaultdict(float)
        for country in sorted(countries):
            self._countries[country] += math.log2(1 + countries[country])
        self._total = sum(self._countries.values())
        self._divisions: dict[_Division, float] = defaultdict(float)
        self._divided = 0.0
        self._cells: dict[_Cell, float] = defaultdict(float)

    def join(self, found: Sequence[Candidate], shares: Sequence[float], *, heard: float) -> None:
        """Count one name in, by the likelihood of each of its candidates."""
        for one, share in zip(found, shares, strict=True):
            mass, place = share * heard, one.place
            if place.country is not None and not place.is_country:
                self._countries[place.country] += mass
                self._total += mass
            if (division := _division(place)) is not None:
                self._divisions[division] += mass
                self._divided += mass
            if one.cell is not None:
                self._cells[one.cell] += mass

    def leanings(self, found: Sequence[Candidate], shares: Sequence[float], *, heard: float) -> list[Leaning]:
        """How much the others speak for each candidate of a name that has joined; its own say is left out."""
        own = Company({})
        own.join(found, shares, heard=heard)
        return [self._leaning(one, own) for one in found]

    def _leaning(self, one: Candidate, own: "Company") -> Leaning:
        place = one.place
        country = self._countries.get(place.country or "", 0.0) - own._countries.get(place.country or "", 0.0)
        division = _division(place)
        divided = 0.0
        if division is not None:
            divided = self._divisions.get(division, 0.0) - own._divisions.get(division, 0.0)
        return Leaning(
            country=_share(country, self._total - own._total),
            country_heard=min(1.0, country),
            division=_share(divided, self._divided - own._divided),
            division_heard=min(1.0, divided),
            nearby=min(1.0, self._around(one.cell) - own._around(one.cell)),
        )

    def _around(self, cell: _Cell | None) -> float:
        return sum(map(self._cells.get, _near(cell), _NOTHING)) if cell and self._cells else 0.0


def _share(part: float, whole: float) -> float:
    return max(0.0, part) / (whole + 1.0) if whole > 0 else 0.0


def _division(place: Place) -> _Division | None:
    if place.country is None or place.division is None:
        return None
    return place.country, place.division


@lru_cache(maxsize=4096)
def _near(cell: _Cell) -> tuple[_Cell, ...]:
    """The cell and the eight beside it."""
    row, column = cell
    return tuple((row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1))
