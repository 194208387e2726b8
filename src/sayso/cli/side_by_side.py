"""What a ledger's reports say side by side: who counts how many, over time, and who denies what."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.cli.ladder import STYLE
from sayso.cli.printable import printable
from sayso.cli.tables import Rows
from sayso.cli.wording import counted
from sayso.model import Account, Effect, Figure, Standing

if TYPE_CHECKING:
    from sayso.ledger import Filed, Ledger

_SHOWN = 6
_LOOKED_AT = 100
_COUNTED = (Effect.KILLED, Effect.INJURED)


def side_by_side(ledger: "Ledger") -> RenderableType:
    """The happenings that sources differ on or agree on, by day: each source's counts as they changed."""
    groups = ledger.copies()
    outlets = set(ledger.documents()["outlet"].to_pylist()) - {None}
    copies = sum(len(group.members) for group in groups)
    told = f"{ledger.document_count()} reports of {len(outlets)} outlets"
    parts: list[RenderableType] = [
        Text(f"{told}; {copies} are copies of {len(groups)} others and count once.")
    ]
    for filed in sorted(_most_told(ledger), key=lambda filed: (filed.row.day or "9999", filed.row.id)):
        parts += [Text(), *_incident(filed)]
    return Group(*parts, Text())


def _most_told(ledger: "Ledger") -> Iterator["Filed"]:
    """The incidents that most reports tell of, where several sources speak and somebody counts."""
    page = ledger.incident_page(order="deadliest", limit=_LOOKED_AT, notable=True)
    rows = sorted(page.rows, key=lambda row: (-row.reports, row.id))
    found = (ledger.incident(row.id) for row in rows if row.reports > 1)
    return islice((filed for filed in found if any(_counts(filed.account.standings))), _SHOWN)


def _incident(filed: "Filed") -> Iterator[RenderableType]:
    row, account = filed.row, filed.account
    names = {source.id: printable(source.name) for source in account.sources}
    yield Text(printable(row.title or row.id), style="bold")
    told = f"{counted(row.reports, 'report')}, {counted(row.sources, 'source')}"
    yield Text.assemble((account.status.value, STYLE[account.status]), f" · {told}")
    yield Text(
        " · ".join(printable(each) for each in (f"{row.type} {row.trigger}", row.place, row.day) if each)
    )
    table = Rows(("counted", "as it changed", "on whose say-so"), whole={"counted"})
    table.table.show_header = False
    for field, standings in groupby(_counts(account.standings), key=lambda standing: standing.field):
        for standing in sorted(standings, key=_first_said):
            steps = printable(" → ".join(_steps(standing)))
            table.add_row(Text(f"  {field}"), Text(steps), Text(names[standing.source]))
    yield table
    yield from (Text(f"  {line}", style="red") for line in _denials(account, names))


def _counts(standings: Iterable[Standing]) -> Iterator[Standing]:
    return (each for each in standings if each.field in _COUNTED and each.last is not None)


def _first_said(standing: Standing) -> tuple[str, str]:
    return standing.first_said or "", standing.source


def _steps(standing: Standing) -> Iterator[str]:
    """What a source said one after the other, without what only its copies repeat."""
    said = (_said(figure) for figure in standing.figures if figure.whole and not figure.copy)
    return (each for each, _ in groupby(said))


def _said(figure: Figure) -> str:
    return f"“{figure.words}”" if figure.low is None and figure.high is None else figure.said


def _denials(account: Account, names: Mapping[str, str]) -> Iterator[str]:
    for how, by in (
        ("denied", [each.source for each in account.denials if not each.retracts]),
        ("taken back", [each.source for each in account.denials if each.retracts]),
    ):
        if by:
            yield f"{how} by {', '.join(dict.fromkeys(names[source] for source in by))}"
