"""The incidents of a ledger as pages ask for them."""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.errors import NotInLedger
from sayso.incidents import account_of, copies_in, incidents_in, report_of
from sayso.incidents.copies import copy_groups
from sayso.ledger import Ledger
from sayso.model import Account, Incident, Judgement, Report, Telling
from sayso.web.shelf import Shelves

_PEOPLE = ("killed", "injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One incident in a listing. Least and most are those that any source commits itself to."""

    id: str
    status: str
    type: str
    trigger: str
    day: str | None
    place: str | None
    title: str | None
    latitude: float | None
    longitude: float | None
    precision_km: float | None
    killed_low: int | None
    killed_high: int | None
    injured_low: int | None
    injured_high: int | None
    tellings: int
    reports: int
    sources: int
    contradictions: int
    denials: int
    first_published: str | None
    last_published: str | None

    @property
    def notable(self) -> bool:
        """Whether people were hit, or more than one report tells of it."""
        return self.reports > 1 or bool(self.killed_high or self.killed_low or self.injured_low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One incident with everything that is said of it."""

    row: Row
    incident: Incident
    account: Account
    tellings: tuple[Telling, ...]
    copies: Mapping[str, str]
    """From each document in a syndication group to the group's origin."""
    reports: Mapping[str, Report]


@dataclass(frozen=True, slots=True)
class _Grouped:
    version: object
    cases: Mapping[str, Case]
    of_claim: Mapping[str, str]
    copies: Mapping[str, str]


class Stories:
    """Incidents grouped from the ledger's readings, and kept until the ledger changes."""

    def __init__(self, ledger: Ledger, shelves: Shelves) -> None:
        self._ledger = ledger
        self._shelves = shelves
        self._lock = threading.Lock()
        self._grouped: _Grouped | None = None
        self._judgements: tuple[Judgement, ...] = ()

    def rows(self) -> list[Row]:
        """Every incident, the latest day first."""
        rows = [case.row for case in self._now().cases.values()]
        return sorted(rows, key=lambda row: (row.day or "", row.tellings, row.id), reverse=True)

    def case(self, id: str) -> Case:
        """The incident with this id, or with the only id that begins so."""
        cases = self._now().cases
        if id in cases:
            return cases[id]
        fitting = [whole for whole in cases if whole.startswith(id)]
        if len(fitting) != 1:
            raise NotInLedger(kind="incident", id=id)
        return cases[fitting[0]]

    def of_claims(self, claims: Iterable[str]) -> dict[str, str]:
        """The incident that each claim belongs to, for those that belong to one."""
        known = self._now().of_claim
        return {claim: known[claim] for claim in claims if claim in known}

    def copies(self) -> Mapping[str, str]:
        """From each document in a syndication group to the group's origin."""
        return self._now().copies

    def _now(self) -> _Grouped:
        version = self._shelves.newest().version
        with self._lock:
            if self._grouped is None or self._grouped.version != version:
                self._grouped = _grouped(self._ledger, version, self._judgements)
            return self._grouped


def _grouped(ledger: Ledger, version: object, judgements: Iterable[Judgement]) -> _Grouped:
    documents, reports = [], {}
    for reading in ledger.readings():
        documents.append(reading.document)
        reports[reading.document.id] = report_of(reading)
    copies = copy_groups(copies_in(documents))
    tellings = {telling.id: telling for report in reports.values() for telling in report.tellings}
    cases: dict[str, Case] = {}
    for incident in incidents_in(reports.values(), copies=copies, judgements=judgements):
        told = tuple(tellings[id] for id in incident.tellings)
        near = {telling.document for telling in told}
        near |= {copies[id] for id in near if id in copies}
        known = {id: reports[id] for id in sorted(near)}
        account = account_of(incident, known.values(), copies=copies)
        cases[incident.id] = Case(
            row=_row(incident, account, told, known),
            incident=incident,
            account=account,
            tellings=told,
            copies=copies,
            reports=known,
        )
    of_claim = {}
    for case in cases.values():
        for telling in case.tellings:
            of_claim[telling.id] = case.incident.id
            of_claim |= {toll.id: case.incident.id for toll in telling.tolls}
    return _Grouped(version, cases, of_claim, copies)


def _row(incident: Incident, account: Account, tellings: tuple[Telling, ...], reports: Mapping[str, Report]) -> Row:
    founding = next((telling for telling in tellings if telling.id == incident.founding), tellings[0])
    sites = [site for telling in (founding, *tellings) for site in telling.places]
    site = next((site for site in sites if site.latitude is not None), sites[0] if sites else None)
    published = sorted(
        filter(None, (reports[telling.document].published for telling in tellings if telling.document in reports))
    )
    bounds = {}
    for field in _PEOPLE:
        last = [item.last for item in account.standings if item.field == field and item.last is not None]
        numbers = [number for figure in last for number in (figure.low, figure.high) if number is not None]
        bounds[f"{field}_low"] = min(numbers, default=None)
        bounds[f"{field}_high"] = max(numbers, default=None)
    dates = [telling.date for telling in (founding, *tellings) if telling.date]
    return Row(
        id=incident.id,
        status=account.status.value,
        type=founding.type.value,
        trigger=founding.triggers[0],
        day=dates[0] if dates else None,
        place=site.words if site else None,
        title=reports[founding.document].title if founding.document in reports else None,
        latitude=site.latitude if site else None,
        longitude=site.longitude if site else None,
        precision_km=site.precision_km if site else None,
        tellings=len(tellings),
        reports=len({telling.document for telling in tellings}),
        sources=len(account.sources),
        contradictions=len(account.contradictions),
        denials=len(account.denials),
        first_published=published[0] if published else None,
        last_published=published[-1] if published else None,
        **bounds,
    )
