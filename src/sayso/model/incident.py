"""An incident: what many reports tell of one happening, on whose say-so, and where they differ."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.codebook import Assertion, Group
from sayso.model.telling import Scope


class Status(StrEnum):
    """How well an incident stands on those who tell of it."""

    SINGLE_SOURCE = "single source"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    DENIED = "denied"


class Stance(StrEnum):
    """What one source's last word on a field is beside another's."""

    AGREES = "agrees"
    DIFFERS = "differs"
    SILENT = "silent"
    DENIES = "denies"


class Verdict(StrEnum):
    """What a person ruled about two tellings."""

    SAME = "same"
    APART = "apart"


STATUSES: dict[Status, str] = {
    Status.SINGLE_SOURCE: "one ultimate source; copies do not count, nor outlets beside those they quote",
    Status.CORROBORATED: "two or more ultimate sources, and no figures or denials against each other",
    Status.CONTESTED: "two ultimate sources give counts that cannot both be right, and nobody denies it",
    Status.DENIED: "a source denies it, or its own part in it, or takes back having told it",
}
"""Every status with its definition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One feature of a comparison: what was found, and how much it weighs for or against one happening."""

    feature: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two tellings compared: how far they speak of one happening, and why."""

    one: str
    other: str
    score: float
    """Log-odds that both tell of the same happening; the sum of the grounds' weights."""
    grounds: tuple[Ground, ...]
    barred: str | None = None
    """Why the two can never be joined, whatever the score; None where they can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's ruling that two tellings are the same happening, or are not.

    It outweighs every score until it is revoked; of two rulings on one pair the later one holds.
    """

    one: str
    other: str
    verdict: Verdict
    by: str
    at: str
    """ISO date and time."""
    why: str = ""
    revoked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Someone on whose say-so something stands, folded over all reports that quote them."""

    id: str
    """A folded name; equal for two reports that quote the same body or person."""
    name: str
    """The fullest name that a report gives."""
    named: bool = True
    """False for a speaker known only as "a source" or "officials" to the outlet that quotes them."""
    official: bool = False
    """Whether its name is that of a public body: a ministry, the police, a hospital, an army."""
    roof: str | None = None
    """Who owns the outlet that speaks in its own voice; sources under one roof are not independent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """What is known of an outlet beyond its name."""

    name: str
    country: str | None = None
    """ISO 3166-1 alpha-3: whose "Interior Ministry" it means where it does not say."""
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How many of one kind of people a figure counts."""

    of: Group
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One value that a source gave for a field of an incident."""

    field: str
    """`killed`, `injured` and the other effects of a toll, `place`, `date`, `actor`, `happened`."""
    source: str
    document: str
    published: str | None
    claim: str
    words: str
    low: int | None = None
    high: int | None = None
    about: bool = False
    """Whether the number is hedged with "about"."""
    value: str | None = None
    """For a field that is not a number."""
    whole: bool = True
    """False for parts of a total, counting windows and superseded counts, which are not compared."""
    scope: Scope = Scope.WHOLE
    """What a figure that is not whole counts: a part, a window of time, or what was counted earlier."""
    copy: bool = False
    """Whether the document only carries another's report."""
    kinds: tuple[Kind, ...] = ()
    """Which people a whole count is of; empty where nobody who tells of it tells kinds of people apart."""
    as_read: str | None = None
    """What was read in its place, in a few words, where people corrected it."""

    @property
    def said(self) -> str:
        """What it says, in a few words: `at least 9`, `4 to 6`, `about 400`, `Ennisar`, `no number`."""
        if self.value is not None:
            return self.value
        return said_as(self.low, self.high, about=self.about)


def said_as(low: int | None, high: int | None, *, about: bool = False) -> str:
    """A number of people or things in a few words: `at least 9`, `4 to 6`, `about 400`, `no number`."""
    if low is None and high is None:
        return "no number"
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"at most {high:,}"
    if low != high:
        return f"{low:,} to {high:,}"
    return f"about {low:,}" if about else f"{low:,}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What one source says of one field, over time."""

    field: str
    source: str
    figures: tuple[Figure, ...]
    """In order of publication."""
    last: Figure | None
    """Its last whole figure, which is what it is compared by; None where it gave only parts or words."""
    first_said: str | None
    last_said: str | None
    revised: bool
    """Whether its own later report changed the value."""
    stances: dict[str, Stance]
    """Beside every other source of the incident, by source id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A source denies it; a retraction when the source had told of it before."""

    source: str
    document: str
    claim: str
    retracts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two sources whose last whole figures cannot both be right."""

    field: str
    sources: tuple[str, str]
    claims: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Which tellings concern one happening. It chooses no value as true."""

    id: str
    """Such as `INC-2031-05-03-ennisar-k7f2`."""
    tellings: tuple[str, ...]
    """Ids of the event claims, in order of publication."""
    founding: str
    """The telling that names the incident."""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What the sources of an incident say, laid side by side."""

    incident: str
    status: Status
    because: tuple[str, ...]
    """The claims on which the status rests."""
    sources: tuple[Source, ...]
    standings: tuple[Standing, ...]
    contradictions: tuple[Contradiction, ...]
    denials: tuple[Denial, ...]
    assertions: dict[str, Assertion]
    """Each source's last word on whether it happened, by source id."""

    @property
    def claims(self) -> list[str]:
        """Every claim that a figure quotes, in the order of their ids."""
        return sorted({figure.claim for standing in self.standings for figure in standing.figures})
