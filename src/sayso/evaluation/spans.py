"""How much two spans share, and the best pairs between what is right and what was given."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sayso.model import Span

A = TypeVar("A")
B = TypeVar("B")


def shared(one: Span, other: Span) -> int:
    """How many characters the two have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def letters(text: str, spans: Sequence[Span]) -> set[int]:
    """Where the letters and digits of the spans stand: quotation marks, blanks and stops do not count."""
    return {at for span in spans for at in range(span.start, min(span.end, len(text))) if text[at].isalnum()}


def likeness(one: set[int], other: set[int]) -> float:
    """The share of all their letters that two sets of letters have in common."""
    return len(one & other) / max(1, len(one | other))


def paired(
    wanted: Sequence[A], found: Sequence[B], likeness: Callable[[A, B], float]
) -> list[tuple[int, int]]:
    """One-to-one pairs of indexes, likest first; a likeness of 0 is no pair."""
    scored = [
        (value, i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if (value := likeness(one, other)) > 0
    ]
    scored.sort(key=lambda row: (-row[0], row[1], row[2]))
    used_wanted: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in scored:
        if i not in used_wanted and j not in used_found:
            used_wanted.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def most_paired(edges: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    """As many one-to-one pairs as the edges (likeness, left, right) allow, likelier edges tried first."""
    beside: dict[int, list[int]] = {}
    best: dict[int, float] = {}
    for value, left, right in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        beside.setdefault(left, []).append(right)
        best[left] = max(best.get(left, value), value)
    owner: dict[int, int] = {}

    def placed(left: int, seen: set[int]) -> bool:
        for right in beside[left]:
            if right not in seen:
                seen.add(right)
                if right not in owner or placed(owner[right], seen):
                    owner[right] = left
                    return True
        return False

    for left in sorted(beside, key=lambda left: -best[left]):
        placed(left, set())
    return {left: right for right, left in owner.items()}
