from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import LedgerError, NotInLedger
from sayso.ledger import Ledger, Status
from sayso.model import (
    Attribution,
    Effect,
    Entity,
    EntityKind,
    Event,
    EventType,
    Form,
    Group,
    Qualifier,
    Reading,
    Span,
    Toll,
)
from tests import factory
from tests.claims.test_claims import a_reading
from tests.exports.strategies import readings
from tests.ledger import outcomes
from tests.ledger.behind import behind


def everything_in(ledger: Ledger) -> dict[str, list[tuple]]:
    """Every row of what may not change when the same documents are added again."""
    kept = ("documents", "sightings", "readings", "claims", "voices", "mentions", "events", "tolls")
    with behind(ledger) as execute:
        return {
            table: list(map(tuple, execute(f"SELECT * FROM {table} ORDER BY 1, 2")))  # noqa: S608
            for table in kept
        }


@settings(max_examples=40)
@given(st.lists(readings(), min_size=1, max_size=3, unique_by=lambda reading: reading.document.id))
def test_what_was_added_comes_back_equal(new_ledger, some):
    batch = [outcomes.read(reading, origin=f"{n}.txt") for n, reading in enumerate(some)]
    with new_ledger() as ledger:
        assert ledger.add(batch, run=outcomes.run(ledger)) == [Status.READ] * len(some)
        for outcome in batch:
            assert ledger.reading(outcome.result.document.id) == outcome.result
            assert ledger.document(outcome.result.document.id) == outcome.result.document
            for claim in outcome.claims:
                assert ledger.claim(claim.id) == claim
        by_id = sorted(some, key=lambda reading: reading.document.id)
        assert list(ledger.readings()) == by_id
        assert list(ledger.verify()) == []


def test_adding_again_changes_nothing_in_the_same_run_or_another(ledger):
    batch = [outcomes.read(a_reading()), outcomes.refused()]
    run = outcomes.run(ledger)
    assert ledger.add(batch, run=run) == [Status.READ, Status.REFUSED]
    before = everything_in(ledger)
    assert ledger.add(batch, run=run) == [Status.KNOWN, Status.REFUSED]
    assert ledger.add(batch, run=outcomes.run(ledger, maker="reader 2")) == [Status.KNOWN, Status.REFUSED]
    assert everything_in(ledger) == before
    assert list(ledger.verify()) == []


def test_a_document_twice_in_one_batch_is_read_once_and_seen_twice(ledger):
    batch = [outcomes.read(a_reading()), outcomes.read(a_reading(), origin="copy.txt")]
    assert ledger.add(batch, run=outcomes.run(ledger)) == [Status.READ, Status.KNOWN]
    assert len(everything_in(ledger)["documents"]) == 1
    assert [row[2] for row in everything_in(ledger)["sightings"]].count("copy.txt") == 1


def test_another_reader_with_another_result_supersedes_and_loses_nothing(ledger):
    outcomes.add(ledger, a_reading())
    old = ledger.claims().to_pylist()
    fuller = a_reading(events=(), tolls=a_reading().tolls)
    [status] = ledger.add([outcomes.read(fuller)], run=outcomes.run(ledger, maker="reader 2"))
    assert status is Status.READ
    assert ledger.reading(fuller.document.id) == fuller
    assert [claim["kind"] for claim in ledger.claims().to_pylist()] == ["toll", "office"]
    assert len(everything_in(ledger)["claims"]) == len(old) + 2
    assert ledger.claim(old[0]["claim"]).type is EventType.ASSAULT
    assert list(ledger.verify()) == []


def test_the_same_reader_does_not_supersede_itself(ledger):
    outcomes.add(ledger, a_reading())
    [status] = ledger.add([outcomes.read(a_reading(events=()))], run=outcomes.run(ledger))
    assert status is Status.KNOWN
    assert ledger.reading(a_reading().document.id) == a_reading()


def unsound() -> list[tuple[Reading, str]]:
    plain = factory.reading("Nine died.")
    beyond = Span(4, 99)
    toll = Toll(
        span=Span(0, 4), effect=Effect.KILLED, of=Group.PEOPLE, low=9, high=9, qualifier=Qualifier.EXACT
    )
    said = Attribution(source=None, who=None, cue=None, content=Span(0, 4), form=Form.DIRECT)
    place = Entity(id="e", name="Orlo", kind=EntityKind.PLACE, latitude=float("inf"))
    return [
        (replace(plain, sentences=(beyond,)), r"sentences\[0\] \[4, 99\) ends after the text"),
        (replace(plain, events=(Event(trigger=Span(0, 4), type=EventType.OTHER, also=(beyond,)),)), "also"),
        (replace(plain, tolls=(replace(toll, low=10**30),)), "low is 10+, not between"),
        (replace(plain, tolls=(replace(toll, attribution=0),)), "there are 0 attributions"),
        (replace(plain, attributions=(replace(said, parent=0),)), "leads back to itself"),
        (replace(plain, entities=(place,)), "latitude is inf"),
        (replace(plain, document=replace(plain.document, sha256="0")), "not the hash of the text"),
    ]


@pytest.mark.parametrize(("reading", "message"), unsound())
def test_an_unsound_reading_stops_the_whole_batch(ledger, reading, message):
    sound = outcomes.read(a_reading())
    claimless = replace(outcomes.read(factory.reading("Nine died.")), result=reading)
    with pytest.raises(LedgerError, match=message):
        ledger.add([sound, claimless], run=outcomes.run(ledger))
    assert ledger.documents().num_rows == 0


def test_claims_of_another_document_stop_the_batch(ledger):
    other = factory.reading("Nothing is claimed in this report, " * 5)
    stray = replace(outcomes.read(other), claims=outcomes.read(a_reading()).claims)
    with pytest.raises(LedgerError, match="of another document"):
        ledger.add([stray], run=outcomes.run(ledger))


def test_a_name_that_no_file_can_hold_is_an_error_and_nothing_is_written(ledger):
    surrogate = replace(outcomes.read(a_reading()), origin="caf\udce9.txt")
    with pytest.raises(LedgerError, match="surrogates not allowed"):
        ledger.add([outcomes.refused(), surrogate], run=outcomes.run(ledger))
    assert ledger.refusals().num_rows == ledger.documents().num_rows == 0


def test_add_needs_an_open_run(ledger):
    with pytest.raises(NotInLedger, match="no run 'r-none'"):
        ledger.add([outcomes.refused()], run="r-none")
    run = outcomes.run(ledger)
    ledger.finish_run(run, counts={}, finished="2031-05-04T07:00:00")
    with pytest.raises(LedgerError, match="finished 2031-05-04T07:00:00; start another"):
        ledger.add([outcomes.refused()], run=run)


def test_an_empty_batch_is_no_trouble(ledger):
    assert ledger.add([], run=outcomes.run(ledger)) == []


def test_claims_that_cannot_quote_themselves_or_share_an_id_stop_the_batch(ledger):
    sound = outcomes.read(a_reading())
    first = sound.claims[0]
    for claims, message in (
        ((replace(first, context=Span(0, 999)),), "has a span that ends after the text"),
        ((first, first), "two claims have one id"),
    ):
        with pytest.raises(LedgerError, match=message):
            ledger.add([replace(sound, claims=claims)], run=outcomes.run(ledger))
    assert ledger.documents().num_rows == 0
