"""Ray with one and with two actors against a run on this machine: speed, and the same claims bit for bit."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from made import reports
from sayso.annotate.places import GazetteerOptions
from sayso.documents import DocumentOptions
from sayso.model import Outcome
from sayso.run import Limits, OpeningOptions, ReadingOptions, outcomes, ready, shipped
from sayso.run.ray import read_shards
from sayso.run.shards import outcomes_in
from sayso.sources import SourceOptions, locate


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200, help="in each shard")
    parser.add_argument("--shards", type=int, default=4)
    asked = parser.parse_args()
    opening = OpeningOptions(sources=SourceOptions())
    reading = ReadingOptions(documents=DocumentOptions(), gazetteer=GazetteerOptions())
    os.environ.setdefault("RAY_raylet_start_wait_time_s", "240")  # a busy machine takes its time
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray

    ray.init(num_cpus=2, include_dashboard=False, _node_ip_address="127.0.0.1", log_to_driver=False)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shards = list(written(folder, asked.shards, asked.documents))
        local = read_here(shards, opening, reading)
        seconds: dict[int, float] = {}
        for actors in (1, 2):
            out = folder / f"out-{actors}"
            warm(folder, out, opening, reading, actors)
            since = time.monotonic()
            done = list(
                read_shards(shards, out=out, opening=opening, reading=reading, actors=actors, limits=Limits())
            )
            seconds[actors] = time.monotonic() - since
            found = {shard.name: list(outcomes_in(shard.path)) for shard in done}
            same = found == local
            print(f"{'ok' if same else 'FAILED'}: {actors} actors, {seconds[actors]:.1f} s, same: {same}")
        again = list(
            read_shards(shards, out=out, opening=opening, reading=reading, actors=2, limits=Limits())
        )
        print(f"{'ok' if not any(shard.items for shard in again) else 'FAILED'}: a second run reads nothing")
    print(f"two actors are {seconds[1] / seconds[2]:.2f} times as fast as one, start-up included")
    return 0


def written(folder: Path, shards: int, documents: int) -> Iterator[str]:
    import json

    for number in range(shards):
        path = folder / f"shard-{number}.jsonl"
        lines = (json.dumps(report) for report in reports(documents, seed=number, sentences=25))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        yield str(path)


def read_here(
    shards: Sequence[str], opening: OpeningOptions, reading: ReadingOptions
) -> dict[str, list[Outcome]]:
    found: dict[str, list[Outcome]] = {shard: [] for shard in shards}
    with ready(limits=Limits()) as zygote:
        works = shipped(opening=opening, reading=reading)
        for outcome in outcomes(locate(shards), works=works, zygote=zygote, workers=2):
            if isinstance(outcome, Outcome):
                found[outcome.origin].append(outcome)
    return found


def warm(folder: Path, out: Path, opening: OpeningOptions, reading: ReadingOptions, actors: int) -> None:
    """Have Ray itself up before the clock runs."""
    tiny = list(written(folder / f"w{actors}", 1, 1)) if (folder / f"w{actors}").mkdir() is None else []
    list(read_shards(tiny, out=out, opening=opening, reading=reading, actors=actors, limits=Limits()))


if __name__ == "__main__":
    sys.exit(main())
