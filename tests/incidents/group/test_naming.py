import re

from sayso.incidents.group.incidents import incidents_in
from tests.incidents.told import report, t

STORY = "Shells hit the grain market of Orlo at noon; traders Wim Tolk and Ada Brenn carried out the wounded."


def test_an_id_says_day_and_town() -> None:
    (incident,) = incidents_in([report("a", t("Grain Market; Orlo", story=STORY))])
    assert re.fullmatch(r"INC-2031-05-03-orlo-[a-z2-9]{5}", incident.id)


def test_an_id_of_no_place_says_so() -> None:
    (incident,) = incidents_in([report("a", t(None, story=STORY))])
    assert incident.id.startswith("INC-2031-05-03-somewhere-")


def test_a_year_is_not_printed_as_a_day() -> None:
    (incident,) = incidents_in([report("a", t(day="2019", pub="2031-05-03"))])
    assert incident.id.startswith("INC-2019-orlo-")


def test_an_id_stays_when_later_reports_come() -> None:
    first = report("a", t(story=STORY))
    (before,) = incidents_in([first])
    (after,) = incidents_in([first, report("b", t(pub="2031-05-04", story=STORY))])
    assert after.id == before.id


def test_a_given_id_stays_when_an_earlier_report_comes() -> None:
    later = report("b", t(pub="2031-05-04", story=STORY))
    (before,) = incidents_in([later])
    both = [later, report("a", t(story=STORY))]
    (after,) = incidents_in(both, given={before.founding: before.id})
    assert after.id == before.id
    assert after.founding == "b"


def test_a_split_incident_leaves_its_id_with_the_founding_telling() -> None:
    given = {"a": "INC-2031-05-03-orlo-given"}
    apart = [report("a", t("Orlo", story=STORY)), report("b", t("Port Veld", day="2031-05-09"))]
    names = {incident.tellings: incident.id for incident in incidents_in(apart, given=given)}
    assert names["a",] == "INC-2031-05-03-orlo-given"
    assert names["b",] != names["a",]


def test_of_several_tellings_of_one_day_one_that_names_the_town_gives_the_name() -> None:
    reports = [report(name, t(place, story=STORY)) for name, place in (("a", None), ("b", "Orlo"))]
    (incident,) = incidents_in(reports)
    assert (incident.founding, incident.id.split("-")[4]) == ("b", "orlo")
