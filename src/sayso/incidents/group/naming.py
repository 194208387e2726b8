"""Names of incidents: readable ids that stay when documents are added."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date

from sayso.incidents.compare.traces import Trace
from sayso.incidents.days import length
from sayso.incidents.words import FACILITIES

_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
_LETTERS = 5
_SLUG_WORDS = 3


def named(traces: Sequence[Trace], *, given: Mapping[str, str]) -> tuple[str, Trace]:
    """The id of the incident that some tellings make up, and the telling that it is named after.

    An incident keeps an id it was given as long as it holds the founding telling of that id; when two were
    joined, the id of the earlier founding telling stays. A new incident is named after its earliest telling,
    of several of one day one that names day and place.
    """
    ordered = sorted(traces, key=_first)
    for trace in ordered:
        if trace.id in given:
            return given[trace.id], trace
    founding = ordered[0]
    return incident_id(founding), founding


def incident_id(founding: Trace) -> str:
    """Such as `INC-2031-05-03-ennisar-k7f2m`: day, town and a hash of the telling it is named after."""
    return "-".join(part for part in ("INC", _day(founding), _place(founding), _hash(founding.id)) if part)


def _first(trace: Trace) -> tuple[int, bool, bool, int, str]:
    """The earliest comes first; of one day, who names a day and a place."""
    nowhere = not any(spot.name for spot in trace.spots)
    return (trace.story.published or 10**7, trace.days is None, nowhere, trace.telling.position, trace.id)


def _day(trace: Trace) -> str:
    if trace.days is not None and length(trace.days) <= 366:
        day = date.fromordinal(trace.days[0]).isoformat()
        return day if length(trace.days) <= 7 else day[:7] if length(trace.days) <= 31 else day[:4]
    if trace.story.published is not None:
        return date.fromordinal(trace.story.published).isoformat()
    return "undated"


def _place(trace: Trace) -> str:
    spots = [spot for spot in trace.spots if spot.name and not spot.broad]
    towns = [spot for spot in spots if not FACILITIES & set(spot.name.split())]
    chosen = towns or spots or [spot for spot in trace.spots if spot.name]
    return _slug(chosen[0].name) if chosen else "somewhere"


def _slug(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", bare.casefold())[:_SLUG_WORDS]) or "somewhere"


def _hash(id: str) -> str:
    number = int.from_bytes(hashlib.sha256(id.encode()).digest()[:8], "big")
    letters = []
    for _ in range(_LETTERS):
        number, at = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[at])
    return "".join(letters)
