"""Two ingests that group and ten reviewers write to one ledger at once: nobody is refused, nothing lost."""

from collections import Counter
from multiprocessing import get_context

import pytest

from sayso.ledger import Ledger
from sayso.model import Decision, Ruling, Subject

AT = "2031-05-08T06:00:00+00:00"
REVIEWERS, DECISIONS, INGESTS, REPORTS = 10, 10, 2, 8


def review(path: str, name: str) -> None:
    with Ledger.open(path, create=False) as ledger:
        for number in range(DECISIONS):
            ledger.decide(
                Decision(
                    kind=Subject.CLAIM, subject=f"c-{number}", verdict=Ruling.ACCEPT, by=name, at=AT, why=name
                )
            )
            ledger.decisions(by=name, standing=True)


def ingest(path: str, name: str) -> None:
    # The reviewers' processes start without what reads.
    from sayso.pipeline.grouping import brought_up_to_date
    from tests.ledger import outcomes
    from tests.ledger.cases import report

    with Ledger.open(path, create=False) as ledger:
        run = outcomes.run(ledger, started=name)
        for number in range(REPORTS):
            reading = report(name, number, place=f"Orlo {number}", day=f"2031-{number + 1:02}-03")
            ledger.add([outcomes.read(reading, origin=name)], run=run)
        ledger.finish_run(run, counts={"read": REPORTS}, finished=AT)
        brought_up_to_date(ledger, at=AT)


@pytest.fixture(params=["sqlite", "postgresql"])
def path(request, tmp_path):
    """Where a ledger can be made: a file, or a database on a server."""
    if request.param == "sqlite":
        return str(tmp_path / "a.sqlite")
    server = request.getfixturevalue("server")
    return server.url(server.new_database())


def test_two_ingests_and_ten_reviewers_at_once(path):
    from sayso.pipeline.grouping import brought_up_to_date

    Ledger.open(path).close()
    spawn = get_context("spawn")
    processes = [spawn.Process(target=review, args=(path, f"reviewer {n}")) for n in range(REVIEWERS)]
    processes += [spawn.Process(target=ingest, args=(path, f"Wire {n}")) for n in range(INGESTS)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=300)
    assert [process.exitcode for process in processes] == [0] * len(processes)
    with Ledger.open(path, create=False) as ledger:
        by = Counter(decision.by for decision in ledger.decisions())
        assert by == {f"reviewer {n}": DECISIONS for n in range(REVIEWERS)}
        assert ledger.document_count() == INGESTS * REPORTS
        told = [telling for filed in ledger.cases() for telling in filed.incident.tellings]
        assert len(told) == len(set(told)) == INGESTS * REPORTS
        # A reviewer may have decided after the last grouping, which leaves no report to be grouped.
        since = brought_up_to_date(ledger, at=AT)
        assert since is None or since.incidents == 0
        assert brought_up_to_date(ledger, at=AT) is None
        assert list(ledger.verify()) == []
