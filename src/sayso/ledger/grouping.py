"""A grouping of a ledger's reports while it is written down: only what changed, and all that did."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from sayso.errors import Overtaken
from sayso.ledger import finding, schema
from sayso.ledger.backends import backend_of
from sayso.ledger.chunks import AT_ONCE, chunks
from sayso.ledger.filing import ROW, Case, Printed, documents_of, names_of, row_of
from sayso.ledger.plain import to_json
from sayso.ledger.reviewed import reviewed_between
from sayso.ledger.rows import Row
from sayso.ledger.superseding import supersede
from sayso.model import Document, Reading, SyndicationGroup

_groupings, _incidents, _syndications = schema.groupings, schema.incidents, schema.syndications
Opens = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How far a grouping has looked: the newest reading and the newest decision it knows."""

    readings: int = 0
    decisions: int = 0


class Grouping:
    """A grouping that has begun. Nothing counts as seen until `finish`.

    One that begins later overtakes it: from then on whatever this one writes raises `Overtaken`. The later
    one sees all that this one saw. If the process dies half-way, the next grouping does the same work again
    and finds that part of it is there.
    """

    def __init__(self, number: int, *, since: Marks, until: Marks, reading: Opens, writing: Opens) -> None:
        self.number = number
        self.since = since
        """What the last finished grouping of the same maker had seen; zeros where there is none."""
        self.until = until
        self._reading, self._writing = reading, writing
        self._filed: set[str] = set()
        self._origins: set[str] = set()

    @property
    def anew(self) -> bool:
        """Whether nothing that was grouped before counts, so that everything is fresh."""
        return self.since == Marks()

    def fresh(self) -> Iterator[Reading]:
        """The current readings that the last grouping has not seen.

        They are of new documents, of those read again, and of those about whose claims people decided since.
        """
        with self._reading() as connection:
            yield from finding.readings_between(connection, self.since.readings, self.until.readings)
            claims = reviewed_between(connection, self.since.decisions, self.until.decisions)
            yield from finding.readings_with(connection, claims, until=self.since.readings)

    def documents(self, ids: Collection[str]) -> Iterator[Document]:
        """Those of some documents that there are, whole, a few in memory at a time."""
        with self._reading() as connection:
            yield from finding.documents(connection, ids)

    def given(self, tellings: Collection[str] | None = None) -> dict[str, str]:
        """Every id that was ever given to an incident, by its founding telling."""
        of = _incidents.c
        with self._reading() as connection:
            if tellings is None:
                return {row.founding: row.id for row in connection.execute(select(of.founding, of.id))}
            return {
                row.founding: row.id
                for some in chunks(sorted(tellings))
                for row in connection.execute(
                    select(of.founding, of.id).where(backend_of(connection).among(of.founding, some))
                )
            }

    def kept(self, part: str, keys: Collection[str] | None = None) -> Iterator[tuple[str, bytes]]:
        """What the last grouping kept of one part, by key; nothing where grouping begins anew."""
        of = schema.grouping_state.c
        if self.anew:
            return
        query = select(of.key, of.content).where(of.part == part).order_by(of.key)
        with self._reading() as connection:
            for some in [None] if keys is None else chunks(sorted(keys)):
                found = query if some is None else query.where(backend_of(connection).among(of.key, some))
                for row in connection.execute(found, execution_options={"yield_per": AT_ONCE}):
                    yield row.key, row.content

    def put(self, cases: Iterable[Case], *, gone: Collection[str] = ()) -> int:
        """File incidents; those that have changed supersede what was filed under their ids. How many had.

        `gone` are the ids of incidents that no longer stand.
        """
        changed = 0
        with self._written() as connection:
            _supersede(connection, _incidents, "id", gone, self.number)
        for some in chunks(cases):
            self._filed.update(case.incident.id for case in some)
            with self._written() as connection:
                changed += _file(connection, some, self.number)
        return changed

    def put_copies(self, groups: Iterable[SyndicationGroup], *, gone: Collection[str] = ()) -> int:
        """Store syndication groups, as `put` does incidents; `gone` are origins of groups no longer there."""
        changed = 0
        with self._written() as connection:
            _supersede(connection, _syndications, "origin", gone, self.number)
        for some in chunks(groups):
            self._origins.update(group.origin for group in some)
            with self._written() as connection:
                changed += _store(connection, some, self.number)
        return changed

    def finish(self, *, at: str, keep: Iterable[tuple[str, str, bytes | None]] = ()) -> None:
        """Record that all is written, and what grouping will want to know next time, in one transaction.

        `keep` gives part, key and content; None forgets. A grouping that began anew retires every incident
        and group that it did not put, and forgets all that was kept before.
        """
        with self._written() as connection:
            if self.anew:
                for table, name, put in (
                    (_incidents, "id", self._filed),
                    (_syndications, "origin", self._origins),
                ):
                    current = select(table.c[name]).where(table.c.superseded_by.is_(None))
                    unseen = set(connection.scalars(current)) - put
                    _supersede(connection, table, name, unseen, self.number)
                connection.execute(delete(schema.grouping_state))
            for some in chunks(keep):
                _keep(connection, some)
            done = {"finished": at} | asdict(self.until)
            connection.execute(update(_groupings).where(_groupings.c.number == self.number).values(**done))

    @contextmanager
    def _written(self) -> Iterator[Connection]:
        with self._writing() as connection:
            if _last(connection, _groupings) != self.number:
                raise Overtaken
            yield connection


