"""Modes: the narrower kind of an event, where its own words or its sentence say it (PLOVER 2021)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.annotate import tables
from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.inside import mentions_inside
from sayso.model import Event, EventType, MentionKind, Near, Reading, changed

# Means that may be named anywhere in the sentence; what was done is said by the event's own words alone.
_MEANS = frozenset(
    "suicide-attack unconventional drone aerial crowd-control heavy-weapons explosives primitive"
    " firearms".split()
)
# What these are about stands behind the words that name them: "demanded the release of".
_BY_OBJECT = frozenset(
    {EventType.COERCE, EventType.MOBILIZE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN}
)
_BEHIND = 60


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, phrases)).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+")
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)


def _modes() -> Mapping[EventType, Mapping[str, re.Pattern[str]]]:
    modes: dict[EventType, dict[str, re.Pattern[str]]] = {}
    for row in tables.rows("modes.tsv"):
        modes.setdefault(EventType(row["type"]), {})[row["mode"]] = _pattern(tables.listed(row["words"]))
    return modes


_MODES = _modes()
# Ways of attacking that one attack seldom combines. Words such as "fired" are said of guns and of rockets.
_DEEDS: Mapping[str, re.Pattern[str]] = {
    "taken": _MODES[EventType.ASSAULT]["abduct"],
    "by hand": _MODES[EventType.ASSAULT]["primitive"],
    "guns": _pattern("shot shoot* gunned gunfire gunfight gunbattle sniper*".split()),
    "bombs": re.compile(
        "|".join(
            _MODES[EventType.ASSAULT][mode].pattern
            for mode in ("explosives", "suicide-attack", "heavy-weapons", "aerial", "drone")
        ),
        re.IGNORECASE,
    ),
}


def deeds_in(words: str) -> frozenset[str]:
    """The ways in which words say that somebody was attacked, of those that one attack seldom combines."""
    return frozenset(deed for deed, pattern in _DEEDS.items() if pattern.search(words))


def attacks_in(reading: Reading) -> Near[Event]:
    """The attacks of a reading, by their triggers."""
    return Near((event.trigger, event) for event in reading.events if event.type is EventType.ASSAULT)


def mode_of(event: Event, reading: Reading, *, attacks: Near[Event]) -> str | None:
    """The narrowest mode that an event's words support: what it is called, then what stands beside it.

    `attacks` are those of the whole reading.
    """
    modes = _MODES.get(event.type, {})
    own = (event.trigger, *event.also, *(instrument.span for instrument in event.instruments))
    for span in own:
        if mode := _first(modes, span.of(reading.text)):
            return mode
    if event.type is EventType.ASSAULT:
        means = {mode: pattern for mode, pattern in modes.items() if mode in _MEANS}
        found = (_first(means, words) for words in _means_beside(event, reading, attacks))
        return next(filter(None, found), None)
    if event.type in _BY_OBJECT:
        end = min((reading.sentence_at(event.trigger) or event.trigger).end, event.trigger.end + _BEHIND)
        return _first(modes, reading.text[event.trigger.end : end])
    return None


def _first(modes: Mapping[str, re.Pattern[str]], words: str) -> str | None:
    return next((mode for mode, pattern in modes.items() if pattern.search(words)), None)


def _means_beside(event: Event, reading: Reading, attacks: Near[Event]) -> Iterator[str]:
    """The weapons of the sentence that stand nearest to this attack; the whole sentence where it is alone."""
    home = reading.sentence_at(event.trigger) or event.trigger
    others = [
        other.trigger for other in attacks.touching(home) if other is not event and home.holds(other.trigger)
    ]
    for mention in mentions_inside(reading.mentions, home):
        if mention.kind is MentionKind.WEAPON:
            own = event.trigger.distance(mention.span)
            if all(own <= other.distance(mention.span) for other in others):
                yield mention.span.of(reading.text)
    if not others:
        yield home.of(reading.text)


def _annotate(reading: Reading) -> Reading:
    attacks = attacks_in(reading)
    modes = (mode_of(event, reading, attacks=attacks) for event in reading.events)
    events = (changed(event, mode=mode) for event, mode in zip(reading.events, modes, strict=True))
    return changed(reading, events=tuple(events))


ANNOTATOR = Annotator(
    name="modes",
    reads=frozenset({Layer.SENTENCES, Layer.MENTIONS, Layer.EVENTS}),
    writes=frozenset({Layer.EVENTS}),
    annotate=each(_annotate),
)
