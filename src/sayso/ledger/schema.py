"""The ledger's tables, as the newest migration leaves them.

Each span is a pair of columns, `<name>_start` and `<name>_end`, in code points of `documents.text`; most
have their words beside them as `<name>_words`. Layers of a reading keep their order in `position`.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnClause,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import TEXT

HEAD = "0002"
"""The newest schema; a test holds it to the newest migration."""

metadata = MetaData()

# SQLite orders words by their code points and keeps whole numbers in 64 bits; PostgreSQL has to be told.
_WORDS = Text().with_variant(TEXT(collation="C"), "postgresql")
_WHOLE = Integer().with_variant(BigInteger(), "postgresql")
_CURRENT: dict[str, Any] = dict.fromkeys(("sqlite_where", "postgresql_where"), text("superseded_by IS NULL"))


def _text(*names: str, optional: bool = True) -> list[Column[str]]:
    return [Column(name, _WORDS, nullable=optional) for name in names]


def _whole(*names: str, optional: bool = True) -> list[Column[int]]:
    return [Column(name, _WHOLE, nullable=optional) for name in names]


def _float(*names: str, optional: bool = True) -> list[Column[float]]:
    return [Column(name, Float, nullable=optional) for name in names]


def _span(name: str, *, optional: bool = False, words: bool = True) -> list[Column[int] | Column[str]]:
    ends = _whole(f"{name}_start", f"{name}_end", optional=optional)
    return [*ends, *_text(f"{name}_words", optional=optional)] if words else [*ends]


def _number() -> Column[int]:
    """What rows are joined by; the ledger itself counts it up."""
    return Column("number", _WHOLE, primary_key=True, autoincrement=False)


def _layer(name: str, *columns: Column[int] | Column[str] | Column[float]) -> Table:
    """A table with one row for each value of one layer of a reading, clustered by reading."""
    reading: Column[int] = Column("reading", ForeignKey("readings.number"), primary_key=True)
    position = Column("position", _WHOLE, primary_key=True)
    return Table(name, metadata, reading, position, *columns, sqlite_with_rowid=False)


runs = Table(
    "runs",
    metadata,
    Column("id", _WORDS, primary_key=True),
    *_text("maker"),
    *_text("manifest", "started", optional=False),
    *_text("finished", "counts"),
    *_whole("items"),
)

documents = Table(
    "documents",
    metadata,
    _number(),
    *_text("id", "sha256", "text", optional=False),
    *_text("title", "outlet", "byline", "dateline_place", "dateline_date", "dateline_agency"),
    *_span("dateline", optional=True, words=False),
    *_text("published", "published_from", "language"),
    *_text("origin", optional=False),
    *_text("part", "url", "external_id"),
    *_text("repairs", "flags", "checksum", optional=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    UniqueConstraint("id", name="one_row_per_document"),
    Index("documents_by_day", "published", "number"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("item", _WORDS, primary_key=True),
    Column("document", ForeignKey("documents.id"), primary_key=True),
    *_text("origin", optional=False),
    *_text("part", "external_id", "url", "title", "outlet", "published"),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Index("sightings_by_document", "document"),
    Index("sightings_by_origin", "origin"),
    Index("sightings_by_url", "url"),
)

items = Table(
    "items",
    metadata,
    Column("run", ForeignKey("runs.id"), primary_key=True),
    Column("item", _WORDS, primary_key=True),
    *_text("origin", optional=False),
    *_text("part", "external_id"),
    *_text("status", optional=False),
    *_text("reason", "detail"),
    Column("document", ForeignKey("documents.id")),
    Index("items_by_item", "item"),
    Index("items_by_document", "document"),
)

readings = Table(
    "readings",
    metadata,
    _number(),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    *_text("checksum", optional=False),
    Column("superseded_by", ForeignKey("runs.id")),
    Index("readings_by_document", "document"),
    Index("one_current_reading", "document", unique=True, **_CURRENT),
)

sentences = _layer("sentences", *_span("span", words=False))
mentions = _layer("mentions", *_span("span"), *_text("kind", optional=False), *_text("entity"))
times = _layer("times", *_span("span"), *_text("type", "value", optional=False), *_text("earliest", "latest"))
offices = _layer("offices", *_span("person"), *_span("title"), *_span("of", optional=True))
attributions = _layer(
    "attributions",
    *_span("source", optional=True),
    *_text("who", "entity"),
    *_span("cue", optional=True),
    *_span("content", words=False),
    *_text("form", optional=False),
    *_whole("parent"),
    *_float("confidence", optional=False),
)
events = _layer(
    "events",
    *_span("trigger"),
    *_text("type", optional=False),
    *_text("mode", "date"),
    *_span("date_span", optional=True),
    *_text("assertion", optional=False),
    *_whole("attribution"),
    *_float("confidence", optional=False),
)
event_arguments = _layer(
    "event_arguments",
    *_whole("event", optional=False),
    *_text("role", optional=False),
    *_span("span"),
    *_text("entity"),
)
tolls = _layer(
    "tolls",
    *_whole("event"),
    *_span("span"),
    *_text("effect", "of", optional=False),
    *_whole("low", "high"),
    *_text("qualifier", optional=False),
    *_whole("attribution"),
)
entities = _layer(
    "entities",
    *_text("id", "name", "kind", optional=False),
    *_text("country"),
    *_whole("geonames"),
    *_text("wikidata"),
    *_float("latitude", "longitude", "precision_km"),
    *_text("sector"),
)

claims = Table(
    "claims",
    metadata,
    _number(),
    *_text("id", optional=False),
    Column("reading", ForeignKey("readings.number"), nullable=False),
    *_whole("position", optional=False),
    Column("document", ForeignKey("documents.id"), nullable=False),
    *_text("kind", optional=False),
    *_span("evidence"),
    *_span("context", words=False),
    *_text("event", "type", "mode", "assertion"),
    *_text("actors", "recipients", "places", optional=False),
    *_text("date", "effect", "of"),
    *_whole("low", "high"),
    *_text("qualifier", "person", "title", "body"),
    *_float("confidence", optional=False),
    UniqueConstraint("reading", "position", name="one_claim_per_position"),
    UniqueConstraint("id", "reading", name="one_claim_per_id"),
    Index("claims_by_document", "document"),
)

voices = Table(
    "voices",
    metadata,
    Column("claim", ForeignKey("claims.number"), primary_key=True),
    Column("position", _WHOLE, primary_key=True),
    *_text("who"),
    *_span("source", optional=True),
    *_span("cue", optional=True),
    *_text("form", optional=False),
    Index("voices_by_name", "who"),
    sqlite_with_rowid=False,
)

groupings = Table(
    "groupings",
    metadata,
    _number(),
    *_text("at", "maker", optional=False),
    *_text("finished"),
    *_whole("readings", "decisions"),
)

incidents = Table(
    "incidents",
    metadata,
    _number(),
    *_text("id", optional=False),
    Column("grouping", ForeignKey("groupings.number"), nullable=False),
    Column("superseded_by", ForeignKey("groupings.number")),
    *_text("founding", "status", "type", "trigger", optional=False),
    *_text("day", "until", "place", "country"),
    *_float("latitude", "longitude", "precision_km"),
    *_whole("killed_low", "killed_high", "injured_low", "injured_high"),
    *_whole("tellings", "reports", "sources", "contradictions", "denials", optional=False),
    *_text("title", "first_published", "last_published"),
    *_text("content", "checksum", optional=False),
    Index("one_current_incident", "id", unique=True, **_CURRENT),
    Index("incidents_by_id", "id"),
    Index("incidents_by_founding", "founding"),
    Index("incidents_by_grouping", "grouping"),
    Index("incidents_by_day", text("coalesce(day, '')"), "id", **_CURRENT),
    Index(
        "incidents_by_killed",
        text("coalesce(killed_high, -1)"),
        "id",
        **_CURRENT,
    ),
    Index("incidents_by_change", "grouping", "id", **_CURRENT),
)

incident_tellings = Table(
    "incident_tellings",
    metadata,
    Column("incident", ForeignKey("incidents.number"), primary_key=True),
    Column("position", _WHOLE, primary_key=True),
    *_text("telling", optional=False),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Index("incidents_by_telling", "telling"),
    Index("incidents_by_document", "document"),
    sqlite_with_rowid=False,
)

incident_names = Table(
    "incident_names",
    metadata,
    Column("incident", ForeignKey("incidents.number"), primary_key=True),
    Column("role", _WORDS, primary_key=True),
    Column("name", _WORDS, primary_key=True),
    Index("incidents_by_name", "role", "name"),
    sqlite_with_rowid=False,
)

syndications = Table(
    "syndications",
    metadata,
    _number(),
    Column("origin", ForeignKey("documents.id"), nullable=False),
    *_text("origin_by", optional=False),
    *_text("credit", "owner"),
    *_text("checksum", optional=False),
    Column("grouping", ForeignKey("groupings.number"), nullable=False),
    Column("superseded_by", ForeignKey("groupings.number")),
    Index("one_current_syndication", "origin", unique=True, **_CURRENT),
)

copies = Table(
    "copies",
    metadata,
    Column("syndication", ForeignKey("syndications.number"), primary_key=True),
    Column("document", ForeignKey("documents.id"), primary_key=True),
    *_text("kind", optional=False),
    *_float("share", "covers", optional=False),
    *_text("added", "dropped", optional=False),
    Index("copies_by_document", "document"),
    sqlite_with_rowid=False,
)

grouping_state = Table(
    "grouping_state",
    metadata,
    *_text("part", "key", optional=False),
    Column("content", LargeBinary, nullable=False),
    UniqueConstraint("part", "key", name="one_state_per_key"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", _WHOLE, primary_key=True),
    *_text("id", "kind", "subject", optional=False),
    *_text("field"),
    *_text("verdict", "value", "why", "by", "at", optional=False),
    *_text("undoes"),
    *_text("previous", "hash", optional=False),
    UniqueConstraint("id", name="one_row_per_decision"),
    Index("decisions_by_subject", "subject"),
    Index("decisions_by_undone", "undoes"),
    # Its own count of the rows ever written shows when some have gone from the end of the chain.
    sqlite_autoincrement=True,
)

ROWID: ColumnClause[int] = literal_column("items.rowid", BigInteger)
"""The order in which items came: SQLite's own number of a row, and a column of PostgreSQL's table."""

LAYERS = (sentences, mentions, times, offices, attributions, events, event_arguments, tolls, entities)
"""One table for each layer of a reading; every row belongs to a row of `readings`."""
