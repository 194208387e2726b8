"""Sets: every set that the reader learns from, by name."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from training.hand_read import hand_read
from training.records import (
    Record,
    ace_like,
    claims,
    conll,
    factuality,
    muc,
    plover_records,
    polnear,
    spans_of_names,
)

Read = Callable[[Path], Iterator[Record]]
SETS: Mapping[str, Read] = {
    "read": hand_read,
    "claims": lambda root: claims(root / "claims_train/train.jsonl"),
    "factuality": lambda root: factuality(root / "factuality/train.jsonl"),
    "conll": lambda root: conll(root / "ner/conllpp_train.jsonl"),
    "sentences": lambda root: conll(root / "ner/conllpp_train.jsonl", words=0),
    "muc": lambda root: muc(root / "muc4/train.jsonl"),
    "names": lambda root: spans_of_names(root / "ner/ner_train.jsonl"),
    "petrarch": lambda root: plover_records(root / "petrarch/train.jsonl"),
    "plover": lambda root: plover_records(root / "plover_gsr/train.jsonl"),
    "polnear": lambda root: polnear(root / "polnear/train.jsonl"),
    "rams": lambda root: ace_like(root / "rams/train.jsonl", set="rams"),
    "voa": lambda root: ace_like(root / "voa/train.jsonl", set="voa"),
    "wikievents": lambda root: ace_like(root / "wikievents/train.jsonl", set="wikievents"),
}
"""Each takes the folder of the data sets."""
