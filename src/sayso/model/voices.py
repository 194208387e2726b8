"""Voices: on whose say-so words of a reading stand, and which voices tell of one event."""

from collections.abc import Sequence

from sayso.model.reading import Attribution, Event
from sayso.model.span import Span


def innermost(attributions: Sequence[Attribution], span: Span) -> int | None:
    """The index of the shortest attribution whose content holds `span`; None in the outlet's own voice."""
    start, end = span.start, span.end
    holding = [
        n
        for n, attribution in enumerate(attributions)
        if attribution.content.start <= start and end <= attribution.content.end
    ]
    return min(holding, key=lambda n: len(attributions[n].content), default=None)


def triggers_by_voice(event: Event, attributions: Sequence[Attribution]) -> dict[int | None, list[Span]]:
    """The words with which each voice tells of the event, by the index of its attribution.

    The event's own voice comes first, with the trigger at its head; None is the outlet. A report often tells
    of an attack in its own words and then quotes somebody on it: one occurrence, on two people's say-so.
    """
    by_voice: dict[int | None, list[Span]] = {event.attribution: [event.trigger]}
    for span in event.also:
        by_voice.setdefault(innermost(attributions, span), []).append(span)
    return by_voice
