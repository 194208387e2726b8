"""The limits one input item may not pass."""

from dataclasses import dataclass

# A whole run on a hostile item must end within 30 s and 1.5 GB. The seconds leave room for starting up and
# for the short try in a batch that precedes a reading alone; the bytes count address space, of which about
# a tenth is never touched.
_SECONDS = 20.0
_MEMORY = 1_288_490_188


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long one item may take to open or to read, and how much memory its worker may ask for."""

    seconds: float = _SECONDS
    memory: int = _MEMORY
    """Bytes of address space of one worker process (`RLIMIT_AS`)."""

    @property
    def batch_seconds(self) -> float:
        """How long a batch may take before its items are read one at a time."""
        return self.seconds / 4
