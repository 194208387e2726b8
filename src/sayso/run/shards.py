"""Outcomes in Parquet: what was read of one shard, written whole or not at all, and loaded into a ledger."""

import hashlib
import io
import os
import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from sayso.errors import ForeignShard
from sayso.model import Outcome, Refusal

if TYPE_CHECKING:
    from sayso.ledger import Ledger

SCHEMA = pa.schema(
    [
        pa.field("key", pa.string(), nullable=False),
        pa.field("origin", pa.string(), nullable=False),
        pa.field("part", pa.string()),
        pa.field("external_id", pa.string()),
        pa.field("reason", pa.string()),
        pa.field("document", pa.string()),
        pa.field("claims", pa.int32(), nullable=False),
        pa.field("outcome", pa.binary(), nullable=False),
    ]
)
"""One row for each input item; `outcome` is what the ledger is loaded from."""
_AT_ONCE = 256


def path_of(shard: str, folder: Path) -> Path:
    """Where the outcomes of a shard are written: named for the shard, so that two with one name differ."""
    digest = hashlib.sha256(shard.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return folder / f"{Path(shard).name.partition('.')[0][:80] or 'shard'}-{digest}.parquet"


def write_outcomes(outcomes: Iterable[Outcome], path: Path) -> int:
    """Write outcomes to a Parquet file that has its name only once it is whole and on the disk; how many."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    count = 0
    try:
        with unfinished.open("wb") as file:
            with pq.ParquetWriter(file, SCHEMA, compression="zstd") as writer:
                for batch in _batches(outcomes):
                    writer.write_table(pa.Table.from_pylist([_row(each) for each in batch], schema=SCHEMA))
                    count += len(batch)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def outcomes_in(path: Path) -> Iterator[Outcome]:
    """The outcomes in a Parquet file, in order of input.

    Raises `ForeignShard` where it holds anything else.
    """
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_AT_ONCE, columns=["outcome"]):
                for content in batch.column("outcome"):
                    yield _outcome(content.as_py(), path)
    except (pa.ArrowException, KeyError) as error:
        raise ForeignShard(f"{path} holds no outcomes: {error}") from None


def load(paths: Iterable[Path], ledger: "Ledger", *, run: str) -> Iterator[tuple[Path, int]]:
    """Add the outcomes of Parquet files to a ledger; each file with how many it held, once they are safe.

    A file that is loaded twice changes nothing.
    """
    for path in paths:
        count = 0
        for batch in _batches(outcomes_in(path)):
            ledger.add(batch, run=run)
            count += len(batch)
        yield path, count


def _batches(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    batch: list[Outcome] = []
    for outcome in outcomes:
        batch.append(outcome)
        if len(batch) >= _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _row(outcome: Outcome) -> dict[str, object]:
    result = outcome.result
    return {
        "key": outcome.key,
        "origin": outcome.origin,
        "part": outcome.part,
        "external_id": outcome.external_id,
        "reason": result.reason.value if isinstance(result, Refusal) else None,
        "document": None if isinstance(result, Refusal) else result.document.id,
        "claims": len(outcome.claims),
        "outcome": pickle.dumps(outcome, protocol=5),
    }


class _OursAlone(pickle.Unpickler):
    """Reads values of our own model and nothing else: a Parquet file may have come from a stranger."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "sayso.model" or module.startswith("sayso.model."):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of an outcome")


def _outcome(content: object, path: Path) -> Outcome:
    try:
        outcome = _OursAlone(io.BytesIO(content if isinstance(content, bytes) else b"")).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, LookupError) as error:
        raise ForeignShard(f"{path} holds no outcomes: {error}") from None
    if not isinstance(outcome, Outcome):
        raise ForeignShard(f"{path} holds no outcomes but {type(outcome).__name__}")
    return outcome
