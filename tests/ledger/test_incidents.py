"""Incidents filed in a ledger: found again, kept through change, never told twice."""

from dataclasses import replace

import pytest

from sayso.errors import NotInLedger, Overtaken, UsageError
from sayso.ledger import FIGURES, INCIDENTS, ORDERS
from sayso.model import Assertion, Span, Status
from sayso.pipeline.grouping import brought_up_to_date, regrouped
from tests.ledger import outcomes
from tests.ledger.cases import AT, group, report

LATER = "2031-05-09T06:00:00+00:00"


def the_incident(ledger):
    [row] = ledger.incident_page().rows
    return ledger.incident(row.id)


def test_an_incident_comes_back_with_what_its_sources_say(ledger):
    group(ledger, report("Sarn Wire", 3), report("Orlo Post", 5, who="the mayor"))
    filed = the_incident(ledger)
    assert filed.account.status is Status.CONTESTED
    assert (filed.row.killed_low, filed.row.killed_high, filed.row.reports) == (3, 5, 2)
    assert (filed.row.day, filed.row.until, filed.row.place) == ("2031-05-03", "2031-05-03", "Orlo")
    assert filed.changed == AT
    assert {row["claim"] for row in ledger.claims(incident=filed.incident.id).to_pylist()} >= set(
        filed.incident.tellings
    )
    assert ledger.incident_of(filed.incident.tellings) == dict.fromkeys(
        filed.incident.tellings, filed.incident.id
    )
    assert list(ledger.verify()) == []


def test_the_claims_of_an_incident_are_all_that_its_figures_quote(ledger):
    told = report("Sarn Wire", 3)
    (event,) = told.events
    group(ledger, replace(told, events=(replace(event, tolls=()),), tolls=event.tolls))
    filed = the_incident(ledger)
    rows = {row["kind"]: row for row in ledger.claims(incident=filed.incident.id).to_pylist()}
    assert (rows["toll"]["event"], rows["toll"]["outlet"]) == (None, "Sarn Wire")
    assert {row["claim"] for row in rows.values()} == {*filed.incident.tellings, *filed.account.claims}


def test_an_incident_that_is_only_counted_is_listed_by_what_was_done(ledger):
    told = report("Sarn Wire", 3)
    (event,) = told.events
    group(ledger, replace(told, events=(), tolls=event.tolls))
    assert (the_incident(ledger).row.type, the_incident(ledger).row.trigger) == ("OTHER", "killed")


def test_grouping_again_writes_nothing_where_nothing_changed(ledger):
    group(ledger, report("Sarn Wire", 3))
    before = the_incident(ledger)
    assert brought_up_to_date(ledger, at=LATER) is None
    assert regrouped(ledger, at=LATER).incidents == 0
    assert the_incident(ledger) == before


def test_an_incident_keeps_its_id_when_an_earlier_report_comes_in(ledger):
    group(ledger, report("Sarn Wire", 3))
    before = the_incident(ledger)
    group(ledger, report("Orlo Post", 3, published="2031-05-02", who="the mayor"), at=LATER)
    after = the_incident(ledger)
    assert after.incident.id == before.incident.id
    assert after.row.reports == 2
    assert after.changed == LATER


def test_incidents_do_not_depend_on_how_reports_came_in(new_ledger):
    some = [report("Sarn Wire", 3), report("Orlo Post", 5, who="the mayor"), report("Tarn Herald", 3)]
    tables = []
    for batches in ([some], [[one] for one in some], [[one] for one in some[::-1]]):
        with new_ledger() as ledger:
            for batch in batches:
                outcomes.add(ledger, *batch)
            brought_up_to_date(ledger, at=AT)
            tables.append((ledger.incidents(), ledger.figures()))
    assert tables[0] == tables[1] == tables[2]


def test_grouping_after_each_report_gives_the_groups_of_grouping_once(new_ledger):
    some = [report("Sarn Wire", 3), report("Orlo Post", 5, who="the mayor"), report("Tarn Herald", 3)]
    some += [report("Sarn Wire", 2, place="Tarn", day="2031-07-20"), report("Orlo Post", 2, day="2031-07-20")]
    found = []
    for batches in ([some], [[one] for one in some], [[one] for one in some[::-1]]):
        with new_ledger() as ledger:
            for batch in batches:
                group(ledger, *batch)
            found.append({frozenset(filed.incident.tellings) for filed in ledger.cases()})
            assert list(ledger.verify()) == []
    assert found[0] == found[1] == found[2]


