"""Grouping: which tellings of many reports concern one happening, with judgements of people respected."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.incidents.compare.rarity import Rarity
from sayso.incidents.compare.score import compare, score
from sayso.incidents.compare.traces import Trace
from sayso.incidents.compare.weights import Weights, shipped_weights
from sayso.incidents.group.grouper import Grouper
from sayso.incidents.group.judging import rulings_of
from sayso.incidents.group.naming import named
from sayso.incidents.kept.draft import Draft
from sayso.incidents.kept.shelf import MemoryShelf
from sayso.model import Incident, Judgement, Link, Report

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
    return Incident(
        id=id,
        tellings=tuple(id for trace in traces for id in trace.ids),
        founding=founding.id,
        links=tuple(_strongest(trace, traces, weights) for trace in traces if trace is not founding),
    )


def _strongest(trace: Trace, traces: Sequence[Trace], weights: Weights) -> Link:
    """The link that holds a telling in its incident: the best of those to the first few others."""
    tried = [other for other in traces[: _LINKS_TRIED + 1] if other is not trace][:_LINKS_TRIED]
    best = max(tried, key=lambda other: (score(trace, other, weights), other.id))
    return compare(trace, best, weights=weights)
