"""Type families: event types close enough that two reports may choose either for one happening."""

from collections.abc import Mapping
from enum import StrEnum

from sayso.model import EventType


class Family(StrEnum):
    """A set of event types that reports of one happening are told under."""

    FORCE = "force"
    HOLDING = "holding"
    PEACE = "peace"
    MEETING = "meeting"
    CROWD = "crowd"
    WORDS = "words"
    HELP = "help"
    MOVES = "moves"


FAMILY: Mapping[EventType, Family] = {
    EventType.ASSAULT: Family.FORCE,
    # "Four soldiers died in an explosion": the denying side's words for the other side's attack.
    EventType.OTHER: Family.FORCE,
    EventType.COERCE: Family.HOLDING,
    EventType.AGREE: Family.PEACE,
    EventType.RETREAT: Family.PEACE,
    EventType.CONCEDE: Family.PEACE,
    EventType.CONSULT: Family.MEETING,
    EventType.COOPERATE: Family.MEETING,
    EventType.PROTEST: Family.CROWD,
    EventType.ACCUSE: Family.WORDS,
    EventType.REJECT: Family.WORDS,
    EventType.REQUEST: Family.WORDS,
    EventType.THREATEN: Family.WORDS,
    EventType.SANCTION: Family.WORDS,
    EventType.SUPPORT: Family.HELP,
    EventType.AID: Family.HELP,
    EventType.MOBILIZE: Family.MOVES,
}
"""The family of every event type; tellings of two families are never compared."""
MUTUAL = frozenset({Family.PEACE, Family.MEETING})
"""Families whose happenings have no doer and no victim: who met whom is told either way round."""
