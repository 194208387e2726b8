"""All of it in one SQLite file."""

from sayso.ledger.adding import Status
from sayso.ledger.ledger import Ledger

__all__ = ["Ledger", "Status"]
