"""A reading: what one report says, each value pinned to the words that say it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.codebook import (
    Assertion,
    Effect,
    EntityKind,
    EventType,
    Form,
    Group,
    MentionKind,
    Qualifier,
    TimeType,
)
from sayso.model.document import Document
from sayso.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something that mentions of a document refer to."""

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    geonames: int | None = None
    wikidata: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision_km: float | None = None
    sector: str | None = None
    """PLOVER actor sector: GOV, MIL, COP, REB, CVL, IGO, MED …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name or naming phrase in the text."""

    span: Span
    kind: MentionKind
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression and its value."""

    span: Span
    type: TimeType
    value: str
    """TIMEX3 value, such as `2020-10-11`, `2020-W41`, `P2W`, `2020-10-11T02:00`."""
    earliest: str | None = None
    """First calendar day (ISO) it can mean; None where no report date anchors it."""
    latest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """Words that name a party or place of an event, and whom they refer to."""

    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody, in this report, says, writes, asks, orders, denies or doubts something."""

    source: Span | None
    """Who says so; None when nobody is named."""
    who: str | None
    """The fullest name that the document gives the source."""
    entity: str | None = None
    cue: Span | None
    """The words that mark it; None for quotation marks with no cue."""
    content: Span
    form: Form
    parent: int | None = None
    """Index of the attribution whose content holds this one."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """How many people or things an event hit, in the words it was said in.

    `high` is None for "at least nine"; both bounds are None for "dozens".
    """

    span: Span
    effect: Effect
    of: Group
    low: int | None
    high: int | None
    qualifier: Qualifier
    attribution: int | None = None
    """Index into the reading's attributions; None is the outlet's own voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One occurrence that the report asserts, denies, plans, demands or imagines."""

    trigger: Span
    also: tuple[Span, ...] = ()
    """Further mentions of the same occurrence."""
    type: EventType
    mode: str | None = None
    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    places: tuple[Argument, ...] = ()
    """Where it happened, most specific first."""
    instruments: tuple[Argument, ...] = ()
    date: str | None = None
    """ISO day, month, year, or `start/end`."""
    date_span: Span | None = None
    assertion: Assertion = Assertion.HAPPENED
    attribution: int | None = None
    tolls: tuple[Toll, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Where the report says who someone is."""

    person: Span
    title: Span
    of: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that was read in one document; each annotator returns a fuller one."""

    document: Document
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    offices: tuple[Office, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    tolls: tuple[Toll, ...] = ()
    """Tolls that belong to no event."""
    entities: tuple[Entity, ...] = ()

    @property
    def text(self) -> str:
        """The document's stored text, which every span of the reading indexes."""
        return self.document.text

    @property
    def every_toll(self) -> Iterator[Toll]:
        """The tolls of the events in their order, and then those of none."""
        yield from (toll for event in self.events for toll in event.tolls)
        yield from self.tolls

    def sentence_at(self, span: Span) -> Span | None:
        """The first sentence that a span touches; None where it touches none."""
        at = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.end)
        found = self.sentences[at] if at < len(self.sentences) else None
        return found if found is not None and found.overlaps(span) else None
