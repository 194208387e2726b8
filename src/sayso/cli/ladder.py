"""Incidents for people: a table of many, and the ladder of one with every figure and who gave it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.cli.printable import printable
from sayso.cli.rules import picked
from sayso.cli.tables import Rows
from sayso.cli.wording import counted
from sayso.model import STATUSES, Account, Figure, Scope, Span, Standing, Status, SyndicationGroup

if TYPE_CHECKING:
    from sayso.incidents import Pick
    from sayso.ledger import Filed

STYLE: Mapping[Status, str] = {
    Status.SINGLE_SOURCE: "dim",
    Status.CORROBORATED: "green",
    Status.CONTESTED: "yellow",
    Status.DENIED: "bold red",
}
"""How a status looks."""
_FIGURES_WIDE = 13
_TITLE_WIDE = 38
"""What a line of 80 leaves beside the other columns."""
_TELLING_APART = 10
"""Letters of a claim's id that are shown: enough to show the claim by."""
_SCOPES: Mapping[Scope, str] = {
    Scope.EARLIER: "earlier count",
    Scope.PART: "part",
    Scope.WHOLE: "part",
    Scope.WINDOW: "over a time",
}
_UNNUMBERED = ("happened", "place", "date", "actor")
"""Fields that are no counts, the first of which tells whether it happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the ladder quotes: the incident's claims and the groups that its documents are in."""

    claims: Mapping[str, Mapping[str, Any]]
    """Rows of `Ledger.claims`, by claim."""
    groups: Collection[SyndicationGroup]

    def outlet(self, claim: str) -> str:
        """Who printed a claim."""
        return printable(self.claims[claim]["outlet"] or "") if claim in self.claims else ""

    def is_own(self, figure: Figure) -> bool:
        """Whether a copy says this in words of its own, which the origin lacks."""
        row = self.claims.get(figure.claim)
        copies = (group.members.get(figure.document) for group in self.groups)
        return row is not None and any(
            copy is not None and copy.adds(Span(row["start"], row["end"])) for copy in copies
        )


def incident_table(incidents: Iterable["Filed"], *, rule: str | None = None) -> RenderableType:
    """One row for each incident: how it stands, what and which it is, by how many told, the figures."""
    headings = ["incident", "told by", "killed", "injured"]
    if rule is not None:
        headings.append(f"by {rule}")
    table = Rows(headings, whole={"told by"})
    for filed in incidents:
        row, account = filed.row, filed.account
        cells = [
            Text.assemble(
                (account.status.value, STYLE[account.status]),
                f"  {row.type} {printable(row.trigger)}\n",
                (f"{_cut(row.title)}\n" if row.title else "", "italic"),
                (row.id, "dim"),
            ),
            Text(f"{counted(row.reports, 'report')}\n{counted(row.sources, 'source')}"),
            Text(_side_by_side(account, "killed")),
            Text(_side_by_side(account, "injured")),
        ]
        if rule is not None:
            cells.append(Text(", ".join(_pick(pick) for pick in picked(account, rule))))
        table.add_row(*cells)
        for column in table.table.columns[2:4]:
            column.max_width = _FIGURES_WIDE
        # An id that is cut cannot be copied into the next command.
        first = table.table.columns[0]
        first.min_width = max(first.min_width or 0, len(row.id))
    return table


def _cut(title: str) -> str:
    title = printable(title)
    return title if len(title) <= _TITLE_WIDE else f"{title[: _TITLE_WIDE - 1].rstrip()}…"


def ladder(filed: "Filed", evidence: Evidence, *, rule: str | None = None) -> RenderableType:
    """One incident: its status and why, each source's figures over time, who differs and who denies."""
    account = filed.account
    names = {source.id: printable(source.name) for source in account.sources}
    parts: list[RenderableType] = [*_header(filed, evidence)]
    for field in dict.fromkeys(standing.field for standing in account.standings):
        if field not in _UNNUMBERED:
            parts += [Text(), *_steps(field, account, names, evidence)]
    parts += [Text(), Text("Side by side, each source's last word", style="bold")]
    parts += [_beside(account, names)]
    parts += [Text(line, style="yellow") for line in _differences(account, names)]
    parts += [Text(line, style="red") for line in _denials(account, names, evidence)]
    if rule is not None:
        parts += [Text(), Text(f"By the rule `{rule}`, which says nothing of what is true", style="bold")]
        parts += [Text(f"  {_pick(pick)}, of {_looked_at(pick)}") for pick in picked(account, rule)]
    return Group(*parts)


def _header(filed: "Filed", evidence: Evidence) -> Iterator[RenderableType]:
    row, account = filed.row, filed.account
    when = row.day if row.until in (None, row.day) else f"{row.day} to {row.until}"
    where = row.place and row.place + (f" (±{row.precision_km:g} km)" if row.precision_km else "")
    yield Text(row.id, style="bold")
    yield Text(" · ".join(printable(each) for each in (f"{row.type} {row.trigger}", when, where) if each))
    told = counted(row.reports, "report"), counted(row.sources, "source")
    yield Text(", ".join(told), style="dim")
    yield Text()
    yield Text(f"{account.status.value}: {STATUSES[account.status]}", style=STYLE[account.status])
    said: dict[str, list[str]] = {}
    for claim in account.because:
        if claim in evidence.claims:
            said.setdefault(printable(evidence.claims[claim]["context"]), []).append(claim)
    for words, claims in said.items():
        first = min(claims, key=lambda claim: (evidence.claims[claim]["published"] or "9999", claim))
        where = f"{_outlet_and_day(first, evidence)}; {first}"
        yield Text(f"  “{words}” ({where}{_and_more(claims, evidence)})", style="dim")