def begin(connection: Connection, *, at: str, maker: str, anew: bool) -> tuple[int, Marks, Marks]:
    """Record that a grouping begins: its number, what the last one had seen, and what this one will."""
    since = Marks() if anew else marks(connection, maker=maker)
    until = Marks(readings=_last(connection, schema.readings), decisions=_last(connection, schema.decisions))
    number = _last(connection, _groupings) + 1
    connection.execute(insert(_groupings).values(number=number, at=at, maker=maker))
    return number, since, until


def marks(connection: Connection, *, maker: str) -> Marks:
    """What the last finished grouping had seen; zeros where there is none, or another maker's."""
    of = _groupings.c
    last = select(of.maker, of.readings, of.decisions).where(of.finished.is_not(None))
    row = connection.execute(last.order_by(of.number.desc()).limit(1)).one_or_none()
    if row is None or row.maker != maker:
        return Marks()
    return Marks(readings=row.readings, decisions=row.decisions)


def is_current(connection: Connection, *, maker: str) -> bool:
    """Whether the last grouping of this maker has seen every reading and every decision that changes it."""
    seen, decided = marks(connection, maker=maker), schema.decisions.c
    if seen.readings < _last(connection, schema.readings):
        return False
    # An undoing may be of a split.
    news = decided.kind.in_(("incident", "decision")) & (decided.number > seen.decisions)
    if connection.execute(select(decided.number).where(news).limit(1)).first() is not None:
        return False
    return not reviewed_between(connection, seen.decisions, _last(connection, schema.decisions))


def entry_of(case: Case, printed: Mapping[str, Printed]) -> tuple[Row, Mapping[str, frozenset[str]]]:
    """The row of an incident but for its numbers, with a checksum over all that is filed, and its names."""
    names = names_of(case, printed)
    row = asdict(row_of(case, printed))
    row |= {"status": row["status"].value, "founding": case.incident.founding}
    row["content"] = to_json({"incident": case.incident, "account": case.account})
    return row | {"checksum": sum_of_incident(row, names, documents_of(case))}, names


def sum_of_incident(row: Row, names: Mapping[str, Collection[str]], documents: Sequence[str]) -> str:
    """The checksum of what is filed of an incident."""
    said = {name: row[name] for name in (*ROW, "founding", "content")}
    return _checksum(
        [said, sorted((role, sorted(found)) for role, found in names.items() if found), documents]
    )


