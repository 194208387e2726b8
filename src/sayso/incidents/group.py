"""Grouping: which tellings of many reports concern one happening, with judgements of people respected."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.incidents.blocks import candidates
from sayso.incidents.cluster import Pair, clusters_of
from sayso.incidents.compare import bar, compare, score
from sayso.incidents.naming import named
from sayso.incidents.traces import Rarity, Trace, rarity_of, traces_of
from sayso.incidents.weights import Weights, shipped_weights
from sayso.model import Incident, Judgement, Link, Report, Verdict

_IN_REPORT = 6
"""How often a pair within one report counts: nothing tells better what an aside is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """People's judgements, ready to be obeyed: pairs of telling ids."""

    same: frozenset[tuple[str, str]]
    apart: frozenset[tuple[str, str]]


def incidents_in(
    reports: Iterable[Report],
    *,
    copies: Mapping[str, str] | None = None,
    judgements: Iterable[Judgement] = (),
    given: Mapping[str, str] | None = None,
    rarity: Rarity | None = None,
    weights: Weights | None = None,
) -> list[Incident]:
    """The incidents that some reports tell of, by id; the same in whatever order the reports come.

    `copies` maps a document id to the id of its syndication group's origin; `given` maps founding tellings
    to the ids that their incidents already have; `rarity` is worked out from the reports where it is None.
    """
    known = sorted(reports, key=lambda report: report.document)
    traces = sorted(
        traces_of(known, rarity=rarity or rarity_of(known), copies=copies),
        key=lambda trace: (trace.story.published or 0, trace.id),
    )
    table = weights or shipped_weights()
    rulings = rulings_of(judgements)
    groups = grouped(traces, rulings=rulings, weights=table)
    incidents = [_incident([traces[item] for item in group], table, given or {}) for group in groups]
    return sorted(incidents, key=lambda incident: incident.id)


def grouped(traces: Sequence[Trace], *, rulings: Rulings, weights: Weights) -> list[list[int]]:
    """The traces in groups of one happening each, as indices; `traces` must be sorted by publication."""
    index = {trace.id: at for at, trace in enumerate(traces)}
    apart = {(index[a], index[b]) for a, b in rulings.apart if a in index and b in index}
    apart |= {(b, a) for a, b in apart}
    scores: dict[Pair, float] = {}
    for one, other in candidates(traces):
        if (one, other) not in apart and bar(traces[one], traces[other]) is None:
            scores[one, other] = score(traces[one], traces[other], weights)
    return clusters_of(
        scores,
        size=len(traces),
        threshold=weights.threshold,
        unseen=weights.unseen,
        barred=lambda a, b: (a, b) in apart or bar(traces[a], traces[b]) is not None,
        vague=lambda item: traces[item].days is None or traces[item].borrowed,
        core=lambda item: traces[item].foremost,
        weight=lambda a, b: _IN_REPORT if traces[a].story is traces[b].story else 1,
        together=[
            (min(index[a], index[b]), max(index[a], index[b]))
            for a, b in rulings.same
            if a in index and b in index
        ],
    )


def rulings_of(judgements: Iterable[Judgement]) -> Rulings:
    """The judgements that hold: of several on one pair the latest, unless it is revoked."""
    latest: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda judgement: (judgement.at, judgement.one, judgement.other)):
        if not judgement.revoked:
            low, high = sorted((judgement.one, judgement.other))
            latest[low, high] = judgement
    apart = {pair for pair, ruled in latest.items() if ruled.verdict is Verdict.APART}
    merges = [ruled for ruled in latest.values() if ruled.verdict is Verdict.SAME]
    merges.sort(key=lambda ruled: (ruled.at, ruled.one, ruled.other), reverse=True)
    return Rulings(same=frozenset(_possible(merges, apart)), apart=frozenset(apart))


def _possible(merges: Iterable[Judgement], apart: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The merges, latest first, that do not lead round a ruling that two tellings are apart."""
    group: dict[str, set[str]] = {}
    for ruled in merges:
        both = group.get(ruled.one, {ruled.one}) | group.get(ruled.other, {ruled.other})
        if not any(one in both and other in both for one, other in apart):
            group.update(dict.fromkeys(both, both))
            yield ruled.one, ruled.other


def _incident(traces: Sequence[Trace], weights: Weights, given: Mapping[str, str]) -> Incident:
    id, founding = named(traces, given=given)
    return Incident(
        id=id,
        tellings=tuple(trace.id for trace in traces),
        founding=founding.id,
        links=tuple(_strongest(trace, traces, weights) for trace in traces if trace is not founding),
    )


def _strongest(trace: Trace, traces: Sequence[Trace], weights: Weights) -> Link:
    """The link that holds a telling in its incident: the best of those to the first few others."""
    others = [other for other in traces if other is not trace][:_LINKS_TRIED]
    best = max(others, key=lambda other: (score(trace, other, weights), other.id))
    return compare(trace, best, weights=weights)


_LINKS_TRIED = 8
