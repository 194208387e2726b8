"""Words of names and texts, folded so that two reports' ways of writing them can be compared."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORTEST = 3
_STOP = frozenset(
    "the and for that with was were has have had are but not his her their its they she him them this these"
    " those from who whom which what when where while after before been being than then there here will"
    " would could should may might can said says say told according also one two three into onto over under"
    " about against between during near all any some more most other such only very just out off our your you"
    " mr mrs ms dr sir del las los der van von une les des".split()
)
_ENDINGS = ("ings", "ing", "ers", "ies", "ed", "es", "er", "s")
_STEM = 4


def content_words(text: str) -> list[str]:
    """The words of a text that tell something, folded: no articles, pronouns or single letters."""
    found = _WORD.findall(_folded(text))
    return [word for word in found if word not in _STOP and (len(word) >= _SHORTEST or word.isdecimal())]


def word_counts(title: str | None, text: str) -> Mapping[str, int]:
    """How often each telling word stands in a report's title and text."""
    return dict(Counter(content_words(f"{title or ''}\n{text}")))


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case without accents, and with possessive endings taken off."""
    return _folded(text)


def _folded(text: str) -> str:
    """What `fold` gives, of texts too long to be remembered."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in apart if not unicodedata.combining(char))
    return re.sub(r"['’]s?\b", "", text.casefold())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its commonest endings, so that "bombing" and "bombed" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM - 1:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e")


@lru_cache(maxsize=100_000)
def stems(text: str) -> frozenset[str]:
    """The stems of a phrase's telling words."""
    return frozenset(stem(word) for word in content_words(text))


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """A name's consonants, so that two spellings of one place meet: "Ennisar" and "Enissar".

    Doubled letters, vowels and letters that transcriptions differ in are folded. It is a key for finding
    candidates; `alike` decides.
    """
    letters = re.sub(r"[^a-z]", "", fold(name))
    for one, other in (("sch", "s"), ("sh", "s"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("dzh", "j")):
        letters = letters.replace(one, other)
    letters = letters.translate(str.maketrans("qcvwzx", "kkbbss"))
    bones = re.sub(r"[aeiouyhj]", "", letters[1:])
    return re.sub(r"(.)\1+", r"\1", letters[:1] + bones)


@lru_cache(maxsize=200_000)
def alike(one: str, other: str) -> bool:
    """Whether two folded names are the same or differ as two transcriptions of one name would."""
    if one == other:
        return True
    if min(len(one), len(other)) < _STEM + 1 or skeleton(one) != skeleton(other):
        return False
    return _distance(one, other) <= max(1, min(len(one), len(other)) // 3)


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, left out or changed (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, row[0] = row[0], at
        for to, char in enumerate(other, start=1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (letter != char))
    return row[-1]


def land_of(name: str) -> str:
    """A country's or people's name cut to what both have in common: "quendri" for Quendria and Quendrian."""
    folded = fold(name).removeprefix("the ")
    return re.sub(r"(?:ians?|ans?|ia|ese|ish|is?|a|s)$", "", folded)


FACILITIES = frozenset(
    "market yard station college school hospital university airport airfield airbase port base camp bridge"
    " dam square street road mosque church temple factory plant depot refinery barracks checkpoint prison"
    " crossing hall mall hotel building tower stadium park plaza center centre clinic bakery embassy"
    " warehouse terminal pipeline mine convoy bus train".split()
)
"""Nouns of things that a town has several of."""

FACILITY_STEMS = frozenset(stem(word) for word in FACILITIES)


def is_facility(stems: frozenset[str]) -> bool:
    """Whether one of some stems names a thing that a town has several of."""
    return not stems.isdisjoint(FACILITY_STEMS)


WEAPON_STEMS = frozenset(
    stem(word)
    for word in (
        "missile missiles rocket rockets drone drones shell shells bomb bombs bomber mortar mortars artillery"
        " grenade grenades mine mines bullet bullets gunfire fire shelling shrapnel aircraft plane planes jet"
        " jets warplane warplanes helicopter helicopters gunship gunships tank tanks device devices explosive"
        " explosives munition munitions warhead warheads torpedo torpedoes"
    ).split()
)
"""What is fired or flown: "missiles hit the market" names no doer, and contradicts nobody who does."""

OUTCOME_STEMS = frozenset(
    stem(word)
    for word in (
        "killed kill killing died dies dying dead death deaths lost lives life wounded wounding injured"
        " injuring injuries hurt casualties destroyed damaged"
    ).split()
)
"""Stems of words that tell what came of a deed, and not which."""
