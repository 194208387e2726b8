"""Routes: each page for people, for programs and for spreadsheets, from one view."""

import hashlib
import inspect
import json
from collections.abc import Callable, Collection
from typing import Annotated, Any

from fastapi import FastAPI, HTTPException, Path, Query, Request, Response
from pydantic import TypeAdapter
from starlette.responses import HTMLResponse

from sayso.web.asked import Asked, AskedArea, AskedMap
from sayso.web.geojson import as_geojson, scenes_as_geojson, towns_as_geojson
from sayso.web.holdings import Desk
from sayso.web.pages import PAGES, Page
from sayso.web.rendering import context_of, environment
from sayso.web.spreadsheet import spreadsheet, type_of_rows
from sayso.web.views.incident import incident
from sayso.web.views.places import places

API = "/api/v1"
_Id = Annotated[
    str, Path(max_length=120, description="An id, or as much of its beginning as tells it apart.")
]


def add_pages(app: FastAPI, desk: Desk) -> None:
    """Add every page to the app, and every view to its API."""
    templates = environment()
    nav = [page for page in PAGES if page.nav]
    for page in PAGES:
        template = templates.get_template(f"{page.name}.html")
        adapter: TypeAdapter[Any] = TypeAdapter(page.shows)

        def html(
            request: Request, view: Any, asked: Any, page: Page = page, template: Any = template
        ) -> Response:
            context = context_of(request, view=view, asked=asked, page=page, nav=nav, desk=desk)
            return HTMLResponse(template.render(context))

        def as_json(request: Request, view: Any, _asked: Any, adapter: Any = adapter) -> Response:
            return tagged(request, adapter.dump_json(view), "application/json")

        def as_csv(request: Request, view: Any, _asked: Any, page: Page = page) -> Response:
            body = spreadsheet(page.rows(view), of=type_of_rows(page.rows)).encode("utf-8")
            return tagged(request, body, "text/csv; charset=utf-8")

        # The suffixed paths come first: an id could swallow the suffix.
        for suffix, answer in ((".json", as_json), (".csv", as_csv), ("", html)):
            path = page.path if not suffix else page.stem + suffix
            app.add_api_route(path, _endpoint(desk, page, answer), methods=["GET"], include_in_schema=False)
        app.add_api_route(
            API + ("/overview" if page.path == "/" else page.path),
            _endpoint(desk, page, as_json, strict=True),
            methods=["GET"],
            response_model=page.shows,
            summary=page.summary,
            operation_id=page.name,
            tags=["views"],
        )


class _GeoJSON(Response):
    """An answer that map programs know what to do with."""

    media_type = "application/geo+json"


def add_geojson(app: FastAPI, desk: Desk) -> None:
    """Add maps as GeoJSON, for the pages' own maps and for others."""
    described: dict[str, Any] = {
        "tags": ["views"],
        "response_class": _GeoJSON,
        "responses": {200: {"content": {_GeoJSON.media_type: {"schema": {"type": "object"}}}}},
    }

    @app.get("/map.geojson", include_in_schema=False)
    @app.get(f"{API}/map.geojson", operation_id="geojson", summary="The map as GeoJSON", **described)
    def geojson(request: Request, asked: Annotated[AskedMap, Query()]) -> Response:
        return _geojson(request, as_geojson(places(desk, asked).incidents))

    @app.get("/incidents/{id}.geojson", include_in_schema=False)
    @app.get(
        f"{API}/incidents/{{id}}/scenes.geojson",
        operation_id="scenes",
        summary="Where the tellings of one incident put it",
        **described,
    )
    def scenes(request: Request, id: _Id) -> Response:
        return _geojson(request, scenes_as_geojson(incident(desk, id, Asked()).scenes))

    @app.get("/towns.geojson", include_in_schema=False)
    def towns(request: Request, asked: Annotated[AskedArea, Query()]) -> Response:
        shown = desk.towns(asked.west, asked.south, asked.east, asked.north)
        return _geojson(request, towns_as_geojson(shown[: asked.limit]))


def _geojson(request: Request, drawn: dict[str, Any]) -> Response:
    return tagged(request, json.dumps(drawn, ensure_ascii=False).encode("utf-8"), _GeoJSON.media_type)


def tagged(request: Request, body: bytes, media_type: str) -> Response:
    """The body with its tag; nothing but the tag for a client that has it already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    headers = {"etag": tag, "cache-control": "private, no-cache"}
    known = request.headers.get("if-none-match", "")
    if tag in {one.strip().removeprefix("W/") for one in known.split(",")}:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def _endpoint(
    desk: Desk, page: Page, answer: Callable[..., Response], *, strict: bool = False
) -> Callable[..., Response]:
    """A function with the signature that the framework reads paths, queries and documentation from.

    A `strict` one refuses what it does not know: a filter with a slip in its name would choose everything.
    """
    asked_type: Any = Annotated[page.asked, Query()]
    known = frozenset(page.asked.model_fields) if strict else None
    if page.of_one:

        def one(request: Request, id: _Id, asked: Any) -> Response:
            _check(request, known)
            return answer(request, page.view(desk, id, asked), asked)

        return _typed(one, asked_type)

    def many(request: Request, asked: Any) -> Response:
        _check(request, known)
        return answer(request, page.view(desk, asked), asked)

    return _typed(many, asked_type)


def _check(request: Request, known: Collection[str] | None) -> None:
    unknown = sorted(set(request.query_params) - set(known)) if known is not None else ()
    if known is not None and unknown:
        there_are = f"there are {', '.join(sorted(known))}" if known else "there are none"
        raise HTTPException(422, f"no parameter {unknown[0][:60]!r} here; {there_are}")


def _typed(function: Callable[..., Response], asked: Any) -> Callable[..., Response]:
    parameters = inspect.signature(function).parameters
    function.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [one.replace(annotation=asked) if one.name == "asked" else one for one in parameters.values()]
    )
    return function
