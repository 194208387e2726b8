"""A place as the gazetteer knows it, and the key under which its names are found."""

import math
import unicodedata
from dataclasses import dataclass

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´′"))
_BREAKS = str.maketrans(dict.fromkeys("-‐‑–—./,", " "))


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
    def is_country(self) -> bool:
        """Whether this is a whole state or territory."""
        return self.feature == "country"


def name_key(name: str) -> str:
    """What names are compared by: no case, no accents, no apostrophes, hyphens and stops as blanks.

    "Nagorno-Karabakh" and "NAGORNO KARABAKH" share a key, and so do "Côte d'Ivoire" and "Cote dIvoire".
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(name.translate(_APOSTROPHES).translate(_BREAKS).casefold().split())


def town_radius_km(population: int) -> float:
    """How far a town of so many people reaches: about 1 km for a village, 12 km for a million."""
    return round(max(1.0, 0.012 * math.sqrt(population)), 1)
