"""Traces: tellings with all that a comparison needs, worked out once for each."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from sayso.incidents.compare.closeness import Words, weighed
from sayso.incidents.compare.extent import Extent, extent_of
from sayso.incidents.compare.parties import arms_of, lands_of, stems_of
from sayso.incidents.compare.rarity import Rarity
from sayso.incidents.days import Days, days_of, length
from sayso.incidents.families import FAMILY, MUTUAL, Family
from sayso.incidents.words import (
    FACILITY_STEMS,
    WEAPON_STEMS,
    content_words,
    fold,
    is_facility,
    skeleton,
    stems,
)
from sayso.model import Assertion, Count, Effect, EventType, Report, Scope, Site, Telling

_BACKGROUND_DAYS = 60
_FIRM_DAYS = 4
_TITLE_COUNTS = 2
_CAPITAL = re.compile(r"[^\W\d_]*[A-ZÀ-ÖØ-Þ][^\W_]*(?:['’-][^\W_]+)*")
_BROAD_KM = 100.0
# Who sets fire to a thing has not fired at it.
_SET_ALIGHT = re.compile(
    r"\b(?:set|setting|caught|catch\w*) (?:\w+ ){0,4}?(?:fire|alight|ablaze)\b", re.IGNORECASE
)
_TRUCE = re.compile(r"\b(?:cease-?\s?fires?|armistice|truces?|cessation of hostilities)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """One report as far as all of its tellings share it."""

    document: str
    published: int | None
    words: Words
    title: frozenset[str]
    text: str
    """Which text it carries: the copy group's origin, or the document itself."""

    @property
    def is_list(self) -> bool:
        """Whether it has no words of its own, as it lists what happened, item by item."""
        return not len(self.words.hashes)


Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spot:
    """A site, folded for comparison; reports that write a site alike have one and the same."""

    name: str
    """Its proper name, folded; empty for "the city"."""
    words: frozenset[str]
    """Of its name."""
    bones: str
    """Its name's consonants: two names that are alike have the same."""
    stems: frozenset[str]
    site: Site
    broad: bool
    """Whether it is a country or as large as one."""
    point: Point | None
    """Where it lies, as a point on a globe of radius 1; None for what is broad or not known."""
    extent: Extent
    """Whether its words name a town or land around one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trace:
    """One event of one report, ready to be compared."""

    telling: Telling
    """As its own voice tells it."""
    beside: tuple[Telling, ...]
    """As other voices in the report tell it: the same event on other people's say-so."""
    story: Story
    family: Family
    foremost: bool
    """Whether it is the first news of its family in its report, which the report's words are then about."""
    days: Days | None
    firm: bool
    """Whether the date is said in words and names days, not a month or year."""
    spots: tuple[Spot, ...]
    borrowed: bool
    """Whether the place is the report's, not the telling's own."""
    deed: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    struck: frozenset[str]
    """Its targets without the names of its towns."""
    actor_lands: frozenset[str]
    """Countries of the actors."""
    target_lands: frozenset[str]
    actor_arms: frozenset[str]
    """Whose arms the actors are, by the word before "forces", "guns" or the like: one side's name."""
    target_arms: frozenset[str]
    tolls: Mapping[Effect, tuple[Count, ...]]
    voice: str

    @property
    def id(self) -> str:
        """The id of the telling."""
        return self.telling.id

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its tellings by all voices."""
        return (self.id, *(telling.id for telling in self.beside))


def traces_of(
    reports: Iterable[Report],
    *,
    rarity: Rarity,
    copies: Mapping[str, str] | None = None,
    words: Mapping[str, Words] | None = None,
) -> list[Trace]:
    """The traces of all events of some reports.

    `copies` gives the origin of each copy by document id, `words` those that were weighed before.
    """
    found = []
    for report in reports:
        known = (words or {}).get(report.document) or weighed(report.words, rarity)
        story = _story(report, known, (copies or {}).get(report.document, report.document))
        foremost = _foremost(report, story.published)
        for _, told in groupby(report.tellings, key=lambda telling: telling.position):
            telling, *beside = told
            found.append(_trace(telling, tuple(beside), report, story, foremost=telling.id in foremost))
    return found


def _trace(
    telling: Telling, beside: tuple[Telling, ...], report: Report, story: Story, *, foremost: bool
) -> Trace:
    days = days_of(telling.date)
    own = tuple(_spot(site) for site in telling.places)
    borrowed = not any(spot.name for spot in own)
    deed = frozenset().union(*(_deed(words) for each in (telling, *beside) for words in each.triggers))
    spots = own + tuple(_spot(site) for site in report.setting) if borrowed else own
    # "The market attack" names its target in the word for the deed.
    targets = stems_of(telling.recipients) | (deed & FACILITY_STEMS)
    family = FAMILY[telling.type]
    doers = (*telling.actors, *telling.recipients) if family in MUTUAL else telling.actors
    return Trace(
        telling=telling,
        beside=beside,
        story=story,
        family=family,
        foremost=foremost,
        days=days,
        firm=_is_firm(telling, days, story.published),
        spots=spots,
        borrowed=borrowed,
        deed=deed,
        actors=stems_of(doers) - WEAPON_STEMS,
        targets=targets,
        struck=targets.difference(*(spot.stems for spot in spots if not is_facility(spot.stems))),
        actor_lands=lands_of(doers),
        target_lands=lands_of(telling.recipients),
        actor_arms=arms_of(telling.actors),
        target_arms=arms_of(telling.recipients),
        tolls=_whole_tolls(telling),
        voice=" < ".join(fold(party.words or "") for party in telling.chain),
    )


def _is_firm(telling: Telling, days: Days | None, published: int | None) -> bool:
    """Whether a telling's date can be relied on; that of a denial may be the day on which it was made."""
    if days is None or not telling.date_said or length(days) > _FIRM_DAYS:
        return False
    return telling.assertion is not Assertion.DENIED or days != (published, published)