def test_a_report_that_is_read_again_is_grouped_again(ledger):
    first = report("Sarn Wire", 3)
    group(ledger, first, report("Orlo Post", 3, who="the mayor"))
    outcomes.add(ledger, replace(first, events=()), maker="reader 2")
    brought_up_to_date(ledger, at=LATER)
    assert the_incident(ledger).row.reports == 1
    assert list(ledger.verify()) == []


def test_a_split_and_a_merge_hold_whatever_is_grouped_again(ledger):
    readings = [report("Sarn Wire", 3), report("Orlo Post", 3, who="the mayor")]
    group(ledger, *readings)
    whole = the_incident(ledger).incident
    ruled = ledger.split(whole.id, whole.tellings[1:], by="Ana", at=LATER, why="two raids")
    brought_up_to_date(ledger, at=LATER)
    assert ledger.incident_count() == 2
    group(ledger, report("Tarn Herald", 3, who="the army"), at=LATER)
    apart = ledger.incident_of(whole.tellings)
    assert len(set(apart.values())) == 2

    merged = ledger.merge(set(apart.values()), by="Bo", at=LATER, why="one raid after all")
    brought_up_to_date(ledger, at=LATER)
    assert len(set(ledger.incident_of(whole.tellings).values())) == 1

    ledger.undo(merged.id, by="Ana", at=LATER)
    brought_up_to_date(ledger, at=LATER)
    assert len(set(ledger.incident_of(whole.tellings).values())) == 2
    ledger.undo(ruled.id, by="Ana", at=LATER)
    brought_up_to_date(ledger, at=LATER)
    assert len(set(ledger.incident_of(whole.tellings).values())) == 1
    assert list(ledger.verify()) == []


def test_a_split_takes_out_an_event_with_all_voices_of_its_report(ledger):
    two = report("Orlo Post", 3, who="the mayor")
    [shelled] = two.events
    in_own_words = Span(two.text.index("So Orlo"), two.text.index("So Orlo") + 2)
    two = replace(two, events=(replace(shelled, also=(in_own_words,)),))
    group(ledger, report("Sarn Wire", 3), two)
    whole = the_incident(ledger).incident
    assert len(whole.tellings) == 3
    further = next(id for id in whole.tellings if ledger.claim(id).event in whole.tellings)
    ledger.split(whole.id, [further], by="Ana", at=LATER, why="two raids")
    brought_up_to_date(ledger, at=LATER)
    homes = ledger.incident_of(whole.tellings)
    [alone] = [id for id in whole.tellings if homes[id] not in {homes[further]}]
    assert homes[ledger.claim(further).event] == homes[further]
    assert ledger.claim(alone).document != two.document.id


def test_the_id_of_an_incident_that_went_into_another_leads_there(ledger):
    group(ledger, report("Sarn Wire", 3), report("Orlo Post", 3, place="Tarn", day="2031-07-20"))
    one, other = (row.id for row in ledger.incident_page().rows)
    ledger.merge([one, other], by="Ana", at=LATER, why="")
    brought_up_to_date(ledger, at=LATER)
    assert ledger.incident(one) == ledger.incident(other)
    assert ledger.incident_count() == 1


@pytest.mark.parametrize("order", ORDERS)
def test_a_list_goes_on_where_the_page_before_ended(ledger, order):
    places = ["Orlo", "Tarn", "Ennis", "Marrow", "Quill", "Sedge", "Vane"]
    for number, place in enumerate(places):
        outcomes.add(ledger, report(f"{place} Post", number, place=place, day=f"2031-{number + 1:02}-09"))
    brought_up_to_date(ledger, at=AT)
    whole = [row.id for row in ledger.incident_page(order=order).rows]
    assert len(whole) == ledger.incident_count() == len(places)
    found, after = [], None
    for _ in range(len(places)):
        page = ledger.incident_page(order=order, after=after, limit=2)
        found += [row.id for row in page.rows]
        after = page.next
        if after is None:
            break
    assert found == whole


