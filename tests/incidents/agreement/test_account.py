from dataclasses import replace

import pytest

from sayso.incidents.agreement.account import account_of
from sayso.incidents.group.incidents import incidents_in
from sayso.model import Account, Effect, Outlet, Party, Report, Scope, Stance, Status
from tests.incidents.told import count, party, report, t

STORY = "Shells hit the grain market of Orlo at noon; traders Wim Tolk and Ada Brenn carried out the wounded."


def account(
    *reports: Report, copies: dict[str, str] | None = None, outlets: list[Outlet] | None = None
) -> Account:
    (incident,) = incidents_in(reports, copies=copies)
    return account_of(incident, reports, copies=copies, outlets=outlets or [])


def says(
    name: str, who: str, killed: object, *, pub: str = "2031-05-03", assertion: str = "happened"
) -> Report:
    return report(name, t(killed=killed, says=who, pub=pub, assertion=assertion, story=STORY))  # type: ignore[arg-type]


def test_one_source_in_three_outlets_is_a_single_source() -> None:
    told = [says(name, "the Interior Ministry", 7) for name in "abc"]
    assert account(*told).status is Status.SINGLE_SOURCE


def test_two_sources_that_agree_corroborate() -> None:
    found = account(says("a", "the Interior Ministry", 7), says("b", "the Central Hospital", 7))
    assert found.status is Status.CORROBORATED
    assert len(found.because) == 2


def test_a_copy_corroborates_nothing() -> None:
    told = [report(name, t(killed=7, story=STORY)) for name in "ab"]
    assert account(*told).status is Status.CORROBORATED
    assert account(*told, copies={"d-b": "d-a"}).status is Status.SINGLE_SOURCE


def test_a_number_that_a_copy_gives_without_its_source_is_still_that_sources() -> None:
    wire = says("wire", "the Interior Ministry", 11)
    brief = report("brief", t(killed=11, story=STORY))
    later = says("later", "the Interior Ministry", 14, pub="2031-05-04")
    found = account(wire, brief, later, copies={"d-brief": "d-wire"})
    killed = [standing for standing in found.standings if standing.field == "killed"]
    assert [standing.last and standing.last.low for standing in killed] == [14]
    assert found.contradictions == ()


def test_two_papers_under_one_roof_corroborate_nothing() -> None:
    told = [report(name, t(killed=7, story=STORY), outlet=f"Paper {name}") for name in "ab"]
    owned = [Outlet(name=f"Paper {name}", owner="Lamp House") for name in "ab"]
    assert account(*told, outlets=owned).status is Status.SINGLE_SOURCE


def test_two_sources_that_differ_contest() -> None:
    found = account(says("a", "the Interior Ministry", 7), says("b", "the Central Hospital", 9))
    assert found.status is Status.CONTESTED
    assert set(found.because) == {"a-killed", "b-killed"}
    stances = {
        stance for each in found.standings if each.field == "killed" for stance in each.stances.values()
    }
    assert stances == {Stance.DIFFERS}


def test_at_least_seven_and_nine_do_not_contradict() -> None:
    found = account(says("a", "the Interior Ministry", (7, None)), says("b", "the Central Hospital", 9))
    assert found.status is Status.CORROBORATED


def test_a_range_agrees_with_a_number_inside_it() -> None:
    found = account(says("a", "the Interior Ministry", (4, 6)), says("b", "the Central Hospital", 5))
    assert found.contradictions == ()


def test_a_rising_toll_from_one_source_is_revision() -> None:
    found = account(
        says("a", "the Interior Ministry", 3),
        says("b", "the Interior Ministry", 7, pub="2031-05-05"),
        says("c", "the Central Hospital", 7, pub="2031-05-05"),
    )
    assert found.status is Status.CORROBORATED
    (ministry,) = [each for each in found.standings if each.field == "killed" and each.revised]
    assert (ministry.first_said, ministry.last_said) == ("2031-05-03", "2031-05-05")
    assert ministry.last is not None
    assert ministry.last.low == 7


def test_a_denial_makes_an_incident_denied_and_no_retraction() -> None:
    found = account(
        says("a", "the mayor of Orlo", 7), says("b", "the Karstan army", None, assertion="denied")
    )
    assert found.status is Status.DENIED
    assert [denial.retracts for denial in found.denials] == [False]
    assert found.because == ("b",)


def test_taking_back_is_a_retraction() -> None:
    found = account(
        says("a", "Radio Orlo", 7), says("b", "Radio Orlo", 0, pub="2031-05-04", assertion="denied")
    )
    assert [denial.retracts for denial in found.denials] == [True]


