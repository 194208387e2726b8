"""Going over incidents, copies and decisions to see that they still say what was written."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table, func, select

from sayso.ledger import schema
from sayso.ledger.chunks import chunks
from sayso.ledger.grouping import sum_of_group, sum_of_incident
from sayso.ledger.incidents import copies, figure_claims
from sayso.ledger.rows import Row
from sayso.ledger.superseding import unpacked

Fault = tuple[str, str]
"""Where something is wrong, and what."""


def incident_faults(connection: Connection) -> Iterator[Fault]:
    """Incidents that are not what was filed, or that rest on claims which are not there."""
    of = schema.incidents.c
    for numbers in chunks(connection.scalars(select(of.number).order_by(of.number)).all()):
        found = connection.execute(select(schema.incidents).where(of.number.in_(numbers))).mappings().all()
        told = _by(connection, schema.incident_tellings, numbers)
        named = _by(connection, schema.incident_names, numbers)
        for row in found:
            yield from _faults_of(dict(row), told[row["number"]], named[row["number"]])
    yield from _unfounded(connection)
    yield from _doubled(connection)


def _by(connection: Connection, table: Table, numbers: Sequence[int]) -> Mapping[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    query = select(table).where(table.c.incident.in_(numbers)).order_by(*table.primary_key.columns)
    for row in connection.execute(query).mappings():
        found[row["incident"]].append(dict(row))
    return found


def _faults_of(row: Row, told: Sequence[Row], named: Sequence[Row]) -> Iterator[Fault]:
    names: dict[str, set[str]] = defaultdict(set)
    for each in named:
        names[each["role"]].add(each["name"])
    try:
        content = unpacked(row["content"])
        tellings = json.loads(content)["incident"]["tellings"]
    except (ValueError, KeyError, TypeError, AttributeError):
        content, tellings = row["content"], None
    documents = tuple(each["document"] for each in told)
    if sum_of_incident(row | {"content": content}, names, documents) != row["checksum"]:
        yield row["id"], "is not what was filed"
    if tellings is None or list(enumerate(tellings)) != [
        (each["position"], each["telling"]) for each in told
    ]:
        yield row["id"], "has other tellings than were filed"


def _unfounded(connection: Connection) -> Iterator[Fault]:
    """Claims that incidents name and no reading makes."""
    told, claims = schema.incident_tellings.c, schema.claims.c
    missing = select(told.incident, told.telling).where(
        ~select(claims.id).where(claims.id == told.telling).exists()
    )
    for row in connection.execute(missing):
        yield f"incident {row.incident}", f"its telling {row.telling} is no claim of this ledger"
    for some in chunks(figure_claims(connection)):
        known = set(connection.scalars(select(claims.id).where(claims.id.in_({claim for _, claim in some}))))
        for incident, claim in some:
            if claim not in known:
                yield incident, f"its figure {claim} is no claim of this ledger"


def _doubled(connection: Connection) -> Iterator[Fault]:
    """Tellings that two current incidents hold."""
    told, incidents = schema.incident_tellings.c, schema.incidents.c
    held = (
        select(told.telling, func.count().label("many"))
        .join(schema.incidents, incidents.number == told.incident)
        .where(incidents.superseded_by.is_(None))
        .group_by(told.telling)
        .having(func.count() > 1)
    )
    for row in connection.execute(held):
        yield f"claim {row.telling}", f"is a telling of {row.many} incidents at once"


def copy_faults(connection: Connection) -> Iterator[Fault]:
    """Syndication groups that are not what was stored."""
    of = schema.syndications.c
    current = connection.execute(select(of.origin, of.checksum).where(of.superseded_by.is_(None)))
    sums = {row.origin: row.checksum for row in current}
    for group in copies(connection):
        if sum_of_group(group) != sums[group.origin]:
            yield f"copies of {group.origin}", "are not what was stored"


def sighting_faults(connection: Connection) -> Iterator[Fault]:
    """Sightings that no item stands behind, items without one, and sightings at odds with their document."""
    items, sightings = schema.items.c, schema.sightings.c
    same = (items.item == sightings.item) & (items.document == sightings.document)
    lost = select(sightings.item, sightings.document).where(~select(items.item).where(same).exists())
    for row in connection.execute(lost):
        yield f"sighting {row.item}", f"no item of any run turned out to be {row.document}"
    unseen = select(items.item, items.document).where(
        items.document.is_not(None), ~select(sightings.item).where(same).exists()
    )
    for row in connection.execute(unseen.distinct()):
        yield f"item {row.item}", f"its sighting of {row.document} is gone"
    yield from _strays(connection)


def _strays(connection: Connection) -> Iterator[Fault]:
    """Sightings that differ from their document or their item in what these share."""
    documents, items, sightings = schema.documents.c, schema.items.c, schema.sightings.c
    joined = schema.sightings.join(schema.documents, documents.id == sightings.document)
    for name in ("title", "outlet", "published"):
        differs = sightings[name].is_distinct_from(documents[name])
        for row in connection.execute(select(sightings.item).select_from(joined).where(differs)):
            yield f"sighting {row.item}", f"has another {name} than its document"
    joined = schema.sightings.join(
        schema.items, (items.item == sightings.item) & (items.run == sightings.run)
    )
    for name in ("origin", "part", "external_id"):
        differs = sightings[name].is_distinct_from(items[name])
        for row in connection.execute(select(sightings.item).select_from(joined).where(differs)):
            yield f"sighting {row.item}", f"has another {name} than its item"
