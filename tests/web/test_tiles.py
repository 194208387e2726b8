from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.web import Alone, Tiles, desk
from sayso.web.guards import POLICY
from tests.web.tiled import tiles_at


@pytest.fixture
def street_file(tmp_path: Path) -> Path:
    return tiles_at(tmp_path / "streets.pmtiles")


@pytest.fixture
def tiled(ledger: Ledger, street_file: Path) -> Iterator[TestClient]:
    app = desk(ledger, door=Alone("mira"), tiles=Tiles.of(street_file))
    with TestClient(app, base_url="http://localhost") as client:
        yield client


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-6", 0, 7), ("bytes=7-7", 7, 8), ("bytes=100-", 100, None), ("bytes=5-99999999", 5, None)],
)
def test_a_range_of_the_file_is_answered(tiled: TestClient, street_file: Path, asked, start, end):
    answer = tiled.get("/tiles.pmtiles", headers={"range": asked})
    whole = street_file.read_bytes()
    assert answer.status_code == 206
    assert answer.content == whole[start:end]
    last = (end or len(whole)) - 1
    assert answer.headers["content-range"] == f"bytes {start}-{last}/{len(whole)}"
    assert answer.headers["content-security-policy"] == POLICY


@pytest.mark.parametrize(
    "asked", ["", "bytes=9-3", "bytes=-5", "bytes=0-1,3-4", "lines=0-1", "bytes=9999999-"]
)
def test_anything_but_one_range_within_is_refused(tiled: TestClient, asked: str):
    answer = tiled.get("/tiles.pmtiles", headers={"range": asked} if asked else {})
    assert (answer.status_code, answer.content) == (416, b"")


def test_pages_name_the_tiles_only_where_there_are_some(tiled: TestClient, client: TestClient):
    assert 'data-tiles="/tiles.pmtiles"' in tiled.get("/map").text
    assert "data-tiles" not in client.get("/map").text
    assert client.get("/tiles.pmtiles", headers={"range": "bytes=0-6"}).status_code == 404


def test_a_file_that_is_gone_is_not_found(tiled: TestClient, street_file: Path):
    street_file.unlink()
    assert tiled.get("/tiles.pmtiles", headers={"range": "bytes=0-6"}).status_code == 404


def test_what_is_no_such_file_is_refused(tmp_path: Path):
    with pytest.raises(UsageError, match="cannot be read"):
        Tiles.of(tmp_path / "none.pmtiles")
    (tmp_path / "other.pmtiles").write_bytes(b"PMTiles\x02 an older one")
    with pytest.raises(UsageError, match="no PMTiles file of version 3"):
        Tiles.of(tmp_path / "other.pmtiles")
