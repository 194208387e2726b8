"""How well documents are grouped: B³, which gives each document its share, CEAF-e, which pairs up groups."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from sayso.evaluation.counts import Counts, Score, harmonic
from sayso.evaluation.grouped.pairing import paired


def scores(gold: Mapping[str, str], given: Mapping[str, str]) -> Iterator[tuple[str, Score]]:
    """The counts of each document, by id; a document that was given no group is found nowhere."""
    sizes, found = Counter(gold.values()), Counter(given.values())
    both = Counter((gold[id], given[id]) for id in given)
    for id, pairs in _pairs(gold, given):
        precise = recalled = 0.0
        if id in given:
            common = both[gold[id], given[id]]
            precise, recalled = common / found[given[id]], common / sizes[gold[id]]
        shares = {
            "B³ precision": Counts(precise, int(id in given), int(id in given)),
            "B³ recall": Counts(recalled, 1, 1),
        }
        yield id, {**shares, "pairs": pairs}


def b_cubed(score: Score) -> float:
    """B³ F1."""
    shares = [score.get(layer, Counts()).recall for layer in ("B³ precision", "B³ recall")]
    return harmonic(*shares)


def matched(gold: Mapping[str, str], given: Mapping[str, str]) -> dict[str, float]:
    """How like each gold group is to the given one that it is paired with (CEAF-e), from 0 to 1.

    Each given group goes to one gold group at most, so that the sum over all is the largest there can be;
    two groups are as like as the documents they share are to the mean of their sizes.
    """
    sizes, found = Counter(gold.values()), Counter(given.values())
    likeness: dict[str, dict[str, float]] = {group: {} for group in sizes}
    for (group, other), shared in Counter((gold[id], given[id]) for id in given).items():
        likeness[group][other] = 2 * shared / (sizes[group] + found[other])
    return {group: likeness[group][other] for group, other in paired(likeness).items()}


def _pairs(gold: Mapping[str, str], given: Mapping[str, str]) -> Iterator[tuple[str, Counts]]:
    """For each document, its pairs with those before it."""
    seen: dict[tuple[str | None, str | None], int] = defaultdict(int)
    for id, group in gold.items():
        mine = given.get(id)
        together = seen[None, mine] if mine is not None else 0
        alike = seen[group, mine] if mine is not None else 0
        yield id, Counts(alike, together, seen[group, None])
        seen[group, None] += 1
        if mine is not None:
            seen[None, mine] += 1
            seen[group, mine] += 1
