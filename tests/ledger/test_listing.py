"""What listing pages ask: a file and its copy on a server give the same answers."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from sayso.claims import claims_in
from sayso.ledger import ORDERS, Ledger, copy
from sayso.ledger.listing import Listing
from sayso.ledger.query import parsed
from sayso.model import Outcome
from tests.ledger import cases
from tests.ledger.test_copying import fill

QUESTIONS: Mapping[str, Callable[[Listing], object]] = {
    "version": Listing.version,
    "claim codes": lambda listing: listing.claim_codes().to_pylist(),
    "document codes": lambda listing: listing.document_codes().to_pylist(),
    "incident codes": lambda listing: listing.incident_codes().to_pylist(),
    "types of codes": lambda listing: [
        table.schema.types
        for table in (listing.claim_codes(), listing.document_codes(), listing.incident_codes())
    ],
    "claims": lambda listing: listing.claims([5, 1, 99]),
    "documents": lambda listing: listing.documents([2, 99, 1]),
    "documents by id": lambda listing: listing.documents_called(ids(listing)),
    "claims of a document": lambda listing: listing.numbers_of_document(ids(listing)[0]),
    "claims by id": lambda listing: listing.claims_called([row.claim for row in listing.claims([1, 2, 3])]),
    "incidents": lambda listing: listing.incidents([3, 1]),
    "tolls": lambda listing: listing.tolls_of([row.claim for row in listing.claims(range(20))]),
    "words": lambda listing: [
        sorted(listing.matching(parsed(typed)).tolist())
        for typed in ("orlo -nine", "who:clinic", "", "title:a")
    ],
    "runs": Listing.runs,
    "a run": lambda listing: listing.runs(run=listing.runs()[0].run),
    "refusals": Listing.refusals,
    "some refusals": lambda listing: [
        listing.refusals(run="none"),
        listing.refusals(reason=listing.refusals()[0].reason),
        listing.refusals(before=1),
    ],
    "reasons": Listing.refusal_reasons,
}


def ids(listing: Listing) -> list[str]:
    return [row.document for row in listing.documents([1, 2])]


@pytest.fixture(scope="module")
def both(server, tmp_path_factory):
    path = tmp_path_factory.mktemp("listed") / "listed.sqlite"
    with Ledger.open(path) as ledger:
        fill(ledger, "first")
    url = server.url(server.new_database())
    copy(path, url)
    with Ledger.open(path) as file, Ledger.open(url) as database:
        yield file, database


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_server_answers_as_a_file_does(both, question):
    answers = []
    for ledger in both:
        with ledger.listing() as listing:
            answers.append(question(listing))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("order", ORDERS)
def test_incidents_come_in_the_same_order(both, order):
    pages = []
    for ledger in both:
        first = ledger.incident_page(order=order, limit=2)
        pages.append([first, ledger.incident_page(order=order, limit=2, after=first.next)])
    assert pages[0] == pages[1]


def test_tables_are_the_same(both):
    file, database = both
    for table in ("claims", "documents", "refusals", "runs", "incidents", "figures"):
        assert getattr(file, table)().equals(getattr(database, table)()), table
    assert list(file.changes("2031-01-01")) == list(database.changes("2031-01-01"))
    assert file.copies() == database.copies()
    some = [list(ledger.cases(place="orlo 1", min_killed=1)) for ledger in both]
    assert some[0] == some[1] != []


def test_another_telling_of_an_event_is_no_toll_of_it(ledger):
    reading = cases.report("Tessera Wire", 4)
    event, toll = sorted(claims_in(reading), key=lambda claim: claim.kind)
    again = replace(event, id="c-again", event=event.id, chain=(), evidence=reading.sentences[0])
    outcome = Outcome(key="i-1", origin="orlo.txt", result=reading, claims=(event, toll, again))
    run = ledger.start_run({"maker": "made by hand"}, started=cases.AT)
    ledger.add([outcome], run=run)
    with ledger.listing() as listing:
        assert [claim.claim for claim in listing.tolls_of([event.id])[event.id]] == [toll.id]
