"""How well documents are grouped: B³, which gives each document its share, and pairs of documents."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from sayso.evaluation.counts import Counts, Score, harmonic


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
