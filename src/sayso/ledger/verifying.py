"""Going over a whole ledger to see that it still says what was written into it."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select
from sqlalchemy.exc import DBAPIError

from sayso.ledger import schema
from sayso.ledger.adding import Status
from sayso.ledger.backends import backend_of
from sayso.ledger.deciding import chain_problems
from sayso.ledger.finding import BATCH
from sayso.ledger.rebuilding import claims_of, layers_of, to_claim, to_document, to_reading
from sayso.ledger.rows import Row, span_in, worded
from sayso.ledger.runs import maker_in, run_id
from sayso.ledger.shelving import checksum, claim_rows, document_row, reading_rows
from sayso.ledger.verifying_incidents import Fault, copy_faults, incident_faults, sighting_faults
from sayso.model import Claim, Document, Reason, claim_id, document_id, faults_in, text_sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing in a ledger that is not as it was written."""

    where: str
    """The document, or the table or index, that it was found in."""
    what: str


def problems(connection: Connection) -> Iterator[Problem]:
    """Everything that is wrong with a ledger's rows; the indexes are `index_problems`."""
    for part in (
        _linked(_file_faults),
        _run_problems,
        _linked(_manifest_faults),
        _linked(_item_faults),
        _document_problems,
        _linked(sighting_faults),
        _linked(copy_faults),
        _linked(incident_faults),
        _linked(chain_problems),
    ):
        try:
            yield from part(connection)
        except DBAPIError as error:
            yield Problem(where="file", what=f"cannot be read to its end: {error.orig}")


def _linked(
    faults: Callable[[Connection], Iterator[Fault]],
) -> Callable[[Connection], Iterator[Problem]]:
    """Faults as problems; rows that nobody wrote through the ledger can break any step of finding them."""

    def found(connection: Connection) -> Iterator[Problem]:
        try:
            for where, what in faults(connection):
                yield Problem(where=where, what=what)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            yield Problem(where=faults.__name__.replace("_", " "), what=f"cannot be gone over: {error!r}")

    return found


def index_problems(connection: Connection) -> Iterator[Problem]:
    """Full-text indexes that do not say the words of the rows they stand for; `connection` may write."""
    for where, what in backend_of(connection).index_problems(connection):
        yield Problem(where=where, what=what)


def _file_faults(connection: Connection) -> Iterator[Fault]:
    return backend_of(connection).file_problems(connection)


def _item_faults(connection: Connection) -> Iterator[Fault]:
    """Items of which it cannot be told what became of them, or why."""
    of = schema.items.c
    refused = of.status == Status.REFUSED
    untold = or_(
        of.status.not_in(list(Status)),
        refused & or_(of.reason.is_(None), of.reason.not_in(list(Reason)), of.document.is_not(None)),
        ~refused & or_(of.reason.is_not(None), of.document.is_(None)),
    )
    for row in connection.execute(select(of.item, of.run).where(untold)):
        yield f"item {row.item}", f"what became of it in run {row.run} is not what was written"


def _run_problems(connection: Connection) -> Iterator[Problem]:
    """Finished runs that have lost or gained items."""
    runs, items = schema.runs.c, schema.items.c
    found = select(func.count()).where(items.run == runs.id).scalar_subquery().label("found")
    finished = select(runs.id, runs["items"].label("written"), found).where(runs["items"] != found)
    for run in connection.execute(finished):
        yield Problem(where=f"run {run.id}", what=f"finished with {run.written} items, now has {run.found}")


def _manifest_faults(connection: Connection) -> Iterator[Fault]:
    """Runs whose start, maker or manifest is not what their id was made of."""
    of = schema.runs.c
    runs = connection.execute(select(of.id, of.started, of.manifest, of.maker).order_by(of.id)).all()
    alike = Counter((run.started, run.manifest) for run in runs)
    for run in runs:
        many = alike[run.started, run.manifest]
        if run.maker != maker_in(json.loads(run.manifest)):
            yield f"run {run.id}", "its manifest names another maker"
        if run.id not in {run_id(run.started, run.manifest, nth=nth) for nth in range(many)}:
            yield f"run {run.id}", "another id follows from its start and manifest"


