"""Losses: how far each head is from the answer, summed over the windows of one batch."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.annotate.reader.scores import steps
from sayso.annotate.reader.words import Case
from training.examples import MASKED, Asked, Example
from training.labels import BUCKETS, POINTERS, ROLES, TAGS
from training.model import Reader

WEIGHTS = {
    "name": 1.0,
    "part": 2.0, "anchor": 1.5, "anchor_polnear": 1.0, "trigger": 2.0, "trigger_ace": 1.0, "type": 1.0,
    "assertion": 1.0, "main": 0.2, "unsaid": 0.3, "toll": 1.0, "effect": 0.3, "group": 0.3,
    "roles": 0.4, "same": 1.0, "pointers": 0.5, "fact": 1.0, "relation": 0.05, "heads": 0.4,
}  # fmt: skip
_HIDDEN, _MASK = 0.05, 103
_SPAN_HEADS = ("type", "assertion", "main", "unsaid", "effect", "group")
_OFFSETS = dict(zip(TAGS, np.cumsum([0, *(len(v) for v in TAGS.values())]).tolist(), strict=False))
_BUCKET = torch.from_numpy(BUCKETS + steps(np.arange(-512, 513), BUCKETS))


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Windows of like length, padded."""

    examples: Sequence[Example]
    pieces: Tensor
    cases: Tensor
    lengths: Tensor
    first: Tensor
    counts: Tensor
    """How many words each window has."""


