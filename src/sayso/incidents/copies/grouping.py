"""Grouping: linked documents into syndication groups, each with its origin and what its copies made of it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping

from sayso.incidents.copies.credits import is_credited
from sayso.incidents.copies.overlap import MIN_SHARE, overlap, spans_of, taken_words
from sayso.incidents.copies.owners import Owners
from sayso.incidents.copies.stars import Links, compilations, stars
from sayso.incidents.copies.syndication import Copy, CopyKind, OriginBy, SyndicationGroup
from sayso.incidents.copies.told import Told, outlet_of
from sayso.incidents.copies.words import words_in
from sayso.model import Span

# A copy of a copy keeps less of the origin. Below this, pairs of different incidents come in on the GVA part.
_MIN_SHARE_AT_SECOND_HAND = 0.35
_MOST_OF_ORIGIN = 0.6
_WORD_FOR_WORD = 0.75
_BRIEF_LENGTH = 0.6

Find = Callable[[str], Told]


def gathered(
    credits: Mapping[str, frozenset[str]], links: Links, *, find: Find, owners: Owners
) -> Iterator[SyndicationGroup]:
    """The groups among documents that links connect, given whom each of them credits."""
    component = credits.keys()
    crediting = _crediting(credits, find, owners)

    def votes(id: str, lot: Collection[str]) -> int:
        return len(crediting[outlet_of(find(id).document)].intersection(lot))

    def origin_of(lot: Collection[str]) -> str:
        return min(lot, key=lambda id: (-votes(id, lot), *_precedence(find(id)), id))

    mixed = compilations(
        component,
        links,
        words=lambda id: len(find(id).shingles),
        part=lambda one, other: overlap(find(one).shingles, find(other).shingles).of_one,
        published=lambda id: find(id).document.published,
    )
    for origin, copies in stars(
        frozenset(component) - mixed,
        links,
        origin_of=origin_of,
        belongs=lambda id, origin: _belongs(find(id), find(origin)),
    ):
        lot = {origin, *copies}
        credited = votes(origin, lot) > 0
        credit = find(origin).document.outlet if credited else _absent_agency(lot, credits, find, owners)
        yield SyndicationGroup(
            origin=origin,
            origin_by=OriginBy.CREDITED if credited else _origin_by(origin, copies, find),
            credit=credit,
            owner=owner_of(credit, find(origin), owners),
            members={id: to_copy(find(id), find(origin)) for id in sorted(copies)},
        )


def to_copy(copy: Told, origin: Told) -> Copy:
    """One document beside the origin that it was taken from."""
    found = overlap(copy.shingles, origin.shingles)
    return Copy(
        kind=_kind(found.of_one, found.of_other, len(copy.shingles) / max(1, len(origin.shingles))),
        share=found.of_one,
        covers=found.of_other,
        added=_only_in(copy, origin),
        dropped=_only_in(origin, copy),
    )


def owner_of(credit: str | None, origin: Told, owners: Owners) -> str | None:
    """Whose voice a group is: the roof over who is credited, else over the origin's outlet."""
    outlet = credit or origin.document.outlet
    return owners.roof(outlet) if outlet else None


def _crediting(
    credits: Mapping[str, frozenset[str]], find: Find, owners: Owners
) -> Mapping[str, frozenset[str]]:
    """By each outlet of these documents, the documents of others that credit it."""
    by_name: dict[str, set[str]] = {}
    for id, names in credits.items():
        for name in names:
            by_name.setdefault(name, set()).add(id)
    printed: dict[str, set[str]] = {}
    for id in credits:
        printed.setdefault(outlet_of(find(id).document), set()).add(id)
    found = {}
    for outlet, own in printed.items():
        called = find(min(own)).document.outlet or ""
        named = (ids for name, ids in by_name.items() if is_credited(called, (name,), owners=owners))
        found[outlet] = frozenset(set().union(*named) - own)
    return found


def _kind(share: float, covers: float, length: float) -> CopyKind:
    if share < MIN_SHARE <= covers:
        return CopyKind.EXCERPT
    if covers >= _MOST_OF_ORIGIN and max(share, covers) >= _WORD_FOR_WORD:
        return CopyKind.VERBATIM
    return CopyKind.BRIEF if length < _BRIEF_LENGTH else CopyKind.REWRITE


def _only_in(one: Told, other: Told) -> tuple[Span, ...]:
    own = ~taken_words(one.wording, other.shingles) & ~words_in(one.wording, one.boilerplate)
    return spans_of(one.document.text, own)


def _belongs(copy: Told, origin: Told) -> bool:
    return overlap(copy.shingles, origin.shingles).containment >= _MIN_SHARE_AT_SECOND_HAND


def _precedence(one: Told) -> tuple[str, int]:
    """Earlier before later, then more complete before less; the undated come last."""
    return (one.document.published or "9999", -len(one.shingles))


def _origin_by(origin: str, copies: Collection[str], find: Find) -> OriginBy:
    first = find(origin).document.published
    days = [find(id).document.published for id in copies]
    earliest = first is not None and all(day is None or first < day for day in days)
    return OriginBy.EARLIEST if earliest else OriginBy.MOST_COMPLETE


def _absent_agency(
    lot: Collection[str], credits: Mapping[str, frozenset[str]], find: Find, owners: Owners
) -> str | None:
    """An agency that some credit though its own report is not here: from datelines and the owner table."""
    named: Counter[str] = Counter()
    for id in lot:
        dateline = find(id).document.dateline
        agencies = {owners.outlet(dateline.agency)} if dateline and dateline.agency else set()
        named.update(agencies | {outlet for name in credits[id] if (outlet := owners.known(name))})
    return min(named, key=lambda name: (-named[name], name)) if named else None
