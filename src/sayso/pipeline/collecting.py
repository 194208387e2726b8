"""How often Python looks for objects that only refer to each other: seldom, while readings come and go."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# A reading is some thousand small objects that refer to each other in no circle: as often as Python looks by
# default, looking takes half of the time of unpacking readings and of making claims, and every 20,000 objects
# still a thirtieth of all but the encoder. A hundred thousand that wait for it are some ten megabytes.
_THRESHOLD = (100_000, 20, 50)


@contextmanager
def seldom() -> Iterator[None]:
    """Look less often while the `with` block lasts."""
    usual = gc.get_threshold()
    gc.set_threshold(*_THRESHOLD)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