def test_parts_and_windows_are_listed_but_not_compared() -> None:
    parts = report("a", t(killed=7, says="the Interior Ministry", story=STORY))
    telling = parts.tellings[0]
    tolls = (
        *telling.tolls,
        count("a-part", Effect.KILLED, 3, chain=(party("the Central Hospital"),), scope=Scope.PART),
        count("a-war", Effect.KILLED, 9000, chain=(party("the Central Hospital"),), scope=Scope.WINDOW),
    )
    found = account(replace(parts, tellings=(replace(telling, tolls=tolls),)))
    assert found.contradictions == ()
    hospital = [each for each in found.standings if each.field == "killed" and each.last is None]
    assert len(hospital) == 1
    assert {figure.claim: figure.scope for figure in hospital[0].figures} == {
        "a-part": Scope.PART,
        "a-war": Scope.WINDOW,
    }


def test_counts_of_one_list_add_up_and_stay_listed_by_themselves() -> None:
    whole = report("a", t(injured=3, says="the clinic", story=STORY))
    [three] = whole.tellings[0].tolls
    boy = replace(three, id="a-boy", words="a boy", low=1, high=1, beside=0)
    telling = replace(whole.tellings[0], tolls=(boy, replace(three, words="three women", beside=0)))
    found = account(replace(whole, tellings=(telling,)))
    [hurt] = [each for each in found.standings if each.field == "injured"]
    assert hurt.last is not None
    assert (hurt.last.low, hurt.last.high) == (4, 4)
    assert {(figure.low, figure.scope) for figure in hurt.figures} == {(1, Scope.PART), (4, Scope.WHOLE)}


def test_a_list_that_holds_its_own_sum_adds_nothing() -> None:
    whole = report("a", t(killed=3, says="the clinic", story=STORY))
    [three] = whole.tellings[0].tolls
    parts = [replace(three, id=f"a-{n}", words=f"{n}", low=n, high=n, beside=0) for n in (1, 2)]
    tolls = (replace(three, beside=0), *parts)
    found = account(replace(whole, tellings=(replace(whole.tellings[0], tolls=tolls),)))
    [dead] = [each for each in found.standings if each.field == "killed"]
    assert dead.last is not None
    assert (dead.last.low, dead.last.high) == (3, 3)


def test_a_source_that_gives_no_count_is_silent() -> None:
    found = account(says("a", "the Interior Ministry", 7), says("b", "the Central Hospital", None))
    (killed,) = [each for each in found.standings if each.field == "killed"]
    assert list(killed.stances.values()) == [Stance.SILENT]


def test_who_tells_it_and_denies_something_in_one_report_denies_something_else() -> None:
    army = "the Orlo army"
    told = report("a", t(killed=3, says=army, story=STORY), t(says=army, assertion="denied", story=STORY))
    other = report("b", t(killed=3, says="the Central Hospital", story=STORY))
    every = tuple(telling.id for each in (told, other) for telling in each.tellings)
    incident = replace(incidents_in([other])[0], tellings=every)
    found = account_of(incident, [told, other])
    assert (found.status, found.denials) == (Status.CORROBORATED, ())


@pytest.mark.parametrize(
    ("accused", "denier", "status"),
    [
        ("rebels", "the army", Status.SINGLE_SOURCE),
        ("Karstan army", "Orlan army", Status.SINGLE_SOURCE),
        ("government forces", "the army", Status.DENIED),
        ("gunmen", "the army", Status.DENIED),
        (None, "the army", Status.DENIED),
    ],
)
def test_who_denies_a_deed_of_which_others_are_accused_denies_no_happening(
    accused: str | None, denier: str, status: Status
) -> None:
    told = report("a", t(killed=3, actor=accused, says="the Central Hospital", story=STORY))
    denied = report("b", t(actor=denier, says=denier, assertion="denied", story=STORY))
    every = tuple(telling.id for each in (told, denied) for telling in each.tellings)
    incident = replace(incidents_in([told])[0], tellings=every)
    found = account_of(incident, [told, denied])
    assert (found.status, bool(found.denials)) == (status, status is Status.DENIED)
    named = {figure.value for one in found.standings if one.field == "actor" for figure in one.figures}
    assert named == ({accused} if accused else set())


@pytest.mark.parametrize("accused", ["gunmen", "the attackers"])
def test_gunmen_are_no_side_that_an_army_could_not_be_of(accused: str) -> None:
    told = report("a", t(killed=3, actor=accused, says="the Central Hospital", story=STORY))
    shooters = replace(told.tellings[0], actors=(Party(words=accused, sector="REB"),))
    denied = report("b", t(actor="the army", says="the army", assertion="denied", story=STORY))
    assert status_of(replace(told, tellings=(shooters,)), denied) is Status.DENIED


