"""What an actor does with a shard, seen without a cluster; `bench/shards.py` sees it with one."""

import json
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sayso.annotate.places import GazetteerOptions
from sayso.documents import DocumentOptions
from sayso.model import Outcome, Reading
from sayso.run import Limits, OpeningOptions, ReadingOptions, outcomes, ready, shipped
from sayso.run.ray import _pool, _Reader
from sayso.run.shards import outcomes_in, path_of
from sayso.sources import SourceOptions, locate

RECORDS = [
    {"id": "1", "text": "Police in Orlo said on Monday that two people were injured when a bus overturned."},
    {"id": "2", "text": ""},
    {"id": "3", "text": "The Coast Front denied that its fighters had shelled Kesh, killing nine."},
]
OPENING = OpeningOptions(sources=SourceOptions())
READING = ReadingOptions(documents=DocumentOptions(published="2031-05-06"), gazetteer=GazetteerOptions())


def test_an_actor_reads_a_shard_as_a_local_run_does_and_a_table_as_records(tmp_path: Path) -> None:
    shard, table = tmp_path / "a.jsonl", tmp_path / "b.parquet"
    shard.write_text("".join(json.dumps(each) + "\n" for each in RECORDS), encoding="utf-8")
    pq.write_table(pa.Table.from_pylist(RECORDS), table)
    with ready(limits=Limits()) as zygote:
        works = shipped(opening=OPENING, reading=READING)
        here = list(outcomes(locate([str(shard)]), works=works, zygote=zygote, workers=1))
    actor = _Reader(out=str(tmp_path), opening=OPENING, reading=READING, limits=Limits())
    with actor._open:
        told = actor({"shard": [str(shard), str(table)]})
    assert told["items"] == [3, 3]
    assert told["path"] == [str(path_of(str(each), tmp_path)) for each in (shard, table)]
    there, of_table = (list(outcomes_in(Path(path))) for path in told["path"])
    assert there == here
    assert texts(of_table) == texts(there) != []


def texts(found: list[Outcome]) -> list[tuple[str | None, str]]:
    return [
        (each.external_id, each.result.document.text) for each in found if isinstance(each.result, Reading)
    ]


@pytest.mark.parametrize(("actors", "processors", "at_once"), [(2, 2, 2), (4, 2, 2), (1, 8, 1), (3, 0, 1)])
def test_no_more_actors_are_waited_for_than_there_are_processors(
    actors: int, processors: int, at_once: int
) -> None:
    # Ray waits for ever for actors that no machine has room for; `bench/shards.py` sees it with a cluster.
    data = SimpleNamespace(ActorPoolStrategy=dict)
    ray = SimpleNamespace(cluster_resources=lambda: {"CPU": float(processors)}, data=data)
    pool = _pool(ray, actors)  # type: ignore[arg-type]
    assert (pool["min_size"], pool["max_size"]) == (at_once, actors)
