"""Mentions: names of people, organisations, forces, places and weapons, by tables, capitals and cue words.

The first reader of names; a trained one takes its place by offering the same `annotator`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotate import tables
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
    elsewhere = _kinds_in_document(sentences)
    for words, names in sentences:
        for name in names:
            kind, known = name.kind, elsewhere.get(_key(words, name))
            if kind is None or (kind, known) in _OVERRULED:
                kind = known or (None if name.end - name.first == 1 else MentionKind.PERSON)
            if kind is not None:
                yield Span(words[name.first].start, words[name.end - 1].end), kind


# A surname told by a full name is no town ("Clinton"); a place told by its surroundings is no person.
_OVERRULED = ((MentionKind.PLACE, MentionKind.PERSON), (MentionKind.PERSON, MentionKind.PLACE))


def _kinds_in_document(sentences: Sequence[tuple[list[Token], list[Found]]]) -> dict[str, MentionKind]:
    """What a name stands for in this document: "Tal" is a person after "Aryeh Tal".

    "Gaya" is a place beside "Gaya District". A surname that is told counts most, then what was told first.
    """
    surnames: dict[str, MentionKind] = {}
    kinds: dict[str, MentionKind] = {}
    kinds_of_place = tables.cue_words()["place_after"]
    for words, names in sentences:
        for name in names:
            if name.kind is MentionKind.PERSON and name.end - name.first > 1:
                surnames[words[name.end - 1].key] = MentionKind.PERSON
            elif name.kind is MentionKind.PLACE and words[name.end - 1].key in kinds_of_place:
                kinds.setdefault(_key(words, name._replace(end=name.end - 1)), MentionKind.PLACE)
            if name.kind not in (None, MentionKind.PERSON):
                kinds.setdefault(_key(words, name), name.kind)
    return kinds | surnames


def _key(words: Sequence[Token], name: Found) -> str:
    return " ".join(word.key for word in words[name.first : name.end])


def _dateline_place(reading: Reading) -> Iterator[Span]:
    dateline = reading.document.dateline
    if dateline is not None and dateline.place:
        at = reading.text.find(dateline.place, dateline.span.start, dateline.span.end)
        if at >= 0:
            yield Span(at, at + len(dateline.place))
