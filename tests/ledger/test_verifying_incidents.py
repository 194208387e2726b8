"""`verify` finds whatever was changed in incidents, copies and sightings behind the ledger's back."""

import pytest

from sayso.model import Copy, CopyKind, OriginBy, Span, SyndicationGroup
from tests.ledger.behind import done
from tests.ledger.cases import AT, group, report


@pytest.fixture
def grouped(ledger):
    group(ledger, report("Sarn Wire", 3), report("Orlo Post", 5, who="the mayor"))
    assert list(ledger.verify()) == []
    return ledger


def problems_after(ledger, *statements):
    done(ledger, *statements)
    return [f"{problem.where}: {problem.what}" for problem in ledger.verify()]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE incidents SET status = 'corroborated'", "is not what was filed"),
        ("UPDATE incidents SET killed_high = 50", "is not what was filed"),
        ("UPDATE incidents SET content = replace(content, 'killed', 'hurt')", "is not what was filed"),
        ("UPDATE incidents SET content = '{'", "has other tellings"),
        ("DELETE FROM incident_names WHERE role = 'place'", "is not what was filed"),
        ("DELETE FROM incident_tellings WHERE position = 1", "is not what was filed"),
        ("UPDATE incident_tellings SET telling = 'c-none'", "is no claim of this ledger"),
        ("DELETE FROM sightings", "sighting of d-"),
        ("UPDATE sightings SET title = 'Peace'", "has another title than its document"),
        ("UPDATE sightings SET origin = 'elsewhere'", "has another origin than its item"),
        ("UPDATE sightings SET item = item || 'x'", "no item of any run"),
        ("UPDATE documents SET sha256 = 'x'", "another hash"),
        ("UPDATE documents SET outlet = 'Tarn Herald'", "another id follows"),
    ],
)
def test_verify_sees(grouped, damage, said):
    assert any(said in problem for problem in problems_after(grouped, damage))


def test_verify_sees_a_telling_in_two_incidents(ledger):
    group(ledger, report("Sarn Wire", 3), report("Orlo Post", 3, place="Tarn", day="2031-07-20"))
    found = problems_after(
        ledger,
        "UPDATE incident_tellings SET (telling, document) ="
        " (SELECT telling, document FROM incident_tellings WHERE incident = 1) WHERE incident = 2",
    )
    assert any("is a telling of 2 incidents at once" in problem for problem in found)


def test_verify_sees_changed_copies(grouped):
    [one, other] = [reading.document.id for reading in grouped.readings()]
    copy = Copy(kind=CopyKind.BRIEF, share=0.5, covers=0.25, added=(Span(0, 3),), dropped=(Span(4, 9),))
    stored = SyndicationGroup(
        origin=one, origin_by=OriginBy.EARLIEST, credit=None, owner="Sarn", members={other: copy}
    )
    grouping = grouped.start_grouping(at=AT, maker="by hand")
    assert (grouping.put_copies([stored]), grouping.put_copies([stored])) == (1, 0)
    assert grouped.copies() == grouped.copies([other]) == grouped.copies([one]) == [stored]
    assert grouped.copies(["d-none"]) == []
    assert list(grouped.verify()) == []
    found = problems_after(grouped, "UPDATE syndications SET credit = 'Nobody'")
    assert any("are not what was stored" in problem for problem in found)
