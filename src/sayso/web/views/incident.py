"""One incident: who says what of it, who said it first, who differs, and why its tellings belong together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.ledger.filing import IncidentRow
from sayso.model import STATUSES, Figure
from sayso.web.asked import Asked
from sayso.web.holdings import Desk
from sayso.web.ruled import ReviewedRow, Ruled
from sayso.web.stories import Case, case_of
from sayso.web.views.matrix import Line, lines_of
from sayso.web.views.mouths import Mouth, Said, figures_in, mouths_in, said_in
from sayso.web.views.sites import Scene, scenes_of
from sayso.web.views.summary import Sentence, sentences_of
from sayso.web.views.values import Value, values_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One telling with its tolls."""

    event: ReviewedRow
    tolls: tuple[ReviewedRow, ...]
    source: str | None
    copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A report and those that carry its text."""

    document: str
    outlet: str | None
    title: str | None
    published: str | None
    kind: str | None
    """How it carries another's text: `verbatim`, `brief`, `rewrite`, `excerpt`; None for the origin."""
    copies: tuple["Copied", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two tellings were put together, or could not be."""

    one: str
    other: str
    score: float
    barred: str | None
    grounds: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Everything that the reports of one incident say, laid side by side."""

    row: IncidentRow
    changed: str
    """When the ledger last grouped it differently."""
    definition: str
    """What the status means."""
    because: tuple[str, ...]
    """The claims that the status rests on."""
    summary: tuple[Sentence, ...]
    sources: tuple[Mouth, ...]
    said: tuple[Said, ...]
    """Every figure, in order of publication."""
    values: tuple[Value, ...]
    matrix: tuple[Line, ...]
    scenes: tuple[Scene, ...]
    """Where its tellings put it."""
    tellings: tuple[Telling, ...]
    rejected: tuple[ReviewedRow, ...]
    """What were tellings until somebody rejected them: no part of it any more."""
    decisions: Mapping[str, tuple[Ruled, ...]]
    """The decisions that hold about its claims, by claim."""
    waiting: bool
    """Whether something that was decided a moment ago may not be in it yet."""
    copies: tuple[Copied, ...]
    links: tuple[Reason, ...]
    fields: tuple[str, ...] = field(default=())
    """The fields that have numbers, in the order of the figures."""


def incident(desk: Desk, id: str, _asked: Asked) -> Story:
    """The incident with this id, or with the only id that begins so."""
    case = case_of(desk.ledger, id)
    figures = figures_in(case)
    mouths = mouths_in(case, figures)
    said = tuple(said_in(case, figures, mouths))
    values = tuple(values_in(case, figures, said))
    return Story(
        row=case.row,
        changed=case.changed,
        definition=STATUSES[case.account.status],
        because=case.account.because,
        summary=tuple(sentences_of(case, mouths)),
        sources=tuple(mouths.values()),
        said=said,
        values=values,
        matrix=tuple(lines_of(case, mouths)),
        scenes=tuple(scenes_of(desk.ledger, case)),
        tellings=tuple(_tellings(case, figures)),
        rejected=case.rejected,
        decisions=case.decisions,
        waiting=desk.upkeep.busy,
        copies=tuple(_copies(case)),
        links=tuple(
            Reason(
                one=link.one,
                other=link.other,
                score=link.score,
                barred=link.barred,
                grounds=tuple((ground.feature, ground.level, ground.weight) for ground in link.grounds),
            )
            for link in sorted(case.incident.links, key=lambda link: -link.score)
        ),
        fields=tuple(dict.fromkeys(value.field for value in values)),
    )


def rows(view: Story) -> Iterable[Said]:
    """What the spreadsheet of the page holds: every figure that any source gave."""
    return view.said


def _tellings(case: Case, figures: Sequence[Figure]) -> Iterator[Telling]:
    speakers = {(one.document, one.claim): one.source for one in figures}
    told = [
        Telling(
            event=claim,
            tolls=tuple(case.tolls.get(claim.claim, ())),
            source=speakers.get((claim.document, claim.claim)),
            copy=claim.document in case.origins,
        )
        for claim in case.events.values()
    ]
    told.sort(key=lambda one: (one.event.published or "9999", one.copy, one.event.document, one.event.start))
    yield from told


def _copies(case: Case) -> Iterator[Copied]:
    """The reports of the incident, each with those that carry its text."""
    children: dict[str, list[str]] = {}
    for document in dict.fromkeys(claim.document for claim in case.events.values()):
        origin = case.origins.get(document, document)
        held = children.setdefault(origin, [])
        if origin != document:
            held.append(document)
    nodes = [
        _copied(case, origin, tuple(_copied(case, one, ()) for one in sorted(held)))
        for origin, held in children.items()
    ]
    yield from sorted(nodes, key=lambda node: (node.published or "9999", node.document))


def _copied(case: Case, document: str, copies: tuple[Copied, ...]) -> Copied:
    report = case.documents.get(document)
    return Copied(
        document=document,
        outlet=report.outlet if report else None,
        title=report.title if report else None,
        published=report.published if report else None,
        kind=case.kinds.get(document),
        copies=copies,
    )
