"""All of it in one place: a SQLite file, or a database on a PostgreSQL server."""

from sayso.ledger.adding import Status
from sayso.ledger.changes import CHANGE_KINDS, Change, ChangeKind
from sayso.ledger.choosing import Only
from sayso.ledger.copying import Copied, copy
from sayso.ledger.filing import Case, Filed, IncidentRow
from sayso.ledger.frames import CLAIMS, FIGURES, INCIDENTS
from sayso.ledger.grouping import Grouping
from sayso.ledger.incidents import ORDERS, IncidentPage, OnlyIncidents
from sayso.ledger.ledger import Ledger
from sayso.ledger.query import FIELDS
from sayso.ledger.searching import Hit
from sayso.ledger.verifying import Problem

__all__ = [
    "CHANGE_KINDS",
    "CLAIMS",
    "FIELDS",
    "FIGURES",
    "INCIDENTS",
    "ORDERS",
    "Case",
    "Change",
    "ChangeKind",
    "Copied",
    "Filed",
    "Grouping",
    "Hit",
    "IncidentPage",
    "IncidentRow",
    "Ledger",
    "Only",
    "OnlyIncidents",
    "Problem",
    "Status",
    "copy",
]
