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
    Told,
    Toll,
    claim_id,
)


def claims_in(reading: Reading) -> Iterator[Claim]:
    """Every claim that a report makes: one for each event, toll and office.

    Where several voices tell of one event each makes a claim. An event's tolls and its further tellings
    follow it and name it; tolls of no event come next, offices last. Values that say the
    same thing with the same words on the same say-so are one claim: no two claims share an id.
    """
    contexts, told = Contexts(reading.text, reading.sentences), Told(reading)
    claims: list[Claim] = []
    tellings = [told.by_voice(event) for event in reading.events]
    events = _identified([_event_claim(own, reading, contexts) for own, *_ in tellings])
    for claim, (own, *others) in zip(events, tellings, strict=True):
        claims.append(claim)
        claims += [_toll_claim(toll, claim.id, reading, contexts) for toll in own.tolls]
        claims += [replace(_event_claim(other, reading, contexts), event=claim.id) for other in others]
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


def _event_claim(event: Event, reading: Reading, contexts: Contexts) -> Claim:
    return Claim(
        id="",
        document=reading.document.id,
        kind=ClaimKind.EVENT,
        evidence=event.trigger,
        context=contexts.of(event.trigger),
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
