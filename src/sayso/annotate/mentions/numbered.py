"""Numbered: forces and sites that go by a number, "the 14th Mechanised Brigade", "checkpoint 12"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.annotate import tables
from sayso.annotate.words import tells_any
from sayso.model import Mention, MentionKind, Near, Reading, Span

_ORDINAL = r"(?:\d{1,3}(?i:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)"
_NUMBERS = r"(?:[A-Z]-?)?\d{1,4}\b(?![.,:]\d|[ ]?(?:%|percent|per cent))"
_CAPITALISED = r"[A-Z][\w-]*"


def with_numbered(reading: Reading, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of a reading and those that go by a number, in place of the shorter that these overlap."""
    numbered = [one for sentence in reading.sentences for one in numbered_in(reading.text, sentence)]
    near = Near((one.span, one) for one in mentions)
    kept = [one for one in numbered if all(one.span.holds(other.span) for other in near.touching(one.span))]
    longer = Near((one.span, one) for one in kept)
    return tuple(
        sorted((*kept, *(one for one in mentions if not longer.touching(one.span))), key=lambda one: one.span)
    )


def numbered_in(text: str, sentence: Span) -> Iterator[Mention]:
    """The formations, then the sites of a sentence that are named by a number."""
    if not tells_any(text, sentence, _heads()):
        return
    for pattern, kind in ((_formation(), MentionKind.ARMED_ACTOR), (_site(), MentionKind.FACILITY)):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            yield Mention(span=Span(*found.span(found.lastindex or 0)), kind=kind)


@cache
def _heads() -> frozenset[str]:
    """The last words of what goes by a number."""
    roles = ("formation", "large_formation", "numbered_site", "road", "numbered_building")
    return frozenset(head.split()[-1] for head in tables.cues_of(*roles))


@cache
def _formation() -> re.Pattern[str]:
    """ "The 14th Brigade", "Light Infantry Battalion 233", "the 3rd Guards Tank Army".

    An army or a division wants a word of arms: "the Third Division" plays football.
    """
    small, arm, large = _either("formation"), _either("arm"), _either("large_formation")
    own = rf"(?:(?:{_CAPITALISED}|{arm})[ ]){{0,3}}{small}"
    armed = rf"(?:{_CAPITALISED}[ ]){{0,2}}{arm}[ ](?:{arm}[ ])?{large}"
    behind = rf"(?=[A-Z])(?:{arm}[ ])?{small}[ ]{_NUMBERS}"
    return re.compile(rf"\b(?:{_ORDINAL}[ ](?:{own}|{armed})\b|{behind})")


@cache
def _site() -> re.Pattern[str]:
    """ "Highway 9", "the M6 highway", "near checkpoint 12", "School No. 5".

    In lower case a preposition stands right before it: "at the checkpoint 12 soldiers died" names none.
    """
    site, road, building = _either("numbered_site"), _either("road"), _either("numbered_building")
    capital = rf"(?=[A-Z])(?:{site}|{road})[ ]{_NUMBERS}|[A-Z]{{1,2}}-?\d{{1,4}}[ ]{road}\b"
    small = rf"(?:at|from|near|of|on|outside|past|to|towards?|behind)[ ]((?:{site}|{road})[ ]{_NUMBERS})"
    return re.compile(rf"\b(?:{capital}|{small})|\b{building}[ ](?:[Nn]o\.?|NO\.?|№)[ ]?\d{{1,4}}\b")


def _either(role: str) -> str:
    """A pattern for the words that play a part in the table of cues, in any case."""
    return f"(?i:{tables.either(tables.cues_of(role))})"
