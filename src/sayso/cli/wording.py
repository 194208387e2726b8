"""Values of a reading in words: a toll, an argument, a chain of voices."""

from collections.abc import Mapping

from sayso.cli.printable import printable
from sayso.model import Argument, Effect, Group, Office, Qualifier, Reading, Toll

_NUMBER: Mapping[Qualifier, str] = {
    Qualifier.EXACT: "{low}",
    Qualifier.AT_LEAST: "at least {low}",
    Qualifier.AT_MOST: "at most {high}",
    Qualifier.ABOUT: "about {low}",
    Qualifier.VAGUE: "an unsaid number of",
}

# Group.OTHER counts things that only the toll's own words name; Group.PEOPLE often follows a bare number.
_COUNTED: Mapping[Group, str] = {group: group.value for group in Group} | {Group.OTHER: "things"}


def counted(count: int, noun: str) -> str:
    """So many of something: `1 report`, `2,000 reports`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def toll_words(toll: Toll, reading: Reading) -> str:
    """A toll as a phrase, with the report's own words: `at least 9 people killed (“at least nine”)`."""
    own = printable(toll.span.of(reading.text))
    number = toll_number(toll.qualifier, low=toll.low, high=toll.high)
    words = f"{number} {_COUNTED[toll.of]} {_EFFECT.get(toll.effect, toll.effect.value)}"
    return words if words.startswith(own) else f"{words} (“{own}”)"


def toll_number(qualifier: Qualifier, *, low: int | None, high: int | None) -> str:
    """A toll's number with its hedge: `at least 9`, `30 to 40`."""
    if low is not None and high is not None and low != high:
        return f"{low:,} to {high:,}"
    return _NUMBER[qualifier].format(low=_grouped(low), high=_grouped(high))


_EFFECT: Mapping[Effect, str] = {Effect.CASUALTIES: "killed or injured"}


def _grouped(number: int | None) -> str:
    return "?" if number is None else f"{number:,}"


def argument_words(argument: Argument, reading: Reading) -> str:
    """The words that name a party or place, and its name where the words leave it out."""
    own = printable(argument.span.of(reading.text))
    names = [entity.name for entity in reading.entities if entity.id == argument.entity]
    name = printable(names[0]) if names else own
    known = name.casefold() in own.casefold() or own.casefold() in name.casefold()
    return own if known else f"{own} ({name})"


def voice_words(chain: tuple[str | None, ...], *, outlet: str | None) -> str:
    """A chain of voices in words: `ministry ← witnesses`."""
    if not chain:
        return f"{printable(outlet)}, in its own voice" if outlet else "The report, in its own voice"
    return " ← ".join("somebody unnamed" if who is None else printable(who) for who in chain)


def office_words(office: Office, reading: Reading) -> str:
    """Who is what, of what."""
    words = [office.title, *([office.of] if office.of else [])]
    return f"{printable(office.person.of(reading.text))}: " + ", ".join(
        printable(span.of(reading.text)) for span in words
    )
