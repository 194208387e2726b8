"""Which claims are wanted."""

from collections.abc import Iterator
from typing import TypedDict

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from sayso.ledger import schema
from sayso.ledger.backends import backend_of
from sayso.ledger.finding import whole_id
from sayso.ledger.incidents import incident
from sayso.ledger.wanted import check


class Only(TypedDict, total=False):
    """Which claims are wanted: those that fit all that is given."""

    document: str
    """Id of a document, or the beginning of one."""
    incident: str
    """Id of an incident, or the beginning of one: its tellings, their tolls, whatever its figures quote."""
    kind: str
    outlet: str
    since: str
    """First day of publication, such as `2031-05-02`."""
    until: str
    """Last day of publication."""
    who: str
    """Anybody in the chain, by the fullest name the document gives."""
    type: str
    mode: str
    assertion: str
    effect: str
    of: str
    qualifier: str


def conditions(connection: Connection, only: Only) -> Iterator[ColumnElement[bool]]:
    """The conditions that a claim must meet; `UsageError` names a choice that there is not."""
    check(only, known=Only.__annotations__, what="claims")
    documents, claims, voices = schema.documents.c, schema.claims.c, schema.voices.c
    for name, value in only.items():
        match name:
            case "document":
                yield documents.id == whole_id(connection, documents.id, str(value), kind="document")
            case "incident":
                filed = incident(connection, str(value))
                told = _tellings(filed.incident.id)
                counted = backend_of(connection).among(claims.id, filed.account.claims)
                yield or_(claims.id.in_(told), claims.event.in_(told), counted)
            case "outlet":
                yield documents.outlet == value
            case "since":
                yield documents.published >= value
            case "until":
                yield documents.published <= value
            case "who":
                yield claims.number.in_(select(voices.claim).where(voices.who == value))
            case _:
                yield claims[name] == value


def _tellings(id: str) -> Select[tuple[str]]:
    """The event claims of a current incident."""
    told, incidents = schema.incident_tellings.c, schema.incidents.c
    current = (incidents.id == id) & incidents.superseded_by.is_(None)
    return select(told.telling).join(schema.incidents, incidents.number == told.incident).where(current)
