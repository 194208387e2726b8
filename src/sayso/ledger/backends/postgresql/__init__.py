"""Ledgers in a database on a PostgreSQL server."""

from sayso.ledger.backends.postgresql.checking import decisions_taken, file_problems, index_problems
from sayso.ledger.backends.postgresql.connecting import complaint, engine_of
from sayso.ledger.backends.postgresql.layout import is_unfinished, lay_out, mark
from sayso.ledger.backends.postgresql.searching import claims_with, documents_with, matches, ranks
from sayso.ledger.backends.postgresql.writing import among, index, indexed, insert, replace

__all__ = [
    "among",
    "claims_with",
    "complaint",
    "decisions_taken",
    "documents_with",
    "engine_of",
    "file_problems",
    "index",
    "index_problems",
    "indexed",
    "insert",
    "is_unfinished",
    "lay_out",
    "mark",
    "matches",
    "ranks",
    "replace",
]
