"""Denials: which of them say that an incident did not happen, and which only that somebody else did it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.incidents.agreement.figures import HAPPENED
from sayso.incidents.words import OUTCOME_STEMS, stem, stems
from sayso.model import Assertion, Denial, Figure, Party, Telling

TOLD = frozenset({Assertion.HAPPENED.value, Assertion.POSSIBLE.value})
"""The assertions by which a happening is told."""
_DENIED = Assertion.DENIED.value
_SIDES: Mapping[str, str] = {
    **dict.fromkeys(("GOV", "MIL", "COP", "SPY", "LEG", "JUD"), "the state"),
    **dict.fromkeys(("REB", "SEP", "CRM"), "against the state"),
}
"""On which side of a war within one country the parties of a sector stand."""
_BY_DEED = frozenset(
    map(
        stem,
        "gunman gunmen attackers assailants bomber bombers shooter shooters hijackers kidnappers".split(),
    )
)
"""Stems of names for whoever did it: no side of a war."""
_FIRING = frozenset(map(stem, "fire fired firing shot shots shoot shooting launch launched gunfire".split()))
"""Stems of deeds that are told of the one who does them, and not of what they did."""
_ARMED = frozenset(
    map(
        stem,
        "army armies military navy troops forces soldier soldiers fighters rebels militia guerrillas"
        " battalion brigade regiment corps command commander general colonel major captain lieutenant"
        " sergeant corporal brigadier marshal admiral officer guard guards defence defense".split(),
    )
)
"""Stems of names for those who have guns to fire."""


def without_other_denials(figures: Sequence[Figure], tellings: Iterable[Telling]) -> list[Figure]:
    """What was said of a happening, less denials of something else.

    "They shelled us; our guns did not fire first": who tells of the happening in the same report denies
    something else, unless that is but what came of it: "our men did not fire on the bus, where a woman died".
    "Rebels shelled the town; the army denied that it had fired": so does who denies a deed of its own where
    all who tell of the happening say that others did it. A deed of its own is also what soldiers deny who say
    of nobody in particular that there was no shot. Who is denied to have done it is no answer to who did.
    """
    every = {one.id: one for one in tellings}
    happened = [figure for figure in figures if figure.field == HAPPENED]
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in happened:
        if one.value == Assertion.HAPPENED.value:
            told[one.source, one.document].append(one.claim)
    denied = {one.claim for one in happened if one.value == _DENIED}
    elsewhere = {
        one.claim
        for one in happened
        if any(
            not _tells_only_outcome(every.get(claim), every.get(one.claim))
            for claim in told[one.source, one.document]
        )
    } | _of_other_doers(every.values())
    return [
        figure
        for figure in figures
        if figure.claim not in denied
        or (figure.field != "actor" and (figure.field != HAPPENED or figure.claim not in elsewhere))
    ]


def _tells_only_outcome(told: Telling | None, denied: Telling | None) -> bool:
    """Whether a telling says but what came of a deed whose doer, by name, is the one it is denied of."""
    if told is None or denied is None or not _names(told) & _names(denied):
        return False
    return all(stems(words) <= OUTCOME_STEMS for words in told.triggers)


def _names(telling: Telling) -> frozenset[str]:
    return frozenset().union(*(stems(party.words or "") for party in telling.actors))


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
    """The denials of a doer whom nobody accuses, where those who tell of it all accuse another."""
    every = list(tellings)
    accused = [party for one in every if one.assertion.value in TOLD for party in one.actors]
    if not accused:
        return set()
    return {
        one.id
        for one in every
        if one.assertion is Assertion.DENIED
        and (doers := _sided(one, accused))
        and all(_are_others(mine, theirs) for mine in doers for theirs in accused)
    }


def _sided(denial: Telling, accused: Sequence[Party]) -> Sequence[Party]:
    """The doers of a denial, as far as it tells: those it names, or else the denier who has guns to fire.

    Of a doer of whom no more is known than that the denier speaks for him, the denier's side is his, unless
    he is accused by name.
    """
    doers = denial.actors
    if not doers:
        return denial.chain[-1:] if _is_of_own_guns(denial) else ()
    unknown = not any(one.country or _side(one) for one in doers)
    if unknown and denial.chain and not any(_names(denial) & stems(one.words or "") for one in accused):
        return denial.chain[-1:]
    return doers


def _is_of_own_guns(denial: Telling) -> bool:
    """Whether one who has guns says that nobody fired: "our lieutenant said that it had not fired"."""
    fired = any(stems(words) & _FIRING for words in denial.triggers)
    return fired and any(stems(f"{party.words} {party.body}") & _ARMED for party in denial.chain[-1:])


def _are_others(one: Party, other: Party) -> bool:
    """Whether two parties are surely not one: of two countries, or of two sides of a war within one."""
    if one.country and other.country and one.country != other.country:
        return True
    sides = _side(one), _side(other)
    return None not in sides and sides[0] != sides[1]


def _side(party: Party) -> str | None:
    """On which side of a war within one country a party stands; "gunmen" stand on none."""
    return None if stems(party.words or "") & _BY_DEED else _SIDES.get(party.sector or "")
