"""Incidents as the ledger has them: one by id, a page of a list, or all as tables."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from sqlalchemy import ColumnElement, Connection, Row, Select, func, literal_column, or_, select, tuple_

from sayso.errors import NotInLedger, UsageError
from sayso.ledger import schema
from sayso.ledger.backends import backend_of
from sayso.ledger.backends.instr import instr
from sayso.ledger.chunks import chunks
from sayso.ledger.filing import ROW, Filed, IncidentRow, folded
from sayso.ledger.finding import whole_id
from sayso.ledger.plain import from_json, from_plain
from sayso.ledger.superseding import unpacked
from sayso.ledger.wanted import check
from sayso.model import Account, Copy, CopyKind, Incident, OriginBy, Span, Status, SyndicationGroup

_of = schema.incidents.c
_current = _of.superseded_by.is_(None)


class OnlyIncidents(TypedDict, total=False):
    """Which incidents are wanted: those that fit all that is given."""

    status: str
    type: str
    """Event type of any of its tellings."""
    place: str
    """Words of a place's name as a report has it; case and accents do not count."""
    party: str
    """Words of the name of somebody who acts or is acted upon."""
    source: str
    """Words of the name of somebody on whose say-so something stands."""
    outlet: str
    since: str
    """Day, such as `2031-05-02`, on or after which it happened."""
    until: str
    min_killed: int
    """Least number of dead that some source gives."""
    min_injured: int
    min_reports: int
    document: str
    """Id of a document that tells of it, or the beginning of one."""
    claim: str
    """Id of an event claim that is one of its tellings."""
    notable: bool
    """Whether to leave out what one telling alone has, with nobody killed or injured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPage:
    """Some rows of a list, and where it goes on."""

    rows: tuple[IncidentRow, ...]
    next: str | None
    """What to give as `after` for the next rows; None at the end."""


@dataclass(frozen=True, slots=True)
class _Order:
    """How a list is ordered: by one value, then by id."""

    key: ColumnElement[Any]
    read: Callable[[str], object]
    falling: bool


ORDERS: Mapping[str, _Order] = {
    "changed": _Order(_of.grouping, int, falling=True),
    "deadliest": _Order(literal_column("coalesce(killed_high, -1)"), int, falling=True),
    "newest": _Order(literal_column("coalesce(day, '')"), str, falling=True),
    "oldest": _Order(literal_column("coalesce(day, '')"), str, falling=False),
}
"""The orders of a list of incidents; `deadliest` goes by the most that any source says."""


def page(
    connection: Connection, only: OnlyIncidents, *, order: str, after: str | None, limit: int
) -> IncidentPage:
    """Rows of the incidents that are wanted, from where an earlier page ended."""
    if order not in ORDERS:
        raise UsageError(f"incidents cannot be ordered by {order!r}; only by {', '.join(ORDERS)}")
    by = ORDERS[order]
    query = select(by.key.label("key"), *(_of[name] for name in ROW)).where(*conditions(connection, only))
    if after is not None:
        place = tuple_(by.key, _of.id)
        query = query.where(place < _cursor(by, after) if by.falling else place > _cursor(by, after))
    columns = (by.key.desc(), _of.id.desc()) if by.falling else (by.key, _of.id)
    found = connection.execute(query.order_by(*columns).limit(limit + 1)).all()
    last = found[limit - 1] if len(found) > limit else None
    return IncidentPage(
        rows=tuple(to_row(row) for row in found[:limit]), next=f"{last.key}~{last.id}" if last else None
    )


def _cursor(by: _Order, after: str) -> tuple[Any, str]:
    key, _, id = after.partition("~")
    try:
        return by.read(key), id
    except ValueError:
        raise UsageError(f"{after!r} is no place in this list") from None


def count(connection: Connection, only: OnlyIncidents) -> int:
    """How many incidents are wanted."""
    return connection.scalar(select(func.count()).where(*conditions(connection, only))) or 0


def cases(connection: Connection, only: OnlyIncidents) -> Iterator[Filed]:
    """The incidents that are wanted, by id."""
    query = filed_rows().where(*conditions(connection, only)).order_by(_of.id)
    for row in connection.execute(query, execution_options={"yield_per": 500}):
        yield to_filed(row)


def incident(connection: Connection, id: str) -> Filed:
    """The incident with this id, or the only one whose id begins so, or what has become of it."""
    whole = whole_id(connection, _of.id, id, kind="incident")
    row = connection.execute(filed_rows().where(_of.id == whole, _current)).one_or_none()
    return to_filed(row) if row is not None else incident(connection, _heir(connection, whole))


def _heir(connection: Connection, id: str) -> str:
    """The incident that now holds the telling that once named `id`."""
    founding = connection.scalar(select(_of.founding).where(_of.id == id).limit(1))
    heir = members(connection, [founding or ""]).get(founding or "")
    if heir is None:
        raise NotInLedger(kind="incident", id=id)
    return heir


def members(connection: Connection, tellings: Collection[str]) -> dict[str, str]:
    """The incident that each of some tellings stands in now."""
    told = schema.incident_tellings.c
    query = select(told.telling, _of.id).join(schema.incidents, _of.number == told.incident).where(_current)
    return {
        row.telling: row.id
        for some in chunks(sorted(tellings))
        for row in connection.execute(query.where(backend_of(connection).among(told.telling, some)))
    }


def tellings_ever(connection: Connection, id: str) -> set[str]:
    """The claims that any version of an incident has had as tellings."""
    told = schema.incident_tellings.c
    of_any = select(told.telling).join(schema.incidents, _of.number == told.incident).where(_of.id == id)
    return set(connection.scalars(of_any))


def figure_claims(connection: Connection) -> Iterator[tuple[str, str]]:
    """The claims that figures of current incidents quote, each with its incident."""
    for filed in cases(connection, {}):
        yield from ((filed.incident.id, claim) for claim in filed.account.claims)


def conditions(connection: Connection, only: OnlyIncidents) -> Iterator[ColumnElement[bool]]:
    """The conditions that an incident must meet; `UsageError` names a choice that there is not."""
    check(only, known=OnlyIncidents.__annotations__, what="incidents")
    yield _current
    for name, value in only.items():
        match name:
            case "status":
                yield _of.status == value
            case "since":
                yield _of.until >= value
            case "until":
                yield _of.day <= value
            case "min_killed" | "min_injured":
                yield _of[f"{name.removeprefix('min_')}_high"] >= value
            case "min_reports":
                yield _of.reports >= value
            case "document":
                whole = whole_id(connection, schema.documents.c.id, str(value), kind="document")
                yield _of.number.in_(_told_by(schema.incident_tellings.c.document == whole))
            case "claim":
                yield _of.number.in_(_told_by(schema.incident_tellings.c.telling == value))
            case "notable":
                if value:
                    yield or_(_of.killed_high.is_not(None), _of.injured_high.is_not(None), _of.tellings > 1)
            case _:
                yield _of.number.in_(_named(name, str(value)))


def _told_by(condition: ColumnElement[bool]) -> Any:
    return select(schema.incident_tellings.c.incident).where(condition)


def _named(role: str, words: str) -> Any:
    """Incidents that have a name in a role which holds these words, as whole words."""
    names = schema.incident_names.c
    wanted = instr(" " + names.name + " ", f" {folded(words)} ") > 0
    return select(names.incident).where(names.role == role, wanted)


def copies(connection: Connection, documents: Collection[str] | None = None) -> list[SyndicationGroup]:
    """The syndication groups, by origin, or those that some documents are in."""
    groups, copied = schema.syndications.c, schema.copies.c
    query = select(schema.syndications).where(groups.superseded_by.is_(None)).order_by(groups.origin)
    if documents is not None:
        member = select(copied.syndication).where(copied.document.in_(sorted(documents)))
        query = query.where(or_(groups.number.in_(member), groups.origin.in_(sorted(documents))))
    found = connection.execute(query).all()
    members: dict[int, dict[str, Copy]] = {group.number: {} for group in found}
    of_groups = select(schema.copies)
    if documents is not None:
        of_groups = of_groups.where(copied.syndication.in_(list(members)))
    for row in connection.execute(of_groups.order_by(copied.document)):
        if row.syndication in members:
            members[row.syndication][row.document] = _to_copy(row)
    return [_to_group(row, members[row.number]) for row in found]


def _to_copy(row: Row[Any]) -> Copy:
    return Copy(
        kind=CopyKind(row.kind),
        share=row.share,
        covers=row.covers,
        added=from_json(tuple[Span, ...], row.added),
        dropped=from_json(tuple[Span, ...], row.dropped),
    )


def _to_group(row: Row[Any], members: Mapping[str, Copy]) -> SyndicationGroup:
    return SyndicationGroup(
        origin=row.origin,
        origin_by=OriginBy(row.origin_by),
        credit=row.credit,
        owner=row.owner,
        members=members,
    )


def filed_rows() -> Select[Any]:
    """Every version of every incident, with when it was filed."""
    grouped = schema.groupings.c
    return select(schema.incidents, grouped.at.label("changed")).join(
        schema.groupings, grouped.number == _of.grouping
    )


def to_filed(row: Row[Any]) -> Filed:
    """The incident that a row keeps. Raises `ValueError` or `KeyError` where nobody wrote it so."""
    content = json.loads(unpacked(row.content))
    return Filed(
        incident=_thing(Incident, content["incident"]),
        account=_thing(Account, content["account"]),
        row=to_row(row),
        changed=row.changed,
    )


def _thing(cls: type[Any], raw: object) -> Any:
    return from_plain(cls, raw)


def to_row(row: Row[Any]) -> IncidentRow:
    """What a list shows of the incident that a row keeps."""
    values = {name: getattr(row, name) for name in ROW}
    return IncidentRow(**values | {"status": Status(row.status)})
