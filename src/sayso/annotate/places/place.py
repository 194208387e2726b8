"""A place as the gazetteer knows it, and the key under which its names are found."""

import math
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´′"))
_BREAKS = str.maketrans(dict.fromkeys("-‐‑–—./,", " "))
# A report's names are looked up again and again, by one annotator after the other.
_REMEMBERED, _LONGEST_REMEMBERED = 8192, 100


FEATURE_CLASSES = {
    **dict.fromkeys(("city", "capital"), "P"),
    **dict.fromkeys(("country", "country_part", "province", "district", "territory"), "A"),
    **dict.fromkeys(("sea", "bay", "lake", "river", "canal"), "H"),
    **dict.fromkeys(("mountains", "island"), "T"),
    "place": "S",
}
"""GeoNames' feature class of each feature; those not listed are `L`, areas and lines without a government."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere on a map that a name can mean."""

    name: str
    country: str | None
    """ISO 3166-1 alpha-3; None for seas, regions across states and disputed territories."""
    feature: str
    """`country`, `capital`, `city`, or a wider kind such as `province`, `region`, `sea`."""
    latitude: float | None
    longitude: float | None
    radius_km: float
    """How far from its point the place may reach."""
    population: int = 0
    geonames: int | None = None
    division: str | None = None
    """GeoNames' code of the first-order division it lies in, such as `TX`; a state carries its own."""

    @property
    def is_town(self) -> bool:
        """Whether this is a city, town or village."""
        return self.feature in ("city", "capital")

    @property
    def feature_class(self) -> str:
        """GeoNames' letter for its kind: `P` towns, `A` areas with a government, `H` water, `T` heights."""
        return FEATURE_CLASSES.get(self.feature, "L")

    @property
    def is_country(self) -> bool:
        """Whether this is a whole state or territory."""
        return self.feature == "country"


def name_key(name: str) -> str:
    """What names are compared by: no case, no accents, no apostrophes, hyphens and stops as blanks.

    "Nagorno-Karabakh" and "NAGORNO KARABAKH" share a key, and so do "Côte d'Ivoire" and "Cote dIvoire".
    """
    return _remembered_key(name) if len(name) <= _LONGEST_REMEMBERED else _key(name)


def _key(name: str) -> str:
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(name.translate(_APOSTROPHES).translate(_BREAKS).casefold().split())


_remembered_key = lru_cache(maxsize=_REMEMBERED)(_key)


def distance_km(one: Place, other: Place) -> float:
    """How far two places' points lie apart on the globe; infinite where one has none."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def town_radius_km(population: int) -> float:
    """How far a town of so many people reaches: about 1 km for a village, 12 km for a million."""
    return round(max(1.0, 0.012 * math.sqrt(population)), 1)
