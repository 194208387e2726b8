"""Passages: which paragraphs of a report were taken from which others."""

import re
from collections.abc import Collection, Iterator

import numpy as np

from sayso.incidents.copies.overlap import spans_of, taken_words
from sayso.incidents.copies.syndication import Passage
from sayso.incidents.copies.told import Told
from sayso.incidents.copies.words import Shingles, held, in_order, word_spans, words_in
from sayso.model import Span

_FEWEST_WORDS = 12
_MIN_SHARE = 0.6
_PARAGRAPH = re.compile(r"\S[^\n]*")


def passages_in(one: Told, *, among: Collection[Told]) -> Iterator[Passage]:
    """The paragraphs of a document that stand in one of the others, which are not to be later than it."""
    sources = sorted(among, key=lambda other: (other.document.published or "9999", other.document.id))
    for span, shingles in _paragraphs(one):
        shares = [float(held(shingles.hashes, source.shingles.hashes).mean()) for source in sources]
        if not shares or max(shares) < _MIN_SHARE:
            continue
        source = sources[shares.index(max(shares))]
        places = spans_of(source.document.text, taken_words(source.wording, shingles))
        yield Passage(
            span=span,
            source=source.document.id,
            source_span=max(places, key=lambda place: (len(place), -place.start)),
            share=max(shares),
        )


def _paragraphs(one: Told) -> Iterator[tuple[Span, Shingles]]:
    spans = np.array(word_spans(one.document.text)).reshape(-1, 2)
    boilerplate = words_in(one.wording, one.boilerplate)
    for match in _PARAGRAPH.finditer(one.document.text):
        words = (spans[:, 0] >= match.start()) & (spans[:, 1] <= match.end()) & ~boilerplate
        if words.sum() >= _FEWEST_WORDS:
            hashes = np.unique(in_order(one.wording.words[words]))
            yield Span(match.start(), match.end()), Shingles(hashes, np.ones(len(hashes), dtype=np.bool_))
