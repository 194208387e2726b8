"""Tellings of many reports into incidents: who copies whom, what is one happening, who says what of it.

`telling` makes reports of readings, `copies` finds who reprints whom, `compare` weighs two tellings, `group`
compares each with its neighbours and joins them, `agreement` lays out what each source says; `regroup` does
all of it for what is new, from what `kept` holds of the last time.
"""

from sayso.incidents.agreement.account import account_of
from sayso.incidents.agreement.rules import RULES, Pick, pick
from sayso.incidents.compare.rarity import rarity_of
from sayso.incidents.compare.score import compare
from sayso.incidents.compare.traces import traces_of
from sayso.incidents.copies import SyndicationGroup, copies_in
from sayso.incidents.group.incidents import incidents_in
from sayso.incidents.kept.shelf import MemoryShelf, Shelf
from sayso.incidents.regroup import Grouped, Regrouping
from sayso.incidents.telling.reports import report_of, tellings_in

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
