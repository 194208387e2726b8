"""Denials: each goes with the happening that it answers, however many tell of that in other words."""

from sayso.incidents.compare.rarity import rarity_of
from sayso.incidents.compare.score import compare
from sayso.incidents.compare.traces import traces_of
from sayso.model import Report
from tests.incidents.told import partition, report, t

MARKET = (
    "Shells hit the grain market of Orlo at noon; traders Wim Tolk and Ada Brenn carried out the wounded."
)
QUAY = "Drones set a barge at the timber quay of Orlo alight at dusk; bargeman Jory Pask swam ashore."
INVENTION = "Nothing left a barrel, spokesman Teo Grum insisted, and called for a neutral inquiry."
SAYS = "the Karstan army"


def market() -> list[Report]:
    """One telling that names the doer, and a wire's, with three copies, that names neither him nor Orlo."""
    wire = {"target": "a market", "story": MARKET, "located": False}
    return [
        report("a", t("Grain Market; Orlo", actor="Karstan army", deed="struck", story=MARKET)),
        report("b", t("Grain Market", deed="hit", **wire)),  # type: ignore[arg-type]
        *(
            report(name, t("Grain Market", deed="hit", pub="2031-05-04", **wire))  # type: ignore[arg-type]
            for name in "cde"
        ),
    ]


def quay() -> list[Report]:
    """A second strike on the town that day, told the day after by its paper and another."""
    told = t("Timber Quay; Orlo", deed="burned", actor="Drones", pub="2031-05-04", story=QUAY)
    return [report("q", told), report("r", told)]


def denial(*more: str) -> Report:
    """The army's denial of having struck the town, in one or more words for the deed."""
    return report(
        "z",
        *(
            t(deed=deed, actor="Karstan army", assertion="denied", says=SAYS, story=INVENTION)
            for deed in ("fired", *more)
        ),
    )


COPIES = {f"d-{name}": "d-b" for name in "cde"}


def test_a_denial_goes_with_the_telling_it_answers_though_many_tell_that_in_other_words():
    reports = [*market(), *quay(), denial()]
    assert partition(reports, copies=COPIES) == "a b c d e z | q r"
    assert partition(reports[::-1], copies=COPIES) == "a b c d e z | q r"


def test_a_denial_goes_with_the_telling_it_answers_though_nobody_is_known_to_copy():
    assert partition([*market(), *quay(), denial()]) == "a b c d e z | q r"


def test_what_one_voice_denies_twice_of_one_place_is_one_denial():
    assert partition([*market(), *quay(), denial("strikes")], copies=COPIES) == "a b c d e z1 z2 | q r"


def test_a_second_denial_goes_with_the_first_though_most_tell_the_happening_in_other_words():
    others = [
        report(name, t(None, deed="fell", killed=15, pub="2031-05-04", story=MARKET)) for name in "ghijk"
    ]
    parted = partition([*market(), *others, *quay(), denial("strikes")], copies=COPIES)
    assert parted == "a b c d e g h i j k z1 z2 | q r"


def test_two_denials_of_one_voice_about_two_towns_are_two():
    both = report(
        "z",
        t(deed="fired", actor="Karstan army", assertion="denied", says=SAYS),
        t("Port Veld", deed="fired", actor="Karstan army", assertion="denied", says=SAYS),
    )
    one, other = traces_of([both], rarity=rarity_of([both]))
    assert "one report, one voice" in {ground.level for ground in compare(one, other).grounds}
    assert partition([both]) == "z1 | z2"


def test_a_denial_that_answers_two_rivals_alike_joins_neither():
    reports = [
        report("a", t(actor="Karstan army", deed="struck", pub="2031-05-05", story=MARKET)),
        report("b", t(day="2031-05-05", actor="Karstan army", deed="struck", story=QUAY)),
        report(
            "z",
            t(day=None, pub="2031-05-05", actor="Karstan army", assertion="denied", says=SAYS, deed="fired"),
        ),
    ]
    assert partition(reports) == "a | b | z"


def test_a_report_that_denies_another_happening_takes_its_denial_there():
    aside = t(
        deed="attack", target="the market", actor="Karstan army", assertion="denied", says=SAYS, story=QUAY
    )
    news = t("Timber Quay; Orlo", "2031-05-04", deed="burned", actor="Drones", story=QUAY)
    reports = [*market(), report("y", news, aside)]
    assert partition(reports, copies=COPIES) == "a b c d e y2 | y1"
