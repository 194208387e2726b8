"""Refusals that come in crowds: a list of a million empty records is not worth a million lines."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.model import RawItem, Refusal

_TOLD_ONE_BY_ONE = 10_000
_TOLD_TOGETHER = 100_000


def thinned(items: Iterator[RawItem | Refusal]) -> Iterator[RawItem | Refusal]:
    """The items of one container; after its first 10,000 refusals, those in a row are told together.

    Nothing is lost: one refusal then stands for up to 100,000 neighbours with the same reason, and says how
    many. What a report can grow to is bounded by that, whatever a stranger's file holds.
    """
    told = 0
    crowd: list[Refusal] = []
    count = 0
    for item in items:
        if isinstance(item, Refusal) and told >= _TOLD_ONE_BY_ONE:
            if crowd and (crowd[0].reason is not item.reason or count >= _TOLD_TOGETHER):
                yield _together(crowd, count)
                crowd, count = [], 0
            crowd[1:] = [item] if crowd else []
            crowd = crowd or [item]
            count += 1
            continue
        if crowd:
            yield _together(crowd, count)
            crowd, count = [], 0
        told += isinstance(item, Refusal)
        yield item
    if crowd:
        yield _together(crowd, count)


def _together(crowd: list[Refusal], count: int) -> Refusal:
    first, last = crowd[0], crowd[-1]
    if count == 1:
        return first
    return replace(
        first,
        part=f"{first.part} to {last.part}",
        detail=f"{count:,} items, one after another; of the first: {first.detail or first.reason.value}",
        external_id=None,
    )
