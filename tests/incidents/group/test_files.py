from sayso.incidents import MemoryShelf, rarity_of
from sayso.incidents.compare.weights import shipped_weights
from sayso.incidents.group.files import Files
from sayso.incidents.group.filing import Filing, trace_of
from sayso.incidents.group.links import Links
from sayso.incidents.group.neighbours import Neighbours
from sayso.incidents.group.roll import Roll
from sayso.incidents.kept.draft import Draft
from sayso.incidents.kept.written import written
from tests.incidents.told import report, t

REPORTS = [
    report(f"d{at}", t("Orlo", deed="shelled"), t("Tallow", deed="raid", killed=at + 1)) for at in range(3)
]


def filed() -> tuple[Files, Roll]:
    files, roll = Files(Draft(MemoryShelf()), rarity=rarity_of(REPORTS)), Roll()
    for each in REPORTS:
        files.put(written(each))
    filing = Filing(
        files,
        roll=roll,
        neighbours=Neighbours(roll),
        links=Links(),
        weights=shipped_weights(),
        processes=1,
    )
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
