"""A report's text with its values marked: layers of spans, and the text cut where they begin or end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.ledger.listing import ClaimRow
from sayso.model import Event, Reading, Span, Told

LAYERS: Mapping[str, str] = {
    "event": "what happened",
    "toll": "how many",
    "party": "who, and whom",
    "place": "where",
    "date": "when",
    "source": "on whose say-so",
    "content": "what they say",
    "office": "who holds which office",
}
"""Every layer of highlights with what it shows, in the order of the legend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Some words of the text that a value rests on."""

    layer: str
    start: int
    """In code points of the stored text, as `end`."""
    end: int
    words: str
    role: str
    """What the words are to their claims: `trigger`, `actor`, `cue` …"""
    claims: tuple[str, ...] = ()
    """The claims that rest on these words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text that no mark begins or ends in."""

    text: str
    at: int
    """Where it begins, in code points."""
    marks: tuple[int, ...] = ()
    """Indexes of the marks that cover it."""
    opens: tuple[int, ...] = ()
    """Those of them that begin here."""
    closes: tuple[int, ...] = ()
    """Those of them that end here."""


def marks_in(reading: Reading, claims: Sequence[ClaimRow]) -> list[Mark]:
    """Every mark of a reading, in order of the text, the longer first where two begin together."""
    named = {(claim.kind, Span(claim.start, claim.end)): claim.claim for claim in reversed(claims)}
    said: dict[int, list[str]] = {}
    found: dict[tuple[str, Span, str], list[str]] = {}

    def add(layer: str, span: Span | None, role: str, claim: str | None = None) -> None:
        if span is not None:
            owners = found.setdefault((layer, span, role), [])
            if claim is not None and claim not in owners:
                owners.append(claim)

    voices = Told(reading)
    for event in reading.events:
        mentions = {event.trigger: "trigger"} | dict.fromkeys(event.also, "also")
        for told in voices.by_voice(event):
            # Each voice's telling is a claim of its own, found by the first words of it.
            owner = named.get(("event", told.trigger))
            _heard(said, told.attribution, owner, reading)
            for trigger in (told.trigger, *told.also):
                if trigger in mentions:
                    add("event", trigger, mentions[trigger], owner)
            for layer, span, role in _arguments(told):
                add(layer, span, role, owner)
    for toll in reading.every_toll:
        owner = named.get(("toll", toll.span))
        _heard(said, toll.attribution, owner, reading)
        add("toll", toll.span, toll.effect.value, owner)
    for office in reading.offices:
        owner = named.get(("office", office.title))
        for part, role in ((office.person, "person"), (office.title, "title"), (office.of, "body")):
            add("office", part, role, owner)
    for index, attribution in enumerate(reading.attributions):
        for owner in said.get(index) or [None]:  # type: ignore[list-item]
            add("source", attribution.source, "source", owner)
            add("source", attribution.cue, "cue", owner)
            add("content", attribution.content, attribution.form.value, owner)
    marks = [
        Mark(
            layer=layer,
            start=span.start,
            end=span.end,
            words=span.of(reading.text),
            role=role,
            claims=tuple(owners),
        )
        for (layer, span, role), owners in found.items()
    ]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.layer, mark.role))


def segments(text: str, marks: Sequence[Mark]) -> Iterator[Segment]:
    """The whole of `text` in order, cut at every end of a mark.

    The segments that name a mark, joined, are exactly its words; all of them joined are the text.
    """
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for index, mark in enumerate(marks):
        opening.setdefault(mark.start, []).append(index)
        closing.setdefault(mark.end, []).append(index)
    cuts = sorted({0, len(text), *opening, *closing})
    covering: dict[int, None] = {}
    for at, end in pairwise(cuts):
        for index in closing.get(at, ()):
            covering.pop(index)
        covering |= dict.fromkeys(opening.get(at, ()))
        yield Segment(
            text=text[at:end],
            at=at,
            marks=tuple(covering),
            opens=tuple(opening.get(at, ())),
            closes=tuple(index for index in closing.get(end, ()) if index in covering),
        )


def _arguments(event: Event) -> Iterator[tuple[str, Span | None, str]]:
    for role, arguments in (
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("instrument", event.instruments),
    ):
        for argument in arguments:
            yield "party", argument.span, role
    for argument in event.places:
        yield "place", argument.span, "place"
    yield "date", event.date_span, "date"


def _heard(said: dict[int, list[str]], index: int | None, claim: str | None, reading: Reading) -> None:
    """Note the claim under every attribution of its chain."""
    steps = len(reading.attributions)
    while index is not None and claim is not None and steps:
        said.setdefault(index, []).append(claim)
        index, steps = reading.attributions[index].parent, steps - 1
