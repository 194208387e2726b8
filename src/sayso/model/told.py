"""Told: an event as each voice of a report tells it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from sayso.model.codebook import Assertion
from sayso.model.near import Near
from sayso.model.reading import Argument, Event, Mention, Reading
from sayso.model.span import Span
from sayso.model.voices import Voices, line_from

# Whoever says "they" of a doer has taken up the name that somebody gave before; not with "four of them".
_TAKEN_UP = re.compile(
    r"\b(?<!among )(?<!of )(?:he|him|his|himself|she|her|hers|herself|it|its|itself"
    r"|they|them|their|theirs|themselves|who|whom|whose)\b",
    re.IGNORECASE,
)

_TOLD_BY_NAMING = frozenset({Assertion.HAPPENED, Assertion.POSSIBLE})
"""Whoever names the doer of what has happened says that it has; of what another denies they say nothing."""


class Told:
    """The voices of one reading, and what each tells of an event.

    A report often tells of an attack in its own words and then quotes somebody on it: one occurrence, on two
    people's say-so. A doer whom only somebody else names is not the outlet's to have named: of "A blast hit
    the mill. The minister blamed the rebels" the outlet tells a blast, and the minister that it was the
    rebels'. So whoever names a doer tells of the event, if by no other words than that name. Whom it was
    done to is what each names, and everybody's where a voice names nobody; places and dates are everybody's.
    Tolls stay with the event's own voice and have their own attributions.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._voices = Voices(reading.attributions)

    @cached_property
    def _mentions(self) -> Near[Mention]:
        return Near((mention.span, mention) for mention in self._reading.mentions)

    def by_voice(self, event: Event) -> list[Event]:
        """The event as each voice tells it, in its words and with the doers it names; its own voice first."""
        told = self._triggers(event)
        doers = {voice: self._named(event.actors, voice, triggers) for voice, triggers in told.items()}
        for actor in event.actors:
            if event.assertion in _TOLD_BY_NAMING and not any(actor in named for named in doers.values()):
                voice = self._voices.innermost(actor.span)
                told.setdefault(voice, [actor.span])
                doers[voice] = (*doers.get(voice, ()), actor)
        targets = self._targets(event, told)
        return [
            replace(
                event,
                trigger=triggers[0],
                also=tuple(triggers[1:]),
                attribution=voice,
                actors=doers[voice],
                recipients=targets[voice],
                tolls=event.tolls if voice == event.attribution else (),
            )
            for voice, triggers in told.items()
        ]

    def _targets(
        self, event: Event, told: Mapping[int | None, Sequence[Span]]
    ) -> Mapping[int | None, tuple[Argument, ...]]:
        """Whom each voice says it was done to; whom none of them names stays with the event's own voice."""
        named = {voice: self._named(event.recipients, voice, triggers) for voice, triggers in told.items()}
        kept = {voice: named[voice] or event.recipients for voice in told}
        own = kept[event.attribution]
        nobodys = [one for one in event.recipients if not any(one in given for given in kept.values())]
        return {**kept, event.attribution: tuple(one for one in event.recipients if one in (*own, *nobodys))}

    def _triggers(self, event: Event) -> dict[int | None, list[Span]]:
        """The words with which each voice tells of the event; None is the outlet."""
        by_voice: dict[int | None, list[Span]] = {event.attribution: [event.trigger]}
        for span in event.also:
            by_voice.setdefault(self._voices.innermost(span), []).append(span)
        return by_voice

    def _named(
        self, parties: Sequence[Argument], voice: int | None, triggers: Sequence[Span]
    ) -> tuple[Argument, ...]:
        """Those of an event's parties whom a voice that tells of it by `triggers` can have named."""
        heard = {voice, *map(self._voices.innermost, triggers)}
        return tuple(
            party
            for party in parties
            if any(self._may_say(each, party.span) for each in heard)
            or self._takes_up(voice, party, triggers)
        )

    def _may_say(self, voice: int | None, span: Span) -> bool:
        """Whether words are a voice's own, those of whoever quotes it, or its speaker's, quoted elsewhere."""
        holder = self._voices.innermost(span)
        if holder is None or holder == voice:
            return True
        if voice is None:
            return False
        said = self._reading.attributions
        same = said[holder].who is not None and said[holder].who == said[voice].who
        return same or holder in line_from(voice, said)

    def _takes_up(self, voice: int | None, party: Argument, triggers: Sequence[Span]) -> bool:
        """Whether a voice speaks of a party where it tells of the event, by pronoun or by name."""
        sentences = [home for home in map(self._reading.sentence_at, triggers) if home is not None]
        text = self._reading.text
        if any(_TAKEN_UP.search(text, max(home.start, party.span.end), home.end) for home in sentences):
            return True
        return party.entity is not None and any(
            mention.entity == party.entity and self._may_say(voice, mention.span)
            for sentence in sentences
            for mention in self._mentions.touching(sentence)
        )
