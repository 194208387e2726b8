"""The agreement matrix of an incident: field by source, each cell with how it stands to the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.incidents.agreement.account import FIELDS
from sayso.incidents.agreement.figures import HAPPENED
from sayso.model import Denial, Stance, Standing
from sayso.web import wording
from sayso.web.stories import Case
from sayso.web.views.mouths import Mouth


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source says of one field, beside all others."""

    source: str
    phrase: str | None
    claim: str | None
    document: str | None
    first_said: str | None
    last_said: str | None
    revised: bool
    stance: str
    """`agrees`, `differs`, `mixed`, `denies`, `silent`, or `alone` where nobody else says anything of it."""
    beside: str
    """The same in words: `agrees with 2, differs from 1`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field of the agreement matrix."""

    field: str
    cells: tuple[Cell, ...]


def lines_of(case: Case, mouths: Mapping[str, Mouth]) -> Iterator[Line]:
    """One line for each field that anybody says anything of, with a cell for every source."""
    standings = {(standing.field, standing.source): standing for standing in case.account.standings}
    denials = {denial.source: denial for denial in case.account.denials}
    for name in FIELDS:
        if any(field_ == name for field_, _ in standings):
            cells = [
                _cell(
                    mouth.id,
                    standings.get((name, mouth.id)),
                    denials.get(mouth.id) if name == HAPPENED else None,
                )
                for mouth in mouths.values()
            ]
            yield Line(field=name, cells=tuple(cells))


def _cell(source: str, standing: Standing | None, denial: Denial | None) -> Cell:
    """One source's last word on a field; its denial, where it says that nothing happened at all."""
    last = (standing.last or standing.figures[-1]) if standing else None
    stance, beside = _stance(standing)
    return Cell(
        source=source,
        phrase="denied" if denial else wording.words(wording.figure(last)) if last else None,
        claim=denial.claim if denial else last.claim if last else None,
        document=denial.document if denial else last.document if last else None,
        first_said=standing.first_said if standing else None,
        last_said=standing.last_said if standing else None,
        revised=bool(standing and standing.revised),
        stance="denies" if denial else stance,
        beside="denies" if denial else beside,
    )


def _stance(standing: Standing | None) -> tuple[str, str]:
    """How a source stands to all others on one field, as a code and in words."""
    if standing is None:
        return "silent", "silent"
    stances = list(standing.stances.values())
    agree, differ = stances.count(Stance.AGREES), stances.count(Stance.DIFFERS)
    if standing.field == HAPPENED:
        differ += stances.count(Stance.DENIES)
    told = [f"agrees with {agree}"] * bool(agree) + [f"differs from {differ}"] * bool(differ)
    stance = "mixed" if agree and differ else "agrees" if agree else "differs" if differ else "alone"
    return stance, ", ".join(told) or "alone"