def _story(report: Report, words: Words, text: str) -> Story:
    published = days_of(report.published)
    return Story(
        document=report.document,
        published=None if published is None else published[0],
        words=words,
        title=frozenset(content_words(report.title or "")),
        text=text,
    )


def _foremost(report: Report, published: int | None) -> set[str]:
    """The telling of each family that is the report's main news: its first that is no background.

    What fits none of the codebook's types is main news only where nothing of its family does.
    """
    first: dict[Family, Telling] = {}
    for telling in sorted(
        report.tellings, key=lambda telling: (telling.type is EventType.OTHER, telling.position)
    ):
        if not _is_background(days_of(telling.date), published):
            first.setdefault(FAMILY[telling.type], telling)
    return {telling.id for telling in first.values()}


def _is_background(days: Days | None, published: int | None) -> bool:
    return days is not None and published is not None and published - days[1] > _BACKGROUND_DAYS


@lru_cache(maxsize=100_000)
def _spot(site: Site) -> Spot:
    name = " ".join(_CAPITAL.findall(site.words))
    broad = site.precision_km is not None and site.precision_km > _BROAD_KM
    folded = fold(name).strip()
    return Spot(
        name=folded,
        words=frozenset(folded.split()),
        bones=skeleton(folded),
        stems=stems(site.words),
        site=site,
        broad=broad,
        point=None if broad else _point(site),
        extent=extent_of(site.words),
    )


def _point(site: Site) -> Point | None:
    if site.latitude is None or site.longitude is None:
        return None
    north, east = math.radians(site.latitude), math.radians(site.longitude)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


def _deed(words: str) -> frozenset[str]:
    return stems("burned" if _SET_ALIGHT.search(words) else _TRUCE.sub("truce", words))


def _whole_tolls(telling: Telling) -> Mapping[Effect, tuple[Count, ...]]:
    tolls: dict[Effect, tuple[Count, ...]] = {}
    for toll in telling.tolls:
        if toll.scope is Scope.WHOLE and (toll.low is not None or toll.high is not None):
            tolls[toll.effect] = (*tolls.get(toll.effect, ()), toll)
    return tolls


PLANS = frozenset({Assertion.PLANNED, Assertion.CALLED_FOR})
"""Assertions of what is yet to come."""
