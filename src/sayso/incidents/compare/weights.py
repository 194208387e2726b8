"""The weights of the features: one readable table, `weights.json`, some learned and some set by hand."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("weights.json")
"""The table; `bench/incident_weights.py` writes its learned part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each level of each feature speaks for (above 0) or against one happening, in log-odds."""

    base: float
    levels: Mapping[str, Mapping[str, float]]
    """By feature and level."""
    threshold: float
    """The least mean score at which two groups of tellings are joined."""
    unseen: float
    """What a pair counts that blocking never brought together; none counts less."""
    linked: float
    """The least score of two tellings by which they may come into one group."""


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights that come with the package."""
    return weights_in(TABLE)


def weights_in(path: Path) -> Weights:
    """The weights in a table of the form of `weights.json`."""
    table = json.loads(path.read_text(encoding="utf-8"))
    return Weights(
        base=table["base"],
        levels={name: feature["levels"] for name, feature in table["features"].items()},
        threshold=table["threshold"],
        unseen=table["unseen"],
        linked=table["linked"],
    )
