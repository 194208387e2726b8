"""Which outlets carry whose texts, from the groups of copies in a ledger."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriers:
    """Reports that only carry another's text, counted by outlet."""

    copied: Counter[str]
    """How many such reports each outlet has."""
    lenders: Mapping[str, frozenset[str]]
    """The outlets whose texts an outlet carries."""
    carriers: Mapping[str, frozenset[str]]
    """The outlets that carry an outlet's texts."""


def carriers_of(ledger: Ledger) -> Carriers:
    """Who carries whose texts, as the ledger last grouped them."""
    copies = {member: group.origin for group in ledger.copies() for member in group.members}
    with ledger.listing() as listing:
        outlets = listing.outlets_of({*copies, *copies.values()})
    copied: Counter[str] = Counter()
    pairs = set()
    for document, origin in copies.items():
        carrier, owner = outlets.get(document), outlets.get(origin)
        if document != origin and carrier and owner:
            copied[carrier] += 1
            pairs.add((carrier, owner))
    lenders: dict[str, set[str]] = {}
    carriers: dict[str, set[str]] = {}
    for carrier, owner in pairs:
        if carrier != owner:
            lenders.setdefault(carrier, set()).add(owner)
            carriers.setdefault(owner, set()).add(carrier)
    return Carriers(
        copied=copied,
        lenders={outlet: frozenset(others) for outlet, others in lenders.items()},
        carriers={outlet: frozenset(others) for outlet, others in carriers.items()},
    )
