"""Incidents for people: a table of many, and the ladder of one with every figure and who gave it."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.cli.printable import printable
from sayso.model import STATUSES, Account, Figure, Incident, Status
from sayso.run.grouping import Grouping

_STYLE: Mapping[Status, str] = {
    Status.SINGLE_SOURCE: "dim",
    Status.CORROBORATED: "green",
    Status.CONTESTED: "yellow",
    Status.DENIED: "bold red",
}


def incident_table(grouping: Grouping, incidents: Iterable[Incident]) -> RenderableType:
    """One row for each incident: when, where, what, by how many told, and how the figures stand."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("incident", "what", "reports", "sources", "killed", "status"):
        table.add_column(Text(heading, style="dim"), no_wrap=heading in {"incident", "status"})
    for incident in incidents:
        account = grouping.accounts[incident.id]
        founding = grouping.tellings[incident.founding]
        table.add_row(
            Text(incident.id),
            Text(printable(f"{founding.type.value} {founding.triggers[0]}")),
            Text(str(len(grouping.documents_of(incident)))),
            Text(str(len(account.sources))),
            Text(_span_of(account, "killed")),
            Text(account.status.value, style=_STYLE[account.status]),
        )
    return table


def ladder(grouping: Grouping, incident: Incident) -> RenderableType:
    """One incident: its status and why, each source's figures over time, who differs and who denies."""
    account = grouping.accounts[incident.id]
    names = {source.id: printable(source.name) for source in account.sources}
    parts: list[RenderableType] = [
        Text(incident.id, style="bold"),
        Text(f"{account.status.value}: {STATUSES[account.status]}", style=_STYLE[account.status]),
        Text(f"told in {len(grouping.documents_of(incident))} reports by {len(account.sources)} sources"),
        Text(),
        _steps(grouping, account, names),
        *(Text(line, style="yellow") for line in _differences(account, names)),
        *(Text(line, style="red") for line in _denials(grouping, account, names)),
        Text(),
    ]
    return Group(*parts)


def _steps(grouping: Grouping, account: Account, names: Mapping[str, str]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("published", "what", "value", "words", "on whose say-so", "outlet"):
        table.add_column(Text(heading, style="dim"), no_wrap=heading == "published")
    for standing in sorted(
        account.standings, key=lambda standing: (standing.field, standing.first_said or "")
    ):
        for figure in standing.figures:
            outlet = grouping.reports[figure.document].outlet or ""
            note = " (copy)" if figure.copy else "" if figure.whole else " (part)"
            table.add_row(
                *(
                    Text(printable(cell))
                    for cell in (
                        figure.published or "—",
                        figure.field,
                        _value(figure) + note,
                        figure.words,
                        names.get(figure.source, figure.source),
                        outlet,
                    )
                )
            )
    return table


def _differences(account: Account, names: Mapping[str, str]) -> Iterator[str]:
    for found in account.contradictions:
        one, other = (names.get(source, source) for source in found.sources)
        yield f"{found.field}: {one} and {other} cannot both be right"


def _denials(grouping: Grouping, account: Account, names: Mapping[str, str]) -> Iterator[str]:
    for denial in account.denials:
        verb = "takes it back" if denial.retracts else "says that it did not happen"
        published = grouping.reports[denial.document].published or "undated"
        yield f"{names.get(denial.source, denial.source)} {verb} ({published})"


def _value(figure: Figure) -> str:
    if figure.value is not None:
        return figure.value
    if figure.low is None and figure.high is None:
        return "unsaid"
    if figure.high is None:
        return f"at least {figure.low:,}"
    if figure.low is None:
        return f"at most {figure.high:,}"
    about = "about " if figure.about else ""
    return f"{about}{figure.low:,}" if figure.low == figure.high else f"{figure.low:,} to {figure.high:,}"


def _span_of(account: Account, field: str) -> str:
    """What the sources' last words on a field give, side by side and never averaged."""
    last = [known.last for known in account.standings if known.field == field and known.last is not None]
    values = dict.fromkeys(_value(figure) for figure in sorted(last, key=lambda figure: figure.low or 0))
    return " / ".join(values)
