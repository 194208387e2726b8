"""The app: the desk over a ledger, with its pages, figures and API behind its guards."""

import getpass
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse

from sayso.errors import NotInLedger, UsageError
from sayso.ledger import Ledger
from sayso.version import __version__
from sayso.web.embeds import add_embeds
from sayso.web.front import add_front
from sayso.web.guards import LOOPBACK, Guards
from sayso.web.holdings import Desk
from sayso.web.pages import PAGES
from sayso.web.people import Alone, Door
from sayso.web.problems import PROBLEMS, problem
from sayso.web.rendering import HERE, context_of, environment
from sayso.web.retries import add_retries
from sayso.web.retrying import Command
from sayso.web.routes import API, add_geojson, add_pages
from sayso.web.ruling import add_rulings
from sayso.web.tiles import Tiles, add_tiles

_DESCRIPTION = (
    "Every view of the desk as JSON. Offsets are half-open and count Unicode code points of the stored text."
    " Listings come a page at a time: pass `after` of one answer to get the next."
)

_A_DAY = "a day is written as 2031-05-03, a month as 2031-05, a year as 2031"
_SENSELESS = "That cannot be asked"
_NOWHERE = "Nothing is at {} on this desk."
_MEANT = {"since": _A_DAY, "until": _A_DAY}
"""What to write in a field that is checked by a pattern, which tells people nothing."""


def desk(
    ledger: Ledger,
    *,
    hosts: Collection[str] = LOOPBACK,
    door: Door | None = None,
    tiles: Tiles | None = None,
    ingesting: Command | None = None,
) -> FastAPI:
    """The desk over an open ledger, answering to the given host names only.

    `door` says who is asking; without one everybody is the owner of this machine, so listen on its loopback
    address alone. `tiles` gives maps their streets. `ingesting` is the beginning of a command that
    reads into this ledger, for what a run refused to be tried again; without one the desk only names it.

    Every page is also there as `.json` and `.csv`, and every view under `/api/v1`. Nothing is loaded from
    elsewhere.
    """
    opened = Desk.over(ledger, tiles=tiles, ingesting=ingesting)

    @asynccontextmanager
    async def warmed(_app: FastAPI) -> AsyncIterator[None]:
        opened.shelves.warm()
        yield
        opened.upkeep.wait()

    app = FastAPI(
        title="Sayso",
        version=__version__,
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API}/openapi.json",
        responses=PROBLEMS,
        lifespan=warmed,
    )
    who: Door = door or Alone(getpass.getuser())
    app.add_middleware(Guards, hosts=hosts, door=who)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    add_embeds(app, opened)
    add_rulings(app, opened)
    add_retries(app, opened)
    add_geojson(app, opened)
    if tiles is not None:
        add_tiles(app, tiles)
    add_pages(app, opened)
    add_front(app, who)
    _add_errors(app)
    return app


def _told(fault: Mapping[str, Any]) -> str:
    """What is wrong with one value of a question, after its name; of a body as a whole, after that word."""
    where = ".".join(str(part) for part in fault["loc"][1:] if isinstance(part, str)) or fault["loc"][0]
    return f"{where}: {_MEANT.get(fault['loc'][-1], fault['msg'])}"


def _add_errors(app: FastAPI) -> None:
    template = environment().get_template("missing.html")
    nav = [page for page in PAGES if page.nav]

    def answer(request: Request, status: int, title: str, detail: str) -> Response:
        path = request.url.path
        if path.startswith(API) or path.endswith((".json", ".csv", ".geojson")):
            return problem(status, title, detail)
        context = context_of(request, title=title, detail=detail, nav=nav, page=None)
        return HTMLResponse(template.render(context), status_code=status)

    @app.exception_handler(NotInLedger)
    async def missing(request: Request, error: Exception) -> Response:
        return answer(request, 404, "Not in this ledger", str(error))

    @app.exception_handler(UsageError)
    async def unclear(request: Request, error: Exception) -> Response:
        return answer(request, 422, _SENSELESS, str(error))

    @app.exception_handler(RequestValidationError)
    async def senseless(request: Request, error: RequestValidationError) -> Response:
        return answer(request, 422, _SENSELESS, "; ".join(map(_told, error.errors())))

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        titles = {404: "No such page", 405: "That cannot be done here"}
        detail = _NOWHERE.format(request.url.path) if error.detail == "Not Found" else str(error.detail)
        return answer(request, error.status_code, titles.get(error.status_code, "Refused"), detail)
