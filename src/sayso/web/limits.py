"""How often somebody may try to log in before they have to wait."""

import math
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass

_MOST_KEYS = 10_000
"""More names and addresses are not remembered; the longest unheard of are forgotten first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """So many wrong tries within so many seconds."""

    tries: int
    seconds: float


PER_ACCOUNT = Allowance(tries=5, seconds=300.0)
# A whole office may sit behind one address.
PER_ADDRESS = Allowance(tries=30, seconds=300.0)


class Tries:
    """Wrong tries by account and by address. The right password forgives those of its account alone."""

    def __init__(
        self,
        *,
        per_account: Allowance = PER_ACCOUNT,
        per_address: Allowance = PER_ADDRESS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._allowed = {"account": per_account, "address": per_address}
        self._clock = clock
        self._lock = threading.Lock()
        self._wrong: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()

    def begin(self, account: str, address: str) -> int:
        """Count a try; 0 if it may go on, else the seconds to wait, and then it does not count.

        It counts as wrong before its password is looked at, so that many at once gain nothing.
        """
        keys = (("account", account), ("address", address))
        with self._lock:
            now = self._clock()
            wait = max(self._wait(key, now) for key in keys)
            if wait > 0:
                return math.ceil(wait)
            for key in keys:
                self._wrong.setdefault(key, deque()).append(now)
                self._wrong.move_to_end(key)
            while len(self._wrong) > _MOST_KEYS:
                self._wrong.popitem(last=False)
        return 0

    def forgive(self, account: str, address: str) -> None:
        """The password was right: the account begins anew, and the address has one wrong try less."""
        with self._lock:
            self._wrong.pop(("account", account), None)
            if tries := self._wrong.get(("address", address)):
                tries.pop()

    def _wait(self, key: tuple[str, str], now: float) -> float:
        allowed, tries = self._allowed[key[0]], self._wrong.get(key)
        while tries and tries[0] <= now - allowed.seconds:
            tries.popleft()
        return tries[0] + allowed.seconds - now if tries and len(tries) >= allowed.tries else 0.0
