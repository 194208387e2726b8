"""Tolls: how many were killed, hurt, held, driven out; what was damaged, in the report's own numbers."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.tolls.bounds import NONE, numbers_of
from sayso.annotate.tolls.groups import PERSONS, group_of
from sayso.annotate.tolls.linking import Hit, Linker
from sayso.annotate.tolls.phrases import Kind, phrases_in
from sayso.annotate.words import words_in
from sayso.model import Effect, Group, Reading, Span, Toll

_THING_EFFECTS = frozenset({Effect.DAMAGED, Effect.DESTROYED})


def tolls_in(text: str, sentences: tuple[Span, ...]) -> Iterator[Toll]:
    numbers = numbers_of(text)
    for sentence in sentences:
        words = [w for w in words_in(text, sentence.start, sentence.end)]
        words = [
            w
            for i, w in enumerate(words)
            if w.text != "." or (w.end < len(text) and text[w.end : w.end + 1].isalpha())
        ]
        phrases = list(phrases_in(words, numbers))
        group = None
        for hit in Linker(words, phrases).hits():
            p = hit.phrase
            own = group_of(p.nouns) if p.nouns else None
            persons = hit.effect not in _THING_EFFECTS
            if own is None and not p.nouns and group is not None:
                own = group
            if own is None:
                if p.nouns and not persons:
                    own = Group.OTHER
                else:
                    own = Group.PEOPLE
            effect = hit.effect
            if persons and own not in PERSONS:
                if hit.things is None:
                    continue
                effect = hit.things
            if not persons and own in PERSONS:
                continue
            group = own
            bounds = NONE if hit.negated or p.kind is Kind.ANY else p.bounds
            yield Toll(
                span=Span(words[p.first].start, words[p.last - 1].end),
                effect=effect,
                of=own,
                low=bounds.low,
                high=bounds.high,
                qualifier=bounds.qualifier,
            )


def _annotate(reading: Reading) -> Reading:
    return replace(reading, tolls=tuple(tolls_in(reading.text, reading.sentences)))


ANNOTATOR = Annotator(
    name="tolls",
    reads=frozenset({Layer.SENTENCES, Layer.ATTRIBUTIONS}),
    writes=frozenset({Layer.TOLLS}),
    annotate=each(_annotate),
)
