"""Runs: what was read when, with which versions and options, and which items need no second look."""

import json
from collections.abc import Callable, Mapping
from typing import cast

import numpy as np
from sqlalchemy import Connection, func, insert, or_, select, update

from sayso.errors import LedgerError, NotInLedger
from sayso.ledger import schema
from sayso.model import Reason, content_id

LASTING: frozenset[Reason] = frozenset(
    {
        Reason.BINARY,
        Reason.BOMB,
        Reason.EMPTY,
        Reason.EMPTY_EXTRACTION,
        Reason.MALFORMED,
        Reason.TRUNCATED,
        Reason.UNDECODABLE,
        Reason.UNSUPPORTED_FORMAT,
    }
)
"""Refusals that the item's own bytes explain: to try again would end the same way."""

_SETTLED = or_(schema.items.c.status != "refused", schema.items.c.reason.in_(sorted(LASTING)))
_AT_ONCE = 50_000


def start_run(connection: Connection, manifest: Mapping[str, object], *, started: str) -> str:
    """Record a run and what it runs with; its id."""
    written = json.dumps(manifest, ensure_ascii=False, sort_keys=True)
    same = func.count().filter(schema.runs.c.started == started, schema.runs.c.manifest == written)
    # Two runs may start in one second with the same options; they are two runs.
    run = run_id(started, written, nth=connection.scalar(select(same)) or 0)
    row = {"id": run, "maker": maker_in(manifest), "manifest": written, "started": started}
    connection.execute(insert(schema.runs).values(**row))
    return run


def maker_in(manifest: Mapping[str, object]) -> str | None:
    """Who makes the readings of a run, as its manifest says."""
    maker = manifest.get("maker")
    return None if maker is None else str(maker)


def run_id(started: str, manifest: str, *, nth: int = 0) -> str:
    """The id of a run; `nth` counts earlier runs with the same start and manifest."""
    return content_id("r", started, manifest, nth or None)


def finish_run(connection: Connection, run: str, *, counts: Mapping[str, int], finished: str) -> None:
    """Record that a run has come to its end; nothing can be added to it from then on."""
    maker_of_open(connection, run)
    items = connection.scalar(select(func.count()).where(schema.items.c.run == run))
    ended = {"finished": finished, "counts": json.dumps(counts, sort_keys=True), "items": items}
    connection.execute(update(schema.runs).where(schema.runs.c.id == run).values(**ended))


def maker_of_open(connection: Connection, run: str) -> str | None:
    """Who makes the readings of a run that has not finished, as its manifest says under `maker`."""
    found = connection.execute(
        select(schema.runs.c.maker, schema.runs.c.finished).where(schema.runs.c.id == run)
    ).one_or_none()
    if found is None:
        raise NotInLedger(kind="run", id=run)
    if found.finished is not None:
        raise LedgerError(f"run {run} finished {found.finished}; start another")
    return cast(str | None, found.maker)


def settled(connection: Connection) -> Callable[[str], bool]:
    """Tells of one item key after another whether it was read, or refused for good, as things stand now.

    All keys are read at once, into twenty bytes each: items come one by one, and a question to the ledger
    for each of them would also keep it from clearing its log for as long as a run takes.
    """
    query = select(schema.items.c.item).where(_SETTLED).distinct()
    chunks = connection.execute(query, execution_options={"yield_per": _AT_ONCE}).scalars().partitions()
    parts = [np.array([key.removeprefix("i-").encode() for key in chunk]) for chunk in chunks]
    keys = np.sort(np.concatenate(parts)) if parts else np.empty(0, dtype="S1")

    def is_settled(key: str) -> bool:
        wanted = np.bytes_(key.removeprefix("i-").encode())
        at = int(np.searchsorted(keys, wanted))
        return at < len(keys) and bool(keys[at] == wanted)

    return is_settled
