"""Mean: the weights of several checkpoints of one run, averaged.

python -m training.mean --out FILE CHECKPOINT CHECKPOINT …
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Average and write a checkpoint that can be exported or begun with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    models = [torch.load(path, weights_only=True)["model"] for path in args.checkpoints]
    mean = {name: sum(model[name].float() for model in models) / len(models) for name in models[0]}
    torch.save({"model": mean}, args.out)


if __name__ == "__main__":
    main()
