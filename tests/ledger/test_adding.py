from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger, Status
from tests.exports.strategies import readings
from tests.ledger import outcomes


@settings(max_examples=60)
@given(st.lists(readings(), min_size=1, max_size=3, unique_by=lambda reading: reading.document.id))
def test_what_was_added_comes_back_equal(some):
    batch = [outcomes.read(reading, origin=f"{n}.txt") for n, reading in enumerate(some)]
    with TemporaryDirectory() as folder, Ledger.open(Path(folder, "a")) as ledger:
        assert ledger.add(batch, run=outcomes.run(ledger)) == [Status.READ] * len(some)
        for outcome in batch:
            assert ledger.reading(outcome.result.document.id) == outcome.result
            for claim in outcome.claims:
                assert ledger.claim(claim.id) == claim
        assert {reading.document.id: reading for reading in ledger.readings()} == {
            reading.document.id: reading for reading in some
        }
