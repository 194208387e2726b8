"""Names of towns for maps, from the gazetteer that reports are read with."""

import sqlite3
import threading
from collections.abc import Sequence
from functools import lru_cache

from sayso.annotate.places import Gazetteer, Place

_MOST = 120
_STEPS = 32


class Towns:
    """The towns of the gazetteer, which is opened when the first map is drawn."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._gazetteer: Gazetteer | None = None
        self._found = lru_cache(maxsize=256)(self._within)

    def __call__(self, west: float, south: float, east: float, north: float) -> Sequence[Place]:
        """The largest towns of an area, the largest first; none where there is no gazetteer to be had."""
        # Areas are widened to a grid, so that small moves of a map ask nothing new.
        step = max((east - west) / _STEPS, 1e-3)
        edges = (west // step, south // step, east // step + 1, north // step + 1)
        try:
            found = self._found(*(round(edge * step, 4) for edge in edges))
        except (OSError, sqlite3.Error):
            # Maps do without names, as they do without WebGL.
            return ()
        return [
            town
            for town in found
            if west <= (town.longitude or 0) <= east and south <= (town.latitude or 0) <= north
        ]

    def _within(self, west: float, south: float, east: float, north: float) -> Sequence[Place]:
        with self._lock:
            if self._gazetteer is None:
                self._gazetteer = Gazetteer.open()
            return self._gazetteer.towns_within(west, south, east, north, most=_MOST)
