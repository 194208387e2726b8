"""Ledgers that the desk's tests look at, made without a model."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from sayso.claims import claims_in
from sayso.ledger import Ledger
from sayso.model import (
    Argument,
    Attribution,
    Document,
    Effect,
    Entity,
    EntityKind,
    Event,
    EventType,
    Form,
    Group,
    Mention,
    MentionKind,
    Outcome,
    Qualifier,
    Reading,
    Span,
    Toll,
    content_id,
    text_sha256,
)
from sayso.pipeline.grouping import regrouped

AT = "2031-05-20T08:00:00+00:00"


# Each outlet tells more in words of its own, or its report would count as a copy of another's.
_MORE = {
    "Tessera Wire": "Fires burned among the fish stalls until noon while shopkeepers carried river water.",
    "Halinform": "Schools stay shut tomorrow, trains to the coast run late, and a curfew begins at dusk.",
    "Vell Courier": "Teachers counted pupils twice under a bare hillside as snow fell over empty orchards.",
    "Orlan Press": "Surgeons worked all night without power; relatives queued for blood outside a chapel.",
}


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def report(
    who: str, low: int, words: str, *, outlet: str, published: str, high: int | None = None, **known: str
) -> Reading:
    """A report of one strike on a market, on somebody's say-so, with so many dead."""
    text = f"Missiles struck Orlo market on 3 May, killing {words}, {who} said. {_MORE[outlet]}"
    document = Document(
        id=content_id("d", text, outlet, published),
        sha256=text_sha256(text),
        text=text,
        outlet=outlet,
        published=published,
        origin=f"{outlet}.txt",
        language="en",
        title=known.pop("title", f"{words} dead at Orlo market"),
        **known,  # type: ignore[arg-type]
    )
    at = text.index
    place = Entity(
        id="e-orlo", name="Orlo", kind=EntityKind.PLACE, latitude=-47.6, longitude=-121.8, precision_km=5.0
    )
    toll = Toll(
        span=_span(text, words),
        effect=Effect.KILLED,
        of=Group.PEOPLE,
        low=low,
        high=low if high is None else high or None,
        qualifier=Qualifier.EXACT,
        attribution=0,
    )
    return Reading(
        document=document,
        sentences=(Span(0, at(_MORE[outlet]) - 1), Span(at(_MORE[outlet]), len(text))),
        mentions=(
            Mention(span=_span(text, "Orlo"), kind=MentionKind.PLACE, entity="e-orlo"),
            Mention(span=_span(text, who), kind=MentionKind.ORGANISATION),
        ),
        attributions=(
            Attribution(
                source=_span(text, who),
                who=who,
                cue=_span(text, "said"),
                content=Span(0, at(f", {who}")),
                form=Form.INDIRECT,
            ),
        ),
        events=(
            Event(
                trigger=_span(text, "struck"),
                type=EventType.ASSAULT,
                actors=(Argument(span=_span(text, "Missiles")),),
                recipients=(Argument(span=_span(text, "Orlo market")),),
                places=(Argument(span=_span(text, "Orlo"), entity="e-orlo"),),
                date="2031-05-03",
                date_span=_span(text, "3 May"),
                attribution=0,
                tolls=(toll,),
            ),
        ),
        entities=(place,),
    )


REPORTS = (
    report(
        "the Interior Ministry",
        7,
        "at least seven people",
        outlet="Tessera Wire",
        published="2031-05-03",
        high=0,
    ),
    report("the Interior Ministry", 11, "eleven people", outlet="Halinform", published="2031-05-04"),
    report("the Central Hospital", 15, "fifteen people", outlet="Orlan Press", published="2031-05-05"),
)


def ledger_of(path: Path, readings: Iterable[Reading]) -> Ledger:
    """An open ledger that holds these readings, their claims and their incidents."""
    ledger = Ledger.open(path)
    run = ledger.start_run({"maker": "made by hand"}, started=AT)
    outcomes: Sequence[Outcome] = [
        Outcome(
            key=f"i-{number}",
            origin=reading.document.origin,
            result=reading,
            claims=tuple(claims_in(reading)),
        )
        for number, reading in enumerate(readings)
    ]
    ledger.add(outcomes, run=run)
    ledger.finish_run(run, counts={"read": len(outcomes)}, finished=AT)
    regrouped(ledger, at=AT)
    return ledger
