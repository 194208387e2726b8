"""Hurt: what says in several words that somebody was hit: "suffered a gunshot wound", "struck in the leg"."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from sayso.annotate.words import Class, Word


class Hurt(StrEnum):
    """What some words say befell somebody."""

    WOUNDED = "wounded"
    PIERCED = "pierced"
    """By a bullet or a knife, which leaves open whether they live."""
    MORTALLY = "mortally wounded"
    STRUCK = "struck"
    LISTED = "listed"
    """In a condition that hospitals list, or under treatment."""


_WOUNDS = frozenset(
    "wound wounds injury injuries burn burns laceration lacerations inhalation fracture fractures concussion"
    " concussions bruise bruises cuts amputation amputations".split()
)
_MORTAL = frozenset("fatal mortal lethal".split())
_SUFFERED = frozenset(
    "suffer suffers suffered suffering sustain sustains sustained sustaining receive receives received"
    " receiving have has had with treated recover recovers recovered recovering nursing"
    " seek seeking sought".split()
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
_MIND = frozenset("heart feelings pride soul ego".split())
_CONDITIONS = frozenset(
    "critical serious stable grave good fair guarded poor satisfactory unknown improving"
    " life-threatening".split()
)
_HOSPITALS = frozenset("hospital hospitals clinic infirmary".split())
_CENTERS = frozenset({"center", "centre", "room"})
_TREATING = frozenset("medical trauma health burn emergency surgery".split())
_CARRIED = frozenset(
    "taken rushed transported airlifted flown brought carried evacuated transferred driven sent"
    " treated".split()
)
TELLTALES = _WOUNDS | _MISSILES | _BODY | _HOSPITALS | {"condition", "center", "centre", "room", "airlifted"}
"""Words without one of which nothing here says that anybody was hit."""

OPENERS = _SUFFERED | _STRUCK | {"in"}
"""The words that such an expression begins with."""

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
    if word == "in" and _is_in_hospital(words, at):
        end = _run_to(words, at + 1, _HOSPITALS)
        return None if end is None else (Hurt.LISTED, end)
    if word == "in":
        end = _run_to(words, at + 1, frozenset({"condition"}))
        inside = {each.lower for each in words[at + 1 : end or at]}
        return (Hurt.LISTED, end) if end is not None and inside & _CONDITIONS else None
    return None


def is_missile(word: str) -> bool:
    """Whether a noun in lower case names what flies and hurts: "bullet", "shrapnel"."""
    return word in _MISSILES


def is_of_body(noun: str) -> bool:
    """Whether a noun in lower case names a part of somebody, and so nobody: "hurt his leg"."""
    return noun in _BODY or noun in _MIND


def body_end(words: Sequence[Word], at: int) -> int | None:
    """Where "in the left leg", which begins at word `at`, ends; None where that is not what stands there."""
    if _lower(words, at) not in {"in", "on", "through"} or _lower(words, at + 1) not in _OWNERS:
        return None
    return _run_to(words, at + 2, _BODY)


def hospital_end(words: Sequence[Word], at: int) -> int | None:
    """Where "taken to a nearby hospital", which begins at word `at`, ends; None where it does not."""
    if _lower(words, at) not in _CARRIED:
        return None
    if _lower(words, at) == "airlifted":
        return at + 1
    to = next((n for n in range(at + 1, at + 5) if _lower(words, n) in {"to", "at"}), None)
    if to is None or (_lower(words, to) == "at" and _lower(words, to - 1) != "treated"):
        return None
    return _hospital_after(words, to)


def is_for_wound(words: Sequence[Word], at: int) -> bool:
    """Whether "for burns" or "for their wounds" begins at word `at`."""
    return _lower(words, at) == "for" and _run_to(words, at + 1, _WOUNDS) is not None


def to_hospital_end(words: Sequence[Word], to: int) -> int | None:
    """Where "to a nearby hospital", which begins at word `to`, ends; None where it does not."""
    return _hospital_after(words, to) if _lower(words, to) == "to" else None


def _hospital_after(words: Sequence[Word], to: int) -> int | None:
    for end in range(to + 1, min(len(words), to + _REACH + 2)):
        word = words[end].lower
        if word in _HOSPITALS or (word in _CENTERS and _lower(words, end - 1) in _TREATING):
            return end + 1
        if words[end].cls not in _INSIDE and word not in {"'s", "of", "."}:
            return None
    return None


_OWNERS = frozenset("the his her their its".split())
_LEFT = frozenset("left leaves leaving put puts putting landed lands landing".split())
_STAYING = frozenset("remain remains remained remaining still is are was were recovering".split())
_LEFT_REACH = 7
_AFTER_HOSPITAL = frozenset(["", ".", ",", ";", "with", "after", "following", "and", "late", "early"])


def _is_in_hospital(words: Sequence[Word], at: int) -> bool:
    """Whether those "in the hospital" lie there hurt: "left two in the hospital", "two remain in"."""
    article = _lower(words, at + 1) in _OWNERS | {"a"}
    hospital = at + 1 + article
    if _lower(words, hospital) not in _HOSPITALS or _lower(words, hospital + 1) not in _AFTER_HOSPITAL:
        return False
    before = [word.lower for word in words[max(0, at - _LEFT_REACH) : at]]
    return before[-1:] != [] and (before[-1] in _STAYING or not _LEFT.isdisjoint(before))


def _wound_after(words: Sequence[Word], at: int) -> tuple[Hurt, int] | None:
    """The end of "suffering from a wound"; None for "suffered no injuries" and all else."""
    begin = at + 1
    word = words[at].lower
    lead = _LEADS_TO_WOUND.get(word)
    if lead is not None:
        reach = begin + (_LEAD_REACH if lead == "for" else 1)
        to = next((n for n in range(begin, min(reach, len(words))) if words[n].lower == lead), None)
        if to is not None and any(each.cls is Class.NUMBER for each in words[begin:to]):
            return None
        if to is None and word != "suffering":
            return None
        begin = begin if to is None else to + 1
    end = _run_to(words, begin, _WOUNDS)
    if end is None:
        return None
    inside = {word.lower for word in words[begin:end]}
    if inside & _MORTAL:
        return Hurt.MORTALLY, end
    if word in _HEALING:
        return Hurt.LISTED, end
    return (Hurt.PIERCED if inside & _PIERCING else Hurt.WOUNDED), end


_PIERCING = frozenset("gunshot gun-shot gun bullet shot shotgun stab knife".split())
_HEALING = frozenset("recover recovers recovered recovering nursing seek seeking sought treated".split())
_LEADS_TO_WOUND: Mapping[str, str] = {
    **dict.fromkeys("treated seek seeking sought".split(), "for"),
    **dict.fromkeys("suffering recover recovers recovered recovering".split(), "from"),
}
"""What leads on to the wound: "treated at the scene for a graze wound"."""
_LEAD_REACH = 6


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
        is_of_degree = word.lower == "of" and words[end - 1].lower in _DEGREES  # "varying degrees of injury"
        is_inside = word.cls in _INSIDE or word.lower in _LINKS or is_of_degree
        if word.lower in _NONE or not is_inside:
            return None
    return None


_NONE = frozenset("no any".split())
_DEGREES = frozenset("degree degrees kind kinds type types variety range series multitude".split())
_LINKS = frozenset('- but and or , " “ ”'.split())


def _lower(words: Sequence[Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""
