"""Mentions: names of people, organisations, forces, places and weapons, by tables, capitals and cue words.

The first reader of names; a trained one takes its place by offering the same `annotator`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from sayso.annotate import tables
from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.mentions.lexicon import Lexicon, lexicon
from sayso.annotate.mentions.numbered import with_numbered
from sayso.annotate.mentions.rules import names_in
from sayso.annotate.mentions.scene import Scene
from sayso.annotate.mentions.tokens import case_of, tokens
from sayso.annotate.places import Gazetteer, GazetteerOptions, shared
from sayso.model import Mention, MentionKind, Reading, Span

# A "sentence" longer than this is a table or a file without full stops; it is read in pieces.
_LONGEST = 20_000

__all__ = ["ANNOTATOR", "annotator", "mentions_in"]


def mentions_in(
    reading: Reading, *, gazetteer: Gazetteer, parties: tuple[Path, ...] = ()
) -> tuple[Mention, ...]:
    """The names in a document's dateline and sentences, in order, none overlapping another."""
    known = lexicon(tuple(gazetteer.demonyms), parties)
    names = [name for span in reading.sentences for name in _named(reading.text, span, known, gazetteer)]
    placed = dict.fromkeys(_dateline_place(reading), MentionKind.PLACE)
    placed |= dict(_settled(names))
    return with_numbered(reading, [Mention(span=span, kind=kind) for span, kind in sorted(placed.items())])


def annotator(options: GazetteerOptions | None = None, *, parties: tuple[Path, ...] = ()) -> Annotator:
    """The annotator that reads names with the gazetteer of `options`, opened when the first text comes.

    `parties` are CSV files of the user's own (see `read_parties`).
    """
    opened = options or GazetteerOptions()

    def annotate(reading: Reading) -> Reading:
        return replace(reading, mentions=mentions_in(reading, gazetteer=shared(opened), parties=parties))

    return Annotator(
        name="mentions",
        reads=frozenset({Layer.SENTENCES}),
        writes=frozenset({Layer.MENTIONS}),
        annotate=each(annotate),
    )


ANNOTATOR = annotator()


class _Name(NamedTuple):
    """A name found in a document, without the tokens around it: long documents have many."""

    span: Span
    kind: MentionKind | None
    words: tuple[str, ...]


def _named(text: str, span: Span, known: Lexicon, gazetteer: Gazetteer) -> Iterator[_Name]:
    for start in range(span.start, span.end, _LONGEST):
        words = tokens(text, start, min(start + _LONGEST, span.end))
        for found in names_in(Scene.of(words, case_of(words), known, gazetteer)):
            within = words[found.first : found.end]
            yield _Name(Span(within[0].start, within[-1].end), found.kind, tuple(word.key for word in within))


def _settled(names: Sequence[_Name]) -> Iterator[tuple[Span, MentionKind]]:
    """The names found, with those that no rule could tell settled by the rest of the document."""
    elsewhere = _kinds_in_document(names)
    for name in names:
        kind, known = name.kind, elsewhere.get(name.words)
        if kind is None or (kind, known) in _OVERRULED:
            kind = known or (None if len(name.words) == 1 else MentionKind.PERSON)
        if kind is not None:
            yield name.span, kind


# A surname told by a full name is no town ("Clinton"); a place told by its surroundings is no person.
_OVERRULED = ((MentionKind.PLACE, MentionKind.PERSON), (MentionKind.PERSON, MentionKind.PLACE))


def _kinds_in_document(names: Sequence[_Name]) -> dict[tuple[str, ...], MentionKind]:
    """What a name stands for in this document: "Tal" is a person after "Aryeh Tal".

    "Gaya" is a place beside "Gaya District". A surname that is told counts most, then what was told first.
    """
    surnames: dict[tuple[str, ...], MentionKind] = {}
    kinds: dict[tuple[str, ...], MentionKind] = {}
    kinds_of_place = tables.cue_words()["place_after"]
    for name in names:
        if name.kind is MentionKind.PERSON and len(name.words) > 1:
            surnames[name.words[-1:]] = MentionKind.PERSON
        elif name.kind is MentionKind.PLACE and name.words[-1] in kinds_of_place:
            kinds.setdefault(name.words[:-1], MentionKind.PLACE)
        if name.kind is not None and name.kind is not MentionKind.PERSON:
            kinds.setdefault(name.words, name.kind)
    return kinds | surnames


def _dateline_place(reading: Reading) -> Iterator[Span]:
    """The place of the dateline and, after a comma, those it lies in: "ORLO, Velmaria"."""
    dateline = reading.document.dateline
    if dateline is None or not dateline.place:
        return
    at = reading.text.find(dateline.place, dateline.span.start, dateline.span.end)
    if at >= 0:
        for part in re.finditer(r"[^,\s][^,]*", dateline.place):
            yield Span(at + part.start(), at + part.start() + len(part[0].rstrip()))
