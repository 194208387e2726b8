"""The development data, which most machines lack: at `SAYSO_SHARED`, or `shared` beside the repository."""

import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

_ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("SAYSO_SHARED") or _ROOT.parent / "shared") / "data"


def scorer(name: str) -> ModuleType:
    """The scorer of that name that the data came with."""
    spec = importlib.util.spec_from_file_location(f"shared_{name}", DATA / "scorers" / f"{name}_score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault(spec.name, module)
    spec.loader.exec_module(module)
    return module


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file of the data."""
    with (DATA / path).open(encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines]
