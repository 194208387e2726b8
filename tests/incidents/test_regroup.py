"""Grouping bit by bit gives what grouping all at once gives."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import demo
from sayso.evaluation.gold import to_reading
from sayso.incidents import Grouped, MemoryShelf, Regrouping, incidents_in, rarity_of, report_of
from sayso.incidents.compare.weights import shipped_weights
from sayso.incidents.group.grouper import Grouper
from sayso.incidents.group.judging import Rulings, rulings_of
from sayso.incidents.kept.draft import Draft
from sayso.model import Judgement, Reading, Report, Verdict
from tests.incidents import demo_reports
from tests.incidents.told import report, t

STORY = "Shells hit the grain market of Orlo at noon; traders Wim Tolk and Ada Brenn carried out the wounded."
REPORTS = demo_reports.reports()
COPIES = demo_reports.copies()
RARITY = rarity_of(REPORTS)
Partition = set[frozenset[str]]


def grouper(shelf: MemoryShelf, rulings: Rulings | None = None) -> Grouper:
    return Grouper(Draft(shelf), weights=shipped_weights(), rulings=rulings or Rulings(), rarity=RARITY)


def step(
    shelf: MemoryShelf, reports: Iterable[Report], known: set[str], rulings: Rulings | None = None
) -> Partition:
    """One run of a program: take reports in, group, keep; the groups as they stand then."""
    work = grouper(shelf, rulings)
    for each in reports:
        work.receive(each)
    work.file({copy: origin for copy, origin in COPIES.items() if {copy, origin} <= known})
    work.settle()
    work.keep()
    shelf.put(work._draft.rows())
    return partition(work)


def partition(work: Grouper) -> Partition:
    groups: dict[int, set[str]] = defaultdict(set)
    for number in range(len(work.roll)):
        if work.roll.alive[number]:
            groups[int(work.roll.group[number])].update(work.trace(number).ids)
    return set(map(frozenset, groups.values()))


def at_once(reports: Sequence[Report], rulings: Rulings | None = None) -> Partition:
    return step(MemoryShelf(), reports, {each.document for each in reports}, rulings)


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(len(REPORTS))), st.lists(st.integers(1, 9), min_size=1), st.data())
def test_steps_of_any_size_in_any_order_group_as_all_at_once(order, sizes, data):
    shelf, known, waiting = MemoryShelf(), set(), list(order)
    while waiting:
        size = sizes[len(waiting) % len(sizes)]
        some, waiting = waiting[:size], waiting[size:]
        known.update(REPORTS[at].document for at in some)
        found = step(shelf, [REPORTS[at] for at in some], known)
    assert found == at_once(REPORTS)
    again = data.draw(st.sampled_from(REPORTS))
    assert step(shelf, [again], known) == found


def test_a_crowded_town_groups_as_all_at_once():
    crowd = [
        report(
            f"r{at:03}",
            t(day=f"2031-05-0{3 + at % 3}", killed=at % 4 + 1, story=STORY[: 20 + at % 60], deed=deed),
        )
        for at, deed in enumerate(("shelled", "bombed", "raid", "blast", "struck") * 18)
    ]
    shelf, known = MemoryShelf(), set()
    for at in range(0, len(crowd), 7):
        some = crowd[::-1][at : at + 7]
        known.update(each.document for each in some)
        found = step(shelf, some, known)
    assert found == at_once(crowd)
    changed = replace(crowd[40], tellings=())
    without = [*crowd[:40], changed, *crowd[41:]]
    assert step(shelf, [changed], known) == at_once(without)


def test_a_crowd_over_months_some_of_it_undated_groups_as_all_at_once():
    stories = [[f"{story}a{one}{other}rn" for one in "bdfgk" for other in "aeiouy"] for story in "lmstv"]
    crowd = [
        replace(
            report(
                f"m{at:03}",
                t(None, None, deed=f"deed {at % 5}", story=" ".join(stories[at % 5][at % 4 : 30 - at % 3])),
            ),
            published=(f"2031-{1 + at % 7:02}-0{1 + at % 9}", None)[at % 11 == 0],
        )
        for at in range(96)
    ]
    shelf, known = MemoryShelf(), set()
    for at in range(0, len(crowd), 13):
        some = crowd[::-1][at : at + 13]
        known.update(each.document for each in some)
        found = step(shelf, some, known)
    assert found == at_once(crowd)
    assert 1 < len(found) < len(crowd)
    changed = replace(crowd[40], tellings=())
    assert step(shelf, [changed], known) == at_once([*crowd[:40], changed, *crowd[41:]])


def test_rulings_that_come_and_go_are_obeyed_as_if_they_had_always_been():
    told = [report(name, t(story=STORY)) for name in "abc"]
    known = {each.document for each in told}
    shelf = MemoryShelf()
    assert step(shelf, told, known) == {frozenset("abc")}
    split = rulings_of([Judgement(one="a", other="b", verdict=Verdict.APART, by="Ines", at="2031-05-06")])
    assert step(shelf, [], known, split) == at_once(told, split)
    assert step(shelf, [], known) == {frozenset("abc")}
    far = [report("far", t("Port Veld", day="2031-05-09"))]
    merged = rulings_of([Judgement(one="a", other="far", verdict=Verdict.SAME, by="Ines", at="2031-05-06")])
    assert step(shelf, far, known, merged) == at_once([*told, *far], merged)
    parted = rulings_of([Judgement(one="a", other="far", verdict=Verdict.APART, by="Ines", at="2031-05-07")])
    assert step(shelf, [], known, parted) == at_once([*told, *far], parted)
    assert step(shelf, [], known, merged) == at_once([*told, *far], merged)
    assert frozenset(["a", "far"]) in at_once([*told, *far], merged)
    assert step(shelf, [], known) == {frozenset("abc"), frozenset(["far"])}


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    given = {dispatch["id"]: dispatch for dispatch in demo.dispatches()}
    records = demo.truth()["readings"]
    return [demo_reports.with_facts(to_reading(record), given[record["id"]]) for record in records]


def regroup(
    shelf: MemoryShelf, fresh: Sequence[Reading], known: Sequence[Reading], standing: Mapping[str, str]
) -> tuple[Regrouping, list[Grouped]]:
    by_id = {reading.document.id: reading.document for reading in known}
    work = Regrouping(
        shelf,
        fresh,
        documents=lambda ids: [by_id[id] for id in ids],
        given=lambda ids: {id: standing[id] for id in ids if id in standing},
        standing=lambda ids: {id: standing[id] for id in ids if id in standing},
    )
    found = list(work.grouped())
    shelf.put(work.keep())
    return work, found


def test_a_regrouping_gives_only_what_has_changed(readings):
    shelf, standing = MemoryShelf(), {}
    for at in range(0, len(readings), 5):
        work, found = regroup(shelf, readings[at : at + 5], readings[: at + 5], standing)
        standing = {id: name for id, name in standing.items() if name not in work.gone}
        for each in found:
            standing |= dict.fromkeys(each.incident.tellings, each.incident.id)
    told = {id for each in REPORTS for telling in each.tellings for id in [telling.id]}
    assert standing.keys() == told
    again, nothing = regroup(shelf, [], readings, standing)
    assert (nothing, again.gone, again.copies, again.copies_gone) == ([], frozenset(), (), frozenset())
    last, found = regroup(shelf, [readings[-1]], readings, standing)
    assert len(found) <= len(REPORTS[-1].tellings)
    assert not last.afresh


def test_a_regrouping_from_nothing_gives_the_incidents_and_copies_of_all(readings):
    work, found = regroup(MemoryShelf(), readings, readings, {})
    origins = {id: group.origin for group in work.copies for id in group.members}
    reports = [report_of(reading) for reading in readings]
    assert {each.incident.id for each in found} == {
        incident.id for incident in incidents_in(reports, copies=origins)
    }
    assert {each.account.incident for each in found} == {each.incident.id for each in found}
