# ruff: noqa: T201
"""Trains the relevance filter: reports of conflict, politics and crime against other news.

    python -m training.relevance DATA OUT.npz

No set says of every report whether it is relevant: reports coded for events are, sampled business and crime
news mostly are not. The threshold is set on relevant reports of the dev files alone, so that the errors
among the others cost drops that might have been made, never reports.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.documents.relevance import BUCKETS, Features, features

KEPT_ON_DEV = 0.99
EPOCHS, RATE, SHRINK = 12, 0.3, 1e-4
# Snippets of one sentence are joined into texts as long as a short report.
_SNIPPETS = ("case21", "voa", "plover_gsr")
_REPORTS = ("muc4", "gva", "satp", "isaf", "re3d", "india_police", *_SNIPPETS)
_MOST_OF_ONE_SET = 2_500
_JOINED = 4
_FEW = 10


def main() -> None:
    """Train, choose the threshold, write and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    dice = np.random.default_rng(7)
    yes = [features(text) for name in _REPORTS for text in texts_of(asked.data / name / "train.jsonl", name)]
    coded = list(coded_reports(asked.data / "claims_train" / "train.jsonl"))
    yes += [features(text) for text, relevant in coded if relevant]
    no = [features(text) for text, relevant in coded if not relevant] * 5
    bulk = [features(text) for text in bulk_texts(asked.data / "bulk1k.jsonl.gz")]
    no += bulk[::2]
    yes, no = ([one for one in side if len(one)] for side in (yes, no))
    weights, bias = trained(yes, no, dice)
    step = float(np.abs(weights).max()) / 127
    weights = np.round(weights / step).astype(np.int8)
    dev = {
        name: [features(text) for text in texts_of(asked.data / name / "dev.jsonl", name)]
        for name in _REPORTS
    }
    dev["claims_dev"] = [
        features(text)
        for text, relevant in coded_reports(asked.data / "claims_dev" / "dev.jsonl")
        if relevant
    ]
    scores = {name: scored(found, weights, step, bias) for name, found in dev.items()}
    # Each set counts alike, however many reports it has; the headline set is looked at, never chosen by.
    lowest = min(
        float(np.quantile(each, 1 - KEPT_ON_DEV))
        for name, each in scores.items()
        if len(each) > _FEW and name != "claims_dev"
    )
    bias -= lowest
    np.savez_compressed(asked.out, weights=weights, step=np.float32(step), bias=np.float32(bias))
    print(f"{len(yes)} relevant, {len(no)} other to train on; {asked.out.stat().st_size:,} bytes")
    for name, each in scores.items():
        print(f"{name:14} {np.mean(each >= lowest):.4f} kept of {len(each)}")
    others = scored([f for f in bulk[1::2] if len(f)], weights, step, bias)
    print(f"{'sampled news':14} {np.mean(others >= 0):.4f} kept of {len(others)} not trained on")


def records(path: Path) -> Iterator[dict[str, object]]:
    """The records of a JSONL file."""
    with path.open(encoding="utf-8", newline="\n") as file:
        yield from map(json.loads, file)


def texts_of(path: Path, name: str) -> list[str]:
    """The texts of one set, of a large one a part."""
    texts = [str(record["text"]) for record in records(path)]
    texts = texts[:: max(1, len(texts) // _MOST_OF_ONE_SET)]
    if name in _SNIPPETS:
        texts = [" ".join(texts[at : at + _JOINED]) for at in range(0, len(texts), _JOINED)]
    return texts


def coded_reports(path: Path) -> Iterator[tuple[str, bool]]:
    """Reports that a reader judged relevant or not."""
    return ((str(record["text"]), bool(record["relevant"])) for record in records(path))


def bulk_texts(path: Path) -> Iterator[str]:
    """The texts of the sampled news."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        yield from (json.loads(line)["text"] for line in file)


def trained(
    yes: Sequence[Features], no: Sequence[Features], dice: np.random.Generator
) -> tuple[npt.NDArray[np.float64], float]:
    """Logistic regression by AdaGrad, both sides weighing alike."""
    weights, seen, bias = np.zeros(BUCKETS), np.full(BUCKETS, 1e-3), 0.0
    cases = [(one, 1.0, 1.0) for one in yes] + [(one, 0.0, len(yes) / len(no)) for one in no]
    for _ in range(EPOCHS):
        for number in dice.permutation(len(cases)):
            found, wanted, weight = cases[number]
            size = len(found) ** 0.5
            likely = 1 / (1 + np.exp(-(weights[found].sum() / size + bias)))
            slope = weight * (likely - wanted)
            gradient = slope / size + SHRINK * weights[found]
            seen[found] += gradient**2
            weights[found] -= RATE * gradient / np.sqrt(seen[found])
            bias -= 0.01 * slope
    return weights, bias


def scored(
    found: Sequence[Features], weights: npt.NDArray[np.int8], step: float, bias: float
) -> npt.NDArray[np.float64]:
    """The score of each text; above nought it is taken for relevant."""
    return np.array(
        [step * weights[one].sum(dtype=np.int64) / len(one) ** 0.5 + bias for one in found if len(one)]
    )


if __name__ == "__main__":
    main()