@pytest.mark.parametrize(
    ("only", "many"),
    [
        ({"place": "órlo"}, 1),
        ({"place": "orl"}, 0),
        ({"party": "REBELS"}, 2),
        ({"source": "the mayor"}, 1),
        ({"outlet": "Sarn Wire"}, 1),
        ({"type": "ASSAULT"}, 2),
        ({"type": "AGREE"}, 0),
        ({"status": "single source"}, 2),
        ({"since": "2031-05-03", "until": "2031-05-03"}, 1),
        ({"since": "2031-05-04"}, 1),
        ({"since": "2031-07-21"}, 0),
        ({"until": "2031-05-02"}, 0),
        ({"min_killed": 4}, 1),
        ({"min_injured": 1}, 0),
        ({"min_reports": 2}, 0),
        ({"notable": True}, 2),
    ],
)
def test_incidents_can_be_chosen(ledger, only, many):
    group(
        ledger,
        report("Sarn Wire", 3),
        report("Tarn Post", 5, place="Tarn", who="the mayor", day="2031-07-20"),
    )
    assert ledger.incident_count(**only) == len(ledger.incident_page(**only).rows) == many
    assert ledger.incidents(**only).num_rows == many


def test_incidents_can_be_chosen_by_document_and_claim(ledger):
    reading = report("Sarn Wire", 3)
    group(ledger, reading, report("Tarn Post", 5, place="Tarn", who="the mayor", day="2031-07-20"))
    [id] = ledger.incidents(document=reading.document.id[:8])["incident"].to_pylist()
    telling = ledger.incident(id).incident.tellings[0]
    assert ledger.incidents(claim=telling)["incident"].to_pylist() == [id]


def test_choices_that_make_no_sense_are_errors(ledger):
    for wrong in (
        lambda: ledger.incident_page(colour="red"),
        lambda: ledger.incident_page(order="truest"),
        lambda: ledger.incident_page(order="deadliest", after="many~INC-x"),
    ):
        with pytest.raises(UsageError):
            wrong()
    with pytest.raises(NotInLedger):
        ledger.incident("INC-none")


def test_tables_have_the_columns_that_are_promised(ledger):
    assert ledger.incidents().schema == INCIDENTS
    assert ledger.figures().schema == FIGURES
    group(ledger, report("Sarn Wire", 3), report("Orlo Post", 5, who="the mayor"))
    killed = [row for row in ledger.figures().to_pylist() if row["field"] == "killed"]
    assert {(row["low"], row["last"], row["revised"], row["outlet"]) for row in killed} == {
        (3, True, False, "Sarn Wire"),
        (5, True, False, "Orlo Post"),
    }


def test_a_later_grouping_overtakes_an_earlier_one(ledger):
    group(ledger, report("Sarn Wire", 3))
    first = ledger.start_grouping(at=LATER, maker="x", anew=True)
    second = ledger.start_grouping(at=LATER, maker="x", anew=True)
    with pytest.raises(Overtaken):
        first.put([], gone=[])
    with pytest.raises(Overtaken):
        first.finish(at=LATER)
    assert ledger.incident_count() == 1
    second.finish(at=LATER)
    assert ledger.incident_count() == 0, "a grouping anew retires what it did not put"


def test_what_a_grouping_keeps_is_there_for_the_next_of_its_maker(ledger):
    group(ledger, report("Sarn Wire", 3))
    first = ledger.start_grouping(at=AT, maker="x", anew=True)
    assert list(first.kept("words")) == []
    first.finish(at=AT, keep=[("words", "a", b"1"), ("words", "b", b"2"), ("links", "a", b"3")])
    second = ledger.start_grouping(at=LATER, maker="x")
    assert not second.anew
    assert dict(second.kept("words")) == {"a": b"1", "b": b"2"}
    assert dict(second.kept("words", ["b", "c"])) == {"b": b"2"}
    assert list(second.fresh()) == []
    second.finish(at=LATER, keep=[("words", "a", None), ("words", "b", b"4")])
    assert dict(ledger.start_grouping(at=LATER, maker="x").kept("words")) == {"b": b"4"}
    another = ledger.start_grouping(at=LATER, maker="y")
    assert another.anew
    assert list(another.kept("words")) == []
    assert len(list(another.fresh())) == 1


def test_a_grouping_that_died_half_way_is_done_again(ledger):
    outcomes.add(ledger, report("Sarn Wire", 3))
    died = ledger.start_grouping(at=AT, maker="x", anew=True)
    assert len(list(died.fresh())) == 1
    assert brought_up_to_date(ledger, at=LATER) is not None
    assert ledger.incident_count() == 1


def test_a_denial_makes_an_incident_denied(ledger):
    denied = report("Orlo Post", 0, who="the army", assertion=Assertion.DENIED)
    group(ledger, report("Sarn Wire", 3), denied)
    assert the_incident(ledger).account.status is Status.DENIED
