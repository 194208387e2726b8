"""Upkeep: incidents grouped again in the background, after decisions that change them."""

import threading

from sayso.ledger import Ledger
from sayso.model.clock import now
from sayso.pipeline.grouping import brought_up_to_date


class Upkeep:
    """Brings the incidents of one ledger up to date, one time after another and never twice at once.

    Who decides about claims one by one does not wait for it: what is decided meanwhile is looked at together
    when the time before is over.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._asked = False
        self._running: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether something that was decided may not be in the incidents yet."""
        return self._running is not None

    def soon(self) -> None:
        """Have incidents brought up to date, without waiting for it."""
        with self._lock:
            self._asked = True
            if self._running is None:
                self._running = threading.Thread(target=self._run, daemon=True)
                self._running.start()

    def wait(self) -> None:
        """Wait until all that was asked for is done."""
        running = self._running
        if running is not None:
            running.join()

    def _run(self) -> None:
        try:
            while self._is_asked():
                brought_up_to_date(self._ledger, at=now())
        except BaseException:
            # Nothing is lost: whoever needs incidents next finds that they are not up to date.
            with self._lock:
                self._running = None
            raise

    def _is_asked(self) -> bool:
        with self._lock:
            asked, self._asked = self._asked, False
            if not asked:
                self._running = None
            return asked
