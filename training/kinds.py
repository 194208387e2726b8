# ruff: noqa: T201
"""Train the kinds of reports: ridge regression from the signs of 300 labelled snippets to their kinds.

python -m training.kinds --data ../shared/data --out src/sayso/annotate/kinds/kinds.npz
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.annotate import ANNOTATORS
from sayso.annotate.kinds import Kind, Weighing, signs_in
from sayso.evaluation.coded.case21 import KINDS
from sayso.model import Document, Reading
from sayso.pipeline import read
from training.records import lines

_LEAST_TEXTS, _RIDGE, _FOLDS = 3, 1.0, 5
Floats = npt.NDArray[np.float32]


def labelled(path: Path) -> tuple[list[Reading], list[Kind]]:
    """The readings of a labelled file and their kinds."""
    rows = list(lines(path))
    documents = [
        Document(id=str(n), sha256="", text=row["text"], origin=str(row["id"])) for n, row in enumerate(rows)
    ]
    return read(documents, annotators=ANNOTATORS), [KINDS[row["label"]] for row in rows]


def learned(readings: Sequence[Reading], kinds: Sequence[Kind]) -> Weighing:
    """The weighing that fits these readings, rare kinds counting as much as frequent ones."""
    seen: Counter[str] = Counter()
    for reading in readings:
        for mark, counts in zip(("", "\t"), signs_in(reading), strict=True):
            seen.update(mark + sign for sign in counts)
    signs = sorted(sign for sign, texts in seen.items() if texts >= _LEAST_TEXTS and "\n" not in sign)
    rarity = np.log((1 + len(readings)) / (1 + np.array([seen[sign] for sign in signs]))) + 1
    empty = np.zeros((len(signs), len(Kind)), dtype=np.float32)
    blank = Weighing(
        signs={sign: at for at, sign in enumerate(signs)},
        rarity=rarity.astype(np.float16).astype(np.float32),
        table=empty,
        bias=empty[0],
    )
    table, bias = _ridge(np.stack([blank.vector(reading) for reading in readings]), kinds)
    return Weighing(signs=blank.signs, rarity=blank.rarity, table=table, bias=bias)


def _ridge(rows: Floats, kinds: Sequence[Kind]) -> tuple[Floats, Floats]:
    """Weights and biases; solved over texts, of which there are fewer than signs."""
    order, often = tuple(Kind), Counter(kinds)
    wanted = np.where(np.array([[kind is one for one in order] for kind in kinds]), 1.0, -1.0)
    weight = np.array([len(kinds) / (len(often) * often[kind]) for kind in kinds])
    middle, level = np.average(rows, axis=0, weights=weight), np.average(wanted, axis=0, weights=weight)
    root = np.sqrt(weight)[:, None]
    centred = (rows - middle) * root
    dual = np.linalg.solve(centred @ centred.T + _RIDGE * np.eye(len(rows)), (wanted - level) * root)
    table = centred.T @ dual
    return table.astype(np.float32), (level - middle @ table).astype(np.float32)


def right(weighing: Weighing, readings: Sequence[Reading], kinds: Sequence[Kind]) -> int:
    """How many readings get their kind."""
    order = tuple(Kind)
    return sum(
        order[int(weighing.scores(reading).argmax())] is kind
        for reading, kind in zip(readings, kinds, strict=True)
    )


def save(weighing: Weighing, path: Path) -> None:
    """Write the weighing, its weights as bytes with one scale a kind."""
    scale = np.abs(weighing.table).max(axis=0) / 127
    np.savez_compressed(
        path,
        signs=np.array("\n".join(weighing.signs)),
        rarity=weighing.rarity.astype(np.float16),
        table=(weighing.table / scale).round().astype(np.int8),
        scale=scale.astype(np.float32),
        bias=weighing.bias,
    )


def main() -> None:
    """Train from the command line, and say how well kinds are told across folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    readings, kinds = labelled(args.data / "case21/train.jsonl")
    hits = 0
    for fold in range(_FOLDS):
        kept = [n for n in range(len(kinds)) if n % _FOLDS != fold]
        rest = [n for n in range(len(kinds)) if n % _FOLDS == fold]
        weighing = learned([readings[n] for n in kept], [kinds[n] for n in kept])
        hits += right(weighing, [readings[n] for n in rest], [kinds[n] for n in rest])
    print(f"right across {_FOLDS} folds: {hits / len(kinds):.3f}")
    save(learned(readings, kinds), args.out)
    print(f"{args.out}: {args.out.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
