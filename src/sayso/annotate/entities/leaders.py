"""Leaders: heads of state and government by name and date, where the report does not tell the office."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate import tables
from sayso.annotate.places import name_key
from sayso.annotate.spelling import sounds_like

_TABLES = ("past_leaders.tsv", "leaders.tsv")
_HEADS = frozenset(
    "president premier chancellor king queen emir sultan leader chairman prime minister pm dictator"
    " ruler".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """Somebody who headed a state or its government."""

    name: str
    country: str
    title: str
    since: str
    """ISO day, month or year, the earliest it can mean; empty where nobody says."""
    until: str
    """Empty for somebody in office when the table was made."""
    source: str

    def in_office(self, date: str | None) -> bool:
        """Whether this was the leader on an ISO date; for no date, whether it still is."""
        if date is None:
            return not self.until
        return self.since[: len(date)] <= date[: len(self.since)] and (
            not self.until or date[: len(self.until)] <= self.until
        )


def leader_named(
    names: Sequence[str], *, titles: Sequence[str], date: str | None, countries: Collection[str]
) -> Leader | None:
    """The leader that a person of a report is, by all names and titles it gives; None where that is unclear.

    A full name is enough, and so is the bare surname of somebody in office whose surname is nobody else's.
    Another surname ("President Bush") also needs the title of a head of state or a report that speaks of the
    country, and must have been in office on the report's date; where two states had a leader of the name
    then, the country spoken of decides, or nothing does.
    """
    full = [name for name in names if " " in name.strip()]
    for name in full:
        bearers = _by_full_name().get(sounds_like(name), ())
        if len({leader.country for leader in bearers}) == 1:
            return _best(bearers, date)
    if full:
        return None
    rare = [name for name in names if _is_rare(name)]
    titled = any(word in _HEADS for title in titles for word in name_key(title).split())
    found = [leader for name in names for leader in _by_surname().get(sounds_like(name), ())]
    heard = [leader for leader in found if leader.country in countries]
    meant = heard or (found if titled or (rare and date is not None) else [])
    if date is not None:
        meant = [leader for leader in meant if leader.in_office(date)]
    return _best(meant, date) if len({leader.country for leader in meant}) == 1 else None


def _is_rare(surname: str) -> bool:
    """Whether so few people have a surname that a leader of the name is the one meant: "Yeltsin"."""
    key = name_key(surname)
    return not any(key in tables.words(f"{file}.txt") for file in ("surnames", "given_names", "common_words"))


def _best(found: Sequence[Leader], date: str | None) -> Leader:
    """The one in office if there is one, else the one named first in the tables."""
    return next((leader for leader in found if leader.in_office(date)), found[0])


@cache
def _leaders() -> tuple[tuple[Leader, tuple[str, ...]], ...]:
    return tuple(
        (
            Leader(
                name=row["name"],
                country=row["country"],
                title=row["title"],
                since=row["since"],
                until=row["until"],
                source=f"{file}, {row['source']}",
            ),
            (row["name"], *tables.listed(row["aliases"])),
        )
        for file in _TABLES
        for row in tables.rows(file)
    )


@cache
def _by_full_name() -> Mapping[str, tuple[Leader, ...]]:
    found: dict[str, list[Leader]] = defaultdict(list)
    for leader, names in _leaders():
        for key in dict.fromkeys(key for name in names for key in _shapes(name)):
            found[key].append(leader)
    return {key: tuple(leaders) for key, leaders in found.items()}


def _shapes(name: str) -> tuple[str, ...]:
    """How a full name may be written: whole, or first and last word alone."""
    words = name.split()
    whole = sounds_like(name)
    return (whole, sounds_like(f"{words[0]} {words[-1]}")) if len(words) > 2 else (whole,)


@cache
def _by_surname() -> Mapping[str, tuple[Leader, ...]]:
    found: dict[str, list[Leader]] = defaultdict(list)
    for leader, names in _leaders():
        for key in dict.fromkeys(sounds_like(name.split()[-1]) for name in names):
            found[key].append(leader)
    return {key: tuple(leaders) for key, leaders in found.items()}
