"""What can be asked of a page: its query, typed, so that the same words work in the URL and in the API."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from sayso.errors import UsageError
from sayso.ledger import ChangeKind
from sayso.model import Assertion, ClaimKind, Effect, EventType, Group, Qualifier, Status

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_NO_DAY = "there is no {}; a day is such as 2031-05-03"


def _moment(written: str) -> str:
    """The words, if they name a day, a time or a run; a browser sends the `+` of a zone as a blank."""
    if "T" in written:
        written = written.replace(" ", "+")
    if written and not written.startswith("r-"):
        try:
            datetime.fromisoformat(written).astimezone(UTC)
        except (ValueError, OverflowError):
            raise UsageError(_NO_DAY.format(written)) from None
    return written


def _day(written: str) -> str:
    """The words, if there is such a day, month or year."""
    if written and not is_day(written):
        raise UsageError(_NO_DAY.format(written))
    return written


def is_day(written: str) -> bool:
    """Whether that is a day, a month or a year of the calendar, such as 2031-05-03, 2031-05 or 2031."""
    try:
        return bool(
            _DAY.fullmatch(written) and date.fromisoformat(written + "-01" * (2 - written.count("-")))
        )
    except ValueError:
        return False


def _said_to_be(*forms: dict[str, str]) -> WithJsonSchema:
    """What the API's description says of such words: nothing, or one of some forms.

    A pattern alone, which knows no calendar, would promise an answer to the 30th of February.
    """
    return WithJsonSchema(
        {"anyOf": [{"type": "string", "const": ""}, *({"type": "string"} | form for form in forms)]}
    )


_TIME = (
    r"^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
    r"(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?$"
)
"""Times that there surely are; those of the last days of a month are understood as well."""
_MOMENT = (
    r"^(r-[0-9A-Za-z]+"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[ +-][0-9]{2}:[0-9]{2})?)?)?$"
)
Words = Annotated[str, Field(max_length=400)]
Day = Annotated[
    str,
    Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$"),
    AfterValidator(_day),
    _said_to_be({"format": "date"}, {"pattern": r"^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$"}),
]
_MANY = Field(max_length=40)
Several = Annotated[list[Words], _MANY]
Types = Annotated[list[EventType], _MANY]
Kinds = Annotated[list[ClaimKind], _MANY]
Statuses = Annotated[list[Status], _MANY]
Moment = Annotated[
    str,
    Field(max_length=120, pattern=_MOMENT),
    AfterValidator(_moment),
    _said_to_be({"format": "date"}, {"pattern": _TIME}, {"pattern": r"^r-[0-9A-Za-z]{1,100}$"}),
]
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


class AskedChanges(AskedPage):
    """Which changes."""

    since: Moment = Field(
        default="",
        description="A day, a time (UTC if no zone is given) or a run; the latest run if empty.",
    )
    kind: list[ChangeKind] = Field(default=[], max_length=len(ChangeKind))
    all: bool = Field(
        default=False, description="Also new incidents that one report alone tells, with nobody hit."
    )


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
    kind: Kinds = []
    type: Types = []
    assertion: Annotated[list[Assertion], _MANY] = []
    effect: Annotated[list[Effect], _MANY] = []
    of: Annotated[list[Group], _MANY] = []
    qualifier: Annotated[list[Qualifier], _MANY] = []
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
    status: Statuses = []
    type: Types = []
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
    kind: Kinds = []
    type: Types = []
    state: Literal["open", "decided"] = "open"


class AskedMap(Asked):
    """Which events are on the map."""

    since: Day = ""
    until: Day = ""
    type: Types = []
    status: Statuses = []


class AskedArea(Asked):
    """Which part of the globe."""

    west: float = Field(ge=-540, le=540)
    south: float = Field(ge=-90, le=90)
    east: float = Field(ge=-540, le=540)
    north: float = Field(ge=-90, le=90)
    limit: int = Field(default=40, ge=1, le=100)


FACETS = (
    "kind", "type", "assertion", "effect", "of", "qualifier", "outlet", "who", "actors", "recipients",
    "places",
)  # fmt: skip
"""The columns that claims can be filtered by."""