def _and_more(claims: Sequence[str], evidence: Evidence) -> str:
    """In how many other reports the same sentence stands: a copy says nothing new."""
    others = len({evidence.claims[claim]["document"] for claim in claims}) - 1
    return f"; also in {counted(others, 'other report')}" if others else ""


def _outlet_and_day(claim: str, evidence: Evidence) -> str:
    published = evidence.claims[claim]["published"] if claim in evidence.claims else None
    return ", ".join(filter(None, [evidence.outlet(claim), published])) or "undated"


def _steps(
    field: str, account: Account, names: Mapping[str, str], evidence: Evidence
) -> Iterator[RenderableType]:
    """The ladder of one field: every figure in order of publication, with who gave it in which words."""
    yield Text(field, style="bold")
    table = Rows(("published", "figure", "on whose say-so", "words, claim", "outlet"), whole={"published"})
    given = [
        figure for standing in account.standings if standing.field == field for figure in standing.figures
    ]
    for figure in sorted(given, key=lambda figure: (figure.published or "", figure.low or 0, figure.claim)):
        notes = _notes(figure, evidence)
        cells = (
            figure.published or "—",
            figure.said + (f" ({', '.join(notes)})" if notes else ""),
            names.get(figure.source, figure.source),
            f"“{figure.words}” {figure.claim[:_TELLING_APART]}",
            evidence.outlet(figure.claim),
        )
        table.add_row(*(Text(printable(cell)) for cell in cells), style="dim" if notes == ["copy"] else None)
    yield table


def _notes(figure: Figure, evidence: Evidence) -> list[str]:
    notes = [] if figure.whole else [_SCOPES[figure.scope]]
    if figure.copy:
        notes.append("its own words, in a copy" if evidence.is_own(figure) else "copy")
    if figure.as_read:
        notes.append(f"corrected; read as {figure.as_read}")
    return notes


def _beside(account: Account, names: Mapping[str, str]) -> Rows:
    """One row a source, one column a field: what each said last."""
    last = {
        (standing.source, standing.field): _said(standing)
        for standing in account.standings
        if standing.field not in _UNNUMBERED[1:]
    }
    fields = list(dict.fromkeys(field for _, field in last))
    table = Rows(("source", *fields), whole=set())
    for source in account.sources:
        if any((source.id, field) in last for field in fields):
            cells = (last.get((source.id, field), "—") for field in fields)
            table.add_row(Text(names[source.id]), *(Text(printable(cell)) for cell in cells))
    return table


def _said(standing: Standing) -> str:
    if standing.last is None:
        return "no whole figure"
    return standing.last.said + (" (revised)" if standing.revised else "")


def _differences(account: Account, names: Mapping[str, str]) -> Iterator[str]:
    """One line a field: each figure that another one contradicts, with those who give it."""
    differing = {(found.field, source) for found in account.contradictions for source in found.sources}
    for field in dict.fromkeys(found.field for found in account.contradictions):
        sides: dict[str, list[str]] = {}
        for known in sorted(account.standings, key=lambda known: _size(known.last) if known.last else (0, 0)):
            if known.last is not None and known.field == field and (field, known.source) in differing:
                sides.setdefault(known.last.said, []).append(names.get(known.source, known.source))
        *others, last = [f"{said} ({', '.join(by)})" for said, by in sides.items()]
        so_many = "both" if len(others) == 1 else "all"
        yield f"{field}: {', '.join(others)} and {last} cannot {so_many} be right"


def _denials(account: Account, names: Mapping[str, str], evidence: Evidence) -> Iterator[str]:
    said: dict[str, list[str]] = {}
    for denial in account.denials:
        how = "taken back" if denial.retracts else "denied"
        who = f"{how} by {names.get(denial.source, denial.source)}"
        said.setdefault(who, []).append(_outlet_and_day(denial.claim, evidence))
    for who, where in said.items():
        yield f"{who} ({'; '.join(dict.fromkeys(where))})"


def _side_by_side(account: Account, field: str) -> str:
    """What the sources' last words on a field give, side by side and never averaged."""
    last = [known.last for known in account.standings if known.field == field and known.last is not None]
    return " / ".join(dict.fromkeys(figure.said for figure in sorted(last, key=_size)))


def _size(figure: Figure) -> tuple[int, int]:
    low = figure.low if figure.low is not None else figure.high
    return (-1, 0) if low is None else (low, figure.high or low)


def _pick(pick: "Pick") -> str:
    number = "no number" if pick.low is None else f"{pick.low:,}"
    return f"{pick.field} {number if pick.high in (None, pick.low) else f'{number} to {pick.high:,}'}"


def _looked_at(pick: "Pick") -> str:
    return ", ".join(figure.said for figure in sorted(pick.figures, key=_size))
