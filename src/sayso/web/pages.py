"""Every page of the desk, in the order of its navigation."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sayso.web.asked import (
    Asked,
    AskedChanges,
    AskedClaims,
    AskedDocuments,
    AskedIncidents,
    AskedMap,
    AskedParties,
    AskedReader,
    AskedRefusals,
    AskedReview,
    AskedSources,
)
from sayso.web.views import (
    changes,
    claims,
    codebook,
    documents,
    incident,
    incidents,
    overview,
    parties,
    places,
    reader,
    review,
    runs,
    sources,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: where it is, what can be asked of it, what it shows, and its rows as a spreadsheet."""

    name: str
    path: str
    """Where it is for people; programs find the same at `.json`, `.csv` and under `/api/v1`."""
    title: str
    view: Callable[..., Any]
    """Makes the view of a desk, the id in the path if there is one, and what was asked."""
    shows: type
    asked: type[Asked] = Asked
    rows: Callable[[Any], Iterable[Any]]
    nav: bool = True
    summary: str

    @property
    def stem(self) -> str:
        """The path that a suffix such as `.json` is put after."""
        return "/index" if self.path == "/" else self.path

    @property
    def of_one(self) -> bool:
        """Whether the page is about one thing, named in its path."""
        return "{id}" in self.path


PAGES = (
    Page(
        name="overview",
        path="/",
        title="Overview",
        view=overview.overview,
        shows=overview.Overview,
        rows=overview.rows,
        summary="How much there is, what came last, and where sources newly differ",
    ),
    Page(
        name="changes",
        path="/changes",
        title="Changes",
        view=changes.changes,
        shows=changes.Changes,
        asked=AskedChanges,
        rows=changes.rows,
        summary="What is not as it was: new incidents, figures that moved, denials, articles edited or gone",
    ),
    Page(
        name="incidents",
        path="/incidents",
        title="Incidents",
        view=incidents.incidents,
        shows=incidents.Incidents,
        asked=AskedIncidents,
        rows=incidents.rows,
        summary="Happenings that reports tell of",
    ),
    Page(
        name="incident",
        path="/incidents/{id}",
        title="Incident",
        view=incident.incident,
        shows=incident.Story,
        rows=incident.rows,
        nav=False,
        summary="One happening: who says what of it, and where they differ",
    ),
    Page(
        name="documents",
        path="/documents",
        title="Documents",
        view=documents.documents,
        shows=documents.Documents,
        asked=AskedDocuments,
        rows=documents.rows,
        summary="Reports, the latest first, or those that a search finds",
    ),
    Page(
        name="document",
        path="/documents/{id}",
        title="Report",
        view=reader.report,
        shows=reader.Report,
        asked=AskedReader,
        rows=reader.rows,
        nav=False,
        summary="One report: its text, every value marked in it, and its claims",
    ),
    Page(
        name="claims",
        path="/claims",
        title="Claims",
        view=claims.claims,
        shows=claims.Claims,
        asked=AskedClaims,
        rows=claims.rows,
        summary="Every reported fact with its words and its speaker",
    ),
    Page(
        name="parties",
        path="/parties",
        title="Parties",
        view=parties.parties,
        shows=parties.Parties,
        asked=AskedParties,
        rows=parties.rows,
        summary="Who acts, who is acted upon, who speaks",
    ),
    Page(
        name="sources",
        path="/sources",
        title="Sources",
        view=sources.sources,
        shows=sources.Sources,
        asked=AskedSources,
        rows=sources.rows,
        summary="Who cites whom, what each outlet said first and copied",
    ),
    Page(
        name="places",
        path="/map",
        title="Map",
        view=places.places,
        shows=places.Places,
        asked=AskedMap,
        rows=places.rows,
        summary="Where incidents are said to have happened",
    ),
    Page(
        name="review",
        path="/review",
        title="Review",
        view=review.review,
        shows=review.Review,
        asked=AskedReview,
        rows=review.rows,
        summary="Claims that wait for somebody to decide about them",
    ),
    Page(
        name="runs",
        path="/runs",
        title="Runs",
        view=runs.runs,
        shows=runs.Runs,
        asked=AskedRefusals,
        rows=runs.rows,
        summary="What was read when, and what was refused and why",
    ),
    Page(
        name="codebook",
        path="/codebook",
        title="Codebook",
        view=codebook.codebook,
        shows=codebook.Codebook,
        rows=codebook.rows,
        summary="What every code means",
    ),
)
