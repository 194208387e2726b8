"""Ultimate sources: on whose say-so something stands, folded over all reports that quote them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.incidents.agreement.names import (
    STATE_STEMS,
    TROOP_STEMS,
    Name,
    body_in,
    is_own_voice,
    is_unnamed_media,
    parsed,
)
from sayso.incidents.words import fold, land_of, stem
from sayso.model import Outlet, Party, Report, Source, content_id

_BARE_WORDS = 2
"""A country alone, such as "the Quendrians"; longer words mean somebody in particular."""
_UNKNOWN_OUTLET = "an outlet that is not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks in one report, before it is folded with those of other reports."""

    name: Name
    entity: str | None = None
    country: str | None = None
    home: str | None = None
    """The outlet's country: whose ministry "the ministry" is where nothing else is said."""
    heard_by: str | None = None
    """The outlet that alone knows who an unnamed speaker is; None for everybody with a name."""
    roof: str | None = None
    outlet: bool = False
    """Whether it is an outlet's own voice, whose whole name counts."""


@dataclass
class Newsroom:
    """The reports of an incident, with what is known of their outlets and who copies whom."""

    reports: Mapping[str, Report]
    copies: Mapping[str, str] = field(default_factory=dict)
    """The origin's document id of each copy."""
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    """By name."""

    @cached_property
    def _countries(self) -> Mapping[str, str]:
        """The country of each place that the reports put on the map, where all put it in one."""
        found: dict[str, set[str]] = defaultdict(set)
        for report in self.reports.values():
            for site in (*report.setting, *(site for one in report.tellings for site in one.places)):
                if site.country is not None:
                    found[stem(fold(site.words))].add(site.country)
        return {place: countries.pop() for place, countries in found.items() if len(countries) == 1}

    def origin(self, document: str) -> str:
        """The report that a copy carries; of any other report itself."""
        return self.copies.get(document, document)

    def is_copy(self, document: str) -> bool:
        """Whether a report only carries another's text."""
        return self.origin(document) != document

    def speaker(self, chain: Sequence[Party], document: str) -> Speaker:
        """The ultimate source of a chain: its innermost speaker who is anybody.

        An empty chain is the outlet's own voice, which for a copy is that of the origin's outlet. Nobody
        ("it was reported") and "local media" are the outlet's own say-so too, where it copies another.
        """
        origin = self.origin(document)
        told = [party for party in chain if party.words is not None]
        while told and self._is_origin(told[-1].words or "", origin, copy=origin != document):
            told.pop()
        if not told:
            return self._outlet(origin)
        return self._quoted(told[-1], origin, document)

    def _is_origin(self, words: str, origin: str, *, copy: bool) -> bool:
        """Whether these words mean the report itself or, in a copy, the report that it copies."""
        report = self.reports.get(origin)
        outlet = fold(report.outlet or "") if report else ""
        return is_own_voice(words) or fold(words) == outlet or (copy and is_unnamed_media(words))

    def _outlet(self, document: str) -> Speaker:
        report = self.reports.get(document)
        name = report.outlet if report and report.outlet else _UNKNOWN_OUTLET
        known = self.outlets.get(name)
        return Speaker(
            name=parsed(name),
            country=known.country if known and parsed(name).bodies else None,
            heard_by=document if name == _UNKNOWN_OUTLET else None,
            roof=known.owner if known else None,
            outlet=not parsed(name).bodies,
        )

    def _quoted(self, party: Party, origin: str, document: str) -> Speaker:
        words = party.words or ""
        if party.body is not None and parsed(party.body).bodies:
            words = party.body
        name = parsed(words)
        report = self.reports.get(origin) or self.reports.get(document)
        outlet = (report.outlet if report else None) or document
        known = self.outlets.get(outlet)
        return Speaker(
            name=name,
            entity=party.entity if words == party.words else None,
            country=party.country or self._country_of(name),
            home=known.country if known else None,
            heard_by=None if name.proper else outlet,
        )

    def _country_of(self, name: Name) -> str | None:
        """Whose a body is that is named by its town: "the Defence Ministry in Orlo"."""
        known = {self._countries[land] for land in name.lands if land in self._countries}
        return known.pop() if name.bodies and len(known) == 1 else None


def folded(speakers: Iterable[Speaker]) -> dict[Speaker, Source]:
    """The source that each speaker is, whatever order they come in.

    Bodies fold when their nouns and marks agree and their countries do not differ: "the Interior Ministry",
    "the Halvoran Interior Ministry". A bare "ministry" folds into the only one that it can mean. A country
    folds into the one body that speaks for it. Speakers without a name are folded within one outlet only.
    """
    ordered = sorted(set(speakers), key=_fullness)
    kinds: list[list[Speaker]] = []
    for speaker in ordered:
        fitting = [
            kind
            for kind in kinds
            if all(_are_one(speaker, member) for member in kind)
            or any(_are_called_alike(speaker, member) for member in kind)
        ]
        if len(fitting) > 1:
            fitting = [kind for kind in fitting if any(_is_plainly(speaker, member) for member in kind)]
        if len(fitting) == 1:
            fitting[0].append(speaker)
        else:
            kinds.append([speaker])
    return {speaker: source for kind in kinds for source in [_source(kind)] for speaker in kind}


