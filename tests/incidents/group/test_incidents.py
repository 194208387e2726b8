from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.incidents.group.incidents import incidents_in
from sayso.model import Judgement, Report, Verdict
from tests.incidents import demo_reports
from tests.incidents.told import partition, report, t

STORY = "Shells hit the grain market of Orlo at noon; traders Wim Tolk and Ada Brenn carried out the wounded."
PLACES = ("Orlo", "Tamsin", "Port Veld", "Grain Market; Orlo", None)


def ruling(
    one: str, other: str, verdict: Verdict, *, at: str = "2031-05-06", revoked: bool = False
) -> Judgement:
    return Judgement(one=one, other=other, verdict=verdict, by="Ines", at=at, revoked=revoked)


@given(st.permutations(range(38)))
@settings(max_examples=4, deadline=None)
def test_incidents_in_does_not_depend_on_the_order_of_reports(order: list[int]) -> None:
    reports = demo_reports.reports()
    expected = incidents_in(reports, copies=demo_reports.copies())
    assert incidents_in([reports[at] for at in order], copies=demo_reports.copies()) == expected


@st.composite
def made_reports(draw: st.DrawFn) -> list[Report]:
    tellings = st.builds(
        t,
        place=st.sampled_from(PLACES),
        day=st.sampled_from(["2031-05-03", "2031-05-04", "2031-05", None]),
        pub=st.sampled_from(["2031-05-03", "2031-05-04", "2031-05-06"]),
        killed=st.sampled_from([None, 3, 4, (3, None)]),
        story=st.sampled_from([STORY, STORY[:50], "A quiet day in Tamsin."]),
        assertion=st.sampled_from(["happened", "denied", "planned"]),
        says=st.sampled_from([(), "the mayor", "police"]),
    )
    many = draw(st.lists(st.lists(tellings, min_size=1, max_size=3), min_size=1, max_size=9))
    return [report(f"r{at}", *told) for at, told in enumerate(many)]


@given(made_reports(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_incidents_in_of_made_reports_does_not_depend_on_their_order(reports, random) -> None:
    shuffled = random.sample(reports, len(reports))
    assert incidents_in(shuffled) == incidents_in(reports)


@given(made_reports())
@settings(max_examples=40, deadline=None)
def test_incidents_in_loses_no_telling_and_repeats_none(reports) -> None:
    told = sorted(telling.id for each in reports for telling in each.tellings)
    grouped = [incident.tellings for incident in incidents_in(reports)]
    assert sorted(id for tellings in grouped for id in tellings) == told


@given(made_reports())
@settings(max_examples=40, deadline=None)
def test_incidents_in_obeys_apart_whatever_the_scores(reports) -> None:
    together = [incident for incident in incidents_in(reports) if len(incident.tellings) > 1]
    for incident in together[:2]:
        one, other = incident.tellings[:2]
        groups = incidents_in(reports, judgements=[ruling(one, other, Verdict.APART)])
        assert not any({one, other} <= set(found.tellings) for found in groups)


def test_a_split_survives_regrouping_with_more_reports() -> None:
    told = [report("a", t(story=STORY)), report("b", t(story=STORY))]
    split = [ruling("a", "b", Verdict.APART)]
    assert partition(told) == "a b"
    assert partition(told, judgements=split) == "a | b"
    more = [*told, report("c", t(story=STORY, pub="2031-05-04"))]
    assert partition(more, judgements=split) in ("a c | b", "a | b c", "a | b | c")


def test_a_merge_survives_regrouping() -> None:
    told = [report("a", t("Orlo", story=STORY)), report("b", t("Port Veld", day="2031-05-09"))]
    assert partition(told) == "a | b"
    assert partition(told, judgements=[ruling("a", "b", Verdict.SAME)]) == "a b"


def test_a_revoked_judgement_binds_nobody() -> None:
    told = [report("a", t(story=STORY)), report("b", t(story=STORY))]
    assert partition(told, judgements=[ruling("a", "b", Verdict.APART, revoked=True)]) == "a b"


def test_of_two_judgements_the_later_holds() -> None:
    told = [report("a", t(story=STORY)), report("b", t(story=STORY))]
    first = ruling("a", "b", Verdict.SAME, at="2031-05-06")
    later = ruling("b", "a", Verdict.APART, at="2031-05-07")
    assert partition(told, judgements=[later, first]) == "a | b"


def test_apart_outweighs_merges_that_would_lead_round_it() -> None:
    told = [report(name, t(story=STORY)) for name in "abc"]
    rulings = [
        ruling("a", "c", Verdict.APART, at="2031-05-08"),
        ruling("a", "b", Verdict.SAME, at="2031-05-06"),
        ruling("b", "c", Verdict.SAME, at="2031-05-07"),
    ]
    groups = partition(told, judgements=rulings).split(" | ")
    assert not any({"a", "c"} <= set(group.split()) for group in groups)


def test_an_incident_explains_every_telling_but_its_founding_one() -> None:
    (incident,) = incidents_in([report(name, t(story=STORY, killed=3)) for name in "abc"])
    linked = {id for link in incident.links for id in (link.one, link.other)}
    assert linked >= {"a", "b", "c"} - {incident.founding}
    assert len(incident.links) == 2
    for link in incident.links:
        assert abs(sum(ground.weight for ground in link.grounds) - link.score) < 1e-9


def test_copies_stay_together_though_their_outlets_differ() -> None:
    told = [report("a", t(story=STORY)), report("b", t(pub="2031-05-05", day=None, story=STORY[:40]))]
    assert partition(told, copies={"d-b": "d-a"}) == "a b"


def test_an_empty_ledger_has_no_incidents() -> None:
    assert incidents_in([]) == []


def test_a_report_that_tells_nothing_makes_no_incident() -> None:
    assert incidents_in([replace(report("a", t()), tellings=())]) == []
