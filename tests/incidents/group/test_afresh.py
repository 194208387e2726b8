"""Filing all reports at once comes to what filing them bit by bit comes to."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from sayso.incidents import MemoryShelf, rarity_of
from sayso.incidents.compare.weights import shipped_weights
from sayso.incidents.group.afresh import filed_afresh
from sayso.incidents.group.files import Files
from sayso.incidents.group.filing import Filing
from sayso.incidents.group.roll import Roll
from sayso.incidents.kept.draft import Draft
from sayso.incidents.kept.written import written
from tests.incidents import demo_reports
from tests.incidents.group.made import files_of, filing_of
from tests.incidents.told import report, t

STORIES = [[f"{story}a{one}{other}rn" for one in "bdfgk" for other in "aeiouy"] for story in "lmstv"]
MONTHS = [
    replace(
        report(
            f"m{at:03}",
            t(None, None, deed=f"deed {at % 5}", story=" ".join(STORIES[at % 5][at % 4 : 30 - at % 3])),
        ),
        published=(f"2031-{1 + at % 7:02}-0{1 + at % 9}", None)[at % 11 == 0],
    )
    for at in range(96)
]
CROWD = [
    report(f"c{at:03}", t("Orlo", day=f"2031-05-0{3 + at % 3}", killed=at % 4 + 1, deed=deed, story=deed * 9))
    for at, deed in enumerate(("shelled ", "bombed ", "raid ", "blast ", "struck ") * 18)
]
COPIES = {f"m{at:03}": f"m{at % 3:03}" for at in range(3, 96, 7)}
Links_ = Mapping[tuple[str, str], float]


def bit_by_bit(files: Files, *, step: int) -> Filing:
    filing = filing_of(files, Roll())
    numbers = list(files)[::-1]
    for at in range(0, len(numbers), step):
        filing.file(numbers[at : at + step], [])
    return filing


def links_of(filing: Filing) -> Links_:
    one, other, score = (each.tolist() for each in filing.links.edges(range(len(filing.roll))))
    ids = [filing.trace(number).id for number in range(len(filing.roll))]
    pairs = [(ids[a], ids[b]) for a, b in zip(one, other, strict=True)]
    assert len(set(pairs)) == len(pairs)
    return dict(zip(pairs, score, strict=True))


@pytest.mark.parametrize(
    ("reports", "copies"),
    [(demo_reports.reports(), demo_reports.copies()), (MONTHS, COPIES), (CROWD, {}), ([], {})],
    ids=["demo", "months", "crowd", "nothing"],
)
@pytest.mark.parametrize("processes", [1, 2])
def test_all_at_once_are_linked_as_bit_by_bit(reports, copies, processes):
    files = files_of(reports, copies)
    found = links_of(filed_afresh(files, weights=shipped_weights(), processes=processes, at_once=17))
    assert found == links_of(bit_by_bit(files_of(reports, copies), step=len(reports) // 4 + 1))
    assert bool(found) == bool(reports)


class _OwnShelf(MemoryShelf):
    """A shelf that, as a database, belongs to one process."""

    def __init__(self) -> None:
        super().__init__()
        self._owner = os.getpid()

    def kept(self, part: str, keys: Sequence[str] | None = None) -> Iterator[tuple[str, bytes]]:
        assert os.getpid() == self._owner
        return super().kept(part, keys)


def test_other_processes_do_not_ask_the_shelf_for_what_an_earlier_run_took_in():
    first = Draft(shelf := _OwnShelf())
    files = files_of(CROWD[:60], {}, draft=first)
    files.keep()
    shelf.put(first.rows())
    later = files_of(CROWD[60:], {}, draft=Draft(shelf))
    later.rarity = rarity_of(CROWD)
    filing = filed_afresh(later, weights=shipped_weights(), processes=3, at_once=17)
    assert later.within_reach
    expected = filed_afresh(files_of(CROWD, {}), weights=shipped_weights(), processes=1)
    assert links_of(filing) == links_of(expected)


def test_who_comes_later_meets_the_blocks_that_were_laid_out_at_once():
    files = files_of(CROWD[:60], {})
    filing = filed_afresh(files, weights=shipped_weights(), processes=1)
    later = [files.put(written(each)) for each in CROWD[60:]]
    filing.file(later, [])
    files_anew = files_of(CROWD, {})
    files_anew.rarity = files.rarity
    assert links_of(filing) == links_of(filed_afresh(files_anew, weights=shipped_weights(), processes=1))


def test_all_that_was_filed_is_to_be_settled():
    filing = filed_afresh(files_of(CROWD, {}), weights=shipped_weights(), processes=1)
    everybody = set(range(len(filing.roll)))
    assert filing.unsettled.tellings == filing.unsettled.told_anew == everybody
    assert len(everybody) == len(CROWD)
