"""Where it happened: places told together are several, and those told beside one belong with it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.inside import spans_inside
from sayso.model import Argument, Event, EventType, MentionKind, Near, Reading, Span, changed

__all__ = ["ANNOTATOR", "placed"]

_THE = r"\s++(?:in\s++)?(?:the\s++)?(?:\w+ern\s++)?"
# "Orlo, Kesh and the Dunmar valley".
_LISTED = re.compile(rf"(?<!\s)\s*+(?:,(?:\s++(?:and|or)\b)?|(?<=\s)(?:and|or)\b|&){_THE}", re.IGNORECASE)
# "Orlo, Velmaria", "Orlo in northern Velmaria", "the Orlo area of Kesh", "Orlo (Velmaria".
_WITHIN = re.compile(rf"(?<!\s)\s*+(?:(?:,\s++|(?<=\s))(?:in|of)\b{_THE}|\(\s*+)", re.IGNORECASE)
# "The border between Orlo and Kesh" is one place.
_ONE_OF_TWO = re.compile(r"\b(?:between|border\w*|corner|crossing|crossroads|junction)\b", re.IGNORECASE)
# "Men from Orlo", "fired from Orlo", "10 km from Orlo", "the ambassador to Orlo", "the embassy of Orlo".
_ELSEWHERE = re.compile(
    r"\b(?:from|(?:ambassador|consulate|embassy|envoy|government|king|president)s?\s+(?:of|to))"
    r"\s+(?:the\s+)?(?:\w+ern\s+)?$",
    re.IGNORECASE,
)
# "The road from Orlo to Kesh".
_ROUTE = re.compile(r"\b(?:highway|line|motorway|pipeline|rail\w*|road|route|street)\s+$", re.IGNORECASE)
_LEAVING = frozenset({EventType.COERCE, EventType.CONCEDE, EventType.RETREAT})
"""What is done to those who are somewhere: held, released, withdrawn from there."""
_TAKEN = re.compile(
    r"abduct|captur|clear|dislodg|drive|driv|drove|expel|kidnap|oust|recaptur|seiz", re.IGNORECASE
)
_BETWEEN = re.compile(r"between\s+(?:the\s+)?", re.IGNORECASE)
_REACH = 20
"""Characters that at most part a place from one beside it."""
_BEFORE = 40
_MOST = 20
"""Places of one event, beyond which no further ones are looked for beside them."""


def placed(reading: Reading) -> Reading:
    """The reading with each place of an event told by itself, together with those named beside it.

    Of the places named beside one where hand-read reports say that it happened, nine in ten are its place as
    well: further ones of a list, or those that the first lies in. Whoever speaks or does something is none.
    """
    known = _Known.of(reading)
    return changed(reading, events=tuple(_placed(event, known) for event in reading.events))


def _placed(event: Event, known: "_Known") -> Event:
    if not event.places:
        return event
    told = [part for place in event.places for part in known.apart(place.span) if known.is_there(event, part)]
    taken = Near((span, None) for span in told)
    for span in told:  # Grows while it is gone through: a list goes on from name to name.
        fresh = [
            one for one in known.beside(span) if not (taken.touching(one) or known.is_others(event, one))
        ]
        for one in fresh[: max(0, _MOST - len(told))]:
            told.append(one)
            taken.add(one, None)
    kept = {place.span: place for place in event.places}
    places = tuple(kept.get(span) or Argument(span=span) for span in dict.fromkeys(told))
    return changed(event, places=places)


@dataclass(frozen=True, slots=True)
class _Known:
    """A reading's places, and who plays another part than being where something happened."""

    text: str
    places: Sequence[Span]
    """In order of the text."""
    parties: Near[None]
    struck: Near[Event]
    """By where those to whom each was done are named."""

    @classmethod
    def of(cls, reading: Reading) -> "_Known":
        """Those of a reading."""
        places = [one.span for one in reading.mentions if one.kind is MentionKind.PLACE]
        acting = [actor.span for event in reading.events for actor in event.actors]
        speaking = [one.source for one in reading.attributions if one.source is not None]
        struck = Near((one.span, event) for event in reading.events for one in event.recipients)
        return cls(reading.text, places, Near((span, None) for span in (*acting, *speaking)), struck)

    def is_others(self, event: Event, span: Span) -> bool:
        """Whether a place is what another event befell: "they shelled Orlo and Kesh fell"."""
        there = self.struck.touching(span)
        return bool(there) and event not in there

    def is_there(self, event: Event, span: Span) -> bool:
        """Whether a place is not merely where somebody or something is from, or whom an envoy is sent to."""
        low = max(0, span.start - _BEFORE)
        other = _ELSEWHERE.search(self.text, low, span.start)
        if other is None or _ROUTE.search(self.text, low, other.start()):
            return True
        is_left = event.type in _LEAVING or _TAKEN.search(event.trigger.of(self.text)) is not None
        return is_left and other.group().lower().startswith("from")

    def apart(self, span: Span) -> Iterator[Span]:
        """The places that a span lists, each by itself ("Orlo and Kesh"), and without a lone "between"."""
        inside = spans_inside(self.places, span)
        half = _BETWEEN.match(self.text, span.start, span.end) if len(inside) == 1 else None
        start = min(half.end(), inside[0].start) if half else span.start
        for one, other in pairwise(inside):
            is_list = _LISTED.fullmatch(self.text, one.end, other.start)
            if is_list and not _ONE_OF_TWO.search(self.text, start, one.end):
                yield Span(start, one.end)
                start = other.start
        yield Span(start, span.end)

    def beside(self, span: Span) -> Iterator[Span]:
        """The places listed right before and behind one, and those that are named for what it lies in."""
        before = bisect_left(self.places, span) - 1
        behind = bisect_left(self.places, span.end, key=lambda one: one.start)
        if before >= 0 and self._is_joined(self.places[before], span, _LISTED):
            yield self.places[before]
        if behind < len(self.places) and any(
            self._is_joined(span, self.places[behind], joint) for joint in (_LISTED, _WITHIN)
        ):
            yield self.places[behind]

    def _is_joined(self, one: Span, other: Span, joint: re.Pattern[str]) -> bool:
        if not 0 < other.start - one.end <= _REACH:
            return False
        return joint.fullmatch(self.text, one.end, other.start) is not None and not (
            self.parties.touching(one) or self.parties.touching(other)
        )


ANNOTATOR = Annotator(
    name="placed",
    reads=frozenset({Layer.MENTIONS, Layer.ATTRIBUTIONS, Layer.EVENTS}),
    writes=frozenset({Layer.EVENTS}),
    annotate=each(placed),
)