def test_whose_own_men_are_denied_to_have_fired_is_known_by_who_denies_it() -> None:
    told = report("a", t(killed=3, actor="Karstan army", says="the Central Hospital", story=STORY))
    denied = report("b", t(actor="a platoon", says="Orlan army", assertion="denied", story=STORY))
    assert status_of(told, denied) is Status.SINGLE_SOURCE


@pytest.mark.parametrize(
    ("deed", "denier", "status"),
    [
        ("fired", ("Orlan army",), Status.SINGLE_SOURCE),
        ("fired", ("Orlan army", "Karstan army"), Status.DENIED),
        ("fired", ("Karstan army", "an Orlan lieutenant"), Status.SINGLE_SOURCE),
        ("fired", ("Orlan mayor",), Status.DENIED),
        ("shelling", ("Orlan army",), Status.DENIED),
    ],
)
def test_who_has_guns_and_denies_that_anybody_fired_denies_it_of_their_own(
    deed: str, denier: tuple[str, ...], status: Status
) -> None:
    told = report("a", t(killed=3, actor="Karstan army", says="the Central Hospital", story=STORY))
    denied = report("b", t(deed=deed, says=denier, assertion="denied", story=STORY))
    assert status_of(told, denied) is status


def test_who_denies_its_own_part_and_tells_what_came_of_it_denies_it_still() -> None:
    army = "the Orlo army"
    own = report(
        "a",
        t(actor="its soldiers", says=army, assertion="denied", story=STORY),
        t(actor="its soldiers", deed="died", killed=1, says=army, story=STORY),
    )
    other = report("b", t(killed=3, says="the Central Hospital", story=STORY))
    assert status_of(own, other) is Status.DENIED


def status_of(*reports: Report) -> Status:
    """How one incident of all tellings of some reports stands."""
    every = tuple(telling.id for each in reports for telling in each.tellings)
    incident = replace(incidents_in(reports[-1:])[0], tellings=every)
    return account_of(incident, reports).status


def test_who_denies_in_a_later_report_what_it_told_takes_it_back() -> None:
    army = "the Orlo army"
    told = report("a", t(killed=3, says=army, pub="2031-05-03", story=STORY))
    denied = report("b", t(says=army, pub="2031-05-04", assertion="denied", story=STORY))
    every = tuple(telling.id for each in (told, denied) for telling in each.tellings)
    incident = replace(incidents_in([told])[0], tellings=every)
    found = account_of(incident, [told, denied])
    assert found.status is Status.DENIED
    assert [denial.retracts for denial in found.denials] == [True]


def counted(**numbers: tuple[int, str]) -> Account:
    """What a report of one voice says that counts so many of each effect, in these words."""
    told = report("a", t(killed=1, story=STORY))
    tolls = tuple(
        replace(count(name, Effect(name.partition("_")[0]), number), words=words)
        for name, (number, words) in numbers.items()
    )
    return account(replace(told, tellings=(replace(told.tellings[0], tolls=tolls),)))


def last_of(found: Account, field: str) -> list[int | None]:
    """The numbers that the sources of a field come to."""
    return [each.last.low for each in found.standings if each.field == field and each.last is not None]


def test_who_of_those_shot_did_not_die_is_hurt() -> None:
    found = counted(casualties=(5, "five people"), killed=(2, "two"))
    assert last_of(found, "injured") == [3]
    assert last_of(counted(casualties=(5, "five people"), killed=(5, "five")), "injured") == []


def test_who_of_those_shot_did_not_die_is_not_counted_out_where_the_hurt_are_told() -> None:
    found = counted(casualties=(5, "five people"), killed=(2, "two"), injured=(4, "four"))
    assert last_of(found, "injured") == [4]


def test_a_fifth_beside_four_makes_five() -> None:
    found = counted(injured=(4, "four miners"), injured_2=(1, "a fifth man"))
    assert last_of(found, "injured") == [5]


def test_a_second_beside_one_makes_two_and_beside_nobody_is_one() -> None:
    found = counted(injured=(1, "a child"), injured_2=(1, "a second person"))
    assert last_of(found, "injured") == [2]
    assert last_of(counted(killed=(1, "a man"), injured=(1, "a second man")), "injured") == [1]


def test_a_fourth_beside_nobody_is_no_total() -> None:
    assert last_of(counted(killed=(1, "a fourth man")), "killed") == []
