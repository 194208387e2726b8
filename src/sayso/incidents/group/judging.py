"""Judging: what people ruled about pairs of tellings, made ready to be obeyed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model import Judgement, Verdict

Ruled = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """People's judgements, ready to be obeyed: pairs of telling ids."""

    same: frozenset[Ruled] = frozenset()
    apart: frozenset[Ruled] = frozenset()


def rulings_of(judgements: Iterable[Judgement]) -> Rulings:
    """The judgements that hold: of several on one pair the latest, unless it is revoked."""
    latest: dict[Ruled, Judgement] = {}
    for judgement in sorted(judgements, key=lambda judgement: (judgement.at, judgement.one, judgement.other)):
        if not judgement.revoked:
            low, high = sorted((judgement.one, judgement.other))
            latest[low, high] = judgement
    apart = {pair for pair, ruled in latest.items() if ruled.verdict is Verdict.APART}
    merges = [ruled for ruled in latest.values() if ruled.verdict is Verdict.SAME]
    merges.sort(key=lambda ruled: (ruled.at, ruled.one, ruled.other), reverse=True)
    return Rulings(same=frozenset(_possible(merges, apart)), apart=frozenset(apart))


def _possible(merges: Iterable[Judgement], apart: set[Ruled]) -> Iterator[Ruled]:
    """The merges, latest first, that do not lead round a ruling that two tellings are apart."""
    group: dict[str, set[str]] = {}
    for ruled in merges:
        both = group.get(ruled.one, {ruled.one}) | group.get(ruled.other, {ruled.other})
        if not any(one in both and other in both for one, other in apart):
            group.update(dict.fromkeys(both, both))
            yield ruled.one, ruled.other
