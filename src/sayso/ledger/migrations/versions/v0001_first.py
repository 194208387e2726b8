"""Documents, readings, claims, runs and what they are searched by."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# A migration is a record: it does not import the schema, which moves on.


def _text(*names: str, optional: bool = True) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=optional) for name in names]


def _whole(*names: str, optional: bool = True) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=optional) for name in names]


def _float(*names: str, optional: bool = True) -> list[sa.Column[float]]:
    return [sa.Column(name, sa.Float, nullable=optional) for name in names]


def _span(name: str, *, optional: bool = False, words: bool = True) -> list[sa.Column[int] | sa.Column[str]]:
    ends = _whole(f"{name}_start", f"{name}_end", optional=optional)
    return [*ends, *_text(f"{name}_words", optional=optional)] if words else [*ends]


def _layer(name: str, *columns: sa.Column[int] | sa.Column[str] | sa.Column[float]) -> None:
    """A table with one row for each value of one layer of a reading, clustered by reading."""
    reading: sa.Column[int] = sa.Column(
        "reading", sa.Integer, sa.ForeignKey("readings.number"), primary_key=True
    )
    position = sa.Column("position", sa.Integer, primary_key=True)
    op.create_table(name, reading, position, *columns, sqlite_with_rowid=False)


def _words_of(column: str) -> str:
    """The words of a JSON array, for the tokenizer, which passes over its quotation marks and commas."""
    # FTS5 checks an index against its rows only where these use no virtual table, as json_each is.
    for escape in (r"\n", r"\r", r"\t"):
        column = f"replace({column}, '{escape}', ' ')"
    return column


VIEWS = (
    """
    CREATE VIEW current_claims AS
    SELECT claims.* FROM claims JOIN readings ON readings.number = claims.reading
    WHERE readings.superseded_by IS NULL
    """,
    "CREATE VIEW refusals AS SELECT * FROM items WHERE status = 'refused'",
    # What claims_fts indexes: the words of a claim that a search can name a field for.
    f"""
    CREATE VIEW claim_words AS
    SELECT claims.number AS number,
        (SELECT group_concat(who, ' ') FROM
            (SELECT who FROM voices WHERE voices.claim = claims.number ORDER BY position)) AS who,
        {_words_of("claims.actors")} AS actor,
        {_words_of("claims.recipients")} AS recipient,
        {_words_of("claims.places")} AS place,
        claims.person AS person,
        claims.evidence_words AS quote
    FROM claims
    """,  # noqa: S608
)

INDEXES = (
    """
    CREATE VIRTUAL TABLE documents_fts USING fts5(
        title, text, outlet, content='documents', content_rowid='number',
        tokenize='unicode61 remove_diacritics 2')
    """,
    """
    CREATE VIRTUAL TABLE claims_fts USING fts5(
        who, actor, recipient, place, person, quote, content='claim_words', content_rowid='number',
        tokenize='unicode61 remove_diacritics 2')
    """,
)


def upgrade() -> None:
    """Lay out a new ledger."""
    _create_documents()
    _create_layers()
    _create_claims()
    for statement in (*VIEWS, *INDEXES):
        op.execute(statement)


def _create_documents() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Text, primary_key=True),
        *_text("maker"),
        *_text("manifest", "started", optional=False),
        *_text("finished", "counts"),
        *_whole("items"),
    )
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True),
        *_text("id", "sha256", "text", optional=False),
        *_text("title", "outlet", "byline", "dateline_place", "dateline_date", "dateline_agency"),
        *_span("dateline", optional=True, words=False),
        *_text("published", "published_from", "language"),
        *_text("origin", optional=False),
        *_text("part", "url", "external_id"),
        *_text("repairs", "flags", "checksum", optional=False),
        sa.Column("run", sa.Text, sa.ForeignKey("runs.id"), nullable=False),
        sa.UniqueConstraint("id", name="one_row_per_document"),
    )
    op.create_table(
        "sightings",
        sa.Column("item", sa.Text, primary_key=True),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
        *_text("origin", optional=False),
        *_text("part", "external_id", "url", "title", "outlet", "published"),
        sa.Column("run", sa.Text, sa.ForeignKey("runs.id"), nullable=False),
        sa.Index("sightings_by_document", "document"),
    )
    op.create_table(
        "items",
        sa.Column("run", sa.Text, sa.ForeignKey("runs.id"), primary_key=True),
        sa.Column("item", sa.Text, primary_key=True),
        *_text("origin", optional=False),
        *_text("part", "external_id"),
        *_text("status", optional=False),
        *_text("reason", "detail"),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id")),
        sa.Index("items_by_item", "item"),
        sa.Index("items_by_document", "document"),
    )
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("run", sa.Text, sa.ForeignKey("runs.id"), nullable=False),
        *_text("checksum", optional=False),
        sa.Column("superseded_by", sa.Text, sa.ForeignKey("runs.id")),
        sa.Index("readings_by_document", "document"),
        sa.Index(
            "one_current_reading", "document", unique=True, sqlite_where=sa.text("superseded_by IS NULL")
        ),
    )


def _create_layers() -> None:
    _layer("sentences", *_span("span", words=False))
    _layer("mentions", *_span("span"), *_text("kind", optional=False), *_text("entity"))
    _layer("times", *_span("span"), *_text("type", "value", optional=False), *_text("earliest", "latest"))
    _layer("offices", *_span("person"), *_span("title"), *_span("of", optional=True))
    _layer(
        "attributions",
        *_span("source", optional=True),
        *_text("who", "entity"),
        *_span("cue", optional=True),
        *_span("content", words=False),
        *_text("form", optional=False),
        *_whole("parent"),
        *_float("confidence", optional=False),
    )
    _layer(
        "events",
        *_span("trigger"),
        *_text("type", optional=False),
        *_text("mode", "date"),
        *_span("date_span", optional=True),
        *_text("assertion", optional=False),
        *_whole("attribution"),
        *_float("confidence", optional=False),
    )
    _layer(
        "event_arguments",
        *_whole("event", optional=False),
        *_text("role", optional=False),
        *_span("span"),
        *_text("entity"),
    )
    _layer(
        "tolls",
        *_whole("event"),
        *_span("span"),
        *_text("effect", "of", optional=False),
        *_whole("low", "high"),
        *_text("qualifier", optional=False),
        *_whole("attribution"),
    )
    _layer(
        "entities",
        *_text("id", "name", "kind", optional=False),
        *_text("country"),
        *_whole("geonames"),
        *_text("wikidata"),
        *_float("latitude", "longitude", "precision_km"),
        *_text("sector"),
    )


def _create_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer, primary_key=True),
        *_text("id", optional=False),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.number"), nullable=False),
        *_whole("position", optional=False),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        *_text("kind", optional=False),
        *_span("evidence"),
        *_span("context", words=False),
        *_text("event", "type", "mode", "assertion"),
        *_text("actors", "recipients", "places", optional=False),
        *_text("date", "effect", "of"),
        *_whole("low", "high"),
        *_text("qualifier", "person", "title", "body"),
        *_float("confidence", optional=False),
        sa.UniqueConstraint("reading", "position", name="one_claim_per_position"),
        sa.UniqueConstraint("id", "reading", name="one_claim_per_id"),
        sa.Index("claims_by_document", "document"),
    )
    op.create_table(
        "voices",
        sa.Column("claim", sa.Integer, sa.ForeignKey("claims.number"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *_text("who"),
        *_span("source", optional=True),
        *_span("cue", optional=True),
        *_text("form", optional=False),
        sqlite_with_rowid=False,
    )
