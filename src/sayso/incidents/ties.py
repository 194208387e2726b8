"""Ties: a number for a name, by which names are compared in arrays and tellings of one day put in order."""

from functools import lru_cache
from hashlib import blake2b


@lru_cache(maxsize=200_000)
def tie_of(id: str) -> int:
    """A hash of 64 bits, equal on every machine."""
    return int.from_bytes(blake2b(id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
