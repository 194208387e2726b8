import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import NotInLedger, UsageError
from tests import factory
from tests.claims.test_claims import a_reading
from tests.ledger import outcomes


def test_an_id_can_be_given_by_its_beginning(ledger):
    outcomes.add(ledger, a_reading(), factory.reading("Another report."))
    document = a_reading().document
    claim = outcomes.read(a_reading()).claims[0]
    assert ledger.document(document.id[:9]) == document
    assert ledger.reading(document.id.removeprefix("d-")[:7]) == a_reading()
    assert ledger.claim(claim.id[:9]) == claim


def test_an_id_that_begins_several_names_them(ledger):
    readings = [factory.reading(f"Report {number}.") for number in range(7)]
    outcomes.add(ledger, *readings)
    with pytest.raises(
        UsageError, match=r"begins the ids of several documents: d-.*, d-.* …; give more of it"
    ):
        ledger.document("d-")


def test_a_whole_id_is_found_though_others_begin_with_it(ledger):
    outcomes.add(ledger, factory.reading("One.", id="d-1"), factory.reading("Two.", id="d-12"))
    assert ledger.document("d-1").text == "One."


@pytest.mark.parametrize("kind", ["document", "claim"])
def test_an_id_that_is_not_there_says_so(ledger, kind):
    with pytest.raises(NotInLedger, match=f"no {kind} 'd-none'"):
        getattr(ledger, kind)("d-none")


@given(st.text())
def test_any_id_at_all_is_found_or_not(new_ledger, id):
    with new_ledger() as ledger, pytest.raises(NotInLedger):
        ledger.reading(id)