def _fullness(speaker: Speaker) -> tuple[int, bool, int, str, str, str]:
    name = speaker.name
    size = len(name.bodies) + len(name.marks)
    return (
        -size if name.bodies or not name.lands else 0,
        speaker.country is None,
        -len(name.lands),
        fold(name.words),
        name.words,
        f"{speaker.entity} {speaker.country} {speaker.home} {speaker.heard_by} {speaker.roof}",
    )


def _are_one(one: Speaker, other: Speaker) -> bool:
    a, b = one.name, other.name
    if one.heard_by != other.heard_by:
        return False
    if one.country and other.country and one.country != other.country:
        return False
    if one.entity is not None and one.entity == other.entity:
        return True
    if one.outlet or other.outlet:
        return _bare(a.words) == _bare(b.words)
    if not a.proper and not b.proper:
        return a.marks == b.marks and a.bodies == b.bodies
    if a.bodies and b.bodies:
        return _are_one_body(one, other)
    if a.bodies or b.bodies:
        body, bare = (one, other) if a.bodies else (other, one)
        return _speaks_for(body, bare)
    marks, others = a.marks | a.lands, b.marks | b.lands
    return marks <= others or others <= marks


def _are_called_alike(one: Speaker, other: Speaker) -> bool:
    """Whether two have one name that tells their country: "the Defence Ministry in Orlo", twice."""
    same = _bare(one.name.words) == _bare(other.name.words)
    return same and bool(one.name.lands) and _are_one(one, other)


def _bare(words: str) -> str:
    return fold(words).removeprefix("the ").strip()


def _are_one_body(one: Speaker, other: Speaker) -> bool:
    a, b = one.name, other.name
    if not (a.bodies <= b.bodies or b.bodies <= a.bodies):
        return False
    marks, others = a.marks - b.lands, b.marks - a.lands
    if not (marks <= others or others <= marks) or (a.bodies & TROOP_STEMS and marks != others):
        return False
    if one.country and other.country:
        return True
    home = {speaker.country or (None if speaker.name.lands else speaker.home) for speaker in (one, other)}
    if None not in home and len(home) > 1:
        return False
    lands, foreign = ({land_of(land) for land in name.lands} for name in (a, b))
    return not lands or not foreign or bool(lands & foreign)


def _speaks_for(body: Speaker, bare: Speaker) -> bool:
    """Whether a bare name ("Quendria denies") means the state whose body this is."""
    if not body.name.bodies & STATE_STEMS or len(bare.name.words.split()) > _BARE_WORDS:
        return False
    if body.country and bare.country:
        return body.country == bare.country
    lands = {land_of(land) for land in body.name.lands}
    return bool(lands & {land_of(mark) for mark in bare.name.marks})


def _is_plainly(one: Speaker, other: Speaker) -> bool:
    """Whether two bodies are of one country beyond doubt, by name or by the outlet that speaks of them."""
    countries = [speaker.country or speaker.home for speaker in (one, other)]
    return countries[0] is not None and countries[0] == countries[1]


def _source(kind: Sequence[Speaker]) -> Source:
    fullest = min(kind, key=_clearest)
    named = [speaker for speaker in kind if speaker.name.proper]
    heard = fullest.heard_by
    # What one of them said is not to stand under the name of another: they speak for one body.
    alone = len({fold(speaker.name.words) for speaker in kind}) == 1
    words = fullest.name.words if alone else body_in(fullest.name.words)
    name = words if heard is None else f"{words} ({heard})"
    first = min(kind, key=_fullness)
    return Source(
        id=content_id("s", _key(first)),
        name=name,
        named=bool(named),
        official=any(speaker.name.official for speaker in kind),
        roof=next((speaker.roof for speaker in kind if speaker.roof and not first.name.bodies), None),
    )


def _clearest(speaker: Speaker) -> tuple[int, int, str]:
    """The name that says most in the fewest words comes first."""
    name = speaker.name
    return (-len(name.bodies | name.marks | name.lands), len(name.words), name.words)


def _key(speaker: Speaker) -> str:
    name = speaker.name
    if speaker.outlet:
        return _bare(name.words)
    country = speaker.country or (speaker.home if name.bodies and not name.lands else None)
    return repr((sorted(name.bodies), sorted(name.marks), sorted(name.lands), country, speaker.heard_by))
