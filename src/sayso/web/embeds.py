"""Figures by themselves, to be put into other pages and papers as images."""

import base64
import hashlib
from functools import cache
from typing import Annotated

from fastapi import FastAPI, Query, Request, Response
from markupsafe import Markup

from sayso.errors import NotInLedger
from sayso.web.asked import Asked, AskedMap, AskedSources
from sayso.web.figures.bars import bars
from sayso.web.figures.grid import matrix
from sayso.web.figures.ladder import ladder
from sayso.web.figures.network import network
from sayso.web.figures.scenes import scenemap
from sayso.web.figures.worldmap import spots_of, worldmap
from sayso.web.holdings import Desk
from sayso.web.rendering import HERE, MAP_TITLE
from sayso.web.routes import tagged
from sayso.web.views import incident, overview, places, sources


@cache
def _style() -> str:
    return (HERE / "static" / "css" / "figures.css").read_text(encoding="utf-8")


@cache
def _policy() -> str:
    """A figure brings its own style; its hash lets a browser that opens it use that and no other."""
    digest = base64.b64encode(hashlib.sha256(_style().encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; frame-ancestors 'none'; base-uri 'none'"


def add_embeds(app: FastAPI, desk: Desk) -> None:
    """Add `/embed/…` to the app: toll ladders, agreement matrices, the time line, the network, maps."""

    @app.get("/embed/incidents/{id}/ladder.svg", include_in_schema=False)
    def embedded_ladder(request: Request, id: str, field: str = "killed") -> Response:
        story = incident.incident(desk, id, Asked())
        title = story.row.title or story.row.id
        return _svg(request, ladder(story.said, field=field, title=title), f"a {field} figure of {id}")

    @app.get("/embed/incidents/{id}/matrix.svg", include_in_schema=False)
    def embedded_matrix(request: Request, id: str) -> Response:
        story = incident.incident(desk, id, Asked())
        drawn = matrix(story.matrix, story.sources, title=story.row.title or story.row.id)
        return _svg(request, drawn, f"an agreement matrix of {id}")

    @app.get("/embed/incidents/{id}/map.svg", include_in_schema=False)
    def embedded_scenes(request: Request, id: str) -> Response:
        story = incident.incident(desk, id, Asked())
        title = story.row.title or story.row.id
        drawn = scenemap(story.scenes, incident=story.row.id, title=title, towns=desk.towns)
        return _svg(request, drawn, f"a map of {id}")

    @app.get("/embed/timeline.svg", include_in_schema=False)
    def embedded_timeline(request: Request) -> Response:
        view = overview.overview(desk, Asked())
        drawn = bars(
            view.days, title="Claims by day", noun="claim", href="/claims?since={}&until={}", id="claims"
        )
        return _svg(request, drawn, "a time line")

    @app.get("/embed/sources.svg", include_in_schema=False)
    def embedded_network(request: Request) -> Response:
        view = sources.sources(desk, AskedSources())
        return _svg(request, network(view.citations), "a source network")

    @app.get("/embed/map.svg", include_in_schema=False)
    def embedded_map(request: Request, asked: Annotated[AskedMap, Query()]) -> Response:
        view = places.places(desk, asked)
        drawn = worldmap(spots_of(view.incidents), title=MAP_TITLE, towns=desk.towns)
        return _svg(request, drawn, "a map")


def _svg(request: Request, figure: Markup | None, what: str) -> Response:
    if figure is None:
        raise NotInLedger(kind="figure", id=what)
    head, rest = str(figure).split(">", 1)
    body = f"{head}><style>{_style()}</style>{rest}"
    answer = tagged(request, body.encode("utf-8"), "image/svg+xml")
    answer.headers["content-security-policy"] = _policy()
    return answer
