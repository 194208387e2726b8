from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.model import Outcome
from sayso.model.document import Reason
from sayso.run import Account, Skipped, Status, ingest
from tests import factory


def read(text: str) -> Outcome:
    return Outcome(key=f"i-{text}", origin="made.jsonl", part=text, result=factory.reading(text))


def refused(part: str) -> Outcome:
    refusal = factory.refusal(Reason.BINARY, part=part, detail="a picture")
    return Outcome(key=f"i-{part}", origin="made.jsonl", part=part, external_id="x", result=refusal)


SKIPPED = Skipped(key="i-old", origin="made.jsonl", part="old", external_id=None)


@pytest.fixture
def ledger(tmp_path: Path):
    with Ledger.open(tmp_path / "made.sqlite") as opened:
        yield opened


def start(ledger: Ledger) -> str:
    return ledger.start_run({"maker": "test"}, started="2031-05-07T00:00:00+00:00")


def flat(batches: object) -> list[Account]:
    return [account for accounts in batches for account in accounts]  # type: ignore[attr-defined]


def test_ingest_accounts_for_every_item_in_order(ledger: Ledger):
    found = [read("One boat sank."), SKIPPED, refused("picture"), read("One boat sank.")]
    accounts = flat(ingest(found, ledger=ledger, run=start(ledger)))
    assert [account.status for account in accounts] == [
        Status.READ,
        Status.SKIPPED,
        Status.REFUSED,
        Status.KNOWN,
    ]
    assert accounts[2].reason == "binary"
    assert accounts[2].external_id == "x"
    assert accounts[0].document == accounts[3].document == ledger.document(accounts[0].document or "").id


def test_ingest_yields_a_batch_only_once_it_is_in_the_file(ledger: Ledger, tmp_path: Path):
    found = [read(f"{number} boats sank.") for number in range(150)]
    seen = 0
    for accounts in ingest(found, ledger=ledger, run=start(ledger)):
        seen += len(accounts)
        with Ledger.open(tmp_path / "made.sqlite") as other:
            assert other.documents().num_rows == seen
    assert seen == 150


def test_ingest_of_an_abandoned_run_keeps_the_batches_that_were_yielded(ledger: Ledger):
    found = [read(f"{number} boats sank.") for number in range(150)]
    batches = ingest(found, ledger=ledger, run=start(ledger))
    kept = next(batches)
    batches.close()  # type: ignore[attr-defined]
    assert ledger.documents().num_rows == len(kept) < 150


def test_ingest_without_a_ledger_says_what_would_be_read():
    accounts = flat(ingest([read("One boat sank."), refused("picture")], ledger=None, run=""))
    assert [account.status for account in accounts] == [Status.READ, Status.REFUSED]
