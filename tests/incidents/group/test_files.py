from sayso.incidents.group.files import Files
from sayso.incidents.group.filing import trace_of
from sayso.incidents.group.roll import Roll
from tests.incidents.group.made import files_of, filing_of
from tests.incidents.told import report, t

REPORTS = [
    report(f"d{at}", t("Orlo", deed="shelled"), t("Tallow", deed="raid", killed=at + 1)) for at in range(3)
]


def filed() -> tuple[Files, Roll]:
    files, roll = files_of(REPORTS, {}), Roll()
    filing = filing_of(files, roll)
    filing.file(list(files), [])
    return files, roll


def test_tellings_come_in_the_order_they_were_asked_for_whether_at_hand_or_not():
    files, roll = filed()
    asked = [5, 0, 3, 4, 0]
    one_by_one = [trace_of(files, roll, number).id for number in asked]
    files.close([0, 2])
    found = files.tellings(asked, roll.document[asked].tolist())
    assert [trace.id for trace in found] == one_by_one
    assert len(set(one_by_one)) == len(set(asked))


def test_no_tellings_are_asked_for_and_none_come():
    files, _ = filed()
    assert files.tellings([], []) == []
