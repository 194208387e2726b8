"""Outcomes in Parquet, and out of it again."""

import pickle
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sayso.errors import ForeignShard
from sayso.ledger import Ledger
from sayso.model import Outcome, Reason, Refusal, refusal_key
from sayso.run.shards import SCHEMA, load, outcomes_in, path_of, write_outcomes
from tests import factory
from tests.ledger import outcomes


def refused(origin: str) -> Outcome:
    refusal = Refusal(origin=origin, reason=Reason.BOMB, detail="unpacks")
    return Outcome(key=refusal_key(refusal), origin=origin, result=refusal)


def made(count: int) -> list[Outcome]:
    read = [outcomes.read(factory.reading(f"Two were hurt in Orlo on day {n}.")) for n in range(count)]
    return [*read, refused("bomb.gz")]


def test_outcomes_come_out_as_they_went_in(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    assert write_outcomes(iter(made(300)), path) == 301
    assert list(outcomes_in(path)) == made(300)
    assert [file.name for file in tmp_path.iterdir()] == ["a.parquet"]


def test_a_shard_that_fails_half_way_leaves_no_file(tmp_path: Path) -> None:
    def some():
        yield refused("a")
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        write_outcomes(some(), tmp_path / "a.parquet")
    assert list(tmp_path.iterdir()) == []


def test_load_adds_what_was_read_and_adds_it_once(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_outcomes(made(20), path)
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        for _ in range(2):
            assert list(load([path], ledger, run=outcomes.run(ledger))) == [(path, 21)]
        assert ledger.document_count() == 20
        assert list(ledger.verify()) == []


def test_path_of_tells_shards_of_one_name_apart(tmp_path: Path) -> None:
    paths = {path_of(shard, tmp_path) for shard in ("a/x.warc.gz", "b/x.warc.gz", "/", "a/\udcff", "x" * 300)}
    assert len(paths) == 5
    assert all(path.parent == tmp_path and len(path.name) < 120 for path in paths)


class Trap:
    """What a stranger would pickle."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return eval, ("1/0",)


@pytest.mark.parametrize("content", [pickle.dumps(Trap()), b"", b"\x80", pickle.dumps(7), pickle.dumps([])])
def test_outcomes_in_runs_nothing_that_a_stranger_wrote(tmp_path: Path, content: bytes) -> None:
    row = {"key": "i", "origin": "o", "claims": 0, "outcome": content}
    pq.write_table(pa.Table.from_pylist([row], schema=SCHEMA), tmp_path / "a.parquet")
    with pytest.raises(ForeignShard):
        list(outcomes_in(tmp_path / "a.parquet"))


def test_outcomes_in_refuses_what_is_no_parquet_or_another_table(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"no parquet")
    with pytest.raises(ForeignShard):
        list(outcomes_in(path))
    pq.write_table(pa.table({"text": ["x"]}), path)
    with pytest.raises(ForeignShard):
        list(outcomes_in(path))
