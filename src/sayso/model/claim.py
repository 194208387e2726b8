"""A claim: one value-bearing assertion, its evidence, and the chain of those on whose say-so it stands."""

from dataclasses import dataclass

from sayso.model.codebook import Assertion, ClaimKind, Effect, EventType, Form, Group, Qualifier
from sayso.model.identity import content_id
from sayso.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One link of an attribution chain: who speaks, in which words the report says so."""

    who: str | None
    """The fullest name the document gives; None when nobody is named."""
    source: Span | None
    cue: Span | None
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One value-bearing assertion of one document.

    `chain` runs from the outlet's nearest source to the innermost speaker; it is empty where the outlet
    speaks in its own voice. Fields that do not belong to the claim's kind are None or empty.
    """

    id: str
    document: str
    kind: ClaimKind
    evidence: Span
    """The words that make the claim: an event's trigger, a toll's phrase, an office's title."""
    context: Span
    """The sentence that holds the evidence."""
    chain: tuple[Voice, ...] = ()
    event: str | None = None
    """For a toll, the id of the event claim it belongs to; for a further voice's telling of an event, the id
    of the claim that the report itself rests on."""
    type: EventType | None = None
    mode: str | None = None
    assertion: Assertion | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    date: str | None = None
    effect: Effect | None = None
    of: Group | None = None
    low: int | None = None
    high: int | None = None
    qualifier: Qualifier | None = None
    person: str | None = None
    title: str | None = None
    body: str | None = None
    """For an office: the body or place it is an office of."""
    confidence: float = 1.0


def claim_id(claim: Claim, *, nth: int = 0) -> str:
    """The id that this claim's document, evidence and kind give it, whatever `claim.id` says.

    A re-read that finds another speaker, place or date for the same words keeps the id. `nth` tells apart
    claims that share all of it, such as two arrests named by one verb.
    """
    evidence = claim.evidence
    kind = (claim.kind, claim.type, claim.effect, claim.of, claim.person)
    return content_id("c", claim.document, evidence.start, evidence.end, *kind, nth or None)
