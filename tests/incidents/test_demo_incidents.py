"""The demonstration corpus, read by hand: its five incidents come out as its truth file has them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pytest

from sayso import demo
from sayso.incidents.agreement.account import account_of
from sayso.incidents.agreement.figures import PEOPLE_FIELDS
from sayso.incidents.group.incidents import incidents_in
from sayso.model import Account, Figure, Incident
from tests.incidents import demo_reports

INCIDENTS = {incident["id"]: incident for incident in demo.truth()["incidents"]}


@pytest.mark.parametrize("name", INCIDENTS)
def test_incidents_in_holds_just_the_tellings_of_the_truth(name: str) -> None:
    assert set(_incident(name).tellings) == _tellings(INCIDENTS[name])


@pytest.mark.parametrize("name", INCIDENTS)
def test_account_has_the_status_of_the_truth(name: str) -> None:
    assert _account(name).status.value == INCIDENTS[name]["status"]


@pytest.mark.parametrize("name", INCIDENTS)
def test_account_has_a_source_for_every_figure_of_the_truth(name: str) -> None:
    sources = {source: _source_of(name, source) for source in _people_sources(INCIDENTS[name])}
    assert len(set(sources.values())) == len(sources), "two sources of the truth became one"


@pytest.mark.parametrize("name", INCIDENTS)
def test_account_has_the_figures_of_the_truth(name: str) -> None:
    account = _account(name)
    for given in INCIDENTS[name]["figures"]:
        if given["field"] in PEOPLE_FIELDS:
            standing = next(
                standing
                for standing in account.standings
                if standing.field == given["field"] and standing.source == _source_of(name, given["source"])
            )
            assert sorted(map(_value, standing.figures)) == sorted(map(_true_value, given["values"]))
            assert standing.revised == given["revised"]


@pytest.mark.parametrize("name", INCIDENTS)
def test_account_has_the_contradictions_of_the_truth(name: str) -> None:
    expected = {
        (given["field"], frozenset(_source_of(name, source) for source in given["sources"]))
        for given in INCIDENTS[name]["contradictions"]
    }
    found = {(each.field, frozenset(each.sources)) for each in _account(name).contradictions}
    assert found == expected


@pytest.mark.parametrize("name", INCIDENTS)
def test_account_has_the_denials_and_retractions_of_the_truth(name: str) -> None:
    dispatch_of = demo_reports.document_ids()
    denials = _account(name).denials
    assert {dispatch_of[denial.document] for denial in denials} == {
        given["dispatch"] for given in INCIDENTS[name]["denials"]
    }
    assert {dispatch_of[denial.document] for denial in denials if denial.retracts} == {
        given["dispatch"] for given in INCIDENTS[name]["retractions"]
    }


def _value(figure: Figure) -> tuple[int, int, bool, bool]:
    return (_number(figure.low), _number(figure.high), figure.whole, figure.copy)


def _true_value(value: Mapping[str, Any]) -> tuple[int, int, bool, bool]:
    return (_number(value["low"]), _number(value["high"]), "part" not in value, value.get("copy", False))


def _number(bound: int | None) -> int:
    return -1 if bound is None else bound


def _people_sources(incident: Mapping[str, Any]) -> set[str]:
    return {figure["source"] for figure in incident["figures"] if figure["field"] in PEOPLE_FIELDS}


@lru_cache
def _source_of(name: str, source: str) -> str:
    """Our source for one of the truth's: the one that gives the figures of the same dispatches and spans."""
    spans = {
        (value["dispatch"], tuple(value["span"]))
        for figure in INCIDENTS[name]["figures"]
        if figure["source"] == source
        for value in figure["values"]
    }
    texts = {record["id"]: record["text"] for record in demo.truth()["readings"]}
    words = {(dispatch, texts[dispatch][start:end]) for dispatch, (start, end) in spans}
    dispatch_of = demo_reports.document_ids()
    found = {
        standing.source
        for standing in _account(name).standings
        for figure in standing.figures
        if (dispatch_of[figure.document], figure.words) in words
    }
    assert len(found) == 1, f"{source} became {len(found)} sources"
    return found.pop()


def _tellings(incident: Mapping[str, Any]) -> set[str]:
    by_event: dict[tuple[str, int], set[str]] = {}
    records = {record["id"]: record for record in demo.truth()["readings"]}
    dispatch_of = demo_reports.document_ids()
    for report in demo_reports.reports():
        events = records[dispatch_of[report.document]]["events"]
        order = sorted(range(len(events)), key=lambda at: events[at]["trigger"])
        for telling in report.tellings:
            by_event.setdefault((dispatch_of[report.document], order[telling.position]), set()).add(
                telling.id
            )
    return set().union(*(by_event[event["dispatch"], event["event"]] for event in incident["events"]))


@lru_cache
def _incidents() -> list[Incident]:
    return incidents_in(demo_reports.reports(), copies=demo_reports.copies())


@lru_cache
def _incident(name: str) -> Incident:
    wanted = _tellings(INCIDENTS[name])
    return max(_incidents(), key=lambda incident: len(wanted & set(incident.tellings)))


@lru_cache
def _account(name: str) -> Account:
    return account_of(
        _incident(name),
        demo_reports.reports(),
        copies=demo_reports.copies(),
        outlets=demo_reports.outlets(),
    )
