"""Where an incident is said to have happened, telling by telling."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sayso.incidents import tellings_in
from sayso.ledger import Ledger
from sayso.web.stories import Case

_MOST_REPORTS = 60
"""An incident that more reports tell of is put on the map by the first of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One spot that tellings name, with how exactly it is known."""

    place: str
    """In the words of the first of them."""
    latitude: float
    longitude: float
    precision_km: float | None
    claims: tuple[str, ...]
    """The tellings that put it there."""


def scenes_of(ledger: Ledger, case: Case) -> Iterator[Scene]:
    """The most exact place of each telling that has coordinates, those of the most tellings first."""
    spots: dict[tuple[float, float], list[Scene]] = {}
    for scene in _scenes(ledger, case):
        spots.setdefault((round(scene.longitude, 3), round(scene.latitude, 3)), []).append(scene)
    for here in sorted(spots.values(), key=len, reverse=True):
        exact = min(here, key=lambda scene: scene.precision_km or 0.0)
        claims = tuple(claim for scene in here for claim in scene.claims)
        yield Scene(
            place=here[0].place,
            latitude=exact.latitude,
            longitude=exact.longitude,
            precision_km=exact.precision_km,
            claims=claims,
        )


def _scenes(ledger: Ledger, case: Case) -> Iterable[Scene]:
    told = sorted(case.events.values(), key=lambda claim: (claim.published or "9999", claim.document))
    for document in islice(dict.fromkeys(claim.document for claim in told), _MOST_REPORTS):
        for telling in tellings_in(ledger.reading(document)):
            if telling.id in case.events:
                yield from islice(
                    (
                        Scene(
                            place=site.words,
                            latitude=site.latitude,
                            longitude=site.longitude,
                            precision_km=site.precision_km,
                            claims=(telling.id,),
                        )
                        for site in telling.places
                        if site.latitude is not None and site.longitude is not None
                    ),
                    1,
                )
