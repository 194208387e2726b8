"""Which tellings meet, by the words of their reports and the days between these."""

from dataclasses import replace
from string import ascii_lowercase

import pytest

from sayso.incidents.compare.rarity import Rarity
from sayso.incidents.compare.traces import traces_of
from sayso.incidents.group.blocks import NAMES, keys_of
from sayso.incidents.group.filing import line_of
from sayso.incidents.group.neighbours import Neighbours
from sayso.incidents.group.roll import Roll
from sayso.model import Report
from tests.incidents.told import report, t

OWN = [f"mar{letter}n" for letter in ascii_lowercase]
THEIRS = [f"vel{letter}k" for letter in ascii_lowercase]
SHARED = ["tolk", "brenn", "ostrava"]


def meet(*reports: Report) -> bool:
    traces = traces_of(reports, rarity=Rarity(reports=1000, holding={}))
    roll = Roll()
    numbers = roll.add([line_of(trace, at) for at, trace in enumerate(traces)])
    keys = [keys_of(trace) for trace in traces]
    neighbours = Neighbours(roll)
    neighbours.add(list(numbers), keys)
    return {0, 1} in map(set, neighbours.of(list(numbers), keys).tolist())


def told(name: str, published: str | None, *, first: list[str], then: list[str]) -> Report:
    """A report of no day and no place; the words that come first stand in it more often."""
    story = " ".join([*first, *first, *then])
    return replace(report(name, t(None, None, deed=name, story=story, pub="2031-05-03")), published=published)


@pytest.mark.parametrize(
    ("published", "is_met"), [("2031-05-04", True), ("2031-07-02", True), ("2031-07-03", False)]
)
def test_any_three_rare_words_bring_together_what_is_told_within_sixty_days(published, is_met):
    assert len(OWN) >= NAMES
    one = told("one", "2031-05-03", first=OWN, then=SHARED)
    other = told("other", published, first=THEIRS, then=SHARED)
    assert meet(one, other) is is_met
    assert not meet(one, told("other", "2031-05-04", first=THEIRS, then=SHARED[:2]))


@pytest.mark.parametrize("published", ["2031-05-04", "2031-07-03", "2035-07-03", None])
def test_names_bring_together_what_is_told_at_any_time(published):
    one = told("one", "2031-05-03", first=SHARED, then=OWN)
    assert meet(one, told("other", published, first=SHARED, then=THEIRS))
    assert not meet(one, told("other", published, first=SHARED[:2], then=THEIRS))
