"""Splits and merges of incidents, as decisions that hold whenever incidents are grouped again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, pairwise, product
from typing import cast

from sqlalchemy import Connection

from sayso.errors import UsageError
from sayso.ledger.deciding import decisions, standing
from sayso.model import Decision, Judgement, Ruling, Subject, Verdict

Tellings = Mapping[str, Sequence[str]]
"""The tellings of some incidents, by incident id."""


def merge_of(tellings: Tellings, *, by: str, at: str, why: str) -> Decision:
    """The decision that some incidents are one happening; it names their tellings, which outlive the ids.

    Raises `UsageError` for fewer than two incidents.
    """
    if len(tellings) < 2:
        raise UsageError("a merge needs two incidents or more; these are one and the same")
    ids = sorted(tellings)
    return Decision(
        kind=Subject.INCIDENT,
        subject=ids[0],
        verdict=Ruling.MERGE,
        value={"tellings": {id: list(tellings[id]) for id in ids}},
        by=by,
        at=at,
        why=why,
    )


def split_of(
    incident: str, tellings: Sequence[str], out: Collection[str], *, by: str, at: str, why: str
) -> Decision:
    """The decision that some tellings of an incident are another happening.

    Raises `UsageError` where they are none of its tellings, or all of them.
    """
    strange = sorted(set(out) - set(tellings))
    if strange:
        raise UsageError(f"{', '.join(strange)}: no telling of {incident}; `sayso show` lists them")
    rest = [telling for telling in tellings if telling not in set(out)]
    if not out or not rest:
        raise UsageError(f"a split of {incident} must take out some of its tellings and leave some")
    return Decision(
        kind=Subject.INCIDENT,
        subject=incident,
        verdict=Ruling.SPLIT,
        value={"out": [telling for telling in tellings if telling in set(out)], "rest": rest},
        by=by,
        at=at,
        why=why,
    )


def judgements(connection: Connection) -> list[Judgement]:
    """What the standing splits and merges say of pairs of tellings, for grouping to obey."""
    return judgements_in(standing(connection, decisions(connection, kind=Subject.INCIDENT)))


def judgements_in(decisions: Iterable[Decision]) -> list[Judgement]:
    """What some decisions, in the order they were taken, say of pairs of tellings: one verdict a pair."""
    pairs: dict[tuple[str, str], Judgement] = {}
    for decision in decisions:
        if decision.verdict is Ruling.MERGE:
            sides = _merged(decision)
            for one, other in _rivals(pairs, sides):
                del pairs[one, other]
            alike: Iterable[tuple[str, str]] = pairwise(chain.from_iterable(sides))
            apart: Iterable[tuple[str, str]] = ()
        elif decision.verdict is Ruling.SPLIT:
            out, rest = _split(decision)
            # What is taken out is one happening, and what is left is, too.
            alike = chain(pairwise(out), pairwise(rest))
            apart = product(out, rest)
        else:
            continue
        for found, verdict in ((alike, Verdict.SAME), (apart, Verdict.APART)):
            for one, other in found:
                low, high = sorted((one, other))
                pairs[low, high] = _judgement(low, high, verdict, decision)
    return list(pairs.values())


def _rivals(
    pairs: Mapping[tuple[str, str], Judgement], sides: Sequence[Sequence[str]]
) -> list[tuple[str, str]]:
    """Pairs that were ruled apart and that a merge brings together."""
    side = {telling: number for number, tellings in enumerate(sides) for telling in tellings}
    return [
        (one, other)
        for (one, other), judgement in pairs.items()
        if judgement.verdict is Verdict.APART and one in side and other in side and side[one] != side[other]
    ]


def _merged(decision: Decision) -> list[list[str]]:
    return list(cast(Mapping[str, Mapping[str, list[str]]], decision.value)["tellings"].values())


def _split(decision: Decision) -> tuple[list[str], list[str]]:
    value = cast(Mapping[str, list[str]], decision.value)
    return value["out"], value["rest"]


def _judgement(one: str, other: str, verdict: Verdict, decision: Decision) -> Judgement:
    return Judgement(one=one, other=other, verdict=verdict, by=decision.by, at=decision.at, why=decision.why)
