"""What can be asked of a page: its query, typed, so that the same words work in the URL and in the API."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Words = Annotated[str, Field(max_length=400)]
Day = Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]
Several = Annotated[list[Words], Field(max_length=40)]
Cursor = Annotated[str, Field(max_length=120, pattern=r"^[A-Za-z0-9_.:=-]*$")]

_FURTHEST = 2**62


class Asked(BaseModel):
    """Nothing in particular."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class AskedPage(Asked):
    """One page of a listing."""

    after: Cursor | None = Field(default=None, description="Cursor of the row to begin after.")
    before: Cursor | None = Field(default=None, description="Cursor of the row to end before.")
    limit: int = Field(default=50, ge=1, le=200, description="Rows of one page.")

    @property
    def offset(self) -> int:
        """For lists that are ranked and not ordered: the cursor is how many rows come before."""
        return min(int(self.after), _FURTHEST) if self.after is not None and self.after.isdecimal() else 0


class AskedDocuments(AskedPage):
    """Which documents."""

    q: Words = Field(default="", description="Words to search for; docs/ledger.md says what can be typed.")
    outlet: Several = []
    language: Several = []
    since: Day = Field(default="", description="First day of publication.")
    until: Day = Field(default="", description="Last day of publication.")


class AskedClaims(AskedPage):
    """Which claims. Values of one name are alternatives; different names combine."""

    q: Words = Field(
        default="", description="Words of the claim's quotation, speakers, parties, places or persons."
    )
    kind: Several = []
    type: Several = []
    assertion: Several = []
    effect: Several = []
    of: Several = []
    qualifier: Several = []
    outlet: Several = []
    who: Several = Field(
        default=[], description="The innermost speaker; an empty word is the outlet's own voice."
    )
    actors: Several = []
    recipients: Several = []
    places: Several = []
    since: Day = Field(default="", description="First day of publication.")
    until: Day = Field(default="", description="Last day of publication.")

    def filters(self) -> Mapping[str, list[str]]:
        """What was asked for, by column."""
        return {name: getattr(self, name) for name in FACETS}


class AskedIncidents(AskedPage):
    """Which incidents."""

    q: Words = ""
    status: Several = []
    type: Several = []
    place: Words = ""
    since: Day = ""
    until: Day = ""
    notable: bool = Field(
        default=False, description="Only those with people hit, or told by more than one report."
    )
    order: Literal["newest", "deadliest", "most told", "lately reported"] = "newest"


class AskedParties(AskedPage):
    """Which parties."""

    q: Words = ""
    role: Literal["any", "actors", "recipients", "who"] = "any"


class AskedSources(AskedPage):
    """Which outlets and speakers."""

    q: Words = ""


class AskedRefusals(AskedPage):
    """Which refused items."""

    run: Words = ""
    reason: Words = ""


class AskedReader(Asked):
    """How a report is shown."""

    claim: Words = Field(default="", description="The claim to show first.")
    hide: Several = Field(default=[], description="Layers of highlights to leave out.")


class AskedReview(AskedPage):
    """Which claims are to be decided about."""

    limit: int = Field(default=10, ge=1, le=50, description="Claims of one page.")
    kind: Several = []
    type: Several = []
    state: Literal["open", "decided"] = "open"


class AskedMap(Asked):
    """Which events are on the map."""

    since: Day = ""
    until: Day = ""
    type: Several = []
    status: Several = []


FACETS = (
    "kind", "type", "assertion", "effect", "of", "qualifier", "outlet", "who", "actors", "recipients",
    "places",
)  # fmt: skip
"""The columns that claims can be filtered by."""
