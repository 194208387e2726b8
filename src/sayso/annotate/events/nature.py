"""Nature: what storms, quakes, fires and illnesses do is nobody's attack."""

import re
from dataclasses import replace

from sayso.annotate.words import words_in
from sayso.model import Event, EventType, Reading

_FORCES = frozenset(
    "avalanche avalanches blaze blazes cancer cholera cyclone cyclones disease downpour downpours drought"
    " earthquake earthquakes ebola epidemic eruption flood flooding floods floodwaters hailstorm heatwave"
    " hurricane landslide landslides lightning malaria monsoon mudslide mudslides outbreak pandemic quake"
    " quakes rain rains rainstorm sandstorm snowstorm storm storms thunderstorm tornado tornadoes tremor"
    " tremors tsunami typhoon virus volcano wildfire wildfires".split()
)
_NAMED_FIRST = frozenset("cyclone hurricane storm typhoon".split())
"""They stand before a name: "Storm Ana"."""
_FIRE = re.compile(r"(?:an?|the) (?:(?:big|forest|house|huge|kitchen|large|massive) )?fire", re.IGNORECASE)
_OF_THE_BODY = re.compile(r"\b(?:cardiac|heart|panic|asthma) (?:arrest|attack)s?\b", re.IGNORECASE)


def as_nobodys(event: Event, reading: Reading) -> Event:
    """The event as no attack, where all that did it is a force of nature, or it is a "heart attack".

    "Rebel fire" and "a storm of shells" are no such forces.
    """
    words = [one.span.of(reading.text) for one in event.actors]
    is_of_nature = event.type is EventType.ASSAULT and bool(words) and all(map(_is_force, words))
    pins = (pin.of(reading.text) for pin in (event.trigger, *event.also))
    if is_of_nature or any(map(_OF_THE_BODY.search, pins)):
        return replace(event, type=EventType.OTHER)
    return event


def _is_force(words: str) -> bool:
    own = [word.lower for word in words_in(words)]
    is_force = bool(own) and (own[-1] in _FORCES or own[0] in _NAMED_FIRST)
    return is_force or _FIRE.fullmatch(words) is not None
