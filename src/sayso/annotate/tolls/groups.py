"""Groups: whom or what a phrase counts, told by its nouns."""

from collections.abc import Iterable, Sequence

from sayso.annotate.tolls.nouns import COUNTED, GROUP_OF, IRREGULAR, MARKERS, NEVER, ROLES
from sayso.model import Group

PERSONS = frozenset({Group.CIVILIANS, Group.MILITARY, Group.POLICE, Group.INSURGENTS, Group.PEOPLE})
"""The groups that are people."""
THINGS = frozenset(Group) - PERSONS
"""The groups that are not."""

_ENDINGS = (("men", "man"), ("women", "woman"), ("ies", "y"), ("ches", "ch"), ("xes", "x"), ("s", ""))
_NO_PLURALS = ("ss", "us", "is", "'s")


def singular(word: str) -> str:
    """The singular of a noun in lower case, as far as the tables need it: "families" gives "family"."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in GROUP_OF:
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and word.removesuffix(ending) + instead in GROUP_OF:
            return word.removesuffix(ending) + instead
    return word


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in IRREGULAR:
        return word != "staff"
    if word.endswith("men"):
        return singular(word) != word
    return word.endswith("s") and not word.endswith(_NO_PLURALS) and len(word) > 3


def is_never_hit(word: str) -> bool:
    """Whether a noun in lower case names what nobody counts as hit: "plan", "village"."""
    return (
        singular(word) in NEVER
        or (word.endswith("ies") and word[:-3] + "y" in NEVER)
        or word.removesuffix("s") in NEVER
    )


def group_of_noun(word: str) -> Group | None:
    """The group that a noun in lower case names; None for a noun that the tables do not know."""
    return GROUP_OF.get(singular(word))


def group_of(words: Sequence[str], complement: Sequence[str] = ()) -> Group | None:
    """Whom or what a phrase counts, from its words in lower case and those after its "of".

    The last noun decides, unless it is one that any side can have ("members", "casualties", "three men"):
    then the words around it do. None where no word tells.
    """
    known = [noun for word in words if (noun := singular(word)) in GROUP_OF]
    if not known:
        return None
    head = known[-1]
    group = GROUP_OF[head]
    if words[-1] in NEVER:
        return None  # a head money
    if group in THINGS and singular(words[-1]) != head:
        return None  # a bus conductor
    if head not in ROLES and head not in COUNTED and group is not Group.PEOPLE:
        return group
    sides = (_side(word, head) for word in (*words, *complement))
    return next((side for side in sides if side is not None), group)


def side_of(words: Sequence[str]) -> Group | None:
    """The side that some words name, whatever they say of it: "on the army", "among the troops"."""
    sides = (_side(word, "") for word in words)
    return next((side for side in sides if side is not None), None)


def uniform_of(words: Iterable[str]) -> Group | None:
    """Police or soldiers, where words name but one of them: "shot at police, wounding three officers"."""
    named = {MARKERS.get(word) for word in words} & {Group.POLICE, Group.MILITARY}
    return named.pop() if len(named) == 1 else None


def _side(word: str, head: str) -> Group | None:
    """The side that a word beside the head noun names: "army", "of the guerrillas"."""
    if word in MARKERS:
        return MARKERS[word]
    noun = singular(word)
    group = GROUP_OF.get(noun)
    if noun == head or noun in ROLES or noun in COUNTED or group is Group.PEOPLE or group in THINGS:
        return None
    return group
