from dataclasses import replace

import pytest

from sayso.ledger import Ledger
from tests import factory
from tests.claims.test_claims import a_reading
from tests.ledger import outcomes
from tests.ledger.behind import done

TAMPERING = {
    "UPDATE documents SET text = replace(text, 'nine', 'five')": "its text, or what is known about it",
    "UPDATE documents SET title = 'Other'": "its text, or what is known about it",
    "UPDATE documents SET published = '2031-01-01'": "its text, or what is known about it",
    "UPDATE documents SET id = 'd-other'": "a row refers to a row of documents",
    "UPDATE documents SET repairs = 'x'": "cannot be put together",
    "UPDATE claims SET evidence_start = evidence_start + 1 WHERE kind = 'toll'": "does not stand there",
    "UPDATE claims SET evidence_end = 25, evidence_words = 'shelle' WHERE type <> ''": "another id follows",
    "UPDATE claims SET context_end = context_end - 1": "are not what was written",
    "UPDATE claims SET low = 1000 WHERE effect = 'killed'": "are not what was written",
    "UPDATE claims SET id = 'c-other' WHERE kind = 'office'": "another id follows",
    "UPDATE claims SET actors = '[]'": "are not what was written",
    "UPDATE voices SET who = 'Army'": "are not what was written",
    "UPDATE voices SET cue_end = 99999": "does not stand there",
    "UPDATE attributions SET content_start = content_start + 1": "are not what was written",
    "UPDATE attributions SET parent = 7": "there are 1 attributions",
    "UPDATE events SET trigger_end = trigger_start": "cannot be put together",
    "UPDATE events SET type = 'WAR'": "cannot be put together",
    "UPDATE sentences SET span_end = 99999 WHERE position = 2": "ends after the text",
    "DELETE FROM claims WHERE kind = 'office'": "are not what was written",
    "DELETE FROM voices": "are not what was written",
    "DELETE FROM event_arguments": "are not what was written",
    "DELETE FROM readings": "does not have one current reading",
    "DELETE FROM documents": "a row refers to a row of documents",
    "DELETE FROM items": "finished with 2 items, now has 0",
    "UPDATE readings SET superseded_by = run": "does not have one current reading",
    "UPDATE runs SET manifest = '{}'": "another id follows from its start and manifest",
    "UPDATE runs SET maker = 'another'": "its manifest names another maker",
    "UPDATE runs SET manifest = '{'": "cannot be gone over",
    "UPDATE items SET reason = 'emptz' WHERE status = 'refused'": "what became of it in run",
    "UPDATE items SET status = 'known' WHERE status = 'refused'": "what became of it in run",
    "UPDATE documents SET dateline_place = 'Orlo'": "its text, or what is known about it",
    "UPDATE voices SET position = position + 1": "are not numbered as they were written",
    "UPDATE runs SET started = '2031-01-01'": "another id follows from its start and manifest",
}

OF_ONE = {
    "sqlite": {
        "UPDATE documents SET text = CAST(x'ff' AS TEXT)": "cannot be put together",
        "UPDATE tolls SET span_start = 'x'": "cannot be put together",
        "DELETE FROM documents_fts_data WHERE id > 10": "does not fit the rows that it indexes",
        "INSERT INTO claims_fts (rowid, who) VALUES (99, 'nobody')": "does not fit the rows that it indexes",
    },
    "postgresql": {
        "DELETE FROM documents_words": "does not fit the rows that it indexes: documents 1",
        "UPDATE documents_words SET words = words || 'xzebra'": "does not fit the rows that it indexes",
        "INSERT INTO claims_words VALUES (99, 0, 'wnobody')": "that it indexes: claims 99",
    },
}


def fill(ledger: Ledger) -> None:
    run = outcomes.run(ledger)
    ledger.add([outcomes.read(a_reading()), outcomes.refused()], run=run)
    ledger.finish_run(run, counts={}, finished="2031-05-04T07:00:00")


@pytest.mark.parametrize(("tampering", "what"), TAMPERING.items())
def test_verify_finds(ledger, tampering, what):
    fill(ledger)
    assert list(ledger.verify()) == []
    done(ledger, tampering)
    assert what in " / ".join(problem.what for problem in ledger.verify())


@pytest.mark.parametrize(
    ("new_ledger", "tampering", "what"),
    [(name, *pair) for name, some in OF_ONE.items() for pair in some.items()],
    indirect=["new_ledger"],
)
def test_verify_finds_what_can_only_be_done_to_one(ledger, tampering, what):
    test_verify_finds(ledger, tampering, what)


def test_verify_names_the_document_and_goes_on_to_the_next(ledger):
    others = [factory.reading(f"Report {number}.") for number in range(3)]
    outcomes.add(ledger, *others)
    done(ledger, "UPDATE readings SET checksum = ''")
    named = [problem.where for problem in ledger.verify()]
    assert sorted(named) == sorted(reading.document.id for reading in others)


def test_verify_reads_superseded_readings_too(ledger):
    fill(ledger)
    outcomes.add(ledger, replace(a_reading(), events=()), maker="reader 2")
    assert list(ledger.verify()) == []
    done(ledger, "UPDATE events SET mode = 'drone'")
    assert [problem.where for problem in ledger.verify()] == [a_reading().document.id]


def test_verify_says_where_a_file_is_damaged(tmp_path):
    path = tmp_path / "a"
    with Ledger.open(path) as ledger:
        outcomes.add(ledger, *(factory.reading(f"Report {number}. " * 99) for number in range(400)))
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\x55" * (size // 4))
    with Ledger.open(path) as ledger:
        assert list(ledger.verify())
