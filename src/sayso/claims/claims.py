"""Claims: every value-bearing assertion of a reading, with its evidence and those who make it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.chains import chain_of
from sayso.claims.context import Contexts
from sayso.model import (
    Argument,
    Claim,
    ClaimKind,
    Event,
    Office,
    Reading,
    Span,
    Toll,
    Voices,
    claim_id,
    triggers_by_voice,
)


def claims_in(reading: Reading) -> Iterator[Claim]:
    """Every claim that a report makes: one for each event, toll and office.

    Where several voices tell of one event each makes a claim. An event's tolls and its further tellings
    follow it and name it; tolls of no event come next, offices last. Values that say the
    same thing with the same words on the same say-so are one claim: no two claims share an id.
    """
    contexts, voices = Contexts(reading.text, reading.sentences), Voices(reading.attributions)
    claims: list[Claim] = []
    events = _identified([_event_claim(event, event.trigger, reading, contexts) for event in reading.events])
    for claim, event in zip(events, reading.events, strict=True):
        claims.append(claim)
        claims += [_toll_claim(toll, claim.id, reading, contexts) for toll in event.tolls]
        claims += _further_tellings(event, claim, reading, contexts, voices)
    claims += [_toll_claim(toll, None, reading, contexts) for toll in reading.tolls]
    claims += [_office_claim(office, reading, contexts) for office in reading.offices]
    known: dict[str, Claim] = {}
    for claim in _identified(claims):
        known.setdefault(claim.id, claim)
    yield from known.values()


def _identified(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with their ids, which do not depend on the order they come in."""
    ids = [claim_id(claim) for claim in claims]
    alike: dict[str, list[Claim]] = defaultdict(list)
    for id, claim in zip(ids, claims, strict=True):
        alike[id].append(claim)
    ranks = {id: _ranks(group) for id, group in alike.items() if len(group) > 1}
    return [
        _with_id(claim, claim_id(claim, nth=ranks[id][_content(claim)]) if id in ranks else id)
        for id, claim in zip(ids, claims, strict=True)
    ]


def _with_id(claim: Claim, id: str) -> Claim:
    return claim if claim.id == id else replace(claim, id=id)


def _ranks(claims: Sequence[Claim]) -> dict[str, int]:
    return {content: rank for rank, content in enumerate(sorted({_content(claim) for claim in claims}))}


def _content(claim: Claim) -> str:
    return repr(replace(claim, id="", confidence=1.0))


def _further_tellings(
    event: Event, claim: Claim, reading: Reading, contexts: Contexts, voices: Voices
) -> Iterator[Claim]:
    """What the voices other than the event's own say of it, each with its first words on it."""
    for voice, triggers in triggers_by_voice(event, voices).items():
        if voice != event.attribution:
            told = replace(event, attribution=voice)
            yield replace(_event_claim(told, triggers[0], reading, contexts), event=claim.id)


def _event_claim(event: Event, evidence: Span, reading: Reading, contexts: Contexts) -> Claim:
    return Claim(
        id="",
        document=reading.document.id,
        kind=ClaimKind.EVENT,
        evidence=evidence,
        context=contexts.of(evidence),
        chain=chain_of(event.attribution, reading.attributions),
        type=event.type,
        mode=event.mode,
        assertion=event.assertion,
        actors=_words(event.actors, reading.text),
        recipients=_words(event.recipients, reading.text),
        places=_words(event.places, reading.text),
        date=event.date,
        confidence=event.confidence,
    )


def _toll_claim(toll: Toll, event: str | None, reading: Reading, contexts: Contexts) -> Claim:
    return Claim(
        id="",
        document=reading.document.id,
        kind=ClaimKind.TOLL,
        evidence=toll.span,
        context=contexts.of(toll.span),
        chain=chain_of(toll.attribution, reading.attributions),
        event=event,
        effect=toll.effect,
        of=toll.of,
        low=toll.low,
        high=toll.high,
        qualifier=toll.qualifier,
    )


def _office_claim(office: Office, reading: Reading, contexts: Contexts) -> Claim:
    return Claim(
        id="",
        document=reading.document.id,
        kind=ClaimKind.OFFICE,
        evidence=office.title,
        context=contexts.of(office.title),
        person=office.person.of(reading.text),
        title=office.title.of(reading.text),
        body=None if office.of is None else office.of.of(reading.text),
    )


def _words(arguments: Sequence[Argument], text: str) -> tuple[str, ...]:
    return tuple(argument.span.of(text) for argument in arguments)
