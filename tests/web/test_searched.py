"""What the desk finds with its columns is what the ledger finds without them."""

from pathlib import Path

import pytest

from sayso.ledger.query import parsed
from sayso.web.searched import documents_found
from sayso.web.shelf import Shelves
from tests.web.made import REPORTS, ledger_of, report

LOUD = report("THE CENTRAL HOSPITAL", 9, "nine people", outlet="Vell Courier", published="2031-05-06")
TYPED = {
    "market": 4,
    "market who:hospital": 2,
    "who:hospital": 2,
    "who:hospital OR who:ministry": 4,
    "who:hospital OR fifteen": 2,
    "market -who:hospital": 2,
    "-who:hospital": 2,
    "type:assault effect:killed": 4,
    "type:Assault -fifteen": 3,
    "type:consult": 0,
    "-type:consult": 4,
    "mode:heavy-weapons": 0,
    "kind:toll outlet:halinform": 1,
    "published:2031-05-04 who:ministry": 1,
    "language:en place:orlo": 4,
    "xylophone who:hospital": 0,
    "": 0,
    "...": 0,
}


@pytest.mark.parametrize("typed", TYPED)
def test_documents_found_are_those_that_the_ledger_finds(tmp_path: Path, typed: str):
    with ledger_of(tmp_path / "desk.sqlite", (*REPORTS, LOUD)) as ledger, ledger.listing() as listing:
        shelf = Shelves(ledger).newest()
        found = shelf.documents.numbers[documents_found(shelf, listing, parsed(typed))].tolist()
        assert found == sorted(listing.documents_matching(parsed(typed)).tolist())
        assert len(found) == TYPED[typed]
