"""What changed in a ledger, remembered while somebody pages through it."""

import threading
from collections.abc import Sequence

from sayso.ledger import Change, Ledger
from sayso.ledger.listing import Version

_KEPT = 4


class News:
    """The changes that were last asked for; they are gone through again when the ledger has changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[tuple[Version, str, bool], Sequence[Change]] = {}

    def since(self, ledger: Ledger, since: str, *, notable: bool) -> Sequence[Change]:
        """What has changed since then, as `Ledger.changes` has it."""
        with ledger.listing() as listing:
            asked = (listing.version(), since, notable)
        with self._lock:
            if asked not in self._kept:
                found = tuple(ledger.changes(since, notable=notable))
                while len(self._kept) >= _KEPT:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[asked] = found
            return self._kept[asked]
