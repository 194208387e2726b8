"""Claims, incidents, figures, documents, refusals and runs as Arrow tables, for pandas and polars."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import pyarrow as pa
from sqlalchemy import Connection, Select, func, select

from sayso.ledger import schema
from sayso.ledger.choosing import Only, conditions
from sayso.ledger.chunks import chunks
from sayso.ledger.filing import Filed
from sayso.ledger.incidents import OnlyIncidents, cases
from sayso.ledger.listing import Listing
from sayso.ledger.rebuilding import voices_of
from sayso.ledger.reviewed import reviewed, reviews_of_claims
from sayso.ledger.rows import Row
from sayso.ledger.shelving import LISTS
from sayso.model import UNREVIEWED

_BATCH = 1_000
_STRINGS = pa.list_(pa.string())


def _schema(names: str, **other: pa.DataType) -> pa.Schema:
    """Columns in order; those that `other` does not name hold words."""
    return pa.schema([(name, other.get(name, pa.string())) for name in names.split()])


CLAIMS = _schema(
    "claim document kind outlet published title url origin external_id who chain source cue form type mode"
    " assertion actors recipients places date effect of low high qualifier event person office body quote"
    " context start end confidence review as_read",
    chain=_STRINGS,
    as_read=_STRINGS,
    **dict.fromkeys(LISTS, _STRINGS),
    **dict.fromkeys(("low", "high", "start", "end"), pa.int64()),
    confidence=pa.float64(),
)
"""The columns of a table of claims.

`chain` runs from the outlet's nearest source to the innermost speaker, `who`; `source`, `cue` and `form` are
that speaker's. An empty `chain` is the outlet's own voice; a null in it is somebody who is not named.
`quote` is the evidence, at `start` to `end` of the document's text, and `context` its sentence. Values that
somebody corrected are as corrected; `review` says so, and `as_read` what they were.
"""

INCIDENTS = _schema(
    "incident status type trigger day until place country latitude longitude precision_km"
    " killed_low killed_high injured_low injured_high tellings reports sources contradictions denials title"
    " first_published last_published changed",
    **dict.fromkeys(("latitude", "longitude", "precision_km"), pa.float64()),
    **dict.fromkeys(("killed_low", "killed_high", "injured_low", "injured_high"), pa.int64()),
    **dict.fromkeys(("tellings", "reports", "sources", "contradictions", "denials"), pa.int64()),
)
"""The columns of a table of incidents.

`type`, `trigger`, `day` to `until`, `place` and `title` are those of one telling that stands for all: of the
type that most give, and told as done; `killed_low` and `killed_high` are the least and the most that any
source says last. No value is chosen as true.
"""

FIGURES = _schema(
    "incident field source official published outlet low high about value words whole copy last revised"
    " as_read claim document says type day place title url context",
    **dict.fromkeys(("official", "about", "whole", "copy", "last", "revised"), pa.bool_()),
    **dict.fromkeys(("low", "high"), pa.int64()),
)
"""The columns of a table of figures: every value that a source of an incident gives for a field.