def batch_of(examples: Sequence[Example], *, recase: np.random.Generator | None = None) -> Batch:
    """Pad windows together; with `recase` some are shown all in capitals or small, and some words hidden."""
    longest = -(-max(len(e.pieces) for e in examples) // 8) * 8
    most = max(len(e.first) for e in examples)
    pieces = np.zeros((len(examples), longest), dtype=np.int64)
    cases = np.full((len(examples), longest), Case.OTHER, dtype=np.int64)
    first = np.zeros((len(examples), most), dtype=np.int64)
    for row, example in enumerate(examples):
        pieces[row, : len(example.pieces)] = _hidden(example.pieces, recase)
        cases[row, : len(example.cases)] = recased(example.cases, recase)
        first[row, : len(example.first)] = example.first
    return Batch(
        examples,
        torch.from_numpy(pieces),
        torch.from_numpy(cases),
        torch.tensor([len(e.pieces) for e in examples]),
        torch.from_numpy(first),
        torch.tensor([len(e.first) for e in examples]),
    )


def _hidden(pieces: np.ndarray, chance: np.random.Generator | None) -> np.ndarray:
    """The pieces with a few replaced by the mask, so that no single word is leant on."""
    if chance is None:
        return pieces
    hidden = chance.random(len(pieces)) < _HIDDEN
    hidden[0] = hidden[-1] = False
    return np.where(hidden, _MASK, pieces)


def recased(cases: np.ndarray, chance: np.random.Generator | None) -> np.ndarray:
    """The cases as they are, or all capitals (one in six), or all small (one in twelve)."""
    draw = 1.0 if chance is None else chance.random()
    if draw > 0.25:
        return cases
    cases = cases.copy()
    letters = np.isin(cases, (Case.LOWER, Case.INITIAL, Case.CAPITALS, Case.MIXED))
    cases[letters] = Case.CAPITALS if draw < 1 / 6 else Case.LOWER
    return cases


def losses(model: Reader, batch: Batch) -> dict[str, Tensor]:
    """The weighted loss of every head that the batch has answers for."""
    tags, asks, answers, points, pointed, depends, governs = (
        out.float() for out in model(batch.pieces, batch.cases, batch.lengths, batch.first)
    )
    found: dict[str, Tensor] = {}
    for head in ("name", "part", "anchor", "anchor_polnear", "trigger", "trigger_ace", "toll", "relation"):
        loss = _tag_loss(head, tags, batch)
        if loss is not None:
            found[head] = loss * WEIGHTS[head]
    for head in _SPAN_HEADS:
        loss = _span_loss(head, tags, batch)
        if loss is not None:
            found[head] = loss * WEIGHTS[head]
    asked = [(row, one) for row, example in enumerate(batch.examples) for one in example.asked]
    if asked:
        found |= _role_losses(model, asks, answers, batch, asked)
    if any(example.cued for example in batch.examples):
        found["pointers"] = _pointer_loss(model, points, pointed, batch) * WEIGHTS["pointers"]
    if any(example.facts for example in batch.examples):
        found["fact"] = _fact_loss(tags, batch) * WEIGHTS["fact"]
    if any(example.heads is not None for example in batch.examples):
        found["heads"] = _head_loss(depends, governs, batch) * WEIGHTS["heads"]
    return found


def _fact_loss(tags: Tensor, batch: Batch) -> Tensor:
    """How far the reader is from what the judges thought likely."""
    rows = [(row, *one) for row, example in enumerate(batch.examples) for one in example.facts]
    scores = pooled(_scores(tags, "fact"), [(row, span) for row, span, _ in rows])
    likely = torch.tensor([likely for _, _, likely in rows])
    return functional.binary_cross_entropy_with_logits(scores[:, 0], likely)


def _head_loss(depends: Tensor, governs: Tensor, batch: Batch) -> Tensor:
    """How far each word's head in the sentence is from the word that it points at."""
    scores = depends @ governs.transpose(1, 2) * depends.shape[-1] ** -0.5
    beyond = torch.arange(scores.shape[-1])[None] >= batch.counts[:, None]
    scores = scores.masked_fill(beyond[:, None], -1e4)
    answers = np.full(scores.shape[:2], MASKED, dtype=np.int64)
    for row, example in enumerate(batch.examples):
        if example.heads is not None:
            answers[row, : len(example.heads)] = example.heads
    gold = torch.from_numpy(answers)
    return functional.cross_entropy(
        scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=MASKED
    )


def _scores(tags: Tensor, head: str) -> Tensor:
    return tags[..., _OFFSETS[head] : _OFFSETS[head] + len(TAGS[head])]


def _tag_loss(head: str, tags: Tensor, batch: Batch) -> Tensor | None:
    if not any(head in example.tags for example in batch.examples):
        return None
    answers = np.full((len(batch.examples), tags.shape[1]), MASKED, dtype=np.int64)
    for row, example in enumerate(batch.examples):
        if head in example.tags:
            answers[row, : len(example.first)] = example.tags[head]
    scores = _scores(tags, head)
    gold = torch.from_numpy(answers)
    # A mean over all words would drown the few that are marked: divide by a tenth of them instead.
    total = functional.cross_entropy(
        scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=MASKED, reduction="sum"
    )
    return total / max(1, int((gold != MASKED).sum())) * 8


def _span_loss(head: str, tags: Tensor, batch: Batch) -> Tensor | None:
    rows = [(row, *one) for row, example in enumerate(batch.examples) for one in example.spans.get(head, [])]
    if not rows:
        return None
    scores = pooled(_scores(tags, head), [(row, span) for row, span, _, _ in rows])
    gold = torch.tensor([value for _, _, value, _ in rows])
    if len(TAGS[head]) == 1:
        return functional.binary_cross_entropy_with_logits(scores[:, 0], gold.float())
    return functional.cross_entropy(scores, gold)


def pooled(vectors: Tensor, spans: Sequence[tuple[int, tuple[int, int]]]) -> Tensor:
    """The mean over the words of each span, `spans` being `(row, (first, end))`."""
    most = max(end - first for _, (first, end) in spans)
    at = torch.tensor([[min(first + k, end - 1) for k in range(most)] for _, (first, end) in spans])
    weight = torch.tensor([[float(first + k < end) for k in range(most)] for _, (first, end) in spans])
    rows = torch.tensor([row for row, _ in spans])
    return (vectors[rows[:, None], at] * weight[..., None]).sum(1) / weight.sum(1, keepdim=True)


def distances(spans: Sequence[tuple[int, tuple[int, int]]], words: int) -> Tensor:
    """For each span and each word, the row of the table of distances."""
    first = torch.tensor([span[0] for _, span in spans])[:, None]
    last = torch.tensor([span[1] - 1 for _, span in spans])[:, None]
    at = torch.arange(words)[None]
    apart = torch.where(at < first, at - first, torch.where(at > last, at - last, 0))
    return _BUCKET[apart.clamp(-512, 512) + 512]


def _links(
    asks: Tensor, answers: Tensor, table: Tensor, spans: Sequence[tuple[int, tuple[int, int]]]
) -> Tensor:
    """A score for each span, each role and each word of the span's window."""
    count = table.shape[0]
    asking = pooled(asks, spans).view(len(spans), count, -1)
    rows = torch.tensor([row for row, _ in spans])
    scores = torch.einsum("trd,twd->trw", asking, answers[rows]) * asking.shape[-1] ** -0.5
    return scores + table[:, distances(spans, answers.shape[1])].transpose(0, 1)


def _role_losses(
    model: Reader, asks: Tensor, answers: Tensor, batch: Batch, asked: Sequence[tuple[int, Asked]]
) -> dict[str, Tensor]:
    spans = [(row, one.words) for row, one in asked]
    scores = _links(asks, answers, model.role_distance, spans)
    gold = torch.zeros_like(scores)
    weight = torch.zeros_like(scores)
    same = ROLES.index("same")
    for number, (row, one) in enumerate(asked):
        count = int(batch.counts[row])
        for role, filled in one.roles.items():
            weight[number, ROLES.index(role), :count] = one.weight
            for first, end in filled:
                gold[number, ROLES.index(role), first:end] = 1.0
        for other_row, other in asked:
            if batch.examples[row].set == "claims" and other_row == row and other.words != one.words:
                # One of its words stands for the other mention, so that long triggers do not count more.
                weight[number, same, other.words[0]] = 1.0
                gold[number, same, other.words[0]] = float(other.event == one.event)
    loss = functional.binary_cross_entropy_with_logits(scores, gold, reduction="none") * weight
    roles = loss[:, :same].sum() / len(asked) * WEIGHTS["roles"]
    found = {"roles": roles}
    if weight[:, same].any():
        found["same"] = loss[:, same].sum() / weight[:, same].sum() * WEIGHTS["same"]
    return found


def _pointer_loss(model: Reader, points: Tensor, pointed: Tensor, batch: Batch) -> Tensor:
    cued = [(row, one) for row, example in enumerate(batch.examples) for one in example.cued]
    spans = [(row, one.words) for row, one in cued]
    scores = _links(points, pointed, model.pointer_distance, spans)
    beyond = torch.arange(scores.shape[-1])[None] >= batch.counts[[row for row, _ in cued]][:, None]
    scores = scores.masked_fill(beyond[:, None], -1e4)
    gold = torch.full((len(cued), len(POINTERS)), MASKED)
    for number, (_, one) in enumerate(cued):
        for base, span in ((0, one.source), (2, one.content)):
            if span is not None:
                gold[number, base], gold[number, base + 1] = span[0], span[1] - 1
    return (
        functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=MASKED)
        * 4
    )
