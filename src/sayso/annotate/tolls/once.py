"""Once: a number that a report says again about the same thing is not a second toll."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence, Set
from dataclasses import dataclass, replace

from sayso.annotate.tolls.ages import are_of_other_age
from sayso.annotate.tolls.called import Name, Roll, are_one_name
from sayso.annotate.tolls.groups import singular
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.model import Effect, Group, Toll

_HARM = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES})
_KNOWN = frozenset({Kind.DEFINITE, Kind.BOTH})
_UNSAID = frozenset({Group.PEOPLE, Group.INSURGENTS})
_SIDES = frozenset({Group.MILITARY, Group.POLICE, Group.INSURGENTS})
_MALE, _FEMALE = frozenset({"man", "boy", "male"}), frozenset({"woman", "girl", "female"})
_DOERS = frozenset(
    "suspect gunman shooter attacker assailant bomber robber burglar intruder hijacker killer"
    " murderer".split()
)
# There is but one of each: "killed the governor" may be all that was told of him.
_SOLE = frozenset(
    "ambassador archbishop bishop chief commander director editor general governor imam mayor minister"
    " president principal prosecutor rector".split()
)
_APART = frozenset("man woman boy girl soldier policeman civilian rebel worker student".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A toll and what tells whether it repeats another."""

    toll: Toll
    phrase: Phrase
    sentence: int
    """Which sentence it stands in: two numbers of one sentence rarely count the same."""
    is_heading: bool
    """Whether it stands in a headline: the body says it again, and better."""
    name: Name = frozenset()
    """What the report calls whom it names, in full where it does so anywhere; empty for all others."""
    age: int | None = None
    """How old the one is whom it counts, where that is told."""
    is_aftermath: bool = False
    """Whether it only says how they are since."""
    is_listed: bool = False
    """Whether it stands in a list with others: "the driver and his passenger"."""
    is_open: bool = False
    """Whether it leaves open what became of them: "was shot", not "was wounded"."""


def once(counted: Iterable[Counted]) -> list[Counted]:
    """What a document counts, in order, each once, in the words that tell most.

    The body tells more than the headline, and a name more than "a nurse".
    """
    all_counted = _without_the_known(list(counted))
    in_body = _most_in_body(all_counted)
    # Only equal numbers can repeat.
    kept: defaultdict[Hashable, _Equals] = defaultdict(_Equals)
    told: dict[Counted, Toll] = {}
    for one in all_counted:
        if one.is_heading and (one.toll.low or 0) <= in_body.get(one.toll.effect, -1):
            continue
        equals = kept[one.toll.effect, one.toll.low, one.toll.high]
        before = equals.said_by(one)
        if before is None:
            equals.add(one)
            told[one] = one.toll
        elif _tells_more(one, before):
            equals.remove(before)
            equals.add(one)
            told[one] = _named(one.toll, told.pop(before))
    return sorted((replace(one, toll=toll) for one, toll in told.items()), key=lambda one: one.toll.span)


class _Equals:
    """What was counted so far with one effect and number, in order; of those that count alike the first.

    A name is not compared with all others: a list of the dead, or a hostile text, may hold ten thousand.
    """

    def __init__(self) -> None:
        self._added = 0
        self._all: dict[Hashable, tuple[int, Counted]] = {}
        self._unnamed: dict[Hashable, tuple[int, Counted]] = {}
        self._named: Roll[Counted] = Roll()

    def add(self, one: Counted) -> None:
        """Keep one more, unless one like it is kept."""
        like = _likeness(one)
        if like in self._all:
            return
        self._added += 1
        self._all[like] = self._added, one
        if one.phrase.kind is Kind.NAME:
            self._named.add(self._added, one.name, one)
        else:
            self._unnamed[like] = self._added, one

    def remove(self, one: Counted) -> None:
        """Keep one no longer."""
        like = _likeness(one)
        number, _ = self._all.pop(like)
        if one.phrase.kind is Kind.NAME:
            self._named.remove(number, one.name)
        else:
            del self._unnamed[like]

    def said_by(self, one: Counted) -> Counted | None:
        """The first that one more says again."""
        if one.phrase.is_further:
            return None
        is_named = one.phrase.kind is Kind.NAME
        among = (self._unnamed if is_named else self._all).values()
        again = [
            next((known for known in among if _repeats(one, known[1])), None),
            self._named.called(one.name) if is_named else None,
        ]
        return min(filter(None, again), key=lambda known: known[0], default=(0, None))[1]


