"""Reports of one happening in one line, and the incidents that they make."""

from dataclasses import replace

from sayso.ledger import Ledger
from sayso.model import (
    Argument,
    Assertion,
    Attribution,
    Effect,
    Event,
    EventType,
    Form,
    Group,
    Qualifier,
    Reading,
    Span,
    Toll,
)
from sayso.pipeline.grouping import brought_up_to_date
from tests import factory
from tests.ledger import outcomes

AT = "2031-05-08T06:00:00+00:00"


def report(
    outlet: str,
    killed: int,
    *,
    day: str = "2031-05-03",
    published: str | None = None,
    place: str = "Orlo",
    who: str = "the clinic",
    assertion: Assertion = Assertion.HAPPENED,
    url: str | None = None,
) -> Reading:
    """A report of shelling, on the say-so of `who`; printed on the day itself if no other is given."""
    text = f"{who} said rebels shelled {place} on {day}, killing {killed} people. So {outlet} has it."

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    toll = Toll(
        span=span(f"{killed} people"),
        effect=Effect.KILLED,
        of=Group.PEOPLE,
        low=killed,
        high=killed,
        qualifier=Qualifier.EXACT,
        attribution=0,
    )
    shelled = Event(
        trigger=span("shelled"),
        type=EventType.ASSAULT,
        actors=(Argument(span=span("rebels")),),
        places=(Argument(span=span(place)),),
        date=day,
        date_span=span(day),
        assertion=assertion,
        attribution=0,
        tolls=(toll,),
    )
    said = Attribution(
        source=span(who),
        who=who,
        cue=span("said"),
        content=Span(span("rebels").start, span("people").end),
        form=Form.INDIRECT,
    )
    reading = factory.reading(
        text, outlet=outlet, published=published or day, title=f"{place} shelled", url=url
    )
    return replace(
        reading,
        sentences=(Span(0, text.index(" So ")),),
        attributions=(said,),
        events=(shelled,),
    )


def group(ledger: Ledger, *readings: Reading, at: str = AT) -> None:
    """Add reports and group them."""
    outcomes.add(ledger, *readings)
    brought_up_to_date(ledger, at=at)
