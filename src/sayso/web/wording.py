"""Values of claims as words on a page."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sayso.ledger.listing import ClaimRow
from sayso.model import Figure

_HEDGE: Mapping[str, str] = {
    "exact": "{low}",
    "at_least": "at least {low}",
    "at_most": "at most {high}",
    "about": "about {low}",
    "vague": "an unsaid number of",
}
_COUNTED: Mapping[str, str] = {"military": "members of the military", "other": "things"}
_ONE: Mapping[str, str] = {
    "buildings": "building",
    "civilians": "civilian",
    "insurgents": "insurgent",
    "military": "member of the military",
    "other": "thing",
    "people": "person",
    "police": "police officer",
    "vehicles": "vehicle",
}
_EFFECT: Mapping[str, str] = {"casualties": "killed or injured"}
_DAYS_IN_ISO = 10
_NAMED_GROUNDS = 4
GROUNDS: Mapping[str, str] = {
    "actors": "who did it",
    "assertion": "whether it happened",
    "base": "any two tellings",
    "date": "day it happened",
    "deed": "words for the deed",
    "injured": "number of injured",
    "killed": "number of dead",
    "news": "what the reports are mainly about",
    "place": "place",
    "published": "days of publication",
    "report": "same report or a copy",
    "spot": "spot within the place",
    "story": "rare words in common",
    "targets": "victims or target",
    "title": "titles",
    "type": "type of event",
}
"""What is compared to tell whether two tellings are of one happening, in words."""


def toll(claim: ClaimRow) -> str:
    """A toll as a phrase: `at least 9 people killed`."""
    number = _number(claim.qualifier or "exact", claim.low, claim.high)
    effect, one = claim.effect or "", claim.low == claim.high == 1
    counted = (_ONE if one else _COUNTED).get(claim.of or "", claim.of or "")
    return f"{number} {counted} {_EFFECT.get(effect, effect)}"


def figure(figure: Figure) -> str:
    """A figure as a phrase: `at least 9`, `4–6`, `about 200`, or its words where it names no number."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return figure.value or f"“{figure.words}”"
    if low is None:
        return f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    if low != high:
        return f"{low:,}–{high:,}"
    return f"about {low:,}" if figure.about else f"{low:,}"


def sides(claim: ClaimRow) -> list[str]:
    """What a claim says in one line, from its values alone: who acts, then who is acted upon."""
    if claim.kind == "toll":
        return [toll(claim)]
    if claim.kind == "office":
        return [", ".join(filter(None, [claim.person, claim.office, claim.body]))]
    named = filter(None, [", ".join(claim.actors), ", ".join(claim.recipients)])
    return list(named) or [claim.quote]


def said_by(claim: ClaimRow) -> str:
    """Who says so, the innermost speaker named first; the outlet where it speaks in its own voice."""
    if not claim.chain:
        return f"{claim.outlet or 'the report'}, in its own voice"
    return claim.who or "somebody unnamed"


def day(value: str | None) -> str:
    """A date with its precision in words: `3 May 2031`, `May 2031`, `3–5 May 2031`."""
    if not value:
        return "no date"
    if "/" in value:
        return " – ".join(day(part) for part in value.split("/", 1))
    try:
        if len(value) == _DAYS_IN_ISO:
            when = date.fromisoformat(value)
            return f"{when.day} {when:%B %Y}"
        if len(value) == len("2031-05"):
            return f"{date.fromisoformat(f'{value}-01'):%B %Y}"
    except ValueError:
        return value
    return value


def days(first: str | None, last: str | None) -> str:
    """A stretch of days in words, as exactly as it was told: `May 2031` for all days of that month."""
    if not first or not last or first == last:
        return day(first)
    if first[5:] == "01-01" and last[5:] == "12-31" and first[:4] == last[:4]:
        return first[:4]
    if (
        first[8:] == "01"
        and first[:7] == last[:7]
        and (date.fromisoformat(last) + timedelta(days=1)).day == 1
    ):
        return day(first[:7])
    return f"{day(first)} – {day(last)}"


def words(code: str) -> str:
    """A code of the codebook as words: `called_for` is `called for`."""
    return code.replace("_", " ")


FIELDS: Mapping[str, str] = {
    "type": "what happened",
    "assertion": "did it happen",
    "actors": "who did it",
    "recipients": "to whom",
    "places": "where",
    "date": "when",
    "who": "on whose say-so",
    "effect": "what became of them",
    "of": "whom it counts",
    "low": "at least",
    "high": "at most",
    "qualifier": "hedge",
    "body": "of which body",
}
"""The values of a claim as a reader would ask for them."""


def field(name: str) -> str:
    """A value's name in words that a reader would ask with."""
    return FIELDS.get(name, words(name))


def ground(feature: str) -> str:
    """What was compared, in words."""
    return GROUNDS.get(feature, words(feature))


def strongest(grounds: Sequence[tuple[str, str, float]]) -> list[str]:
    """What speaks most for or against two tellings being of one happening, the strongest first."""
    told = [each for each in grounds if each[0] != "base"]
    ordered = sorted(told, key=lambda each: -abs(each[2]))
    return list(dict.fromkeys(ground(feature) for feature, _, _ in ordered[:_NAMED_GROUNDS]))


def many(count: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: `1 report`, `2 reports`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def _number(qualifier: str, low: int | None, high: int | None) -> str:
    if low is not None and high is not None and low != high:
        return f"{low:,} to {high:,}"
    grouped = {name: "?" if bound is None else f"{bound:,}" for name, bound in (("low", low), ("high", high))}
    return _HEDGE.get(qualifier, "{low}").format(**grouped)


def figure_short(low: int | None, high: int | None) -> str:
    """A figure as short as it can be written on a chart: `≥7`, `≤30`, `4–6`."""
    if low is None:
        return f"≤{high:,}"
    if high is None:
        return f"≥{low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"
