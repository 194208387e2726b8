"""Rows as listing pages show them: claims, documents, runs, refused items."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from sayso.ledger.searching import Hit
from sayso.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim with its document's name and the sentence around it, as a page shows it."""

    claim: str
    number: int
    document: str
    kind: str
    outlet: str | None
    published: str | None
    title: str | None
    chain: tuple[str | None, ...]
    """From the outlet's nearest source to the innermost speaker; None is somebody who is not named."""
    cues: tuple[str | None, ...]
    """The words that mark each link of the chain."""
    forms: tuple[str, ...]
    who: str | None
    type: str | None
    mode: str | None
    assertion: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    date: str | None
    effect: str | None
    of: str | None
    low: int | None
    high: int | None
    qualifier: str | None
    event: str | None
    person: str | None
    office: str | None
    body: str | None
    quote: str
    start: int
    end: int
    context: str
    context_start: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document without its text."""

    document: str
    number: int
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    origin: str
    claims: int
    """How many claims its current reading makes."""
    snippet: str | None = None
    """For a search: the words that fit, and some around them."""
    matches: tuple[Span, ...] = ()
    """Where in the snippet the words stand that were asked for."""
    cut: tuple[bool, bool] = (False, False)
    """Whether the report has more words before the snippet, and after it."""

    def with_hit(self, hit: Hit) -> "DocumentRow":
        """The same row with the words that a search found, and where in them."""
        start = hit.span.start if hit.span else 0
        return replace(
            self,
            snippet=hit.snippet,
            matches=tuple(Span(match.start - start, match.end - start) for match in hit.matches),
            cut=(start > 0, hit.goes_on),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run, with what became of its items."""

    run: str
    started: str
    finished: str | None
    maker: str | None
    read: int
    known: int
    refused: int
    manifest: str
    """JSON, as it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """One item that could not be read, and why."""

    number: int
    run: str
    item: str
    origin: str
    part: str | None
    external_id: str | None
    reason: str
    detail: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a ledger held when something was read from it."""

    readings: int
    groupings: int


def claim_row(row: Mapping[str, object], voices: Sequence[Mapping[str, object]]) -> ClaimRow:
    """The row of a page for a claim's row with that of its document, and those of its voices."""
    plain = {name: row[name] for name in ClaimRow.__dataclass_fields__ if name in row}
    context = str(row["context"])
    if row["odd"]:
        context = Span(*(cast(int, row[f"context_{end}"]) for end in ("start", "end"))).of(context)
    lists = {name: tuple(json.loads(str(row[name]))) for name in ("actors", "recipients", "places")}
    known = (
        plain
        | lists
        | {
            "claim": row["id"],
            "title": row["document_title"],
            "office": row["title"],
            "chain": tuple(voice["who"] for voice in voices),
            "cues": tuple(voice["cue_words"] for voice in voices),
            "forms": tuple(voice["form"] for voice in voices),
            "context": context,
            "who": voices[-1]["who"] if voices else None,
            "quote": row["evidence_words"],
            "start": row["evidence_start"],
            "end": row["evidence_end"],
        }
    )
    return ClaimRow(**known)  # type: ignore[arg-type]
