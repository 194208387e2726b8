"""Incidents, who copied whom, what people decided, and what grouping remembers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# A migration is a record: it does not import the schema, which moves on.

_CURRENT = sa.text("superseded_by IS NULL")


def _text(*names: str, optional: bool = True) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=optional) for name in names]


def _whole(*names: str, optional: bool = True) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=optional) for name in names]


def _float(*names: str, optional: bool = True) -> list[sa.Column[float]]:
    return [sa.Column(name, sa.Float, nullable=optional) for name in names]


def _refers(name: str, to: str, *, optional: bool = False, key: bool = False) -> sa.Column[object]:
    of = sa.Integer if to.endswith(".number") else sa.Text
    return sa.Column(name, of, sa.ForeignKey(to), nullable=optional, primary_key=key)


# What each figure of a current incident is, for whoever asks in SQL: the incident's own JSON, row by row.
VIEWS = (
    "CREATE VIEW current_incidents AS SELECT * FROM incidents WHERE superseded_by IS NULL",
    """
    CREATE VIEW incident_figures AS
    SELECT incidents.id AS incident,
        json_extract(figure.value, '$.field') AS field,
        json_extract(figure.value, '$.source') AS source,
        json_extract(figure.value, '$.document') AS document,
        json_extract(figure.value, '$.published') AS published,
        json_extract(figure.value, '$.claim') AS claim,
        json_extract(figure.value, '$.words') AS words,
        json_extract(figure.value, '$.low') AS low,
        json_extract(figure.value, '$.high') AS high,
        json_extract(figure.value, '$.value') AS value,
        coalesce(json_extract(figure.value, '$.whole'), 1) AS whole,
        coalesce(json_extract(figure.value, '$.copy'), 0) AS copy
    FROM incidents,
        json_each(incidents.content, '$.account.standings') AS standing,
        json_each(standing.value, '$.figures') AS figure
    WHERE incidents.superseded_by IS NULL
    """,
)


def upgrade() -> None:
    """Add the tables of incidents to a ledger of documents."""
    op.create_index("documents_by_day", "documents", ["published", "number"])
    op.create_index("voices_by_name", "voices", ["who"])
    op.create_index("sightings_by_origin", "sightings", ["origin"])
    op.create_index("sightings_by_url", "sightings", ["url"])
    op.create_table(
        "groupings",
        sa.Column("number", sa.Integer, primary_key=True),
        *_text("at", "maker", optional=False),
        *_text("finished"),
        *_whole("readings", "decisions"),
    )
    _create_incidents()
    _create_copies()
    _create_decisions()
    for statement in VIEWS:
        op.execute(statement)


def _create_incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("number", sa.Integer, primary_key=True),
        *_text("id", optional=False),
        _refers("grouping", "groupings.number"),
        _refers("superseded_by", "groupings.number", optional=True),
        *_text("founding", "status", "type", "trigger", optional=False),
        *_text("day", "until", "place", "country"),
        *_float("latitude", "longitude", "precision_km"),
        *_whole("killed_low", "killed_high", "injured_low", "injured_high"),
        *_whole("tellings", "reports", "sources", "contradictions", "denials", optional=False),
        *_text("title", "first_published", "last_published"),
        *_text("content", "checksum", optional=False),
        sa.Index("one_current_incident", "id", unique=True, sqlite_where=_CURRENT),
        sa.Index("incidents_by_id", "id"),
        sa.Index("incidents_by_founding", "founding"),
        sa.Index("incidents_by_grouping", "grouping"),
        sa.Index("incidents_by_day", sa.text("coalesce(day, '')"), "id", sqlite_where=_CURRENT),
        sa.Index("incidents_by_killed", sa.text("coalesce(killed_high, -1)"), "id", sqlite_where=_CURRENT),
        sa.Index("incidents_by_change", "grouping", "id", sqlite_where=_CURRENT),
    )
    op.create_table(
        "incident_tellings",
        _refers("incident", "incidents.number", key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *_text("telling", optional=False),
        _refers("document", "documents.id"),
        sa.Index("incidents_by_telling", "telling"),
        sa.Index("incidents_by_document", "document"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "incident_names",
        _refers("incident", "incidents.number", key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Index("incidents_by_name", "role", "name"),
        sqlite_with_rowid=False,
    )


def _create_copies() -> None:
    op.create_table(
        "syndications",
        sa.Column("number", sa.Integer, primary_key=True),
        _refers("origin", "documents.id"),
        *_text("origin_by", optional=False),
        *_text("credit", "owner"),
        *_text("checksum", optional=False),
        _refers("grouping", "groupings.number"),
        _refers("superseded_by", "groupings.number", optional=True),
        sa.Index("one_current_syndication", "origin", unique=True, sqlite_where=_CURRENT),
    )
    op.create_table(
        "copies",
        _refers("syndication", "syndications.number", key=True),
        _refers("document", "documents.id", key=True),
        *_text("kind", optional=False),
        *_float("share", "covers", optional=False),
        *_text("added", "dropped", optional=False),
        sa.Index("copies_by_document", "document"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "grouping_state",
        *_text("part", "key", optional=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("part", "key", name="one_state_per_key"),
    )


def _create_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        *_text("id", "kind", "subject", optional=False),
        *_text("field"),
        *_text("verdict", "value", "why", "by", "at", optional=False),
        *_text("undoes"),
        *_text("previous", "hash", optional=False),
        sa.UniqueConstraint("id", name="one_row_per_decision"),
        sa.Index("decisions_by_subject", "subject"),
        sa.Index("decisions_by_undone", "undoes"),
        # Its own count of the rows ever written shows when some have gone from the end of the chain.
        sqlite_autoincrement=True,
    )
