"""Whether a report tells of conflict, politics or crime at all: a look at its opening, before it is read.

A linear model over hashed words and pairs of words. `training/relevance.py` makes its weights.
"""

import re
import zlib
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

OPENING = 1_500
"""How many characters are looked at: reports say early what they are about."""
BUCKETS = 1 << 16
"""Into how many numbers words and pairs are hashed."""
FEWEST_WORDS = 20
"""A text with fewer words is not judged."""

_WORD = re.compile(r"[^\W\d_]{2,40}")
_WEIGHTS = Path(__file__).with_name("relevance.npz")

Features = npt.NDArray[np.int64]


def is_relevant(text: str) -> bool:
    """Whether a text should be read, when in doubt yes."""
    found = features(text)
    weights, bias = _model()
    return not len(found) or float(weights[found].sum()) / len(found) ** 0.5 + bias >= 0.0


def features(text: str) -> Features:
    """The buckets of a text's words and pairs of words, each once; none where it is too short to judge."""
    words = _WORD.findall(text[:OPENING].lower())
    if len(words) < FEWEST_WORDS:
        return np.empty(0, dtype=np.int64)
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    seen = {*words, *pairs}
    return np.array(sorted({zlib.crc32(each.encode()) % BUCKETS for each in seen}), dtype=np.int64)


@cache
def _model() -> tuple[npt.NDArray[np.float32], float]:
    with np.load(_WEIGHTS) as kept:
        weights = kept["weights"].astype(np.float32) * np.float32(kept["step"])
        return weights, float(kept["bias"])
