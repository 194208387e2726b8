"""A reading made by hand, of an invented report: three voices, a denial, tolls that disagree."""

from sayso.model import (
    Argument,
    Assertion,
    Attribution,
    Effect,
    Entity,
    EntityKind,
    Event,
    EventType,
    Form,
    Group,
    Office,
    Qualifier,
    Reading,
    Span,
    Toll,
)
from tests import factory

TEXT = (
    "Shells fell on the market of Orlo on Tuesday. Mayor Ines Varga said nine people were killed. "
    "She said the army had told her that it “fired no shot”."
)


def span(words: str) -> Span:
    """Where some words stand."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def toll(words: str, number: int, *, attribution: int | None) -> Toll:
    return Toll(
        span=span(words),
        effect=Effect.KILLED,
        of=Group.PEOPLE,
        low=number,
        high=number,
        qualifier=Qualifier.EXACT,
        attribution=attribution,
    )


def market_reading() -> Reading:
    mayor = {"who": "Mayor Ines Varga", "form": Form.INDIRECT}
    sentences = (span(TEXT[:45]), span(TEXT[46:93]), span(TEXT[94:]))
    return Reading(
        document=factory.document(TEXT, title="Shells hit Orlo", outlet="Sarn Wire", published="2031-05-06"),
        sentences=sentences,
        attributions=(
            Attribution(
                source=span("Mayor Ines Varga"),
                cue=span("said"),
                content=span("nine people were killed"),
                **mayor,
            ),  # type: ignore[arg-type]
            Attribution(
                source=span("She"),
                cue=span("told"),
                content=span("the army had told her that it “fired no shot”"),
                **mayor,
            ),  # type: ignore[arg-type]
            Attribution(
                source=span("the army"),
                who="the army",
                cue=span("told"),
                content=span("it “fired no shot”"),
                form=Form.MIXED,
                parent=1,
            ),
        ),
        events=(
            Event(
                trigger=span("Shells fell"),
                type=EventType.ASSAULT,
                mode="heavy-weapons",
                places=(Argument(span=span("Orlo"), entity="e1"),),
                recipients=(Argument(span=span("the market")),),
                date="2031-05-05",
                date_span=span("on Tuesday"),
                tolls=(toll("nine people", 9, attribution=0),),
            ),
            Event(
                trigger=span("fired"),
                type=EventType.ASSAULT,
                actors=(Argument(span=span("the army")),),
                assertion=Assertion.DENIED,
                attribution=2,
            ),
        ),
        offices=(Office(person=span("Ines Varga"), title=span("Mayor"), of=None),),
        entities=(Entity(id="e1", name="Orlo", kind=EntityKind.PLACE),),
    )