`last` marks the source's last whole figure, by which it is compared; `revised`, that it had said another.
`whole` is false for parts and sums over time, `copy` true where the document only carries another's report.
Where people corrected it, `as_read` is what was read in its place. `says` is the figure in a few words;
`type`, `day` and `place` are the incident's, `title` and `url` the document's, and `context` is the sentence.
"""

DOCUMENTS = _schema(
    "document outlet published published_from title byline language url origin part external_id sha256 flags"
    " claims run",
    flags=_STRINGS,
    claims=pa.int64(),
)
"""The columns of a table of documents; `origin` and `part` say where it was seen first."""

REFUSALS = _schema("run item origin part external_id reason detail")
"""The columns of a table of refusals: one row for each refused item of each run."""

RUNS = _schema(
    "run started finished maker read known refused manifest",
    **dict.fromkeys(("read", "known", "refused"), pa.int64()),
)
"""The columns of a table of runs, with how many items each has read, known and refused so far."""


def claim_batches(connection: Connection, only: Only) -> Iterator[pa.RecordBatch]:
    """The current claims that are wanted, by document id and in the order of the reading."""
    documents, claims, readings = schema.documents.c, schema.claims.c, schema.readings.c
    query = (
        select(
            schema.claims,
            *(documents[name] for name in ("outlet", "published", "url", "origin", "external_id")),
            documents.title.label("document_title"),
            documents.number.label("document_number"),
        )
        .join(schema.readings, readings.number == claims.reading)
        .join(schema.documents, documents.id == claims.document)
        .where(readings.superseded_by.is_(None), *conditions(connection, only))
        .order_by(documents.id, claims.position)
    )
    texts, reviews = _Texts(connection), reviews_of_claims(connection)
    for rows in _row_batches(connection, query):
        voices = voices_of(connection, [row["number"] for row in rows])
        columns = (_claim_columns(row, voices[row["number"]], texts) for row in rows)
        yield _batch([reviewed(row, reviews.get(row["claim"], UNREVIEWED)) for row in columns], CLAIMS)


def incidents(connection: Connection, only: OnlyIncidents) -> pa.Table:
    """The current incidents that are wanted, by id."""
    return pa.Table.from_batches(incident_batches(connection, only), INCIDENTS)


def incident_batches(connection: Connection, only: OnlyIncidents) -> Iterator[pa.RecordBatch]:
    """What `incidents` gives, a batch in memory at a time."""
    for some in chunks(cases(connection, only), size=_BATCH):
        rows = [asdict(filed.row) | {"incident": filed.row.id, "changed": filed.changed} for filed in some]
        yield _batch(rows, INCIDENTS)


def figures(connection: Connection, only: OnlyIncidents) -> pa.Table:
    """Every figure of the incidents that are wanted, by incident, field, source and time."""
    return pa.Table.from_batches(figure_batches(connection, only), FIGURES)


def figure_batches(connection: Connection, only: OnlyIncidents) -> Iterator[pa.RecordBatch]:
    """What `figures` gives, a batch in memory at a time."""
    for some in chunks(cases(connection, only), size=_BATCH):
        rows = [row for filed in some for row in _figures(filed)]
        stands = _stands(connection, sorted({row["claim"] for row in rows}))
        yield _batch([row | stands.get(row["claim"], _NOWHERE) for row in rows], FIGURES)


_NOWHERE: Row = dict.fromkeys(("outlet", "title", "url", "context"))


def _stands(connection: Connection, claims: Sequence[str]) -> Mapping[str, Row]:
    """Where some current claims stand: outlet, title and address of the document, and the sentence."""
    listing, of = Listing(connection), schema.documents.c
    found: dict[str, Row] = {}
    for some in chunks(claims):
        rows = listing.claims_called(some)
        urls = select(of.id, of.url).where(of.id.in_({row.document for row in rows.values()}))
        known = {row.id: row.url for row in connection.execute(urls)}
        for id, row in rows.items():
            told = {"outlet": row.outlet, "title": row.title, "context": row.context}
            found[id] = told | {"url": known[row.document]}
    return found


def _figures(filed: Filed) -> Iterator[Row]:
    account, row = filed.account, filed.row
    sources = {source.id: source for source in account.sources}
    for standing in account.standings:
        source = sources[standing.source]
        for figure in standing.figures:
            yield asdict(figure) | {
                "incident": account.incident,
                "says": figure.said,
                "type": row.type,
                "day": row.day,
                "place": row.place,
                "source": source.name,
                "official": source.official,
                "last": figure == standing.last,
                "revised": standing.revised,
            }


def claims(connection: Connection, only: Only) -> pa.Table:
    """The current claims that are wanted."""
    return pa.Table.from_batches(claim_batches(connection, only), CLAIMS)


def documents(connection: Connection) -> pa.Table:
    """Every document, by id."""
    of, claims, readings = schema.documents.c, schema.claims.c, schema.readings.c
    current = (readings.number == claims.reading) & readings.superseded_by.is_(None)
    counted = select(func.count()).select_from(schema.claims.join(schema.readings, current))
    counted = counted.where(claims.document == of.id)
    named = [of[name] for name in DOCUMENTS.names if name in of]
    query = select(of.id.label("document"), *named, counted.scalar_subquery().label("claims"))
    return _table(connection, query.order_by(of.id), DOCUMENTS, flags=json.loads)


def refusals(connection: Connection) -> pa.Table:
    """Every refused item of every run, by run and origin."""
    items = schema.items.c
    query = select(*(items[name] for name in REFUSALS.names)).where(items.status == "refused")
    return _table(
        connection, query.order_by(items.run, items.origin, items.part.nulls_first(), items.item), REFUSALS
    )


def runs(connection: Connection) -> pa.Table:
    """Every run, the earliest first."""
    of, items = schema.runs.c, schema.items.c
    counts = [
        select(func.count()).where(items.run == of.id, items.status == name).scalar_subquery().label(name)
        for name in ("read", "known", "refused")
    ]
    query = select(of.id.label("run"), of.started, of.finished, of.maker, *counts, of.manifest)
    return _table(connection, query.order_by(of.started, of.id), RUNS)


class _Texts:
    """The text of one document at a time: claims come ordered by document."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._number: int | None = None
        self._text = ""

    def __getitem__(self, number: int) -> str:
        if number != self._number:
            of = schema.documents.c
            self._text = self._connection.scalars(select(of.text).where(of.number == number)).one()
            self._number = number
        return self._text


def _claim_columns(row: Row, voices: Sequence[Row], texts: _Texts) -> Row:
    innermost = voices[-1] if voices else {}
    return row | {
        "claim": row["id"],
        "title": row["document_title"],
        "office": row["title"],
        "chain": [voice["who"] for voice in voices],
        "who": innermost.get("who"),
        "source": innermost.get("source_words"),
        "cue": innermost.get("cue_words"),
        "form": innermost.get("form"),
        "quote": row["evidence_words"],
        "context": texts[row["document_number"]][row["context_start"] : row["context_end"]],
        "start": row["evidence_start"],
        "end": row["evidence_end"],
        **{name: json.loads(row[name]) for name in LISTS},
    }


def _table(
    connection: Connection, query: Select[Any], columns: pa.Schema, **convert: Callable[[Any], object]
) -> pa.Table:
    batches = (
        _batch([row | {name: to(row[name]) for name, to in convert.items()} for row in rows], columns)
        for rows in _row_batches(connection, query)
    )
    return pa.Table.from_batches(batches, columns)


def _row_batches(connection: Connection, query: Select[Any]) -> Iterator[list[Row]]:
    found = connection.execute(query, execution_options={"yield_per": _BATCH})
    for rows in found.mappings().partitions():
        yield [dict(row) for row in rows]


def _batch(rows: Sequence[Mapping[str, Any]], columns: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({name: [row[name] for row in rows] for name in columns.names}, columns)
