"""One report: its text with every value marked, and its claims beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger.listing import ClaimRow
from sayso.web.asked import AskedReader
from sayso.web.candidates import Field, fields_of
from sayso.web.holdings import Desk
from sayso.web.marks import Mark, marks_in
from sayso.web.ruled import ReviewedRow, Ruled, standing_of, with_rulings
from sayso.web.stories import incidents_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Another document that carries the same report."""

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    origin: bool
    """Whether it is the one that the others copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document with all that was read in it. Offsets count code points of `text`."""

    id: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    published_from: str | None
    dateline_place: str | None
    language: str | None
    origin: str
    part: str | None
    url: str | None
    """The page it came from, where that is on the web."""
    external_id: str | None
    sha256: str
    repairs: tuple[tuple[str, int], ...]
    flags: tuple[str, ...]
    text: str
    claims: tuple[ClaimRow, ...]
    marks: tuple[Mark, ...]
    fields: dict[str, tuple[Field, ...]]
    """The values of each claim that can be corrected, with the report's other words for each."""
    decisions: dict[str, tuple[Ruled, ...]]
    """The decisions that hold about each claim."""
    incidents: dict[str, str]
    kin: tuple[Kin, ...]


def report(desk: Desk, id: str, _asked: AskedReader) -> Report:
    """The document with this id, or with the only id that begins so."""
    reading = desk.ledger.reading(id)
    document = reading.document
    with desk.ledger.listing() as listing:
        found = listing.claims(listing.numbers_of_document(document.id))
        groups = desk.ledger.copies([document.id])
        family = {member: group.origin for group in groups for member in (group.origin, *group.members)}
        family.pop(document.id, None)
        kin = [
            Kin(
                document=row.document,
                title=row.title,
                outlet=row.outlet,
                published=row.published,
                origin=row.document == family[row.document],
            )
            for row in listing.documents_called(sorted(family))
        ]
    return Report(
        id=document.id,
        title=document.title,
        outlet=document.outlet,
        byline=document.byline,
        published=document.published,
        published_from=document.published_from.value if document.published_from else None,
        dateline_place=document.dateline.place if document.dateline else None,
        language=document.language,
        origin=document.origin,
        part=document.part,
        url=web_address(document.url),
        external_id=document.external_id,
        sha256=document.sha256,
        repairs=tuple((repair.kind, repair.count) for repair in document.repairs),
        flags=document.flags,
        text=document.text,
        claims=tuple(found),
        marks=tuple(marks_in(reading, found)),
        fields={claim.claim: fields_of(claim, reading) for claim in found},
        decisions=standing_of(desk.ledger, [claim.claim for claim in found]),
        incidents=incidents_of(desk.ledger, found),
        kin=tuple(sorted(kin, key=lambda one: (not one.origin, one.published or "", one.document))),
    )


def rows(view: Report) -> Iterable[ReviewedRow]:
    """What the spreadsheet of the page holds: the report's claims."""
    return with_rulings(view.claims, view.decisions)


def web_address(url: str | None) -> str | None:
    """The address if it is one that a page can link to without running anything."""
    return url if (url or "").casefold().startswith(("http://", "https://")) else None
