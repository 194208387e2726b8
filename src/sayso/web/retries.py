"""Retries over the desk: what a run refused is read again, by somebody who may decide."""

import json
from typing import Annotated

from fastapi import FastAPI, HTTPException, Path, Request

from sayso.errors import NotInLedger
from sayso.web.holdings import Desk
from sayso.web.people import deciding
from sayso.web.retrying import Retry
from sayso.web.routes import API

_MOST_ITEMS = 100_000
_Run = Annotated[str, Path(max_length=120, description="Id of a run.")]


def add_retries(app: FastAPI, desk: Desk) -> None:
    """Add to the API what tries refused items again."""

    @app.post(f"{API}/runs/{{id}}/retry", status_code=202, tags=["runs"], operation_id="retry")
    def retry(request: Request, id: _Run) -> Retry:
        """Read again what a run refused, in the background, as that run was made.

        Items whose own bytes are the reason are passed over unless these have changed. Where the sources are
        gone, the answer names the command to run where they are.
        """
        person = deciding(request)
        with desk.ledger.listing() as listing:
            runs = listing.runs(run=id, limit=1)
            if not runs:
                raise NotInLedger(kind="run", id=id)
            refused = listing.refusals(run=id, limit=_MOST_ITEMS)
        if not refused:
            raise HTTPException(404, "that run refused nothing")
        begun = desk.retries.start(
            id,
            json.loads(runs[0].manifest),
            (item.origin for item in refused),
            ledger=str(desk.ledger),
            by=person.name,
        )
        if begun is None:
            raise HTTPException(409, "another run is being tried again; wait for its end")
        return begun

    @app.get(f"{API}/retry", tags=["runs"], operation_id="last_retry")
    def last() -> Retry | None:
        """The newest retry since the desk was opened, and how far it has come."""
        return desk.retries.last
