"""What is new in a ledger since some time: incidents, figures that moved, denials, articles that changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from sayso.errors import NotInLedger, UsageError
from sayso.ledger import schema
from sayso.ledger.articles import deleted, edited
from sayso.ledger.filing import Filed
from sayso.ledger.incidents import filed_rows, members, to_filed
from sayso.model import Account, Figure


class ChangeKind(StrEnum):
    """What kind of thing changed."""

    NEW = "new incident"
    GONE = "gone"
    STATUS = "status"
    FIGURE = "figure"
    DENIAL = "denial"
    EDITED = "edited"
    DELETED = "deleted"


CHANGE_KINDS: Mapping[ChangeKind, str] = {
    ChangeKind.NEW: "an incident that was not there; `after` is its status",
    ChangeKind.GONE: "no incident any more; `after` is the one that its founding telling is in now",
    ChangeKind.STATUS: "an incident stands differently",
    ChangeKind.FIGURE: "a source's last whole figure for a field is new, another, or no longer there",
    ChangeKind.DENIAL: "a source denies it, or takes back having told it",
    ChangeKind.EDITED: "an article reads differently; `before` and `after` are documents",
    ChangeKind.DELETED: "an article is no longer where it was; `before` is the document",
}
"""Every kind of change with its meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was."""

    kind: ChangeKind
    subject: str
    """The incident's id; for an article its URL, or where it was read from."""
    at: str
    """When the ledger learnt of it."""
    field: str | None = None
    source: str | None = None
    """The name of who says so."""
    before: str | None = None
    after: str | None = None
    claim: str | None = None
    """The claim that says so now."""
    as_read: str | None = None
    """What was read, where people corrected what it says now."""


def since_when(connection: Connection, since: str) -> str:
    """The time that a day, a time or a run's id names, in the form that the ledger keeps times in.

    Times without a zone are UTC. Raises `UsageError` for anything else.
    """
    if since.startswith("r-"):
        started = connection.scalar(select(schema.runs.c.started).where(schema.runs.c.id == since))
        if started is None:
            raise NotInLedger(kind="run", id=since)
        return str(started)
    try:
        moment = datetime.fromisoformat(since)
    except ValueError:
        raise UsageError(
            f"{since!r} is no day, time or run; write it as 2031-05-03 or 2031-05-03T06:00"
        ) from None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return zoned.astimezone(UTC).isoformat(timespec="seconds")


def changes(connection: Connection, since: str, *, notable: bool) -> Iterator[Change]:
    """What has changed since a time in the ledger's form: incidents by id, then articles."""
    before, after = _then(connection, since), _now(connection, since)
    for id in sorted(before.keys() | after.keys()):
        if id not in after:
            yield from _gone(connection, before[id])
        elif id in before or after[id].row.notable or not notable:
            yield from _moved(before.get(id), after[id])
    for article in edited(connection, since):
        yield Change(
            kind=ChangeKind.EDITED,
            subject=article.place,
            at=article.at,
            before=article.before,
            after=article.after,
        )
    for article in deleted(connection, since):
        yield Change(kind=ChangeKind.DELETED, subject=article.place, at=article.at, before=article.before)


def _now(connection: Connection, since: str) -> Mapping[str, Filed]:
    """Current incidents that were filed since then, by id."""
    recent = schema.groupings.c.at >= since
    return _filed(connection, and_(schema.incidents.c.superseded_by.is_(None), recent))


def _then(connection: Connection, since: str) -> Mapping[str, Filed]:
    """The incidents that stood then and have been superseded since, by id, as they stood."""
    ended = select(schema.groupings.c.number).where(schema.groupings.c.at >= since)
    stood = and_(schema.groupings.c.at < since, schema.incidents.c.superseded_by.in_(ended))
    return _filed(connection, stood)


def _filed(connection: Connection, condition: ColumnElement[bool]) -> Mapping[str, Filed]:
    found = connection.execute(filed_rows().where(or_(condition)))
    return {row.id: to_filed(row) for row in found}


def _gone(connection: Connection, before: Filed) -> Iterator[Change]:
    founding = before.incident.founding
    now = members(connection, [founding]).get(founding)
    if now != before.incident.id:
        yield Change(
            kind=ChangeKind.GONE,
            subject=before.incident.id,
            at=before.changed,
            before=before.account.status.value,
            after=now,
        )


def _moved(before: Filed | None, after: Filed) -> Iterator[Change]:
    """What is different about one incident."""
    id, status = after.incident.id, after.account.status
    if before is None:
        yield Change(kind=ChangeKind.NEW, subject=id, at=after.changed, after=status.value)
    elif before.account.status is not status:
        yield Change(
            kind=ChangeKind.STATUS,
            subject=id,
            at=after.changed,
            before=before.account.status.value,
            after=status.value,
        )
    if before is not None:
        yield from _figures(before, after)
    yield from _denials(before, after)


def _figures(before: Filed, after: Filed) -> Iterator[Change]:
    then, names = _last(before.account), _names(after.account)
    for (field, source), figure in _last(after.account).items():
        was = then.get((field, source))
        if was is None or was.said != figure.said:
            yield Change(
                kind=ChangeKind.FIGURE,
                subject=after.incident.id,
                at=after.changed,
                field=field,
                source=names[source],
                before=was.said if was else None,
                after=figure.said,
                claim=figure.claim,
                as_read=figure.as_read,
            )
    # Those that nobody gives any more: their claims were rejected, or taken out of the incident.
    now, names = set(after.account.claims), _names(before.account)
    for (field, source), figure in then.items():
        if figure.claim not in now:
            yield Change(
                kind=ChangeKind.FIGURE,
                subject=after.incident.id,
                at=after.changed,
                field=field,
                source=names[source],
                before=figure.said,
            )


def _denials(before: Filed | None, after: Filed) -> Iterator[Change]:
    known = {denial.claim for denial in before.account.denials} if before else set()
    names = _names(after.account)
    for denial in after.account.denials:
        if denial.claim not in known:
            yield Change(
                kind=ChangeKind.DENIAL,
                subject=after.incident.id,
                at=after.changed,
                source=names[denial.source],
                after="takes it back" if denial.retracts else "denies it",
                claim=denial.claim,
            )


def _last(account: Account) -> Mapping[tuple[str, str], Figure]:
    """The last whole count of each field by each source."""
    return {
        (standing.field, standing.source): standing.last
        for standing in account.standings
        if standing.last is not None and standing.last.value is None
    }


def _names(account: Account) -> Mapping[str, str]:
    return {source.id: source.name for source in account.sources}
