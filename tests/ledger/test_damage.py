"""Rows that nobody wrote through the ledger end in a `LedgerError`, not in an error of the program."""

import pytest

from sayso.claims import claims_in
from sayso.errors import LedgerError
from tests.claims.test_claims import a_reading
from tests.ledger import outcomes
from tests.ledger.behind import done

DAMAGE = (
    "UPDATE events SET type = 'WAR'",
    "UPDATE events SET trigger_start = -5",
    "UPDATE attributions SET parent = 7",
    "UPDATE documents SET repairs = '[[1]]'",
    "UPDATE documents SET flags = 'x'",
    "UPDATE readings SET superseded_by = run",
)


# SQLite lets anything into any column.
UNTYPED = ("UPDATE tolls SET span_start = 'x'", "UPDATE documents SET text = CAST(text AS BLOB)")


@pytest.fixture
def damaged(ledger):
    """Damages the ledger with a statement; the id of its only document."""
    outcome = outcomes.read(a_reading())
    ledger.add([outcome], run=outcomes.run(ledger))

    def damage(statement):
        done(ledger, statement)
        return outcome.result.document.id

    return damage


@pytest.mark.parametrize("statement", DAMAGE)
def test_a_damaged_reading_is_named_as_such(ledger, damaged, statement):
    document = damaged(statement)
    with pytest.raises(LedgerError, match=r"is damaged \(.+\); `sayso verify` says where"):
        ledger.reading(document)


@pytest.mark.parametrize("new_ledger", ["sqlite"], indirect=True)
@pytest.mark.parametrize("statement", UNTYPED)
def test_a_value_of_another_type_is_named_as_such(ledger, damaged, statement):
    document = damaged(statement)
    with pytest.raises(LedgerError, match=r"is damaged \(.+\); `sayso verify` says where"):
        ledger.reading(document)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims SET actors = '{' WHERE kind = 'event'",
        "UPDATE claims SET actors = '5' WHERE kind = 'event'",
        "UPDATE claims SET type = 'WAR' WHERE kind = 'event'",
    ],
)
def test_a_damaged_claim_is_named_as_such(ledger, damaged, statement):
    claim = next(claim.id for claim in claims_in(a_reading()) if claim.type)
    damaged(statement)
    with pytest.raises(LedgerError, match="is damaged"):
        ledger.claim(claim)


def test_documents_are_counted_whatever_is_wrong_with_them(ledger, damaged):
    damaged("UPDATE documents SET flags = 'x'")
    assert ledger.document_count() == 1
