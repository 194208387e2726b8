"""Stars: linked documents, gathered around the one that they were taken from."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import combinations

from sayso.incidents.copies.boilerplate import ordinal_day

Links = Mapping[str, Collection[str]]

_HALF = 0.5
_UNRELATED = 0.1
# Two pieces are enough to tell; a story may have hundreds of briefs.
_MOST_PIECES = 12


def components(links: Links, *, starts: Iterable[str] | None = None) -> Iterator[frozenset[str]]:
    """Documents that links connect, directly or through others; each lot once.

    With `starts` only the lots that these are in.
    """
    seen: set[str] = set()
    for start in sorted(links if starts is None else starts):
        if start in seen or start not in links:
            continue
        seen.add(start)
        found, waiting = [], [start]
        while waiting:
            id = waiting.pop()
            found.append(id)
            fresh = set(links[id]) - seen
            seen |= fresh
            waiting.extend(fresh)
        if len(found) > 1:
            yield frozenset(found)


def stars(
    members: Collection[str],
    links: Links,
    *,
    origin_of: Callable[[Collection[str]], str],
    belongs: Callable[[str, str], bool],
) -> Iterator[tuple[str, frozenset[str]]]:
    """Each origin among linked documents, with those that it holds.

    A document belongs to the origin that it is linked to, or through one link to a copy of it where
    `belongs(document, origin)` says so; what is left over forms stars of its own. So a chain of texts, each
    a little like the last, does not become one group.
    """
    lots = [frozenset(members)]
    while lots:
        lot = lots.pop()
        origin = origin_of(lot)
        near = set(links[origin]) & lot
        beyond = {id for one in near for id in links[one]} & lot - near - {origin}
        near |= {id for id in beyond if belongs(id, origin)}
        if near:
            yield origin, frozenset(near)
        rest = lot - near - {origin}
        lots.extend(components({id: set(links[id]) & rest for id in rest}))


def compilations(
    members: Collection[str],
    links: Links,
    *,
    words: Callable[[str], int],
    part: Callable[[str, str], float],
    published: Callable[[str], str | None],
) -> frozenset[str]:
    """Documents put together from several others that have nothing to do with each other.

    A round-up holds the whole of many short reports, as a long story holds the whole of its briefs; but
    briefs share their opening, and are not older than the story. `part(one, other)` says how much of the
    first is in the second.
    """
    found = set()
    for id in members:
        shorter = sorted(
            (one for one in links[id] if words(one) < words(id)), key=lambda one: (-words(one), one)
        )
        pieces = [one for one in shorter if part(id, one) < _HALF][:_MOST_PIECES]
        if any(
            part(two, one) < _UNRELATED and not _is_older(id, (one, two), published)
            for one, two in combinations(pieces, 2)
        ):
            found.add(id)
    return frozenset(found)


def _is_older(id: str, others: Collection[str], published: Callable[[str], str | None]) -> bool:
    day = ordinal_day(published(id))
    days = [ordinal_day(published(other)) for other in others]
    return day is not None and all(other is not None and day < other for other in days)
