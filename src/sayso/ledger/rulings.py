"""Splits and merges of incidents, as decisions that hold whenever incidents are grouped again."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise, product
from typing import cast

from sqlalchemy import Connection

from sayso.errors import UsageError
from sayso.ledger.deciding import decisions, standing
from sayso.model import Claim, Decision, Judgement, Ruling, Subject, Verdict

Tellings = Mapping[str, Sequence[str]]
"""The tellings of some incidents, by incident id."""


def merge_of(tellings: Tellings, *, by: str, at: str, why: str) -> Decision:
    """The decision that some incidents are one happening; it names their tellings, which outlive the ids.

    Raises `UsageError` for fewer than two incidents.
    """
    if len(tellings) < 2:
        named = ", ".join(tellings) or "none"
        raise UsageError(f"a merge needs two different incidents or more; there is only {named} here")
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
    incident: str,
    tellings: Sequence[str],
    out: Collection[str],
    *,
    by: str,
    at: str,
    why: str,
    homes: Mapping[str, str] | None = None,
) -> Decision:
    """The decision that some tellings of an incident are another happening.

    `homes` are the incidents of those to be taken out, as far as they are known. Raises `UsageError` where
    they are none of its tellings, or all of them.
    """
    strange = sorted(set(out) - set(tellings))
    if strange:
        where = [_whereabouts(claim, (homes or {}).get(claim)) for claim in strange]
        raise UsageError(
            f"{', '.join(where)}; `sayso incidents explain {incident}` lists the tellings of {incident}"
        )
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


def whole_events(out: Collection[str], told: Iterable[Claim]) -> set[str]:
    """`out` with the other voices that tell of the same events among the claims `told`.

    What several voices of one report tell of one event is one from the start, and is taken out together.
    """
    event_of = {claim.id: claim.event or claim.id for claim in told}
    events = {event_of.get(claim, claim) for claim in out}
    return {*out, *(claim for claim, event in event_of.items() if event in events)}


def _whereabouts(claim: str, home: str | None) -> str:
    return f"{claim} is a telling of {home}" if home else f"{claim} is no telling of an event"


def judgements(connection: Connection) -> list[Judgement]:
    """What the standing splits and merges say of pairs of tellings, for grouping to obey."""
    return judgements_in(standing(connection, decisions(connection, kind=Subject.INCIDENT)))


def judgements_in(decisions: Iterable[Decision]) -> list[Judgement]:
    """What some decisions, in the order they were taken, say of pairs of tellings: one verdict a pair."""
    pairs: dict[tuple[str, str], Judgement] = {}
    for decision in decisions:
        for one, other, verdict in _verdicts(decision):
            low, high = sorted((one, other))
            pairs[low, high] = _judgement(low, high, verdict, decision)
    return list(pairs.values())


def _verdicts(decision: Decision) -> Iterator[tuple[str, str, Verdict]]:
    """What a decision says of every pair of tellings that it brings together or parts."""
    if decision.verdict is Ruling.MERGE:
        for side, beside in combinations(_merged(decision), 2):
            yield from ((one, other, Verdict.SAME) for one, other in product(side, beside))
    elif decision.verdict is Ruling.SPLIT:
        out, rest = _split(decision)
        yield from ((one, other, Verdict.APART) for one, other in product(out, rest))
        # What is taken out is one happening, and what is left is, too.
        alike = chain(combinations(out, 2), pairwise(rest))
        yield from ((one, other, Verdict.SAME) for one, other in alike)


def _merged(decision: Decision) -> list[list[str]]:
    return list(cast(Mapping[str, Mapping[str, list[str]]], decision.value)["tellings"].values())


def _split(decision: Decision) -> tuple[list[str], list[str]]:
    value = cast(Mapping[str, list[str]], decision.value)
    return value["out"], value["rest"]


def _judgement(one: str, other: str, verdict: Verdict, decision: Decision) -> Judgement:
    return Judgement(one=one, other=other, verdict=verdict, by=decision.by, at=decision.at, why=decision.why)
