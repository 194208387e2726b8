"""The map of one incident: where its tellings put it, each spot with a circle of how exactly it is known."""

from collections.abc import Sequence

from markupsafe import Markup

from sayso.web import wording
from sayso.web.figures.worldmap import Spot, Towns, worldmap
from sayso.web.views.sites import Scene

_LEAST = 3.0
"""Degrees of longitude: enough that some town or coast lies within."""


def scenemap(scenes: Sequence[Scene], *, incident: str, title: str, towns: Towns | None) -> Markup | None:
    """The map of an incident; None where no telling has a place with coordinates."""
    spots = [
        Spot(
            longitude=scene.longitude,
            latitude=scene.latitude,
            name=scene.place,
            count=len(scene.claims),
            precision_km=scene.precision_km,
            href=f"/incidents/{incident}#t-{scene.claims[0]}",
            about=f"{scene.place}: {wording.many(len(scene.claims), 'telling')}{_exactly(scene)}",
        )
        for scene in scenes
    ]
    return worldmap(spots, title=f"Where it is said to have happened: {title}", towns=towns, least=_LEAST)


def _exactly(scene: Scene) -> str:
    return f", within {scene.precision_km:.0f} km" if scene.precision_km else ""
