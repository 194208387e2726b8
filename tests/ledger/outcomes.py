"""Outcomes and runs in one line."""

from sayso.claims import claims_in
from sayso.ledger import Ledger
from sayso.model import Outcome, Reading, Refusal, content_id
from tests import factory

STARTED = "2031-05-04T06:00:00+00:00"


def read(reading: Reading, *, origin: str = "made.txt", part: str | None = None) -> Outcome:
    key = content_id("i", origin, part, reading.text)
    return Outcome(key=key, origin=origin, part=part, result=reading, claims=tuple(claims_in(reading)))


def refused(refusal: Refusal | None = None, *, key: str = "i-refused") -> Outcome:
    result = refusal or factory.refusal()
    return Outcome(key=key, origin=result.origin, part=result.part, result=result)


def run(ledger: Ledger, *, maker: str | None = "reader 1", started: str = STARTED) -> str:
    return ledger.start_run({"maker": maker}, started=started)
