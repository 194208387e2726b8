"""Agreement: what each source of an incident says of each field over time, and where sources differ."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from sayso.incidents.agreement.denials import TOLD, denials_in, without_other_denials
from sayso.incidents.agreement.figures import HAPPENED, PEOPLE_FIELDS, figures_in, fit, last_whole
from sayso.incidents.agreement.sources import Newsroom
from sayso.incidents.agreement.totals import are_other_people
from sayso.model import (
    Account,
    Assertion,
    Contradiction,
    Denial,
    Effect,
    Figure,
    Incident,
    Outlet,
    Report,
    Source,
    Stance,
    Standing,
    Status,
    Telling,
)

FIELDS = (HAPPENED, *(effect.value for effect in Effect), "place", "date", "actor")
"""The fields of an incident that sources are compared on, in the order they are shown."""


def account_of(
    incident: Incident,
    reports: Iterable[Report],
    *,
    copies: Mapping[str, str] | None = None,
    outlets: Iterable[Outlet] = (),
) -> Account:
    """What the sources of one incident say, laid side by side, with its status and the claims behind that.

    `reports` must hold those of the incident, and the origins of its copies for their outlets' names.
    """
    known = {report.document: report for report in reports}
    newsroom = Newsroom(
        reports=known, copies=copies or {}, outlets={outlet.name: outlet for outlet in outlets}
    )
    wanted = set(incident.tellings)
    tellings = [telling for report in known.values() for telling in report.tellings if telling.id in wanted]
    said, sources = figures_in(sorted(tellings, key=lambda telling: telling.id), newsroom)
    figures = without_other_denials(said, tellings)
    denials = denials_in(figures)
    standings = _standings(figures, sources, {denial.source for denial in denials})
    contradictions = _contradictions(standings)
    telling_it = _telling_it(figures, tellings, newsroom)
    status, because = _status(telling_it, sources, contradictions, denials)
    return Account(
        incident=incident.id,
        status=status,
        because=because,
        sources=tuple(sources),
        standings=standings,
        contradictions=contradictions,
        denials=denials,
        assertions=_assertions(standings),
    )


def _standings(
    figures: Sequence[Figure], sources: Sequence[Source], denying: set[str]
) -> tuple[Standing, ...]:
    said: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        said[figure.field, figure.source].append(figure)
    last = {key: last_whole(given) for key, given in said.items()}
    standings = []
    for field in FIELDS:
        for source in sources:
            given = said.get((field, source.id))
            if given:
                others = {
                    other.id: _stance(
                        field, last[field, source.id], last.get((field, other.id)), other.id in denying
                    )
                    for other in sources
                    if other.id != source.id
                }
                standings.append(_standing(field, source.id, given, last[field, source.id], others))
    return tuple(standings)


def _standing(
    field: str, source: str, given: Sequence[Figure], last: Figure | None, stances: dict[str, Stance]
) -> Standing:
    whole = [figure for figure in given if figure.whole and not figure.copy] or list(given)
    dates = [figure.published for figure in whole if figure.published]
    return Standing(
        field=field,
        source=source,
        figures=tuple(given),
        last=last,
        first_said=min(dates, default=None),
        last_said=max(dates, default=None),
        revised=any(_is_revised(*both) for both in pairwise(figure for figure in whole if figure.whole)),
        stances=stances,
    )


def _is_revised(before: Figure, after: Figure) -> bool:
    """Whether a source says another value than before, of the same people."""
    said = [(figure.value, figure.low, figure.high) for figure in (before, after)]
    return said[0] != said[1] and not are_other_people(before.kinds, after.kinds)


def _stance(field: str, mine: Figure | None, theirs: Figure | None, denies: bool) -> Stance:
    if theirs is None or mine is None:
        return Stance.DENIES if denies else Stance.SILENT
    if field == HAPPENED:
        return (
            Stance.AGREES
            if (mine.value in TOLD) == (theirs.value in TOLD)
            else (Stance.DENIES if theirs.value == Assertion.DENIED.value else Stance.DIFFERS)
        )
    return Stance.AGREES if fit(mine, theirs) else Stance.DIFFERS


def _contradictions(standings: Sequence[Standing]) -> tuple[Contradiction, ...]:
    found = []
    for one, other in combinations(standings, 2):
        if one.field != other.field or one.field not in PEOPLE_FIELDS:
            continue
        if one.last is not None and other.last is not None and not fit(one.last, other.last):
            found.append(
                Contradiction(
                    field=one.field,
                    sources=(one.source, other.source),
                    claims=(one.last.claim, other.last.claim),
                )
            )
    return tuple(found)


def _assertions(standings: Sequence[Standing]) -> dict[str, Assertion]:
    return {
        standing.source: Assertion(standing.last.value)
        for standing in standings
        if standing.field == HAPPENED and standing.last is not None and standing.last.value is not None
    }


def _telling_it(figures: Sequence[Figure], tellings: Iterable[Telling], newsroom: Newsroom) -> list[Figure]:
    """What tells of the happening, less the own words of an outlet that quotes somebody on it in that report.

    "Shells hit the market, killing seven, the ministry said. It was the third attack": the outlet knows what
    it was told.
    """
    own = set(_in_own_words(tellings, newsroom))
    told = [
        figure
        for figure in figures
        if figure.field in PEOPLE_FIELDS or (figure.field == HAPPENED and figure.value in TOLD)
    ]
    origin = {figure.document: newsroom.origin(figure.document) for figure in told}
    quoting = {origin[figure.document] for figure in told if figure.claim not in own}
    return [figure for figure in told if figure.claim not in own or origin[figure.document] not in quoting]


def _in_own_words(tellings: Iterable[Telling], newsroom: Newsroom) -> Iterator[str]:
    """The claims for which an outlet quotes nobody."""
    for telling in tellings:
        for claim, chain in (
            (telling.id, telling.chain),
            *((toll.id, toll.chain) for toll in telling.tolls),
        ):
            if newsroom.speaker(chain, telling.document).outlet:
                yield claim


def _status(
    told: Sequence[Figure],
    sources: Sequence[Source],
    contradictions: Sequence[Contradiction],
    denials: Sequence[Denial],
) -> tuple[Status, tuple[str, ...]]:
    if denials:
        return Status.DENIED, tuple(denial.claim for denial in denials)
    if contradictions:
        return Status.CONTESTED, tuple(
            sorted({claim for contradiction in contradictions for claim in contradiction.claims})
        )
    roofs = {source.id: source.roof or source.id for source in sources}
    telling: dict[str, str] = {}
    for figure in told:
        telling.setdefault(roofs[figure.source], figure.claim)
    status = Status.CORROBORATED if len(telling) > 1 else Status.SINGLE_SOURCE
    return status, tuple(sorted(telling.values()))