def sum_of_group(group: SyndicationGroup) -> str:
    """The checksum of what is stored of a syndication group."""
    return _checksum(group)


def _checksum(thing: object) -> str:
    return hashlib.sha256(to_json(thing).encode("utf-8", "surrogatepass")).hexdigest()


def _file(connection: Connection, cases: Sequence[Case], grouping: int) -> int:
    printed = finding.printed(connection, {telling.document for case in cases for telling in case.tellings})
    entries = [(case, *entry_of(case, printed)) for case in cases]
    known = _current(connection, _incidents, "id", [case.incident.id for case in cases])
    changed = [entry for entry in entries if known.get(entry[0].incident.id) != entry[1]["checksum"]]
    _supersede(connection, _incidents, "id", [case.incident.id for case, _, _ in changed], grouping)
    first = _last(connection, _incidents) + 1
    rows: dict[str, list[Row]] = {"incidents": [], "incident_tellings": [], "incident_names": []}
    for number, (case, row, names) in enumerate(changed, start=first):
        rows["incidents"].append(row | {"number": number, "grouping": grouping})
        rows["incident_tellings"] += [
            {"incident": number, "position": position, "telling": telling, "document": document}
            for position, (telling, document) in enumerate(
                zip(case.incident.tellings, documents_of(case), strict=True)
            )
        ]
        rows["incident_names"] += [
            {"incident": number, "role": role, "name": name}
            for role, found in names.items()
            for name in sorted(found)
        ]
    for name, some in rows.items():
        if some:
            backend_of(connection).insert(connection, schema.metadata.tables[name], some)
    return len(changed)


def _store(connection: Connection, groups: Sequence[SyndicationGroup], grouping: int) -> int:
    sums = {group.origin: sum_of_group(group) for group in groups}
    known = _current(connection, _syndications, "origin", list(sums))
    changed = [group for group in groups if known.get(group.origin) != sums[group.origin]]
    _supersede(connection, _syndications, "origin", [group.origin for group in changed], grouping)
    first = _last(connection, _syndications) + 1
    for number, group in enumerate(changed, start=first):
        row = {name: getattr(group, name) for name in ("origin", "credit", "owner")}
        row |= {"origin_by": group.origin_by.value, "checksum": sums[group.origin]}
        connection.execute(insert(_syndications).values(number=number, grouping=grouping, **row))
        copies = [
            {"syndication": number, "document": id, "kind": copy.kind.value}
            | {"share": copy.share, "covers": copy.covers}
            | {"added": to_json(copy.added), "dropped": to_json(copy.dropped)}
            for id, copy in group.members.items()
        ]
        if copies:
            backend_of(connection).insert(connection, schema.copies, copies)
    return len(changed)


def _keep(connection: Connection, some: Sequence[tuple[str, str, bytes | None]]) -> None:
    state = schema.grouping_state
    rows = []
    for part, key, content in some:
        if content is None:
            connection.execute(delete(state).where(state.c.part == part, state.c.key == key))
        else:
            rows.append({"part": part, "key": key, "content": content})
    backend_of(connection).replace(connection, state, rows, key=("part", "key"))


def _current(connection: Connection, table: Table, name: str, ids: Collection[str]) -> Mapping[str, str]:
    """The checksums of what is current under some ids."""
    column = table.c[name]
    found = select(column, table.c.checksum).where(column.in_(ids), table.c.superseded_by.is_(None))
    return {row[0]: row[1] for row in connection.execute(found)}


def _supersede(connection: Connection, table: Table, name: str, ids: Collection[str], grouping: int) -> None:
    for some in chunks(sorted(ids)):
        current = table.c[name].in_(some) & table.c.superseded_by.is_(None)
        supersede(connection, table, current, by=grouping)


def _last(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.coalesce(func.max(table.c.number), 0))) or 0