def _document_problems(connection: Connection) -> Iterator[Problem]:
    """Documents, readings and claims that cannot quote themselves, or differ from what was written."""
    last = ""
    of = schema.documents.c
    while True:
        ids = connection.scalars(select(of.id).where(of.id > last).order_by(of.id).limit(BATCH)).all()
        if not ids:
            return
        yield from _problems_of(connection, ids)
        last = ids[-1]


def _problems_of(connection: Connection, ids: Sequence[str]) -> Iterator[Problem]:
    try:
        found = [Problem(where=id, what=what) for id, what in _faults(connection, ids)]
    # Rows that nobody wrote through the ledger can break any step of putting them together.
    except (DBAPIError, ValueError, TypeError, KeyError, AttributeError) as error:
        if len(ids) == 1:
            found = [Problem(where=ids[0], what=f"cannot be put together: {getattr(error, 'orig', error)}")]
        else:
            found = [problem for id in ids for problem in _problems_of(connection, [id])]
    yield from found


def _faults(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with some documents, each with its id."""
    documents, readings = schema.documents, schema.readings
    found = connection.execute(select(readings).where(readings.c.document.in_(ids))).mappings().all()
    numbers = [reading["number"] for reading in found]
    layers, claims = layers_of(connection, numbers), claims_of(connection, numbers)
    for row in connection.execute(select(documents).where(documents.c.id.in_(ids))).mappings():
        document = to_document(dict(row))
        if any(row[name] != value for name, value in document_row(document).items()):
            yield document.id, "its text, or what is known about it, is not what was written"
        if text_sha256(document.text) != document.sha256:
            yield document.id, "its text has another hash"
        if document.id != document_id(
            sha256=document.sha256,
            title=document.title,
            outlet=document.outlet,
            published=document.published,
        ):
            yield document.id, "another id follows from its text, title, outlet and date"
        own = [reading for reading in found if reading["document"] == document.id]
        if sum(reading["superseded_by"] is None for reading in own) != 1:
            yield document.id, "does not have one current reading"
        for reading in own:
            number, written = reading["number"], reading["checksum"]
            for what in _reading_faults(document, layers[number], claims[number], written=written):
                yield document.id, what


def _reading_faults(
    document: Document,
    layers: Mapping[str, Sequence[Row]],
    claims: Sequence[tuple[Row, list[Row]]],
    *,
    written: str,
) -> Iterator[str]:
    words = [("claims", row) for row, _ in claims]
    words += [("voices", voice) for _, voices in claims for voice in voices]
    words += [(name, row) for name, rows in layers.items() for row in rows]
    yield from _word_faults(words, document.text)
    yield from _order_faults(layers, claims)
    reading = to_reading(document, layers)
    made = [to_claim(row, voices) for row, voices in claims]
    yield from faults_in(reading)
    yield from _id_faults(made)
    if checksum({**reading_rows(reading), **claim_rows(made, document.text)}) != written:
        yield "its reading or its claims are not what was written"


def _word_faults(rows: Sequence[tuple[str, Mapping[str, Any]]], text: str) -> Iterator[str]:
    for table, row in rows:
        for name in worded(row):
            span, words = span_in(row, name), row[f"{name}_words"]
            if (span.of(text) if span else None) != words:
                at = f"[{span.start}, {span.end})" if span else "nowhere"
                yield f"{table}.{name} {at}: {words!r} does not stand there"


def _order_faults(
    layers: Mapping[str, Sequence[Row]], claims: Sequence[tuple[Row, list[Row]]]
) -> Iterator[str]:
    """Layers, claims and chains that have lost a row, or are counted otherwise than from nought."""
    chains = ((f"the voices of {row['id']}", voices) for row, voices in claims)
    for name, rows in (*layers.items(), ("claims", [row for row, _ in claims]), *chains):
        if [row["position"] for row in rows] != list(range(len(rows))):
            yield f"{name} are not numbered as they were written"


def _id_faults(claims: Sequence[Claim]) -> Iterator[str]:
    alike = Counter(claim_id(claim) for claim in claims)
    for claim in claims:
        if claim.id not in {claim_id(claim, nth=nth) for nth in range(alike[claim_id(claim)])}:
            yield f"claim {claim.id}: another id follows from its words"
