"""Ray with one and with two actors against a run on this machine: speed, and the same claims bit for bit."""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType

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
RAY = str(Path(sys.executable).with_name("ray"))
HEAD = (
    "start",
    "--head",
    "--block",
    "--disable-usage-stats",
    "--include-dashboard=false",
    "--node-ip-address=127.0.0.1",
)
PORTS = (
    "port",
    "dashboard-agent-grpc-port",
    "dashboard-agent-listen-port",
    "metrics-export-port",
    "runtime-env-agent-port",
)
TRIES, PATIENCE = 3, 240.0


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
        with cluster(asked.processors, folder):
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
def cluster(processors: int, folder: Path) -> Iterator[None]:
    """Ray on this machine, as long as the `with` block lasts; three tries to start it.

    Its ports are chosen here: a raylet that has to find them out waits for its helpers for half a minute, and
    gives up where a busy machine takes longer.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray

    for left in reversed(range(TRIES)):
        with (folder / "ray.log").open("wb") as log, free_ports(len(PORTS)) as ports:
            given = [f"--{name}={port}" for name, port in zip(PORTS, ports, strict=True)]
            node = subprocess.Popen(
                [RAY, *HEAD, f"--num-cpus={processors}", *given], stdout=log, stderr=subprocess.STDOUT
            )
        try:
            if joined(ray, node, f"127.0.0.1:{ports[0]}"):
                yield
                return
        finally:
            ray.shutdown()
            node.terminate()  # and with it all that it started
            node.wait()
        print(f"Ray did not start, {left} tries left", flush=True)
    raise SystemExit((folder / "ray.log").read_text(errors="replace"))


def joined(ray: ModuleType, node: "subprocess.Popen[bytes]", address: str) -> bool:
    """Whether the node is up before it ends or the time is out."""
    until = time.monotonic() + PATIENCE
    while node.poll() is None and time.monotonic() < until:
        time.sleep(2)
        with suppress(ConnectionError, RuntimeError, TimeoutError):
            ray.init(address=address, log_to_driver=False)
            return True
    return False


@contextmanager
def free_ports(count: int) -> Iterator[list[int]]:
    """Ports that nobody uses, kept free as long as the `with` block lasts."""
    with ExitStack() as open_:
        found = [open_.enter_context(socket.socket()) for _ in range(count)]
        for one in found:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind(("127.0.0.1", 0))
        yield [one.getsockname()[1] for one in found]


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
