"""Why the tellings of an incident belong together: each link, its score and the features that make it up."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.printable import printable
from sayso.cli.ruled import decision_words
from sayso.model import Decision, Link

if TYPE_CHECKING:
    from sayso.ledger import Filed

Claims = Mapping[str, Mapping[str, Any]]


def explanation(filed: "Filed", claims: Claims, rulings: Sequence[Decision]) -> RenderableType:
    """The links of one incident for people, the strongest last, and the rulings that touch it."""
    incident = filed.incident
    parts: list[RenderableType] = [
        Text(incident.id, style="bold"),
        Text(f"named after {_telling(incident.founding, claims)}"),
    ]
    if not incident.links:
        parts.append(Text("one telling, so there is nothing to link", style="dim"))
    for link in sorted(incident.links, key=lambda link: (link.score, link.one, link.other)):
        parts += [Text(), *_link(link, claims)]
    for ruling in rulings:
        why = ruling.why or "no reason"
        line = f"{ruling.id} {ruling.by}, {ruling.at}: {decision_words(ruling)} ({why})"
        parts += [Text(), Text(printable(line), style="yellow")]
    return Group(*parts)


def _link(link: Link, claims: Claims) -> Iterator[RenderableType]:
    yield Text(f"{link.score:+.1f}", style="bold").append(f"  {_telling(link.one, claims)}", style="not bold")
    yield Text(f"      {_telling(link.other, claims)}")
    if link.barred is not None:
        yield Text(f"      held together by a ruling, against a bar: {link.barred}", style="yellow")
    table = Table.grid(padding=(0, 2))
    for ground in sorted(link.grounds, key=lambda ground: -abs(ground.weight)):
        table.add_row(f"{ground.weight:+.1f}", ground.feature, Text(printable(ground.level)))
    yield Padding(table, (0, 0, 0, 6))


def _telling(id: str, claims: Claims) -> str:
    row = claims.get(id)
    if row is None:
        return id
    about = ", ".join(filter(None, [row["outlet"], row["published"]])) or "undated"
    return printable(f"{id} “{row['context']}” ({about})")
