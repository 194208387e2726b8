import pytest

from sayso.errors import UsageError
from sayso.incidents.copies.credits import credits_of, is_credited
from sayso.incidents.copies.owners import Owner, Owners, read_owners, shipped_owners
from tests import factory

TABLE = "outlet,owner,aliases\nEvening Dornath,Lamp House,ED;The Evening\nEnnisar Courant,Lamp House,\n"


@pytest.fixture
def owners(tmp_path):
    path = tmp_path / "owners.csv"
    path.write_text("# Ours\n" + TABLE, encoding="utf-8")
    return read_owners(path)


def test_outlets_stand_under_their_owner_by_any_of_their_names(owners):
    assert (
        owners.roof("the evening dornath")
        == owners.roof("ED")
        == owners.roof("Ennisar Courant")
        == "Lamp House"
    )
    assert owners.roof("Radio Ilvane") == "Radio Ilvane"
    assert owners.outlet("ED") == "Evening Dornath"
    assert owners.known("Radio Ilvane") is None
    assert owners.names("Evening Dornath") == ("Evening Dornath", "ED", "The Evening")


def test_the_readers_own_table_goes_before_the_shipped_one(owners):
    theirs = Owners((Owner(outlet="Reuters", owner="Somebody"),)).over(shipped_owners())
    assert theirs.roof("Reuters") == "Somebody"
    assert theirs.outlet("AFP") == "Agence France-Presse"


@pytest.mark.parametrize(
    "table",
    ["outlet,company\nA,B\n", "outlet,owner\nA,\n", "", "outlet,owner\n,B\n", b"outlet,owner\n\xff,B\n"],
)
def test_a_table_that_cannot_be_used_is_refused_with_the_reason(tmp_path, table):
    path = tmp_path / "owners.csv"
    path.write_bytes(table if isinstance(table, bytes) else table.encode())
    with pytest.raises(UsageError, match="owner table"):
        read_owners(path)


def test_a_missing_table_is_refused(tmp_path):
    with pytest.raises(UsageError, match="cannot read"):
        read_owners(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("ORLO (AFP) - Two shells fell.", "Agence France-Presse"),
        ("Two shells fell, Tessera Wire reported.", "Tessera Wire"),
        ("Two shells fell, according to the Orlan Press.", "Orlan Press"),
        (
            "The Interior Ministry has issued the following statement:",
            "Halvoran Interior Ministry Press Service",
        ),
        ("TWO SHELLS FELL. (RADIO ILVANE)", "Radio Ilvane"),
    ],
)
def test_a_credit_names_its_outlet(text, outlet):
    assert is_credited(outlet, credits_of(factory.document(text)), owners=shipped_owners())


@pytest.mark.parametrize(
    "text", ["Two shells fell (see map).", "The Press Association of bakers met.", "Orlan fell."]
)
def test_other_words_credit_nobody(text):
    assert not is_credited("Orlan Press", credits_of(factory.document(text)), owners=shipped_owners())
