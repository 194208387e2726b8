"""The table of formats is complete."""

from sayso.sources.detect import Format
from sayso.sources.formats import READERS


def test_readers_cover_every_format_in_order() -> None:
    assert list(READERS) == sorted(READERS)
    assert set(READERS) == set(Format)
