"""An incident as it is filed: all of it, and what a list of incidents shows and can be searched by."""

import unicodedata
from calendar import monthrange
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from sayso.model import Account, Assertion, Effect, Figure, Incident, Party, Site, Status, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """An incident as a list shows it. Its numbers are the least and the most that any source says."""

    id: str
    status: Status
    type: str
    """The event type of most tellings."""
    trigger: str
    day: str | None
    """First day on which it can have happened, as the first of them that is dated has it."""
    until: str | None
    """Last such day."""
    place: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision_km: float | None
    killed_low: int | None
    killed_high: int | None
    injured_low: int | None
    injured_high: int | None
    tellings: int
    reports: int
    """How many documents tell of it, copies among them."""
    sources: int
    contradictions: int
    denials: int
    title: str | None
    """Of the document that names it."""
    first_published: str | None
    last_published: str | None

    @property
    def notable(self) -> bool:
        """Whether somebody was killed or injured, or more than one telling has it."""
        return self.tellings > 1 or self.killed_high is not None or self.injured_high is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An incident to be filed: which tellings concern it, and what their sources say of it."""

    incident: Incident
    account: Account
    tellings: tuple[Telling, ...]
    """Its own, in any order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """An incident as the ledger has it."""

    incident: Incident
    account: Account
    row: IncidentRow
    changed: str
    """When it last changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Who printed a document, when, and under which title."""

    title: str | None
    outlet: str | None
    published: str | None


def documents_of(case: Case) -> tuple[str, ...]:
    """The document of each telling of a case, in the order of its incident's tellings."""
    document = {telling.id: telling.document for telling in case.tellings}
    return tuple(document[id] for id in case.incident.tellings)


def folded(name: str) -> str:
    """The name without case and accents, its words one blank apart."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(each for each in bare if not unicodedata.combining(each)).split())


def days_of(date: str | None) -> tuple[str | None, str | None]:
    """First and last day of `2031-05-03`, `2031-05`, `2031` or `2031-05-03/2031-05-08`."""
    if date is None:
        return None, None
    start, _, end = date.partition("/")
    last = end or start
    if len(last) == len("2031"):
        last += "-12"
    if len(last) == len("2031-05"):
        last += f"-{monthrange(int(last[:4]), int(last[5:]))[1]:02}"
    return start + "-01" * (2 - start.count("-")), last


def numbers(figure: Figure) -> tuple[int, int] | None:
    """The least and the most that a figure commits its source to: "at least nine" is nine, twice."""
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    return None if low is None or high is None else (low, high)


def row_of(case: Case, printed: Mapping[str, Printed]) -> IncidentRow:
    """What a list shows of a case; `printed` tells of its documents, by id."""
    account, tellings = case.account, _in_order(case)
    ordered = _most_telling(tellings, case.incident.founding)
    named = next((telling for telling in ordered if not telling.counts_only), ordered[0])
    day, until = days_of(next((telling.date for telling in ordered if telling.date), None))
    site = _site(ordered)
    published = sorted(filter(None, (printed[telling.document].published for telling in tellings)))
    killed, injured = _span(account, Effect.KILLED), _span(account, Effect.INJURED)
    return IncidentRow(
        id=case.incident.id,
        status=account.status,
        type=named.type.value,
        trigger=named.tolls[0].effect.value if named.counts_only else named.triggers[0],
        day=day,
        until=until,
        place=site.words if site else None,
        country=site.country if site else None,
        latitude=_real(site.latitude if site else None),
        longitude=_real(site.longitude if site else None),
        precision_km=_real(site.precision_km if site else None),
        killed_low=killed[0],
        killed_high=killed[1],
        injured_low=injured[0],
        injured_high=injured[1],
        tellings=len(tellings),
        reports=len({telling.document for telling in tellings}),
        sources=len(account.sources),
        contradictions=len(account.contradictions),
        denials=len(account.denials),
        title=printed[ordered[0].document].title,
        first_published=published[0] if published else None,
        last_published=published[-1] if published else None,
    )


def _in_order(case: Case) -> list[Telling]:
    told = {telling.id: telling for telling in case.tellings}
    return [told[id] for id in case.incident.tellings]


def _most_telling(tellings: Sequence[Telling], founding: str) -> list[Telling]:
    """The tellings, first those that can stand for all in a list: of the commonest type, told as done.

    Of several as good the one that the incident is named after comes first, and then the earliest.
    """
    types = Counter(telling.type for telling in tellings if not telling.counts_only)

    def rank(telling: Telling) -> tuple[int, bool, bool]:
        told = telling.assertion is Assertion.HAPPENED
        return -types[telling.type], not told, telling.id != founding

    return sorted(tellings, key=rank)


def _site(tellings: Sequence[Telling]) -> Site | None:
    """The first place that is named, the first on the map among those of one telling."""
    for telling in tellings:
        if telling.places:
            known = [site for site in telling.places if site.latitude is not None]
            return (known or telling.places)[0]
    return None


def _real(number: float | None) -> float | None:
    # SQLite keeps neither whole numbers in a column of reals nor the sign of zero.
    return None if number is None else float(number) + 0.0


def _span(account: Account, effect: Effect) -> tuple[int | None, int | None]:
    """The least and the most of what the sources say last."""
    said = [standing.last for standing in account.standings if standing.field == effect.value]
    known = [pair for last in said if last is not None and (pair := numbers(last)) is not None]
    if not known:
        return None, None
    return min(low for low, _ in known), max(high for _, high in known)


def names_of(case: Case, printed: Mapping[str, Printed]) -> Mapping[str, frozenset[str]]:
    """What a case can be found by, folded, by role: `place`, `party`, `source`, `outlet`, `type`."""
    account, tellings = case.account, case.tellings
    outlets = {printed[telling.document].outlet for telling in tellings}
    found: Mapping[str, Collection[str | None]] = {
        "place": {site.words for telling in tellings for site in telling.places},
        "party": {party.words for telling in tellings for party in _parties(telling)},
        "source": {source.name for source in account.sources},
        "outlet": outlets,
        "type": {telling.type.value for telling in tellings},
    }
    return {role: frozenset(folded(name) for name in names if name) for role, names in found.items()}


def _parties(telling: Telling) -> Iterator[Party]:
    yield from telling.actors
    yield from telling.recipients


ROW = tuple(field.name for field in fields(IncidentRow))
"""The columns of `incidents` that a row of a list is made of."""
