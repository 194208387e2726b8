"""What people decided about claims, laid over the claims as they were read."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from sayso.ledger import deciding
from sayso.ledger.rows import Row
from sayso.ledger.shelving import LISTS
from sayso.model import Decision, Ruling, Subject

Rulings = Mapping[str, Sequence[Decision]]
"""The decisions that hold about claims, by claim."""

_SAYS: Mapping[Ruling, str] = {
    Ruling.REJECT: "rejected",
    Ruling.CORRECT: "corrected",
    Ruling.ACCEPT: "accepted",
}
"""What the column `review` says; of several rulings on one claim the first of these."""

_NUMBERS = frozenset({"low", "high"})


def rulings_on_claims(connection: Connection) -> Rulings:
    """Every decision about a claim that holds, by claim."""
    found: dict[str, list[Decision]] = {}
    for decision in deciding.standing(connection, deciding.decisions(connection, kind=Subject.CLAIM)):
        found.setdefault(decision.subject, []).append(decision)
    return found


def reviewed(row: Row, decisions: Iterable[Decision]) -> Row:
    """A row of the table of claims with its values as people corrected them, and what was read in `as_read`.

    A value that was rejected, with nothing given instead, is empty.
    """
    row = {**row, "review": None, "as_read": []}
    verdicts: set[Ruling] = set()
    for decision in decisions:
        field = decision.field
        if field is None or decision.verdict is Ruling.ACCEPT:
            verdicts.add(decision.verdict)
        elif decision.verdict in (Ruling.CORRECT, Ruling.REJECT) and field in row:
            verdicts.add(Ruling.CORRECT)
            row["as_read"] = [*row["as_read"], f"{field}: {_written(row[field])}"]
            row |= _corrected(row, field, _words(decision))
    row["review"] = next((says for ruling, says in _SAYS.items() if ruling in verdicts), None)
    return row


def _corrected(row: Row, field: str, words: str) -> Row:
    if field in LISTS:
        return {field: [words] if words else []}
    if field in _NUMBERS:
        return {field: int(words) if words.isdecimal() else None}
    if field == "who":
        return {"who": words or None, "chain": [*row["chain"][:-1], *([words] if words else [])]}
    return {field: words or None}


def _words(decision: Decision) -> str:
    """The value that was given instead; nothing where it was only rejected."""
    if decision.verdict is Ruling.REJECT:
        return ""
    value = decision.value.get("words") if isinstance(decision.value, Mapping) else decision.value
    return "" if value is None else str(value)


def _written(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
