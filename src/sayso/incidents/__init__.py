"""Tellings of many reports into incidents: who copies whom, what is one happening, who says what of it."""

from sayso.incidents.agreement import account_of
from sayso.incidents.compare import compare
from sayso.incidents.copies import SyndicationGroup, copies_in
from sayso.incidents.group import incidents_in
from sayso.incidents.rarity import rarity_of
from sayso.incidents.regroup import Grouped, Regrouping
from sayso.incidents.rules import RULES, Pick, pick
from sayso.incidents.shelf import MemoryShelf, Shelf
from sayso.incidents.tellings import report_of, tellings_in
from sayso.incidents.traces import traces_of

__all__ = [
    "RULES",
    "Grouped",
    "MemoryShelf",
    "Pick",
    "Regrouping",
    "Shelf",
    "SyndicationGroup",
    "account_of",
    "compare",
    "copies_in",
    "incidents_in",
    "pick",
    "rarity_of",
    "report_of",
    "tellings_in",
    "traces_of",
]
