"""Parties: the words for doers and victims by which two tellings are compared."""

import re
from collections.abc import Sequence

from sayso.incidents.words import land_of, stems
from sayso.model import Party

_ARMS = re.compile(
    r"\b([A-Z][\w-]+?)(?:['’]s?)?\s(?:[a-z-]+\s){0,2}(?:army|troops?|forces|artillery|guns?|gunners|soldiers?"
    r"|tanks?|jets|warplanes|drones?|missiles?|rockets?|shells|navy|units?|positions?|posts?|trenches)\b"
)


def stems_of(parties: Sequence[Party]) -> frozenset[str]:
    """The stems of all words for some parties."""
    return frozenset().union(*(stems(party.words or "") for party in parties))


def lands_of(parties: Sequence[Party]) -> frozenset[str]:
    """The countries of some parties."""
    return frozenset(party.country for party in parties if party.country is not None)


def arms_of(parties: Sequence[Party]) -> frozenset[str]:
    """Whose arms some parties are, by name: "quendri" for "Quendrian guns" and "Quendria's troops"."""
    found = (match.group(1) for party in parties for match in _ARMS.finditer(party.words or ""))
    return frozenset(land_of(name) for name in found)
