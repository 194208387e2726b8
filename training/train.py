# ruff: noqa: T201
"""Train the reader: all sets at once, the hand-read reports more and more, checkpoints on the way.

python -m training.train --data ../shared/data --encoder FOLDER --out FOLDER [--minutes 45]
"""

import argparse
import copy
import json
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training.examples import Example, examples_of
from training.losses import batch_of, losses
from training.model import Reader, pretrained
from training.records import SEED, Record, held_out
from training.sets import SETS
from training.swaps import names_in, pools_of, swapped
from training.syntax import key_of, parses
from training.templates import made

# Share of the steps that each set gets at the beginning and at the end.
MIX: Mapping[str, tuple[float, float]] = {
    "claims": (0.17, 0.20),
    "read": (0.34, 0.42),
    "alone": (0.08, 0.08),
    "polnear": (0.14, 0.10),
    "conll": (0.04, 0.03),
    "sentences": (0.07, 0.06),
    "names": (0.01, 0.01),
    "muc": (0.08, 0.06),
    "voa": (0.04, 0.02),
    "wikievents": (0.02, 0.01),
    "rams": (0.03, 0.02),
    "plover": (0.02, 0.01),
    "petrarch": (0.03, 0.03),
    "factuality": (0.02, 0.02),
    "made": (0.03, 0.03),
}
# Reports read by hand by the codebook: given with the data sets, and read by ourselves; and their sentences
# one by one, for many a report is no longer.
HAND_READ = ("claims", "read", "alone")
# How often such a report is shown as it stands, and how often with other names.
AS_IT_STANDS, RENAMED = 2, 2
# The weights that are kept are a running mean: a step counts for this much of it.
_MEAN_SHARE = 0.002


