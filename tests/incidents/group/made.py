"""Files and what files them, in one line each."""

from collections.abc import Mapping, Sequence

from sayso.incidents import MemoryShelf, rarity_of
from sayso.incidents.compare.weights import shipped_weights
from sayso.incidents.group.files import Files
from sayso.incidents.group.filing import Filing
from sayso.incidents.group.links import Links
from sayso.incidents.group.neighbours import Neighbours
from sayso.incidents.group.roll import Roll
from sayso.incidents.kept.draft import Draft
from sayso.incidents.kept.written import written
from sayso.model import Report


def files_of(reports: Sequence[Report], copies: Mapping[str, str], *, draft: Draft | None = None) -> Files:
    files = Files(draft or Draft(MemoryShelf()), rarity=rarity_of(reports))
    for each in reports:
        files.put(written(each))
    files.copy(copies)
    return files


def filing_of(files: Files, roll: Roll) -> Filing:
    return Filing(
        files,
        roll=roll,
        neighbours=Neighbours(roll),
        links=Links(),
        weights=shipped_weights(),
        processes=1,
    )
