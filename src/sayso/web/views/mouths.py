"""Who gave which figure of an incident, in order of publication."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.incidents.agreement.figures import PEOPLE_FIELDS
from sayso.model import Figure
from sayso.web import wording
from sayso.web.stories import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Mouth:
    """A source, as this incident's reports quote it."""

    id: str
    name: str
    named: bool
    official: bool
    roof: str | None
    lane: int
    """Which line, marker and colour it has in every figure of the page."""
    outlets: tuple[str, ...]
    """The outlets that quote it, in order of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One value that one source gave in one report."""

    field: str
    source: str
    name: str
    lane: int
    claim: str
    document: str
    outlet: str | None
    published: str | None
    phrase: str
    """The value in words: `at least 7`."""
    words: str
    """The report's own words."""
    low: int | None
    high: int | None
    whole: bool
    scope: str = "whole"
    """`whole`, `part`, `window` or `earlier`."""
    copy: bool
    as_read: str | None = None
    """What was read in its place, where people corrected it."""


def figures_in(case: Case) -> list[Figure]:
    """Every figure of an incident in order of publication, its own words before a copy's."""
    given = (figure for standing in case.account.standings for figure in standing.figures)
    return sorted(
        given, key=lambda figure: (figure.published or "9999", figure.copy, figure.claim, figure.field)
    )


def mouths_in(case: Case, figures: Sequence[Figure]) -> Mapping[str, Mouth]:
    """Sources by id, in order of their first word; those that count people come before all others."""
    first: dict[str, tuple[str, str]] = {}
    outlets: dict[str, dict[str, None]] = {}
    for figure in figures:
        report = case.documents.get(figure.document)
        first.setdefault(figure.source, (figure.published or "9999", figure.claim))
        if report and report.outlet:
            outlets.setdefault(figure.source, {})[report.outlet] = None
    # There are fewer lanes than sources, and lanes tell counts apart.
    counting = {figure.source for figure in figures if figure.field in PEOPLE_FIELDS}
    unheard = ("9999", "")
    ordered = sorted(
        case.account.sources,
        key=lambda source: (source.id not in counting, first.get(source.id, unheard), source.id),
    )
    return {
        source.id: Mouth(
            id=source.id,
            name=source.name,
            named=source.named,
            official=source.official,
            roof=source.roof,
            lane=lane,
            outlets=tuple(outlets.get(source.id, ())),
        )
        for lane, source in enumerate(ordered)
    }


def said_in(case: Case, figures: Sequence[Figure], mouths: Mapping[str, Mouth]) -> Iterator[Said]:
    """Every figure as its source gave it, in the order given."""
    for figure in figures:
        yield _as_said(figure, case, mouths)


def _as_said(figure: Figure, case: Case, mouths: Mapping[str, Mouth]) -> Said:
    report = case.documents.get(figure.document)
    mouth = mouths[figure.source]
    return Said(
        field=figure.field,
        source=figure.source,
        name=mouth.name,
        lane=mouth.lane,
        claim=figure.claim,
        document=figure.document,
        outlet=report.outlet if report else None,
        published=figure.published,
        phrase=wording.figure(figure),
        words=figure.words,
        low=figure.low,
        high=figure.high,
        whole=figure.whole,
        scope="whole" if figure.whole else figure.scope.value,
        copy=figure.copy,
        as_read=figure.as_read,
    )
