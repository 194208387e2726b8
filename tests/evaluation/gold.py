"""The demonstration corpus as a gold file."""

import json
from pathlib import Path

from sayso import demo


def demo_gold(folder: Path) -> Path:
    """A gold file of the demonstration corpus, where `evaluate all` would look for it below `folder`."""
    path = folder / "claims_dev" / "dev.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "".join(json.dumps(record) + "\n" for record in demo.truth()["readings"]), encoding="utf-8"
    )
    return path
