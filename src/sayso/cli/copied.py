"""Who copied whom: origins, the reports that carry their text, and what each of these added or dropped."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.cli.printable import printable
from sayso.cli.wording import counted
from sayso.model import Copy, CopyKind, Document, OriginBy, Span, SyndicationGroup

if TYPE_CHECKING:
    from sayso.ledger import Ledger

_BECAUSE: Mapping[OriginBy, str] = {
    OriginBy.CREDITED: "others credit it",
    OriginBy.EARLIEST: "published first",
    OriginBy.MOST_COMPLETE: "the most complete of the first",
}
_PASSAGES, _WIDE = 4, 160
"""How many passages the lines of a copy show, and how much of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that a copy added, as a span of the copy, or dropped, as a span of the origin."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A report as it is called in a list."""

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A report that carries another's text, how, and what it made of it."""

    report: Printed
    kind: CopyKind
    share: float
    """How much of the copy is the origin's."""
    covers: float
    """How much of the origin it carries."""
    added: tuple[Passage, ...]
    dropped: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """An origin and the reports that carry its text, in order of publication."""

    origin: Printed
    origin_by: OriginBy
    credit: str | None
    """Whom the copies name as their source, whether or not the origin is its report."""
    owner: str | None
    """Whose one voice all of them are."""
    copies: tuple[Copied, ...]


def carried_in(
    ledger: "Ledger", *, document: str | None = None, outlet: str | None = None
) -> Iterator[Carried]:
    """The groups of copies in a ledger, the newest origin first, each fetched when it is asked for.

    All of them, or those that a document or an outlet is in; `document` may be the beginning of an id.
    Raises `NotInLedger` where there is no such document, `UsageError` where several begin so.
    """
    groups = ledger.copies(None if document is None else [ledger.document(document).id])
    rows = _outlets_and_days(ledger, {id for group in groups for id in _in(group)})
    for group in sorted(groups, key=lambda group: (rows[group.origin][1], group.origin), reverse=True):
        if outlet is None or outlet.casefold() in (rows[id][0] for id in _in(group)):
            yield _carried(group, {id: ledger.document(id) for id in _in(group)})


def carried_lines(carried: Carried) -> RenderableType:
    """A group in lines: the origin and why it is one, then each copy with what it added and dropped."""
    credit = carried.credit if carried.credit != carried.origin.outlet else None
    about = [
        f"origin: {_BECAUSE[carried.origin_by]}",
        f"credited to {credit}" if credit else None,
        f"one voice, {carried.owner}'s" if carried.owner else None,
        counted(len(carried.copies) + 1, "report"),
    ]
    return Group(
        Text(printable(carried.origin.title or "untitled"), style="bold"),
        _line(_called(carried.origin)),
        _line(about),
        *(Padding(_copy_lines(copy), (0, 0, 0, 2)) for copy in carried.copies),
    )


def _in(group: SyndicationGroup) -> tuple[str, ...]:
    return (group.origin, *group.members)


def _outlets_and_days(ledger: "Ledger", documents: Collection[str]) -> dict[str, tuple[str, str]]:
    """The outlet, whatever its case, and the day of each of some documents; empty where not known."""
    from sayso.ledger.chunks import chunks

    with ledger.listing() as listing:
        rows = [row for some in chunks(sorted(documents)) for row in listing.documents_called(some)]
    return {row.document: ((row.outlet or "").casefold(), row.published or "") for row in rows}


def _carried(group: SyndicationGroup, documents: Mapping[str, Document]) -> Carried:
    origin = documents[group.origin]
    ordered = sorted(group.members, key=lambda id: (documents[id].published or "9999", id))
    return Carried(
        origin=_printed(origin),
        origin_by=group.origin_by,
        credit=group.credit,
        owner=group.owner,
        copies=tuple(_copied(group.members[id], documents[id], origin) for id in ordered),
    )


def _copied(copy: Copy, document: Document, origin: Document) -> Copied:
    return Copied(
        report=_printed(document),
        kind=copy.kind,
        share=round(copy.share, 3),
        covers=round(copy.covers, 3),
        added=_passages(copy.added, document),
        dropped=_passages(copy.dropped, origin),
    )


def _passages(spans: Sequence[Span], document: Document) -> tuple[Passage, ...]:
    return tuple(Passage(start=span.start, end=span.end, words=span.of(document.text)) for span in spans)


def _printed(document: Document) -> Printed:
    return Printed(
        document=document.id,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        url=document.url,
    )


def _called(report: Printed) -> list[str | None]:
    return [report.outlet, report.published, report.document]


def _line(about: Sequence[str | None]) -> Text:
    return Text(" · ".join(printable(each) for each in about if each), style="dim")


def _copy_lines(copy: Copied) -> RenderableType:
    shares = f"{copy.share:.0%} of it is the origin's, {copy.covers:.0%} of the origin is in it"
    if copy.kind is CopyKind.REWRITE:
        shares = f"in other words; {copy.share:.0%} of its words are the origin's"
    return Group(
        Text.assemble((copy.kind.value, "bold"), f": {shares}"),
        _line(_called(copy.report)),
        *_said("added", copy.added, "green"),
        *_said("dropped", copy.dropped, "red"),
    )


def _said(what: str, passages: Sequence[Passage], style: str) -> Iterator[RenderableType]:
    for passage in passages[:_PASSAGES]:
        words = printable(passage.words)
        short = words if len(words) <= _WIDE else f"{words[: _WIDE - 1].rstrip()}…"
        yield Padding(Text.assemble((f"{what}: ", style), short), (0, 0, 0, 2))
    more = len(passages) - _PASSAGES
    if more > 0:
        yield Padding(Text(f"{what}: {counted(more, 'more passage')}", style="dim"), (0, 0, 0, 2))
