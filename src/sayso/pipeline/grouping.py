"""The incidents of a ledger, brought up to date with its readings and with what people decided."""

import hashlib
import os
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from sayso.errors import Overtaken
from sayso.pipeline.collecting import seldom
from sayso.version import __version__

if TYPE_CHECKING:  # The database's libraries are slow to import, and the reading workers import this package.
    from sayso.ledger import Ledger

Follow: TypeAlias = Callable[[int, str], None]
"""Is told, as grouping goes on, how many are done by now, and of what: reports first, then incidents."""
Each = TypeVar("Each")

# Counted up when incidents would be grouped or filed otherwise by the same weights.
_FORM = "form 16"
_PATIENCE_S = 600.0
_PAUSE_S = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """What a grouping came to."""

    incidents: int
    """How many incidents are new or changed."""
    groups: int
    """How many syndication groups are."""


@cache
def grouper() -> str:
    """By which rules incidents are grouped: the version, and a hash of the weights."""
    from sayso.incidents.compare.weights import TABLE

    return f"sayso {__version__}, {_FORM}, weights {hashlib.sha256(TABLE.read_bytes()).hexdigest()[:12]}"


def brought_up_to_date(ledger: "Ledger", *, at: str, follow: Follow | None = None) -> Regrouped | None:
    """Group a ledger again where it holds readings or decisions that no grouping has seen.

    `at` is the caller's clock, in ISO form. None where nothing was to do. Where another process groups at
    the same time, it is waited for. Raises `Overtaken` where that takes more than ten minutes.
    """
    until, pause = time.monotonic() + _PATIENCE_S, _PAUSE_S
    while not ledger.is_grouped(maker=grouper()):
        since = time.monotonic()
        try:
            return regrouped(ledger, at=at, follow=follow)
        except Overtaken:
            if time.monotonic() > until:
                raise
        # Two that began again at once would overtake each other without end. Each leaves the other twice
        # the time that it took itself, longer every time, and by chance not as long as the other does.
        pause = 2 * max(pause, time.monotonic() - since)
        some = random.uniform(pause / 2, pause)  # noqa: S311 - no secret
        _wait_for_another(ledger, until=time.monotonic() + some)
    return None


def _wait_for_another(ledger: "Ledger", *, until: float) -> None:
    while time.monotonic() < until and not ledger.is_grouped(maker=grouper()):
        time.sleep(_PAUSE_S)


def regrouped(ledger: "Ledger", *, at: str, anew: bool = False, follow: Follow | None = None) -> Regrouped:
    """Group what no grouping has seen with all that it touches, or everything `anew`.

    Only incidents that are new or have changed are written. Raises `Overtaken` where another process begins
    to group the same ledger.
    """
    with seldom():
        return _regrouped(ledger, at=at, anew=anew, follow=follow)


def _regrouped(ledger: "Ledger", *, at: str, anew: bool, follow: Follow | None) -> Regrouped:
    from sayso.incidents import Regrouping
    from sayso.ledger import Case

    grouping = ledger.start_grouping(at=at, maker=grouper(), anew=anew)
    work = Regrouping(
        grouping,
        _counted(grouping.fresh(), "reports taken in", follow),
        documents=grouping.documents,
        given=grouping.given,
        standing=ledger.incident_of,
        judgements=ledger.judgements(),
        reviews=ledger.reviews(),
        processes=os.cpu_count() or 1,
    )
    groups = grouping.put_copies(work.copies, gone=work.copies_gone)
    incidents = grouping.put(
        Case(incident=found.incident, account=found.account, tellings=found.tellings)
        for found in _counted(work.grouped(), "incidents made", follow)
    )
    grouping.put((), gone=work.gone)
    grouping.finish(at=at, keep=work.keep())
    return Regrouped(groups=groups, incidents=incidents)


def _counted(found: Iterable[Each], what: str, follow: Follow | None) -> Iterator[Each]:
    for count, each in enumerate(found, start=1):
        yield each
        if follow is not None:
            follow(count, what)
