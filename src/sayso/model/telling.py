"""A telling: one happening as one report tells it, without the report's text; what incidents are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.model.codebook import Assertion, Effect, EventType, Group, Qualifier


class Scope(StrEnum):
    """What a count is a count of, which decides what it can be compared with."""

    WHOLE = "whole"
    PART = "part"
    WINDOW = "window"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Someone who speaks, acts or is acted upon, in the words of one report."""

    words: str | None
    """None for a speaker whom nobody names."""
    entity: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    sector: str | None = None
    """PLOVER actor sector: GOV, MIL, REB …"""
    body: str | None = None
    """For a person: the body whose office the report gives them, such as "the Central Hospital"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place in the words of one report, with where it lies if that is known."""

    words: str
    entity: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision_km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A toll as a report tells it: how many, and on whose say-so."""

    id: str
    """Of the toll's claim."""
    words: str
    effect: Effect
    of: Group
    low: int | None
    high: int | None
    qualifier: Qualifier
    chain: tuple[Party, ...] = ()
    """From the outlet's nearest source to the innermost speaker; empty for the outlet's own voice."""
    scope: Scope = Scope.WHOLE
    beside: int | None = None
    """The number of its list in the telling, where others stand beside it: "a boy and three women"."""
    as_read: "Count | None" = None
    """What was read, where people corrected it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One happening as one report tells it."""

    id: str
    """Of the event's claim; of a toll's where a report only counts the dead or hurt."""
    document: str
    position: int
    """Which of the report's tellings it is, in the order of their triggers."""
    type: EventType
    triggers: tuple[str, ...]
    places: tuple[Site, ...] = ()
    """Most specific first."""
    date: str | None = None
    """ISO day, month, year, or `start/end`."""
    date_said: bool = False
    """Whether words of the report give the date; False where it was only inferred."""
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    assertion: Assertion = Assertion.HAPPENED
    chain: tuple[Party, ...] = ()
    tolls: tuple[Count, ...] = ()
    as_read: "Telling | None" = None
    """What was read, without its tolls, where people corrected it."""

    @property
    def counts_only(self) -> bool:
        """Whether it is but a count, for which its report names no deed."""
        return any(toll.id == self.id for toll in self.tolls)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document as the grouping of incidents sees it."""

    document: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    words: Mapping[str, int] = field(default_factory=dict)
    """The telling words of its title and text, folded, with how often each stands there."""
    setting: tuple[Site, ...] = ()
    """Where the report is set, such as its dateline's town; used for tellings that name no place."""
    tellings: tuple[Telling, ...] = ()
