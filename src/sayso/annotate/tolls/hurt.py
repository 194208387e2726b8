"""Hurt: what says in several words that somebody was hit: "suffered a gunshot wound", "struck in the leg"."""

from collections.abc import Sequence
from enum import StrEnum

from sayso.annotate.words import Class, Word


class Hurt(StrEnum):
    """What some words say befell somebody."""

    WOUNDED = "wounded"
    MORTALLY = "mortally wounded"
    STRUCK = "struck"
    LISTED = "listed"
    """In a condition that hospitals list."""


_WOUNDS = frozenset("wound wounds injury injuries burn burns laceration lacerations".split())
_MORTAL = frozenset("fatal mortal lethal".split())
_SUFFERED = frozenset(
    "suffer suffers suffered suffering sustain sustains sustained sustaining receive receives received"
    " receiving had with treated".split()
)
_STRUCK = frozenset("struck hit grazed".split())
_MISSILES = frozenset(
    "gunfire bullet bullets shot shots gunshot gunshots round rounds shrapnel fragment fragments splinter"
    " splinters pellet pellets debris arrow arrows".split()
)
_BODY = frozenset(
    "head face neck eye cheek jaw throat chest torso body back side shoulder shoulders arm arms forearm"
    " elbow wrist hand hands finger abdomen stomach pelvis hip groin buttocks buttock rear leg legs thigh"
    " thighs knee knees calf shin ankle foot feet toe midsection extremity extremities ribs".split()
)
_CONDITIONS = frozenset(
    "critical serious stable grave good fair guarded poor satisfactory unknown improving"
    " life-threatening".split()
)
_HOSPITALS = frozenset("hospital hospitals clinic infirmary".split())
_CENTERS = frozenset({"center", "centre", "room"})
_TREATING = frozenset("medical trauma health burn emergency surgery".split())
_CARRIED = frozenset(
    "taken rushed transported airlifted flown brought carried evacuated transferred driven sent".split()
)
TELLTALES = _WOUNDS | _MISSILES | _BODY | _HOSPITALS | {"condition", "center", "centre", "room"}
"""Words without one of which nothing here says that anybody was hit."""

_REACH = 7
_INSIDE = frozenset({Class.OPEN, Class.DETERMINER, Class.NUMBER, Class.ADVERB})


def hurt_at(words: Sequence[Word], at: int) -> tuple[Hurt, int] | None:
    """What words from `at` on say befell somebody, with the index of the word after them; None if nothing."""
    word = words[at].lower
    if word in _SUFFERED:
        return _wound_after(words, at)
    if word in _STRUCK:
        end = _where_struck(words, at + 1)
        return None if end is None else (Hurt.STRUCK, end)
    if word == "in":
        end = _run_to(words, at + 1, frozenset({"condition"}))
        inside = {each.lower for each in words[at + 1 : end or at]}
        return (Hurt.LISTED, end) if end is not None and inside & _CONDITIONS else None
    return None


def is_missile(word: str) -> bool:
    """Whether a noun in lower case names what flies and hurts: "bullet", "shrapnel"."""
    return word in _MISSILES


def body_end(words: Sequence[Word], at: int) -> int | None:
    """Where "in the left leg", which begins at word `at`, ends; None where that is not what stands there."""
    if _lower(words, at) not in {"in", "on", "through"} or _lower(words, at + 1) not in _OWNERS:
        return None
    return _run_to(words, at + 2, _BODY)


def hospital_end(words: Sequence[Word], at: int) -> int | None:
    """Where "taken to a nearby hospital", which begins at word `at`, ends; None where it does not."""
    if _lower(words, at) not in _CARRIED:
        return None
    to = next((n for n in range(at + 1, at + 5) if _lower(words, n) == "to"), None)
    return None if to is None else to_hospital_end(words, to)


def to_hospital_end(words: Sequence[Word], to: int) -> int | None:
    """Where "to a nearby hospital", which begins at word `to`, ends; None where it does not."""
    if _lower(words, to) != "to":
        return None
    for end in range(to + 1, min(len(words), to + _REACH + 2)):
        word = words[end].lower
        if word in _HOSPITALS or (word in _CENTERS and _lower(words, end - 1) in _TREATING):
            return end + 1
        if words[end].cls not in _INSIDE and word not in {"'s", "of", "."}:
            return None
    return None


_OWNERS = frozenset("the his her their its".split())


def _wound_after(words: Sequence[Word], at: int) -> tuple[Hurt, int] | None:
    """The end of "suffering from a wound"; None for "suffered no injuries" and all else."""
    begin = at + 1
    leads = {"treated": {"for"}, "suffering": {"from"}}.get(words[at].lower, set())
    if _lower(words, begin) in leads:
        begin += 1
    elif words[at].lower == "treated":
        return None
    end = _run_to(words, begin, _WOUNDS)
    if end is None:
        return None
    inside = {word.lower for word in words[begin:end]}
    return (Hurt.MORTALLY if inside & _MORTAL else Hurt.WOUNDED), end


def _where_struck(words: Sequence[Word], at: int) -> int | None:
    """The end of "several times in the leg" or "by a stray bullet"."""
    begin = at
    while begin < min(len(words), at + 4) and words[begin].lower not in _LEADS:
        if words[begin].cls not in (Class.ADVERB, Class.NUMBER) and words[begin].lower not in _TIMES:
            return None
        begin += 1
    if _lower(words, begin) == "by":
        return _run_to(words, begin + 1, _MISSILES)
    return body_end(words, begin)


_LEADS = frozenset({"by", "in", "on", "through"})
_TIMES = frozenset("times once twice time several multiple many at least a".split())


def _run_to(words: Sequence[Word], at: int, heads: frozenset[str]) -> int | None:
    """The word after the first of some heads, where nothing stands in front of it that parts it from `at`."""
    for end in range(at, min(len(words), at + _REACH)):
        word = words[end]
        if word.lower in heads:
            return end + 1
        if word.lower in _NONE or not (word.cls in _INSIDE or word.lower in _LINKS):
            return None
    return None


_NONE = frozenset("no any".split())
_LINKS = frozenset('- but and or , " “ ”'.split())


def _lower(words: Sequence[Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""
