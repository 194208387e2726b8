"""Mentions: names of people, organisations, forces, places and weapons, by tables, capitals and cue words.

The first reader of names; a trained one takes its place by offering the same `annotator`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.mentions.lexicon import lexicon
from sayso.annotate.mentions.rules import Found, Rules
from sayso.annotate.mentions.tokens import Token, case_of, tokens
from sayso.annotate.places import Gazetteer, GazetteerOptions, shared
from sayso.model import Mention, MentionKind, Reading, Span

__all__ = ["ANNOTATOR", "annotator", "mentions_in"]


def mentions_in(reading: Reading, *, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The names in a document's dateline and sentences, in order, none overlapping another."""
    known = lexicon(tuple(gazetteer.demonyms))
    sentences = [
        (words, Rules(words, case_of(words), known, gazetteer).found())
        for span in reading.sentences
        if (words := tokens(reading.text, span.start, span.end))
    ]
    placed = dict.fromkeys(_dateline_place(reading), MentionKind.PLACE)
    placed |= dict(_settled(sentences))
    return tuple(Mention(span=span, kind=kind) for span, kind in sorted(placed.items()))


def annotator(options: GazetteerOptions | None = None) -> Annotator:
    """The annotator that reads names with the gazetteer of `options`, opened when the first text comes."""
    opened = options or GazetteerOptions()

    def annotate(reading: Reading) -> Reading:
        return replace(reading, mentions=mentions_in(reading, gazetteer=shared(opened)))

    return Annotator(
        name="mentions",
        reads=frozenset({Layer.SENTENCES}),
        writes=frozenset({Layer.MENTIONS}),
        annotate=each(annotate),
    )


ANNOTATOR = annotator()


def _settled(sentences: Sequence[tuple[list[Token], list[Found]]]) -> Iterator[tuple[Span, MentionKind]]:
    """The names found, with those that no rule could tell settled by the rest of the document."""
    elsewhere = _kinds_by_last_word(sentences)
    for words, names in sentences:
        for name in names:
            span = Span(words[name.first].start, words[name.end - 1].end)
            last = words[name.end - 1].key
            alone = name.end - name.first == 1
            kind = name.kind
            if kind is None or (
                alone and kind is MentionKind.PLACE and elsewhere.get(last) is MentionKind.PERSON
            ):
                kind = elsewhere.get(last) or (None if alone else MentionKind.PERSON)
            if kind is not None:
                yield span, kind


def _kinds_by_last_word(sentences: Sequence[tuple[list[Token], list[Found]]]) -> dict[str, MentionKind]:
    """What a name's last word stands for in this document: "Tal" is a person after "Aryeh Tal"."""
    kinds: dict[str, MentionKind] = {}
    for words, names in sentences:
        for name in names:
            if name.kind is MentionKind.PERSON and name.end - name.first > 1:
                kinds[words[name.end - 1].key] = MentionKind.PERSON
            elif name.kind is not None and name.kind is not MentionKind.PLACE and name.end - name.first == 1:
                kinds.setdefault(words[name.first].key, name.kind)
    return kinds


def _dateline_place(reading: Reading) -> Iterator[Span]:
    dateline = reading.document.dateline
    if dateline is not None and dateline.place:
        at = reading.text.find(dateline.place, dateline.span.start, dateline.span.end)
        if at >= 0:
            yield Span(at, at + len(dateline.place))
