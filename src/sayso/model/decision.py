"""A decision: what a person ruled about a claim, an incident, a link or a document, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"
"""A value that JSON can write."""


class Subject(StrEnum):
    """What kind of thing a decision is about."""

    CLAIM = "claim"
    DECISION = "decision"
    DOCUMENT = "document"
    INCIDENT = "incident"
    LINK = "link"


class Ruling(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    CORRECT = "correct"
    MERGE = "merge"
    NOTE = "note"
    REJECT = "reject"
    SKIP = "skip"
    SPLIT = "split"
    UNDO = "undo"


RULINGS: Mapping[Ruling, str] = {
    Ruling.ACCEPT: "it is as the report has it",
    Ruling.CORRECT: "it is not as it was read; `value` is what the report says",
    Ruling.MERGE: "these incidents are one happening",
    Ruling.NOTE: "a remark, which changes nothing",
    Ruling.REJECT: "the report does not say it",
    Ruling.SKIP: "left for somebody else",
    Ruling.SPLIT: "these tellings of an incident are another happening",
    Ruling.UNDO: "an earlier decision no longer holds",
}
"""Every ruling with its meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One ruling of one person. It is never changed; a later one undoes it."""

    kind: Subject
    subject: str
    """Id of what it is about; for a link, the ids of both tellings with a blank between."""
    verdict: Ruling
    by: str
    """Who decided."""
    at: str
    """ISO date and time."""
    why: str = ""
    field: str | None = None
    """Which value of the subject, such as `low` of a claim; None for the whole of it."""
    value: JSON = None
    undoes: str | None = None
    """Id of the decision that this one undoes."""
    id: str = ""
    """A hash of all the rest and of the decision before it, such as `j-4f1c…`; the ledger gives it."""
