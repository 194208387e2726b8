"""Reports with one or more tellings, made in one line."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.incidents.group.incidents import incidents_in
from sayso.incidents.words import word_counts
from sayso.model import (
    Assertion,
    Count,
    Effect,
    EventType,
    Group,
    Judgement,
    Party,
    Qualifier,
    Report,
    Scope,
    Site,
    Telling,
)

Number = int | tuple[int | None, int | None]
# Where the invented places lie: in the open ocean.
TOWNS: Mapping[str, tuple[str, float, float]] = {
    "Orlo": ("XOR", -47.0, -122.0),
    "Tamsin": ("XOR", -47.3, -122.2),
    "Port Veld": ("XOR", -49.5, -124.0),
    "Karst": ("XKA", -48.0, -118.0),
}
LANDS = {"Orlan": "XOR", "Karstan": "XKA"}
SECTORS = {"army": "MIL", "forces": "MIL", "government": "GOV", "rebels": "REB"}


def t(
    place: str | None = "Orlo",
    day: str | None = "2031-05-03",
    *,
    pub: str | None = None,
    type: str = "ASSAULT",
    deed: str = "shelled",
    killed: Number | None = None,
    injured: Number | None = None,
    actor: str | None = None,
    target: str | None = None,
    says: str | Sequence[str] = (),
    outlet: str | None = None,
    assertion: str = "happened",
    story: str = "",
    title: str = "",
    said: bool = True,
    located: bool = True,
) -> dict[str, object]:
    """What one telling says; `place` may hold several, most specific first, parted by semicolons."""
    return dict(locals())


def report(name: str, *tellings: Mapping[str, object], outlet: str | None = None) -> Report:
    """A report called `name` with some tellings, whose ids are `name`, or `name1`, `name2` …"""
    first = tellings[0]
    title = str(first["title"])
    ids = [name] if len(tellings) == 1 else [f"{name}{at}" for at in range(1, len(tellings) + 1)]
    return Report(
        document=f"d-{name}",
        published=str(first["pub"] or str(first["day"] or "2031-05-03")[:10]),
        outlet=outlet or (str(first["outlet"]) if first["outlet"] else f"The {name} Herald"),
        title=title,
        words=word_counts(title, str(first["story"])),
        tellings=tuple(
            _telling(id, f"d-{name}", at, given)
            for at, (id, given) in enumerate(zip(ids, tellings, strict=True))
        ),
    )


def partition(
    reports: Iterable[Report],
    *,
    copies: Mapping[str, str] | None = None,
    judgements: Iterable[Judgement] = (),
) -> str:
    """The incidents as their tellings' ids: "a b | c"."""
    groups = [
        sorted(incident.tellings) for incident in incidents_in(reports, copies=copies, judgements=judgements)
    ]
    return " | ".join(sorted(" ".join(group) for group in groups))


def _telling(id: str, document: str, position: int, given: Mapping[str, object]) -> Telling:
    chain = [given["says"]] if isinstance(given["says"], str) else list(given["says"])  # type: ignore[call-overload]
    parties = tuple(party(words) for words in chain)
    return Telling(
        id=id,
        document=document,
        position=position,
        type=EventType(str(given["type"])),
        triggers=(str(given["deed"]),),
        places=tuple(
            _site(words.strip(), bool(given["located"]))
            for words in str(given["place"] or "").split(";")
            if words
        ),
        date=None if given["day"] is None else str(given["day"]),
        date_said=bool(given["said"]) and given["day"] is not None,
        actors=(party(str(given["actor"])),) if given["actor"] else (),
        recipients=(party(str(given["target"])),) if given["target"] else (),
        assertion=Assertion(str(given["assertion"])),
        chain=parties,
        tolls=tuple(
            count(f"{id}-{effect.value}", effect, given[effect.value], chain=parties)  # type: ignore[arg-type]
            for effect in (Effect.KILLED, Effect.INJURED)
            if given[effect.value] is not None
        ),
    )


def party(words: str) -> Party:
    return Party(
        words=words,
        country=next((LANDS[word] for word in words.split() if word in LANDS), None),
        sector=next((SECTORS[word] for word in words.split() if word in SECTORS), None),
    )


def count(
    id: str,
    effect: Effect,
    number: Number,
    *,
    chain: tuple[Party, ...] = (),
    scope: Scope = Scope.WHOLE,
    of: Group = Group.PEOPLE,
    about: bool = False,
) -> Count:
    low, high = (number, number) if isinstance(number, int) else number
    qualifier = (
        Qualifier.ABOUT
        if about
        else Qualifier.VAGUE
        if low is None and high is None
        else Qualifier.AT_LEAST
        if high is None
        else Qualifier.AT_MOST
        if low is None
        else Qualifier.EXACT
    )
    return Count(
        id=id, words=str(number), effect=effect, of=of, low=low, high=high, qualifier=qualifier, chain=chain,
        scope=scope,
    )  # fmt: skip


def _site(words: str, located: bool) -> Site:
    if words not in TOWNS or not located:
        return Site(words=words)
    country, latitude, longitude = TOWNS[words]
    return Site(
        words=words,
        entity=f"e-{words}",
        country=country,
        latitude=latitude,
        longitude=longitude,
        precision_km=5.0,
    )