def _most_in_body(counted: Iterable[Counted]) -> dict[Effect, int]:
    """The largest number of each effect that stands below the headline, 0 where none is named."""
    most: dict[Effect, int] = {}
    for one in counted:
        if not one.is_heading:
            most[one.toll.effect] = max(most.get(one.toll.effect, 0), one.toll.low or one.toll.high or 0)
    return most


def _tells_more(one: Counted, before: Counted) -> bool:
    """Whether what is said again says more: a name, or what befell those who were only said to lie hurt."""
    if one.phrase.kind is Kind.NAME and before.phrase.kind is Kind.ARTICLE:
        return True
    return before.is_aftermath and not one.is_aftermath and one.phrase.kind is before.phrase.kind


def _without_the_known(counted: Sequence[Counted]) -> list[Counted]:
    """What was counted, without "the man" of whom the report has told before, or counts with others.

    Where it tells of nobody else who was hurt or killed, he is whom it is about.
    """
    counted = _without_deeds_told_better(counted)
    told = {one.toll.effect for one in counted if one.phrase.kind not in _KNOWN}
    return [one for one in counted if one.phrase.kind not in _KNOWN or _is_news(one, told & _HARM)]


def _without_deeds_told_better(counted: Sequence[Counted]) -> list[Counted]:
    """What was counted, without "a double shooting" where as many are told of, or who of the two died."""
    others = [one for one in counted if one.phrase.kind is not Kind.DEED and one.toll.effect in _HARM]
    most = max((other.toll.low or other.toll.high or 0 for other in others), default=0)
    is_deadly = any(other.toll.effect is Effect.KILLED and other.toll.high != 0 for other in others)
    return [
        one
        for one in counted
        if one.phrase.kind is not Kind.DEED
        or (most < (one.toll.low or 0) and not (is_deadly and one.toll.effect is Effect.INJURED))
    ]


def _is_news(one: Counted, told: Set[Effect]) -> bool:
    """Whether those told of before were hit as nobody is said to have been: "both are in hospital"."""
    is_sole = one.phrase.kind is Kind.BOTH or one.phrase.nouns[-1] in _SOLE
    is_told = one.toll.effect in told if is_sole else bool(told)
    is_new = one.phrase.kind is Kind.DEFINITE and is_doer(one.phrase)
    return one.is_listed or (one.toll.effect in _HARM and (is_new or not is_told))


def is_doer(phrase: Phrase) -> bool:
    """Whether a phrase says who did it, and so nobody who was told of as hit: "the gunman"."""
    return phrase.nouns[-1:] != () and phrase.nouns[-1] in _DOERS


def _named(toll: Toll, before: Toll) -> Toll:
    """The toll of a name, of the kind that was told before: "a soldier was hurt ... Rem Tov was hurt"."""
    return toll if before.of is Group.PEOPLE else replace(toll, of=before.of)


def _likeness(one: Counted) -> Hashable:
    return one.toll.of, one.phrase.kind, one.phrase.nouns, one.age, one.sentence


def _repeats(one: Counted, other: Counted) -> bool:
    """Whether a toll says again what an earlier one with the same effect and number has said."""
    if one.phrase.is_further or are_of_other_age(one.phrase, one.age, other.phrase, other.age):
        return False
    if one.phrase.kind is Kind.NAME and other.phrase.kind is Kind.NAME:
        return are_one_name(one.name, other.name)
    if one.sentence == other.sentence:
        return False
    if one.phrase.kind is Kind.NAME and other.phrase.kind is Kind.ARTICLE:
        # "A nurse was hurt. ... Ana Oro was hurt on her way home."
        return not ({one.toll.of, other.toll.of} <= _SIDES and one.toll.of is not other.toll.of)
    if one.toll.low is None and one.toll.high is None:
        return one.phrase.nouns == other.phrase.nouns
    if are_others(one.phrase, other.phrase) and (
        one.toll.low != 1 or _are_strangers(one.phrase, other.phrase)
    ):
        return False
    if is_doer(one.phrase) and not is_doer(other.phrase) and other.toll.of not in _UNSAID:
        return False
    return one.toll.of is other.toll.of or Group.PEOPLE in (one.toll.of, other.toll.of)


def are_others(one: Phrase, other: Phrase) -> bool:
    """Whether the nouns themselves differ by age or sex: "two men", "two girls"."""
    heads = {singular(phrase.nouns[-1]) for phrase in (one, other) if phrase.nouns}
    return len(heads) == 2 and heads <= _APART


def _are_strangers(one: Phrase, other: Phrase) -> bool:
    """Whether one person is a man or boy and the other a woman or girl."""
    nouns = [phrase.nouns[-1] for phrase in (one, other) if phrase.nouns]
    return len(nouns) == 2 and any(noun in _MALE for noun in nouns) and any(noun in _FEMALE for noun in nouns)
