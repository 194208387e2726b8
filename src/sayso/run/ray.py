"""A run on many machines: Ray Data hands out shards, actors read them as a laptop does, Parquet comes out.

Ray schedules; nothing here does. An actor holds the same killable workers as a local run, so that a shard
yields the same claims, bit for bit, wherever it is read.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.errors import MissingExtra
from sayso.model import Outcome
from sayso.run.flow import outcomes
from sayso.run.limits import Limits
from sayso.run.shards import path_of, write_outcomes
from sayso.run.shipped import OpeningOptions, ReadingOptions, ready, shipped
from sayso.sources import Kind, Locator


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """One shard and where its outcomes are."""

    name: str
    path: Path
    items: int
    """How many input items it held; 0 for one that an earlier run had read."""


def read_shards(
    shards: Sequence[str],
    *,
    out: Path,
    opening: OpeningOptions,
    reading: ReadingOptions,
    actors: int,
    limits: Limits,
) -> Iterator[Shard]:
    """Read shards (WARC, JSONL, Parquet or any file that is read) into one Parquet file each, in `out`.

    A shard whose file is there is not read again, so that a run that was stopped goes on. `out` and the
    shards must lie where every machine sees them. Raises `MissingExtra` without the `ray` extra.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # Ray tells its maker how it is used, else.
    try:
        import ray
    except ImportError:
        raise MissingExtra(extra="ray", what="a run on many machines") from None
    out.mkdir(parents=True, exist_ok=True)
    waiting = [shard for shard in shards if not path_of(shard, out).exists()]
    for shard in shards:
        if shard not in waiting:
            yield Shard(name=shard, path=path_of(shard, out), items=0)
    if not waiting:
        return
    given = ray.data.from_items([{"shard": shard} for shard in waiting], override_num_blocks=len(waiting))
    read = given.map_batches(
        _Reader,
        fn_constructor_kwargs={"out": str(out), "opening": opening, "reading": reading, "limits": limits},
        batch_size=1,
        num_cpus=1,
        compute=_pool(ray, max(1, min(actors, len(waiting)))),
    )
    for row in read.iter_rows():
        yield Shard(name=row["shard"], path=Path(row["path"]), items=int(row["items"]))


def _pool(ray: ModuleType, actors: int) -> Any:
    """As many actors as were asked for, or as there are processors for now: Ray waits for the rest for ever.

    More join where the cluster grows. A shard takes minutes: none waits behind another at a busy actor.
    """
    processors = int(ray.cluster_resources().get("CPU", 1))
    return ray.data.ActorPoolStrategy(
        min_size=max(1, min(actors, processors)), max_size=actors, max_tasks_in_flight_per_actor=1
    )


class _Reader:
    """An actor: it holds the parent of the workers, and so the model, from shard to shard."""

    def __init__(self, *, out: str, opening: OpeningOptions, reading: ReadingOptions, limits: Limits) -> None:
        self._out = Path(out)
        self._works = shipped(opening=opening, reading=reading)
        self._open = ExitStack()
        self._zygote = self._open.enter_context(ready(limits=limits))

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, list[Any]]:
        told: dict[str, list[Any]] = {"shard": [], "path": [], "items": []}
        for shard in map(str, batch["shard"]):
            path = path_of(shard, self._out)
            with _as_items(shard) as locator:
                found = outcomes([locator], works=self._works, zygote=self._zygote, workers=1)
                items = write_outcomes((each for each in found if isinstance(each, Outcome)), path)
            told["shard"].append(shard)
            told["path"].append(str(path))
            told["items"].append(items)
        return told


@contextmanager
def _as_items(shard: str) -> Iterator[Locator]:
    """The shard as something that can be opened; a Parquet table as records, one a line."""
    if not shard.endswith(".parquet"):
        yield Locator(origin=shard, kind=Kind.FILE)
        return
    import json

    import pyarrow.parquet as pq

    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        with pq.ParquetFile(shard) as table:
            for batch in table.iter_batches(batch_size=256):
                for record in batch.to_pylist():
                    lines.write(json.dumps(record, default=str) + "\n")
        lines.flush()
        yield Locator(origin=shard, kind=Kind.FILE, target=lines.name)
