"""What else a value of a claim could be: the other words of its report that could fill the same place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.ledger.listing import ClaimRow
from sayso.model import (
    Assertion,
    ClaimKind,
    Effect,
    EventType,
    Group,
    Mention,
    MentionKind,
    Qualifier,
    Reading,
)
from sayso.web.asked import is_day

_PARTY = frozenset(
    {MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.ARMED_ACTOR, MentionKind.NATIONALITY}
)
_PLACE = frozenset({MentionKind.PLACE, MentionKind.FACILITY})
_CODES: Mapping[str, type[EventType] | type[Assertion] | type[Effect] | type[Group] | type[Qualifier]] = {
    "type": EventType,
    "assertion": Assertion,
    "effect": Effect,
    "of": Group,
    "qualifier": Qualifier,
}
_FIELDS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.EVENT: ("type", "assertion", "actors", "recipients", "places", "date", "who"),
    ClaimKind.TOLL: ("effect", "of", "low", "high", "qualifier", "who"),
    ClaimKind.OFFICE: ("person", "office", "body"),
}
_NEEDED = frozenset({"type", "assertion", "effect"})
_NUMBERS = frozenset({"low", "high"})
_NUMBER = re.compile(r"[0-9]{1,12}")
_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One value of a claim that can be corrected."""

    name: str
    value: str
    """As it was read; lists joined with a comma."""
    candidates: tuple[str, ...]
    """What it could be instead, nearest to the evidence first; codes in the codebook's order."""


def fields_of(claim: ClaimRow, reading: Reading) -> tuple[Field, ...]:
    """The values of a claim with the report's other words for each."""
    return tuple(
        Field(name=name, value=_written(getattr(claim, name)), candidates=_candidates(name, claim, reading))
        for name in _FIELDS[ClaimKind(claim.kind)]
    )


def objection(kind: ClaimKind, name: str, value: str | None = None) -> str | None:
    """Why nothing can be decided about a field of a claim, or not this value for it; None where it can.

    An empty value says that the report gives none.
    """
    if name not in _FIELDS[kind]:
        return f"such a claim has no {name}; it has {', '.join(_FIELDS[kind])}"
    if not value:
        return f"it always has some {name}" if value == "" and name in _NEEDED else None
    if name in _CODES:
        codes = [code.value for code in _CODES[name]]
        return None if value in codes else f"there is no {name} {value!r}; there are {', '.join(codes)}"
    if name in _NUMBERS:
        return None if _NUMBER.fullmatch(value) else f"{value!r} is no number of people or things"
    if name == "date":
        return None if is_day(value) else f"there is no {value!r}; a day is such as 2031-05-03"
    return None


def _candidates(name: str, claim: ClaimRow, reading: Reading) -> tuple[str, ...]:
    if name in _CODES:
        return tuple(code.value for code in _CODES[name])
    if name in ("actors", "recipients", "person", "body"):
        found = [(mention.span.start, mention.span.of(reading.text)) for mention in _of(reading, _PARTY)]
    elif name == "places":
        found = [(mention.span.start, mention.span.of(reading.text)) for mention in _of(reading, _PLACE)]
    elif name == "who":
        found = [(said.content.start, said.who) for said in reading.attributions if said.who]
    elif name == "date":
        found = [(time.span.start, time.earliest) for time in reading.times if time.earliest]
    else:
        found = []
    found.sort(key=lambda pair: abs(pair[0] - claim.start))
    return tuple(dict.fromkeys(words for _, words in found))[:_MOST]


def _of(reading: Reading, kinds: frozenset[MentionKind]) -> Iterable[Mention]:
    return (mention for mention in reading.mentions if mention.kind in kinds)


def _written(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
