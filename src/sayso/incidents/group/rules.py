"""Rules: what clustering asks of two tellings, answered by the roll and only at need by their reports."""

from collections.abc import Iterable

from sayso.incidents.compare.bars import bar
from sayso.incidents.compare.features import answers
from sayso.incidents.compare.weights import Weights
from sayso.incidents.group.cluster import Pair, Rules
from sayso.incidents.group.filing import Filing
from sayso.incidents.group.screen import is_barred

_IN_REPORT = 6
"""How often a pair within one report counts: nothing tells better what an aside is about."""


def rules_of(filing: Filing, *, weights: Weights, apart: Iterable[Pair]) -> Rules:
    """The rules for tellings by their numbers on the roll; people ruled that those `apart` are two."""
    roll, trace = filing.roll, filing.trace
    ruled = {pair for one, other in apart for pair in ((one, other), (other, one))}

    def barred(one: int, other: int) -> bool:
        if (one, other) in ruled:
            return True
        known = is_barred(roll, one, other)
        return bar(trace(one), trace(other)) is not None if known is None else known

    def answers_it(one: int, other: int) -> bool:
        passed, told = roll.denied.item(one), not roll.denied.item(other)
        return passed and told and answers(trace(one), trace(other))

    return Rules(
        threshold=weights.threshold,
        linked=weights.linked,
        unseen=weights.unseen,
        ruled=lambda one, other: (one, other) in ruled,
        barred=barred,
        vague=roll.vague.item,
        weight=lambda one, other: _IN_REPORT if roll.document.item(one) == roll.document.item(other) else 1,
        answers=answers_it,
        denies=roll.denied.item,
        text=roll.text.item,
    )
