"""The demonstration corpus as reports, from the readings by hand and the places of its gazetteer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sayso import demo
from sayso.evaluation.gold import to_reading
from sayso.incidents.telling.reports import report_of
from sayso.model import Dateline, Document, Outlet, Party, Reading, Report, Site, Span, content_id


def reports() -> list[Report]:
    """Every dispatch as a report, its places and parties resolved as a reader with the gazetteer would."""
    given = {dispatch["id"]: dispatch for dispatch in demo.dispatches()}
    return [resolved(report_of(with_facts(to_reading(record), given[record["id"]]))) for record in _records()]


def with_facts(reading: Reading, dispatch: Mapping[str, str]) -> Reading:
    """The reading with the title, outlet and id that its document has when it comes in as JSONL."""
    document: Document = replace(
        reading.document,
        id=content_id("d", dispatch["text"], dispatch["outlet"]),
        title=dispatch["title"],
        outlet=dispatch["outlet"],
    )
    town = document.text.split(",")[0]
    if town.isupper() and len(town) < 20:
        document = replace(document, dateline=Dateline(place=town.title(), span=Span(0, len(town))))
    return replace(reading, document=document)


def document_ids() -> dict[str, str]:
    """The document id of each dispatch."""
    return {report.document: dispatch["id"] for report, dispatch in zip(reports(), _records(), strict=True)}


def copies() -> dict[str, str]:
    """The origin of each copy by document id, as the truth file has it."""
    id_of = {dispatch: document for document, dispatch in document_ids().items()}
    return {
        id_of[member["id"]]: id_of[group["origin"]]
        for group in demo.truth()["syndication"]
        for member in group["members"]
    }


def outlets() -> list[Outlet]:
    """The outlets with their countries; owners are left to the truth file, which counts papers apart."""
    return [Outlet(name=outlet["name"], country=outlet["country"]) for outlet in demo.truth()["outlets"]]


def resolved(report: Report) -> Report:
    """The report with coordinates and countries, by the names of the gazetteer."""
    known = {
        name.casefold(): row
        for row in demo.places()
        for name in (row["name"], *filter(None, row["aliases"].split(";")))
    }

    def site(given: Site) -> Site:
        row = known.get(_bare(given.words))
        if row is None or not row["latitude"]:
            return given
        return replace(
            given,
            entity="e-" + row["name"],
            country=row["country"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            precision_km=300.0
            if row["feature"] == "country"
            else 25.0
            if row["feature"] == "district"
            else 3.0,
        )

    def party(given: Party) -> Party:
        words = (given.words or "").replace("'s", "").split()
        rows = [known[word.casefold()] for word in words if word.casefold() in known]
        return replace(given, country=rows[0]["country"]) if rows else given

    def telling(given: Any) -> Any:
        return replace(
            given,
            places=tuple(map(site, given.places)),
            actors=tuple(map(party, given.actors)),
            recipients=tuple(map(party, given.recipients)),
            chain=tuple(map(party, given.chain)),
            tolls=tuple(replace(toll, chain=tuple(map(party, toll.chain))) for toll in given.tolls),
        )

    return replace(
        report,
        setting=tuple(map(site, report.setting)),
        tellings=tuple(map(telling, report.tellings)),
    )


def _bare(words: str) -> str:
    return words.casefold().removeprefix("the ").removeprefix("village of ")


def _records() -> list[Mapping[str, Any]]:
    return list(demo.truth()["readings"])
