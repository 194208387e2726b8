"""Grouping: which tellings of many reports concern one happening, with judgements of people respected."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from sayso.incidents.compare.rarity import Rarity
from sayso.incidents.compare.score import compare, score
from sayso.incidents.compare.traces import Trace
from sayso.incidents.compare.weights import Weights, shipped_weights
from sayso.incidents.group.grouper import Grouper
from sayso.incidents.group.judging import rulings_of
from sayso.incidents.group.naming import named
from sayso.incidents.kept.draft import Draft
from sayso.incidents.kept.shelf import MemoryShelf
from sayso.model import Incident, Judgement, Report

_LINKS_TRIED = 8


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
    table = weights or shipped_weights()
    grouper = Grouper(Draft(MemoryShelf()), weights=table, rulings=rulings_of(judgements), rarity=rarity)
    for report in reports:
        grouper.receive(report)
    grouper.file(copies or {})
    groups = grouper.traces(grouper.settle().groups)
    found = (incident_of(traces, weights=table, given=given or {}) for traces in groups)
    return sorted(found, key=lambda incident: incident.id)


def incident_of(traces: Sequence[Trace], *, weights: Weights, given: Mapping[str, str]) -> Incident:
    """One group of tellings as an incident; the traces come in order of publication."""
    id, founding = named(traces, given=given)
    others = [trace for trace in traces if trace is not founding]

    @cache
    def score_of(one: Trace, other: Trace) -> float:
        return score(one, other, weights) if one.id <= other.id else score_of(other, one)

    return Incident(
        id=id,
        tellings=tuple(id for trace in traces for id in trace.ids),
        founding=founding.id,
        links=tuple(compare(each, _closest(each, traces, score_of), weights=weights) for each in others),
    )


def _closest(trace: Trace, traces: Sequence[Trace], score_of: Callable[[Trace, Trace], float]) -> Trace:
    """The telling whose link holds another in its incident: the best of the first few others."""
    tried = [other for other in traces[: _LINKS_TRIED + 1] if other is not trace][:_LINKS_TRIED]
    if len(tried) == 1:
        return tried[0]
    return max(tried, key=lambda other: (score_of(trace, other), other.id))