def batches(
    examples: Sequence[Example], *, pieces: int, chance: np.random.Generator
) -> Iterator[list[Example]]:
    """Batches of windows of like length, for ever; within a pass every window comes once."""
    while True:
        order = chance.permutation(len(examples))
        for chunk in np.array_split(order, max(1, len(order) // 64)):
            ranked = sorted(chunk, key=lambda n: len(examples[n].pieces))
            cut: list[list[Example]] = [[]]
            for number in ranked:
                width = len(examples[number].pieces)
                if cut[-1] and width * (len(cut[-1]) + 1) > pieces:
                    cut.append([])
                cut[-1].append(examples[number])
            chance.shuffle(cut)
            yield from cut


def groups(model: Reader, *, rate: float) -> list[dict[str, object]]:
    """The parameters by learning rate: heads and the case embedding start from nothing and go faster."""
    slow = [
        p
        for n, p in model.named_parameters()
        if p.requires_grad and n.startswith("encoder.") and "cases" not in n
    ]
    fast = [
        p
        for n, p in model.named_parameters()
        if p.requires_grad and not (n.startswith("encoder.") and "cases" not in n)
    ]
    tables = [p for n, p in model.named_parameters() if n.endswith("_distance")]
    ids = {id(p) for p in tables}
    return [
        {"params": slow, "lr": rate, "weight_decay": 0.01},
        {"params": [p for p in fast if id(p) not in ids], "lr": rate * 6, "weight_decay": 0.01},
        {"params": tables, "lr": rate * 40, "weight_decay": 0.0},
    ]


def main() -> None:
    """Train until the time is up; the learning rate falls with the time that is left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=45.0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--pieces", type=int, default=1100)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--syntax", type=Path, help="parses, as training.syntax writes them")
    parser.add_argument("--start", type=Path, help="a checkpoint to begin with instead of the bare encoder")
    parser.add_argument("--only", default="", help="comma-separated sets")
    parser.add_argument("--limit", type=int, default=0, help="records per set, for a smoke run")
    args = parser.parse_args()
    train(args)


def train(args: argparse.Namespace) -> None:
    """One run, resumed where the last checkpoint in the folder left it."""
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    chance = np.random.default_rng(SEED)
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    chosen = args.only.split(",") if args.only else list(MIX)
    sets = _sets(args, tokenizer, chosen)
    model = Reader(pretrained(args.encoder))
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True)["model"])
    mean = copy.deepcopy(model).requires_grad_(requires_grad=False)
    optimiser = torch.optim.AdamW(groups(model, rate=args.rate), betas=(0.9, 0.98))
    args.out.mkdir(parents=True, exist_ok=True)
    done, step = _resume(args.out / "last.pt", model, mean, optimiser)
    rates = [group["lr"] for group in groups(model, rate=args.rate)]
    streams = {name: batches(examples, pieces=args.pieces, chance=chance) for name, examples in sets.items()}
    budget, saved, began = args.minutes * 60, time.monotonic(), time.monotonic() - done
    seen: dict[str, list[float]] = {}
    model.train()
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
    stopped: list[bool] = []
    spent = done
    while not stopped and (spent := time.monotonic() - began) < budget:
        part = spent / budget
        weights = np.array([a + (b - a) * part for a, b in (MIX[name] for name in sets)])
        name = list(sets)[int(chance.choice(len(weights), p=weights / weights.sum()))]
        scale = min(1.0, (step + 1) / 100) * max(0.02, 1 - part)
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = float(rate) * scale  # type: ignore[arg-type]
        batch = batch_of(next(streams[name]), recase=chance)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts = losses(model, batch)
        total = torch.stack(list(parts.values())).sum()
        optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        _follow(mean, model, share=max(_MEAN_SHARE, 1 / (step + 1)))
        for head, value in parts.items():
            if name in HAND_READ or head in {"name", "part", "anchor_polnear", "trigger_ace", "fact"}:
                seen.setdefault(head, []).append(float(value.detach()))
        if step % 50 == 0:
            _tell(args.out, step, spent, seen)
            seen = {}
        if time.monotonic() - saved > 180:
            _save(args.out / "last.pt", model, mean, optimiser, spent, step)
            saved = time.monotonic()
    _save(args.out / "last.pt", model, mean, optimiser, spent, step)


def _sets(args: argparse.Namespace, tokenizer: Tokenizer, chosen: Sequence[str]) -> dict[str, list[Example]]:
    sets = {}
    arcs = parses(args.syntax)
    chance = np.random.default_rng(SEED)
    for name in chosen:
        records = _records(name, args.data, chance)
        if args.limit:
            records = records[: args.limit]
        shown = records
        if name in HAND_READ:
            shown = records * AS_IT_STANDS + _renamed(records, args.data, chance)
        sets[name] = [
            example
            for record in shown
            for example in examples_of(
                record,
                tokenizer=tokenizer,
                arcs=arcs.get(key_of(record.text)),
                by_sentence=name == "alone",
            )
        ]
        pieces = sum(len(example.pieces) for example in sets[name])
        print(name, len(records), "records", len(sets[name]), "windows", pieces, "pieces", flush=True)
    return sets


def _records(name: str, data: Path, chance: np.random.Generator) -> list[Record]:
    if name == "made":
        return list(made(pools_of(list(SETS["conll"](data))), chance=chance))
    if name == "alone":
        return _records("claims", data, chance) + _records("read", data, chance)
    records = list(SETS[name](data))
    return held_out(records)[0] if name == "claims" else records


def _renamed(records: Sequence[Record], data: Path, chance: np.random.Generator) -> list[Record]:
    pools = pools_of(list(SETS["conll"](data)))
    found = names_in(records)
    return [
        swapped(record, names, pools=pools, chance=chance)
        for _ in range(RENAMED)
        for record, names in zip(records, found, strict=True)
    ]


def _follow(mean: Reader, model: Reader, *, share: float) -> None:
    """Draw the running mean of the weights a little towards where they are."""
    with torch.no_grad():
        for kept, own in zip(mean.parameters(), model.parameters(), strict=True):
            if own.requires_grad:
                kept.lerp_(own, share)


def _save(
    path: Path, model: Reader, mean: Reader, optimiser: torch.optim.Optimizer, spent: float, step: int
) -> None:
    state = {
        "model": mean.state_dict(),
        "last": model.state_dict(),
        "optimiser": optimiser.state_dict(),
        "spent": spent,
        "step": step,
    }
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def _resume(path: Path, model: Reader, mean: Reader, optimiser: torch.optim.Optimizer) -> tuple[float, int]:
    if not path.exists():
        return 0.0, 0
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["last"])
    mean.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    return float(state["spent"]), int(state["step"])


def _tell(out: Path, step: int, spent: float, seen: Mapping[str, Sequence[float]]) -> None:
    row = {"step": step, "minutes": round(spent / 60, 1)} | {
        k: round(float(np.mean(v)), 3) for k, v in sorted(seen.items())
    }
    with (out / "curve.jsonl").open("a") as file:
        file.write(json.dumps(row) + "\n")
    print(row, flush=True)


if __name__ == "__main__":
    main()
