"""Decisions: what people ruled, one after another, each hashed together with the one before it."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select

from sayso.errors import LedgerError, NotInLedger, UsageError
from sayso.ledger import schema
from sayso.ledger.backends import backend_of
from sayso.ledger.plain import to_plain
from sayso.ledger.rows import Row
from sayso.model import Decision, Ruling, Subject

FIRST = "0" * 64
"""What stands for the hash before the first decision."""

_ID_DIGITS = 20
_canonical = json.JSONEncoder(sort_keys=True, allow_nan=False, separators=(",", ":")).encode
_of = schema.decisions.c


def decide(connection: Connection, decision: Decision) -> Decision:
    """Add a decision to the chain, inside the transaction that the caller began; it with its id.

    Raises `UsageError` where nobody is named or it undoes what is undone already, `NotInLedger` where it
    undoes what is not there, `LedgerError` for a value that JSON cannot write.
    """
    _check(connection, decision)
    previous = connection.scalar(select(_of.hash).order_by(_of.number.desc()).limit(1)) or FIRST
    try:
        row = _row(decision)
        row["hash"] = chained(row, previous)
    except (TypeError, ValueError) as error:
        raise LedgerError(f"a value that no ledger can hold: {error}") from error
    row |= {"id": f"j-{row['hash'][:_ID_DIGITS]}", "previous": previous}
    # One after all that were ever taken: what goes from the end of the chain leaves a gap.
    row["number"] = backend_of(connection).decisions_taken(connection) + 1
    connection.execute(insert(schema.decisions).values(**row))
    return replace(decision, id=row["id"])


def chained(row: Mapping[str, Any], previous: str) -> str:
    """The hash of a decision's row after the row with the hash `previous`.

    SHA-256 of the previous hash and the canonical JSON of what was decided: keys sorted, no white space,
    ASCII.
    """
    said = {name: row[name] for name in _SAID}
    return hashlib.sha256(f"{previous}{_canonical(said)}".encode("ascii")).hexdigest()


def decision(connection: Connection, id: str) -> Decision:
    """The decision with this id; raises `NotInLedger` where there is none."""
    found = connection.execute(select(schema.decisions).where(_of.id == id)).mappings().first()
    if found is None:
        raise NotInLedger(kind="decision", id=id)
    return to_decision(dict(found))


def decisions(
    connection: Connection,
    *,
    kind: Subject | None = None,
    subjects: Collection[str] | None = None,
    by: str | None = None,
    newest_first: bool = False,
    before: str | None = None,
    limit: int | None = None,
) -> list[Decision]:
    """Decisions in the order they were taken, or the other way round; `before` is the id to page on from."""
    conditions: list[ColumnElement[bool]] = []
    if kind is not None:
        conditions.append(_of.kind == kind.value)
    if subjects is not None:
        conditions.append(_of.subject.in_(sorted(subjects)))
    if by is not None:
        conditions.append(_of.by == by)
    if before is not None:
        number = _number(connection, before)
        conditions.append(_of.number < number if newest_first else _of.number > number)
    order = _of.number.desc() if newest_first else _of.number
    query = select(schema.decisions).where(*conditions).order_by(order).limit(limit)
    return [to_decision(dict(row)) for row in connection.execute(query).mappings()]


def standing(connection: Connection, decisions: Collection[Decision]) -> list[Decision]:
    """Those of some decisions, given in order, that hold: not undone, and the last on one subject and field.

    Splits, merges and notes stand beside each other; of other rulings the later replaces the earlier.
    """
    gone = undone(connection)
    latest: dict[tuple[object, ...], Decision] = {}
    for decision in decisions:
        if decision.id not in gone and decision.verdict is not Ruling.UNDO:
            alone = decision.id if decision.verdict in _BESIDE_EACH_OTHER else None
            latest[decision.kind, decision.subject, decision.field, alone] = decision
    return list(latest.values())


def undone(connection: Connection) -> set[str]:
    """The ids of decisions that another, not itself undone, has undone."""
    rows = connection.execute(
        select(_of.id, _of.undoes).where(_of.undoes.is_not(None)).order_by(_of.number.desc())
    )
    gone: set[str] = set()
    # What undoes comes later than what it undoes: from the end on, each is settled when it is met.
    for row in rows:
        if row.id not in gone:
            gone.add(row.undoes)
    return gone


def to_decision(row: Mapping[str, Any]) -> Decision:
    """The decision that a row keeps."""
    known = {name: row[name] for name in ("subject", "by", "at", "why", "field", "undoes", "id")}
    return Decision(
        kind=Subject(row["kind"]), verdict=Ruling(row["verdict"]), value=json.loads(row["value"]), **known
    )


def chain_problems(connection: Connection) -> Iterator[tuple[str, str]]:
    """Where the chain of decisions is broken: the decision, and what is wrong with it."""
    previous, last = FIRST, 0
    for found in connection.execute(select(schema.decisions).order_by(_of.number)).mappings():
        row = dict(found)
        where = f"decision {row['number']} ({row['id']})"
        if row["number"] != last + 1:
            yield where, f"{row['number'] - last - 1} decisions before it are gone"
        if row["previous"] != previous:
            yield where, "does not follow the decision before it: that was changed, put in or taken out"
        if chained(row, row["previous"]) != row["hash"] or row["id"] != f"j-{row['hash'][:_ID_DIGITS]}":
            yield where, "is not what was decided"
        previous, last = row["hash"], row["number"]
    written = backend_of(connection).decisions_taken(connection)
    if written > last:
        yield "decisions", f"the last {written - last} are gone; {written} were taken"


_SAID = tuple(sorted(field.name for field in fields(Decision) if field.name != "id"))
_BESIDE_EACH_OTHER = frozenset({Ruling.SPLIT, Ruling.MERGE, Ruling.NOTE})


def _row(decision: Decision) -> Row:
    row: Row = {name: to_plain(getattr(decision, name)) for name in _SAID}
    return row | {"value": _canonical(row["value"])}


def _check(connection: Connection, decision: Decision) -> None:
    if not decision.by.strip() or not decision.at.strip():
        raise UsageError("a decision needs somebody who takes it and a time")
    if (decision.verdict is Ruling.UNDO) != (decision.undoes is not None):
        raise UsageError("a decision undoes another with the verdict `undo`, and with no other")
    if decision.undoes is not None:
        _number(connection, decision.undoes)
        if decision.undoes in undone(connection):
            raise UsageError(f"{decision.undoes} is undone already; to have it again, undo what undid it")


def _number(connection: Connection, id: str) -> int:
    found: int | None = connection.scalar(select(_of.number).where(_of.id == id))
    if found is None:
        raise NotInLedger(kind="decision", id=id)
    return found
