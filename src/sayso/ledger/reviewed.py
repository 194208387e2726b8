"""What people decided about claims, laid over the claims as they were read."""

from sqlalchemy import Connection, select

from sayso.ledger import deciding, schema
from sayso.ledger.chunks import chunks
from sayso.ledger.rows import Row
from sayso.ledger.shelving import LISTS
from sayso.model import Decision, Review, Reviews, Ruling, Subject, review_of

_NUMBERS = ("low", "high")


def reviews_of_claims(connection: Connection) -> Reviews:
    """What the decisions that hold come to, for every claim that somebody decided about."""
    found: dict[str, list[Decision]] = {}
    for decision in deciding.standing(connection, deciding.decisions(connection, kind=Subject.CLAIM)):
        found.setdefault(decision.subject, []).append(decision)
    return {claim: review_of(decisions) for claim, decisions in found.items()}


def reviewed_between(connection: Connection, after: int, until: int) -> set[str]:
    """The claims that stand otherwise after the decisions with numbers above `after` and up to `until`.

    An acceptance changes what stands only where the claim had been corrected or rejected before.
    """
    of, claims = schema.decisions.c, set[str]()
    about = select(of.kind, of.subject)
    looked = list(connection.execute(about.where(of.number > after, of.number <= until)))
    while looked:
        claims |= {row.subject for row in looked if row.kind == Subject.CLAIM}
        undone = sorted({row.subject for row in looked if row.kind == Subject.DECISION})
        looked = [row for some in chunks(undone) for row in connection.execute(about.where(of.id.in_(some)))]
    changing = select(of.subject).where(of.verdict.in_((Ruling.CORRECT.value, Ruling.REJECT.value)))
    return {
        claim
        for some in chunks(sorted(claims))
        for claim in connection.scalars(changing.where(of.subject.in_(some)))
    }


def reviewed(row: Row, review: Review) -> Row:
    """A row of the table of claims with its values as people corrected them, and what was read in `as_read`.

    A value that was rejected, with nothing given instead, is empty.
    """
    given: Row = {}
    for field, words in review.values.items():
        if field in row and field not in _NUMBERS:
            given |= _corrected(row, field, words)
    if not review.values.keys().isdisjoint(_NUMBERS):
        both = zip(_NUMBERS, review.bounds(row["low"], row["high"]), strict=True)
        given |= {name: bound for name, bound in both if name in review.values or bound != row[name]}
    as_read = tuple(f"{field}: {_written(row[field])}" for field in given if field != "chain")
    return {**row, **given, "review": _says(review, corrected=bool(given)), "as_read": as_read}


def _says(review: Review, *, corrected: bool) -> str | None:
    """What the column `review` says."""
    if review.rejected:
        return "rejected"
    if corrected or review.verdict is Ruling.CORRECT:
        return "corrected"
    return "accepted" if review.verdict is Ruling.ACCEPT else None


def _corrected(row: Row, field: str, words: str) -> Row:
    if field in LISTS:
        return {field: (words,) if words else ()}
    if field == "who":
        return {"who": words or None, "chain": (*row["chain"][:-1], *((words,) if words else ()))}
    return {field: words or None}


def _written(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
