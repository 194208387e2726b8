"""What the documents of a ledger say side by side: who counts how many dead, and who denies what."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.cli.printable import printable
from sayso.cli.wording import toll_number
from sayso.incidents import copies_in
from sayso.model import Assertion, Copy, Effect, Qualifier, Span

if TYPE_CHECKING:
    from sayso.ledger import Ledger

Row = Mapping[str, Any]


def side_by_side(ledger: "Ledger") -> RenderableType:
    """The killed and the denied as the ledger's reports have it, by date of publication.

    What a copy only repeats is left out; what it says in words of its own stays.
    """
    documents = [reading.document for reading in ledger.readings()]
    groups = copies_in(documents)
    copies = {id: copy for group in groups for id, copy in group.members.items()}
    outlets = {document.outlet for document in documents if document.outlet}
    claims = [row for row in _dated(ledger) if _is_own(row, copies)]
    return Group(
        Text(
            f"{len(documents)} reports of {len(outlets)} outlets; {len(copies)} are copies of "
            f"{len(groups)} others, and what they repeat is left out below."
        ),
        Text("\nKilled, as reported", style="bold"),
        _table(("published", "killed", "where", "on whose say-so", "outlet"), _killed(claims)),
        Text("\nDenied", style="bold"),
        _table(("published", "what", "by whom", "outlet"), _denied(claims)),
        Text(),
    )


def _is_own(row: Row, copies: Mapping[str, Copy]) -> bool:
    """Whether a report does not merely repeat this from the one that it was copied from."""
    copy = copies.get(row["document"])
    return copy is None or copy.adds(Span(row["start"], row["end"]))


def _dated(ledger: "Ledger") -> list[Row]:
    return sorted(ledger.claims().to_pylist(), key=lambda row: (row["published"] or "", row["document"]))


def _killed(claims: list[Row]) -> Iterator[tuple[str, ...]]:
    places = {row["claim"]: row["places"] for row in claims}
    for row in claims:
        if row["effect"] == Effect.KILLED:
            where = next(iter(places.get(row["event"]) or row["places"]), "")
            yield row["published"] or "", _number(row), where, _chain(row), row["outlet"] or ""


def _number(row: Row) -> str:
    qualifier = Qualifier(row["qualifier"])
    if qualifier is Qualifier.VAGUE:
        return f"“{row['quote']}”"
    return toll_number(qualifier, low=row["low"], high=row["high"])


def _denied(claims: list[Row]) -> Iterator[tuple[str, ...]]:
    for row in claims:
        if row["assertion"] == Assertion.DENIED:
            yield row["published"] or "", f"{row['type']} {row['quote']}", _chain(row), row["outlet"] or ""


def _chain(row: Row) -> str:
    names = [name or "somebody unnamed" for name in row["chain"]]
    return " ← ".join(dict.fromkeys(names)) or "its own voice"


def _table(headings: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(Text(heading, style="dim"), no_wrap=heading == "published")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    return table
