"""Street tiles in a browser: what the file holds is seen on the map."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.ledger import Ledger
from sayso.web import Tiles
from tests.web.browsing import browser, needs_browser, served, watched
from tests.web.tiled import streets_at, tiles_at

pytestmark = needs_browser
# As map.js has them: what roads are drawn in by day, and the one colour of the picture tile.
ROAD, PICTURE = (0xC4, 0xB9, 0xA2), (0x20, 0x80, 0x40)
ORLO = (-121.8, -47.6)
_PIXELS_NEAR = """async ([picture, wanted]) => {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const drawn = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(drawn.width, drawn.height).getContext("2d");
  context.drawImage(drawn, 0, 0);
  const { data } = context.getImageData(0, 0, drawn.width, drawn.height);
  let many = 0;
  for (let at = 0; at < data.length; at += 4) {
    many += wanted.every((part, place) => Math.abs(data[at + place] - part) < 8);
  }
  return many;
}"""


@pytest.fixture(scope="module")
def drawing() -> Iterator[Any]:
    with browser(webgl=True) as opened:
        yield opened


def _pixels(drawing: Any, ledger: Ledger, colour: tuple[int, int, int], *, tiles: Path | None) -> int:
    """How many pixels of the map have a colour."""
    with (
        served(ledger, tiles=Tiles.of(tiles) if tiles else None) as address,
        watched(drawing, address) as tab,
    ):
        tab.goto(f"{address}/map")
        if not tab.evaluate("Boolean(document.createElement('canvas').getContext('webgl2'))"):
            pytest.skip("this browser has no WebGL, not even in software")
        tab.wait_for_selector("[data-map][data-ready]")
        # Tiles come after the map is there.
        tab.wait_for_load_state("networkidle")
        tab.wait_for_timeout(1_500)
        picture = tab.locator(".map-canvas").screenshot()
        return int(tab.evaluate(_PIXELS_NEAR, [base64.b64encode(picture).decode(), list(colour)]))


def test_roads_of_a_file_are_seen_on_the_map(drawing: Any, ledger: Ledger, tmp_path: Path):
    streets = streets_at(tmp_path / "streets.pmtiles", *ORLO)
    assert _pixels(drawing, ledger, ROAD, tiles=streets) > 300
    assert _pixels(drawing, ledger, ROAD, tiles=None) < 30


def test_pictures_of_a_file_are_seen_on_the_map(drawing: Any, ledger: Ledger, tmp_path: Path):
    assert _pixels(drawing, ledger, PICTURE, tiles=tiles_at(tmp_path / "pictures.pmtiles")) > 10_000
