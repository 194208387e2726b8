"""Ray with one and with two actors against a run on this machine: speed, and the same claims bit for bit."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from made import reports
from processes import family, processor_of
from sayso.annotate.places import GazetteerOptions
from sayso.documents import DocumentOptions
from sayso.model import Outcome
from sayso.run import Limits, OpeningOptions, ReadingOptions, outcomes, ready, shipped
from sayso.run.ray import read_shards
from sayso.run.shards import outcomes_in
from sayso.sources import SourceOptions, locate

# With two actors; what was promised.
LEAST_GAIN = 1.7
TRIES = 4


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200, help="in each shard")
    parser.add_argument("--shards", type=int, default=4)
    parser.add_argument("--actors", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--processors", type=int, default=2, help="how many Ray is told that there are")
    asked = parser.parse_args()
    opening = OpeningOptions(sources=SourceOptions())
    reading = ReadingOptions(documents=DocumentOptions(), gazetteer=GazetteerOptions())
    failed, seconds = False, dict[int, float]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shards = list(written(folder, asked.shards, asked.documents))
        with clock() as took:
            local = read_here(shards, opening, reading)
        print(f"here, two workers: {took}", flush=True)
        with cluster(asked.processors):
            for actors in asked.actors:
                read = partial(
                    read_shards,
                    out=folder / f"out-{actors}",
                    opening=opening,
                    reading=reading,
                    limits=Limits(),
                )
                list(read(warming(folder, actors), actors=actors))
                with clock() as took:
                    done = list(read(shards, actors=actors))
                seconds[actors] = took.wall
                same = {shard.name: list(outcomes_in(shard.path)) for shard in done} == local
                again = any(shard.items for shard in read(shards, actors=actors))
                failed = failed or again or not same
                print(f"{'ok' if same else 'FAILED'}: {actors} actors, {took}, the same bit for bit: {same}")
                print(f"{'FAILED' if again else 'ok'}: a second run reads nothing", flush=True)
    one, *others = asked.actors
    for each in others:
        faster = seconds[one] / seconds[each]
        slow = faster < LEAST_GAIN * min(each, asked.processors) / 2
        failed = failed or slow
        verdict = "FAILED" if slow else "ok"
        print(f"{verdict}: {each} actors are {faster:.2f} times as fast as {one}, their start included")
    return int(failed)


@contextmanager
def cluster(processors: int) -> Iterator[None]:
    """Ray on this machine, as long as the `with` block lasts; several tries to start it.

    Its raylet gives its helpers half a minute at most to come up, and ends where a busy machine takes longer.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_raylet_start_wait_time_s", "90")
    import ray

    for left in reversed(range(TRIES)):
        try:
            ray.init(
                num_cpus=processors,
                include_dashboard=False,
                _node_ip_address="127.0.0.1",
                log_to_driver=False,
            )
            break
        except Exception as error:
            ray.shutdown()
            if not left:
                raise
            print(f"Ray did not start, {left} tries left: {str(error).partition('.')[0]}", flush=True)
    yield
    ray.shutdown()


@dataclass
class Took:
    """What a stretch of work took of the clock and of all processes' processor time, in seconds."""

    wall: float = 0.0
    processor: float = 0.0

    def __str__(self) -> str:
        return f"{self.wall:.1f} s, {self.processor:.1f} core-s"


@contextmanager
def clock() -> Iterator[Took]:
    took, wall, processor = Took(), time.monotonic(), processor_in_all()
    yield took
    took.wall, took.processor = time.monotonic() - wall, processor_in_all() - processor


def processor_in_all() -> float:
    return sum(map(processor_of, family(os.getpid())))


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


def warming(folder: Path, actors: int) -> list[str]:
    """Small shards, to have Ray and its actors' files in memory before the clock runs."""
    small = folder / f"warm-{actors}"
    small.mkdir()
    return list(written(small, actors, 1))


if __name__ == "__main__":
    sys.exit(main())
