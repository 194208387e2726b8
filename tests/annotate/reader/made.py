"""A reader without a trained model: a small tokenizer, and scores written by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from sayso.annotate.reader.filling import Filling
from sayso.annotate.reader.occurrences import Likeness
from sayso.annotate.reader.scores import Distances, Floats, Scores
from sayso.annotate.reader.thresholds import Calibration, Thresholds
from sayso.annotate.reader.words import words_of
from sayso.annotate.sentences import sentences_in
from sayso.model import Reading

HEADS = {
    "anchor": (0, 4),
    "trigger": (4, 7),
    "type": (7, 24),
    "assertion": (24, 29),
    "main": (29, 30),
    "unsaid": (30, 31),
    "name": (31, 40),
}
ROLES = ("actor", "recipient", "place", "time", "instrument", "toll", "same")
POINTERS = ("source_start", "source_end", "content_start", "content_end")
SURE = 20.0
UNKNOWN = "[UNK]"


def tokenizer() -> Tokenizer:
    letters = {letter: n for n, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789", start=200)}
    inside = {f"##{letter}": n + 100 for letter, n in letters.items()}
    made = Tokenizer(models.WordPiece({UNKNOWN: 100} | letters | inside))
    made.model.unk_token = UNKNOWN
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def _links(
    text: str, scores: Mapping[tuple[int, int, str], float], names: Sequence[str]
) -> tuple[Floats, Floats]:
    """Link vectors whose products are these scores: each asking word names its answers one by one."""
    count = max(1, len(text.split()) * 4)
    asks = np.zeros((count, len(names), count), dtype=np.float32)
    for (one, other, name), score in scores.items():
        asks[one, names.index(name), other] = score * count**0.5
    return asks.reshape(count, -1), np.eye(count, dtype=np.float32)


def scores(
    text: str,
    *,
    tags: Mapping[tuple[str, int, int], float],
    fills: Mapping[tuple[int, int, str], float] | None = None,
    points: Mapping[tuple[int, int, str], float] | None = None,
) -> Scores:
    """Scores for `text`: `tags` by head, word and column, links by word, other word and name."""
    words = words_of(text, list(sentences_in(text)), tokenizer=tokenizer())
    count = len(words)
    table = np.zeros((count, 40), dtype=np.float32)
    for head in ("anchor", "trigger", "name"):
        table[:, HEADS[head][0]] = SURE / 2
    for (head, word, column), score in tags.items():
        table[word, HEADS[head][0] + column] = score
    parts: dict[str, Any] = {}
    for key, other_key, given, names in (
        ("asks", "answers", fills or {}, ROLES),
        ("points", "pointed", points or {}, POINTERS),
    ):
        asking, answering = _links(text, given, names)
        parts[key], parts[other_key] = asking[:count], answering[:count]
    return Scores(
        text=text,
        words=words,
        heads=HEADS,
        tags=table,
        roles=Distances(names=ROLES, table=np.full((len(ROLES), 29), -5.0, dtype=np.float32)),
        pointers=Distances(names=POINTERS, table=np.zeros((len(POINTERS), 29), dtype=np.float32)),
        **parts,
    )


class Given:
    """A model that has its scores already."""

    def __init__(self, made: Scores, **thresholds: float) -> None:
        self.made = made
        self.thresholds = Thresholds(**thresholds)
        self.likeness = Likeness()
        self.fillings: dict[str, Filling] = {}
        self.calibrations = {"events": Calibration(), "attributions": Calibration()}

    def scores(self, reading: Reading) -> Scores:
        assert reading.text == self.made.text
        return self.made
