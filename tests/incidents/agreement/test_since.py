from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.incidents.agreement.account import account_of
from sayso.incidents.agreement.since import are_one, person_of
from sayso.incidents.group.incidents import incidents_in
from sayso.model import Account, Effect, Figure, Report, Scope, Status
from tests.incidents.told import count, party, report, t

STORY = "Shells hit the grain market of Orlo at noon; traders Wim Tolk and Ada Brenn carried out the wounded."
CLINIC, MAYOR = "the Central Hospital", "the mayor of Orlo"
Told = tuple[str, int, str]
"""An effect, a number and the words that count."""


def told(name: str, who: str, pub: str, *tolls: Told) -> Report:
    """A report of the shelling, on somebody's say-so, with tolls in these words."""
    bare = report(name, t(pub=pub, says=who, story=STORY))
    counts = tuple(
        replace(count(f"{name}-{n}", Effect(effect), number, chain=(party(who),)), words=words)
        for n, (effect, number, words) in enumerate(tolls)
    )
    return replace(bare, tellings=(replace(bare.tellings[0], tolls=counts),))


def account(*reports: Report) -> Account:
    (incident,) = incidents_in(reports)
    return account_of(incident, reports)


def hurt(found: Account) -> Sequence[Figure]:
    """All figures of the hurt, in order of publication."""
    figures = [figure for each in found.standings if each.field == "injured" for figure in each.figures]
    return sorted(figures, key=lambda figure: (figure.published or "", figure.claim))


def test_a_voice_that_tells_of_one_it_counted_hurt_as_dead_leaves_one_fewer_hurt() -> None:
    found = account(
        told("a", CLINIC, "2031-05-03", ("injured", 3, "three"), ("injured", 1, "Rem Tov")),
        told("b", CLINIC, "2031-05-05", ("killed", 1, "Rem Tov")),
    )
    [standing] = [each for each in found.standings if each.field == "injured"]
    assert standing.last is not None
    assert (standing.last.low, standing.last.high, standing.last.claim) == (2, 2, "b-0")
    assert standing.last.words == "Rem Tov [dead; hurt in an earlier report]"
    assert standing.revised


def test_what_is_left_of_the_hurt_that_another_counted_is_listed_and_contradicts_nobody() -> None:
    found = account(
        told("a", CLINIC, "2031-05-03", ("injured", 1, "a 9-year-old boy")),
        told("b", MAYOR, "2031-05-05", ("killed", 1, "the nine-year-old boy")),
    )
    assert [(figure.low, figure.whole, figure.scope) for figure in hurt(found)] == [
        (1, True, Scope.WHOLE),
        (0, False, Scope.PART),
    ]
    assert found.status is Status.CORROBORATED


@pytest.mark.parametrize(
    "later",
    [
        ("b", CLINIC, "2031-05-05", ("killed", 1, "Ada Brenn")),
        ("b", CLINIC, "2031-05-05", ("killed", 1, "a man")),
        ("b", CLINIC, "2031-05-03", ("killed", 1, "Rem Tov")),
        ("b", CLINIC, "2031-05-05", ("killed", 1, "Rem Tov"), ("injured", 3, "three")),
        ("b", CLINIC, "2031-05-05", ("killed", 1, "Rem Tov"), ("injured", 1, "Rem Tov")),
    ],
    ids=["another", "nobody known", "earlier", "with the hurt", "hurt and dead at once"],
)
def test_a_death_of_nobody_told_of_as_hurt_before_leaves_the_hurt_as_they_are(
    later: tuple[str, str, str, Told],
) -> None:
    first = told("a", CLINIC, "2031-05-04", ("injured", 3, "three"), ("injured", 1, "Rem Tov"))
    assert all("[" not in figure.words for figure in hurt(account(first, told(*later))))


def test_whom_the_earlier_report_counted_dead_as_well_leaves_the_hurt_as_they_are() -> None:
    found = account(
        told("a", CLINIC, "2031-05-03", ("injured", 1, "a 19-year-old man"), ("killed", 1, "a 19-year-old")),
        told("b", CLINIC, "2031-05-05", ("killed", 1, "the 19-year-old")),
    )
    assert [figure.low for figure in hurt(found)] == [1]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana Oro", "Ana Maria Oro", True),
        ("Ana Oro", "Rem Oro", False),
        ("a 9-year-old", "the nine-year-old boy", True),
        ("a 9-year-old boy", "a 9-year-old girl", False),
        ("a 9-month-old boy", "a 9-year-old boy", False),
        ("Ana Oro", "a 9-year-old girl", False),
    ],
)
def test_are_one_goes_by_a_full_name_or_an_age(one: str, other: str, same: bool) -> None:
    persons = [person_of(replace(count("c", Effect.KILLED, 1), words=words)) for words in (one, other)]
    assert None not in persons
    assert are_one(*persons) is same  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["a boy", "Oro", "the driver", "the Orlan mayor"])
def test_person_of_knows_nobody_by_a_noun_or_half_a_name(words: str) -> None:
    assert person_of(replace(count("c", Effect.KILLED, 1), words=words)) is None
