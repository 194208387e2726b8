"""Ledgers in one SQLite file."""

from sayso.ledger.backends.sqlite.checking import decisions_taken, file_problems, index_problems
from sayso.ledger.backends.sqlite.opening import complaint, engine_of, is_unfinished, lay_out, mark
from sayso.ledger.backends.sqlite.searching import claims_with, documents_with, matches, ranks
from sayso.ledger.backends.sqlite.writing import among, index, indexed, insert, replace

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
