"""What the screen takes for two happenings, and what is taken for granted of links, is so by the bars."""

from itertools import combinations, product

import numpy as np

from sayso.incidents import rarity_of, traces_of
from sayso.incidents.compare.bars import bar
from sayso.incidents.compare.weights import shipped_weights
from sayso.incidents.group.filing import line_of
from sayso.incidents.group.grouper import Grouper
from sayso.incidents.group.judging import Rulings
from sayso.incidents.group.roll import Roll
from sayso.incidents.group.screen import are_days_apart, are_two_days, is_barred
from sayso.incidents.kept.draft import Draft
from sayso.incidents.kept.shelf import MemoryShelf
from tests.incidents import demo_reports
from tests.incidents.told import report, t

DAYS = ("2031-05-03", "2031-05-04", "2031-05-06", "2031-05-13", "2031-05-14", "2031-05", "2030", None)
REPORTS = [
    *demo_reports.reports(),
    *(
        report(f"{at}{said}", t(day=day, pub="2031-05-15", said=said))
        for at, day in enumerate(DAYS)
        for said in (True, False)
    ),
]


def test_whatever_the_screen_drops_is_barred():
    traces = traces_of(REPORTS, rarity=rarity_of(REPORTS))
    roll = Roll()
    roll.add([line_of(trace, at) for at, trace in enumerate(traces)])
    pairs = np.array(list(combinations(range(len(traces)), 2)))
    dropped = pairs[are_days_apart(roll, pairs[:, 0], pairs[:, 1])].tolist()
    assert all(bar(traces[one], traces[other]) is not None for one, other in dropped)
    told = {traces[one].id + " " + traces[other].id for one, other in dropped}
    assert {"0True 4True", "0False 4False"} <= told
    assert told.isdisjoint({"0True 1True", "0True 2True", "0False 2False", "0True 5True", "0True 7True"})


def test_a_pair_looked_at_alone_is_dropped_where_it_is_among_many():
    traces = traces_of(REPORTS, rarity=rarity_of(REPORTS))
    roll = Roll()
    roll.add([line_of(trace, at) for at, trace in enumerate(traces)])
    pairs = np.array(list(combinations(range(len(traces)), 2)))
    dropped = are_days_apart(roll, pairs[:, 0], pairs[:, 1]).tolist()
    assert [are_two_days(roll, *pair) for pair in pairs.tolist()] == dropped
    assert set(dropped) == {True, False}


PLACES = ("Orlo", "Tamsin", "Port Veld", "market; Orlo", None)
TOLD = [
    report(
        f"told{at}",
        t(place, day=day, said=at % 3 > 0, pub="2031-05-04", actor=actor, target=target, type=type),
    )
    for at, (day, place, (actor, target), type) in enumerate(
        product(
            DAYS[:5],
            PLACES,
            (
                (None, None),
                ("Orlan guns", "Karstan post"),
                ("Karstan guns", "Orlan post"),
                # Of sides that no country is known of.
                ("Velmari guns", "Ostrani post"),
                ("Ostrani guns", "Velmari post"),
            ),
            ("ASSAULT", "ACCUSE"),
        )
    )
]


def test_what_the_roll_tells_of_bars_is_so_and_leaves_few_to_ask():
    reports = [*demo_reports.reports(), *TOLD]
    traces = traces_of(reports, rarity=rarity_of(reports))
    roll = Roll()
    roll.add([line_of(trace, at) for at, trace in enumerate(traces)])
    told = {None: 0, True: 0, False: 0}
    for one, other in combinations(range(len(traces)), 2):
        known = is_barred(roll, one, other)
        told[known] += 1
        if known is not None:
            assert known is (bar(traces[one], traces[other]) is not None)
    assert min(told.values()) > 100


def test_fire_on_its_own_country_told_twice_is_no_exchange_and_none_need_be_asked():
    told = [
        report(name, t("Orlo", day="2031-05-03", pub="2031-05-04", actor=actor, target=target))
        for name, actor, target in (
            ("one", "Orlan rebels", "Orlan police"),
            ("other", "Orlan rebels", "Orlan villagers"),
            ("answer", "Karstan police", "Orlan police"),
            ("back", "Orlan rebels", "Karstan police"),
        )
    ]
    traces = traces_of(told, rarity=rarity_of(told))
    roll = Roll()
    roll.add([line_of(trace, at) for at, trace in enumerate(traces)])
    assert is_barred(roll, 0, 1) is False
    assert is_barred(roll, 2, 3) is None
    assert bar(traces[2], traces[3]) == "each side's fire on the other"


def test_no_bar_stands_between_what_is_linked():
    grouper = Grouper(Draft(MemoryShelf()), weights=shipped_weights(), rulings=Rulings())
    for each in REPORTS:
        grouper.receive(each)
    grouper.file(demo_reports.copies())
    links = grouper._filing.links.of(range(len(grouper.roll)))
    found = [(one, other) for one, near in links.items() for other in near]
    assert found
    assert all(bar(grouper.trace(one), grouper.trace(other)) is None for one, other in found)
