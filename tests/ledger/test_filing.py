"""The line that a list shows of an incident, whose tellings may be of several types."""

from dataclasses import replace

from sayso.incidents import account_of, incidents_in
from sayso.ledger.filing import Case, Printed, row_of
from tests.incidents.told import report, t


def test_a_row_is_of_the_type_that_most_give_and_of_one_that_tells_it_as_done() -> None:
    reports = [
        report("a", t(type="CONCEDE", deed="answer", day=None, pub="2031-05-02", title="Pledges")),
        report("b", t(type="AGREE", deed="sign", assertion="planned", pub="2031-05-02", title="Hopes")),
        report("c", t("Tamsin", type="AGREE", deed="signed", pub="2031-05-03", title="Truce at last")),
        report("d", t(type="AGREE", deed="agreed", pub="2031-05-04", title="First quiet night")),
    ]
    tellings = tuple(telling for each in reports for telling in each.tellings)
    incident = replace(incidents_in(reports[:1])[0], tellings=tuple(telling.id for telling in tellings))
    case = Case(incident=incident, account=account_of(incident, reports), tellings=tellings)
    printed = {each.document: Printed(title=each.title, outlet=None, published=None) for each in reports}
    row = row_of(case, printed)
    assert (row.type, row.trigger, row.title, row.day, row.place) == (
        "AGREE",
        "signed",
        "Truce at last",
        "2031-05-03",
        "Tamsin",
    )
    assert row.id == incident.id
