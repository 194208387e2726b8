"""The running heads and feet of printed pages, and sentences that go on from one page to the next."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

# So many lines at either end of a page may be heads or feet, and on so many pages they stand.
_LINES, _FEWEST = 3, 3
_SHARE = 0.5
_LONGEST = 200
# A bundle of sheets says "Hurt: 0" on each of them.
_FIELD = re.compile(r":\s")
_NUMBER = re.compile(r"[0-9]+")
_LONGEST_NUMBER = 5
_FINISHED = re.compile(r"[.!?:;…。؟۔][\"'”’»)\]]*$")
# A line this much shorter than most is a paragraph's last, or a heading.
_FULL = 0.7


def in_one(pages: Sequence[str]) -> str:
    """The text of all pages, set apart by an empty line unless a sentence goes on.

    A line that stands at the same end of most pages, but for the page's number, is said once: a head on the
    first page that has it, a foot on the last.
    """
    lines = [_Page(number, page.split("\n")) for number, page in enumerate(pages) if page]
    headed = _said_once(lines)
    footed = _said_once([_Page(page.number, page.lines[::-1]) for page in headed[::-1]])
    return _joined([page.lines[::-1] for page in footed[::-1]])


class _Page(NamedTuple):
    """A page's lines, from one of its ends."""

    number: int
    lines: Sequence[str]

    def known(self) -> list[frozenset[str]]:
        """For each line at this end, what it is but for the page's number, wherever in it that may stand."""
        return [_keys(line, self.number) for line in self.lines[:_LINES]]


def _keys(line: str, page: int) -> frozenset[str]:
    """The line as it is, and with its first or last number counted from the page's: no toll runs with it."""
    if len(line) > _LONGEST or _FIELD.search(line):
        return frozenset()
    words = " ".join(line.split())
    numbers = [found for found in _NUMBER.finditer(words) if len(found[0]) <= _LONGEST_NUMBER]
    ways = {words} if words else set()
    for found in (*numbers[:1], *numbers[1:][-1:]):
        ways.add(f"{words[: found.start()]}#{int(found[0]) - page}#{words[found.end() :]}")
    return frozenset(ways)


def _said_once(pages: Sequence[_Page]) -> list[_Page]:
    """The pages without the lines at this end that stand at this end of most, but where they stand first."""
    counts = Counter(key for page in pages for key in frozenset[str]().union(*page.known()))
    least = max(_FEWEST, _SHARE * len(pages))
    said: set[str] = set()
    kept = []
    for page in pages:
        keys = [frozenset(key for key in each if counts[key] >= least) for each in page.known()]
        opening = [line for line, each in zip(page.lines, keys, strict=False) if not said.intersection(each)]
        said.update(*keys)
        kept.append(_Page(page.number, [*opening, *page.lines[_LINES:]]))
    return kept


def _joined(pages: Sequence[Sequence[str]]) -> str:
    text = ""
    before: Sequence[str] = ()
    for page in (each for each in pages if each):
        if before:
            text += "\n" if _goes_on(before, page[0]) else "\n\n"
        text += "\n".join(page)
        before = page
    return text


def _goes_on(page: Sequence[str], following: str) -> bool:
    """Whether a page ends in the midst of a sentence that the following line goes on with."""
    last = page[-1].rstrip()
    if _FINISHED.search(last) or not following[:1].isalnum():
        return False
    is_full = len(last) >= _FULL * median(len(line) for line in page)
    return following[0].islower() or (is_full and last[-1:].islower() and not following.isupper())
