"""All of it in one SQLite file."""

from sayso.ledger.adding import Status
from sayso.ledger.choosing import Only
from sayso.ledger.frames import CLAIMS
from sayso.ledger.ledger import Ledger
from sayso.ledger.query import FIELDS
from sayso.ledger.searching import Hit
from sayso.ledger.verifying import Problem

__all__ = ["CLAIMS", "FIELDS", "Hit", "Ledger", "Only", "Problem", "Status"]
