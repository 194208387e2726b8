"""Cueing: verbs seldom met as cues: by which tolls are given, records show and people are told.

"The mayor puts the dead at 17", "footage appears to show soldiers", "they informed him that nine fled".
"""

from collections.abc import Iterator, Sequence

from sayso.annotate.events.lexicon import NOUNS
from sayso.annotate.inflection import verbs_by_form
from sayso.annotate.numerals import CARDINAL_WORDS
from sayso.annotate.words import Class, Word

_PUT = verbs_by_form("estimate give place put".split())
_CHANGE = verbs_by_form("increase lower raise reduce revise update".split())
_COUNT = verbs_by_form("confirm count document list log record register report tally verify".split())
_VERBS = frozenset().union(_PUT, _CHANGE, _COUNT)
_HIT = frozenset(
    "arrests bodies casualties corpses dead death deaths detainees fatalities injured killed killings missing"
    " toll victims wounded".split()
)
_NUMBER = _HIT | frozenset("count figure it number tally total".split())
_CASES = frozenset("cases incidents".split())
_NOBODY = _HIT | frozenset("discovery incident recovery that this tragedy violence".split())
_AT = frozenset({"as", "at", "to"})
_BEFORE_NUMBERS = frozenset("least many most total".split())
_NOT_GIVING = frozenset("are be been being is was were to of".split())
"""Before a verb they say that it was done to something, or is still to do: "the bodies were counted"."""
_SHOW = verbs_by_form("confirm depict indicate reveal show suggest".split())
_RECORDS = frozenset(
    "analyses analysis audit clip clips data documents estimates evidence figures files filing filings"
    " findings footage image imagery images investigation log logs map maps memo messages photo photograph"
    " photographs photos poll polls recording recordings records results scans statistics studies study"
    " survey surveys tape tapes tests transcript transcripts video videos".split()
)
"""What shows something to those who look at it: of 290 such verbs behind one in the reports to learn from
221 are cues."""
_TELL = verbs_by_form("assure inform notify remind tell warn".split())
_SEEMING = verbs_by_form(["appear", "seem"])
_ADDRESSED = frozenset({Class.DETERMINER, Class.OPEN, Class.PREPOSITION, Class.PRONOUN})
_NOT_SHOWING = _NOT_GIVING | frozenset("can cannot could may might must not should would".split())
_REACH, _NEAR, _BEHIND_RECORD = 14, 5, 8
"""Words behind a verb, words behind one of those, and words in front of a verb that are looked at."""


def cueing_in(words: Sequence[Word]) -> Iterator[Word]:
    """The verbs of a sentence by which somebody gives how many were hit, or a record shows something."""
    for at, word in enumerate(words):
        is_counting = word.lower in _VERBS and _is_counting(words, at)
        is_showing = word.lower in _SHOW and _is_showing(words, at)
        if is_counting or is_showing or (word.lower in _TELL and _is_telling(words, at)):
            yield word


def _is_telling(words: Sequence[Word], at: int) -> bool:
    """Whether a verb says whom somebody told that something is so: "had informed the mayor that …"."""
    ahead = words[at + 1 : at + 1 + _NEAR]
    that = next((number for number, word in enumerate(ahead) if word.lower == "that"), 0)
    return that > 0 and all(word.cls in _ADDRESSED for word in ahead[:that])


def _is_showing(words: Sequence[Word], at: int) -> bool:
    """Whether a verb says what a record shows: "images taken on Friday appeared to show a crater".

    Or what was told before it: "He was shot from behind, leaked files show".
    """
    start = at
    if at > 1 and words[at - 1].lower == "to" and words[at - 2].lower in _SEEMING:
        start = at - 2
    before = words[max(0, start - _BEHIND_RECORD) : start]
    is_led = not before or before[-1].lower in _NOT_SHOWING or before[-1].cls is Class.CONJUNCTION
    record = next((number for number, word in enumerate(before) if word.lower in _RECORDS), None)
    if is_led or record is None:
        return False
    is_last = at + 1 == len(words) or words[at + 1].cls is Class.MARK
    return not is_last or any(word.text == "," for word in before[:record])


def _is_counting(words: Sequence[Word], at: int) -> bool:
    verb, ahead = words[at].lower, words[at + 1 : at + 1 + _REACH]
    if at and (words[at - 1].lower in _NOT_GIVING or words[at - 1].cls is Class.DETERMINER):
        return False
    if verb in _COUNT:
        return _counts(ahead)
    return _gives(ahead, _NUMBER if verb in _PUT else _HIT)


def is_happening(source: Sequence[str]) -> bool:
    """Whether words in small letters name what happened, which gives no toll: "the blast raised it to 17"."""
    return any(word in _NOBODY or word in NOUNS for word in source)


def _gives(ahead: Sequence[Word], named: frozenset[str]) -> bool:
    """Whether what was counted and then its number follow: "the number of dead at 17", "it as eleven"."""
    is_named = False
    for at, word in enumerate(ahead):
        if word.cls is Class.MARK:
            return False
        if is_named and word.lower in _AT and any(map(_is_number, ahead[at + 1 : at + 1 + _NEAR])):
            return True
        is_named = is_named or word.lower in named
    return False


def _counts(ahead: Sequence[Word]) -> bool:
    """Whether a number of people hit follows at once: "at least 18 bodies", "14 cases of torture"."""
    at = next((at for at, word in enumerate(ahead[:_NEAR]) if _is_number(word)), None)
    if at is None or ahead[0].lower == "of":
        return False
    between = (word for word in ahead[:at] if word.lower not in _BEFORE_NUMBERS)
    is_at_once = all(word.cls not in {Class.OPEN, Class.MARK} for word in between)
    counted = (word.lower for word in ahead[at + 1 : at + 1 + _NEAR])
    return is_at_once and any(word in _HIT or word in _CASES or word in NOUNS for word in counted)


def _is_number(word: Word) -> bool:
    return word.cls is Class.NUMBER or word.lower in CARDINAL_WORDS
