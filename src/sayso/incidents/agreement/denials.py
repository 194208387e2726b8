"""Denials: which of them say that an incident did not happen, and which only that somebody else did it."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.incidents.agreement.figures import HAPPENED
from sayso.model import Assertion, Denial, Figure, Party, Telling

TOLD = frozenset({Assertion.HAPPENED.value, Assertion.POSSIBLE.value})
"""The assertions by which a happening is told."""
_DENIED = Assertion.DENIED.value
_SIDES: Mapping[str, str] = {
    **dict.fromkeys(("GOV", "MIL", "COP", "SPY", "LEG", "JUD"), "the state"),
    **dict.fromkeys(("REB", "SEP", "CRM"), "against the state"),
}
"""On which side of a war within one country the parties of a sector stand."""


def without_other_denials(figures: Sequence[Figure], tellings: Iterable[Telling]) -> list[Figure]:
    """What was said of a happening, less denials of something else.

    "They shelled us; our guns did not fire first": who tells of the happening in the same report denies
    something else. "Rebels shelled the town; the army denied that it had fired": so does who denies a deed of
    its own where all who tell of the happening say that others did it. Who is denied to have done it is no
    answer to who did.
    """
    happened = [figure for figure in figures if figure.field == HAPPENED]
    telling = {(one.source, one.document) for one in happened if one.value == Assertion.HAPPENED.value}
    denied = {one.claim for one in happened if one.value == _DENIED}
    others = _of_other_doers(tellings)
    return [
        figure
        for figure in figures
        if figure.claim not in denied
        or (
            figure.field != "actor"
            and (figure.field != HAPPENED or (figure.source, figure.document) not in telling)
            and figure.claim not in others
        )
    ]


def denials_in(figures: Iterable[Figure]) -> tuple[Denial, ...]:
    """The denials among some figures, and which of them take back what the same source told before.

    Who denied it and later tells of it denies it no more.
    """
    happened = [figure for figure in figures if figure.field == HAPPENED]
    told = [figure for figure in happened if figure.value in TOLD]
    admitted = [figure for figure in told if figure.value == Assertion.HAPPENED.value]
    return tuple(
        Denial(
            source=denied.source,
            document=denied.document,
            claim=denied.claim,
            retracts=any(_comes_before(each, denied) for each in told),
        )
        for denied in happened
        if denied.value == _DENIED and not any(_comes_before(denied, each) for each in admitted)
    )


def _comes_before(one: Figure, other: Figure) -> bool:
    """Whether one source said the first on an earlier day than the second."""
    return one.source == other.source and (one.published or "") < (other.published or "")


def _of_other_doers(tellings: Iterable[Telling]) -> set[str]:
    """The denials that name a doer whom nobody accuses, where those who tell of it all accuse another."""
    every = list(tellings)
    accused = [party for one in every if one.assertion.value in TOLD for party in one.actors]
    if not accused:
        return set()
    return {
        one.id
        for one in every
        if one.assertion is Assertion.DENIED
        and one.actors
        and all(_are_others(mine, theirs) for mine in one.actors for theirs in accused)
    }


def _are_others(one: Party, other: Party) -> bool:
    """Whether two parties are surely not one: of two countries, or of two sides of a war within one."""
    if one.country and other.country and one.country != other.country:
        return True
    sides = _SIDES.get(one.sector or ""), _SIDES.get(other.sector or "")
    return None not in sides and sides[0] != sides[1]
