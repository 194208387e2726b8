"""Which way a clause looks, to what has happened or to what is to come, from the verbs around a phrase.

Six tables of words do what a parser would: in news the nearest verb is nearly always the right one.
"""

from collections.abc import Iterator

from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.vocabulary import PAST_FORMS

__all__ = ["direction", "turning_word"]

_AHEAD = frozenset(
    "will ll shall would should plans plan expects hopes intends begins starts opens arrives departs visits "
    "travels convenes expires".split()
)
"""Of verbs in the present those that reports use of what is on the calendar."""
_BEFORE_TO = frozenset(
    "expected scheduled due set going planned about likely supposed slated plans plan wants expects ready "
    "agreed hopes is are be".split()
)
"""Before "to" and a verb they look ahead: "is to meet", "agreed to withdraw"."""
_PLANNED = frozenset("scheduled due planned expected slated set".split())
_SAID = frozenset("said say says saying announced reported confirmed added told stated".split())
_BE = frozenset({"is", "are", "be"})
_BEGINNING = frozenset({"starting", "beginning"})
_MEETING = frozenset("begin convene meet open resume reopen return start visit vote".split())
_WANTED = ("announc", "call", "declar", "demand", "offer", "propos", "threat", "urg", "vow")
"""What is wanted, offered or threatened from a day on is to come: "called for a truce from Monday"."""
_LASTED = frozenset("had continued lasted persisted raged remained stayed went".split())
_TO_COME = _AHEAD | {"to", "must", "could", "may"}
_UNTIL = frozenset("by until till effective payable through".split())
_PARTS = frozenset("early mid late".split())
_NO_PAST = frozenset({"need", "indeed", "hundred", "speed", "united"})
_STOPS = ("STOP", "BREAK", "SEMICOLON")
_BACK, _FORWARD = 12, 8
"""How many tokens a clause reaches, at most, to either side."""


def direction(phrase: Phrase) -> int:
    """Which way the clause around a phrase looks: -1 to what has happened, 1 to what is to come, 0 unsaid.

    The nearest verb decides, those before the phrase first: "said Friday it will", "will meet Friday".
    """
    if phrase.is_in(phrase.last, "POSSESSIVE"):
        return -1
    if _has_deadline(phrase):
        return -1 if _is_over(phrase) else 1
    if _is_begun_with(phrase):
        return 1
    return next(_turns(phrase), (0, 0))[0]


def turning_word(phrase: Phrase) -> str:
    """The word that `direction` went by; empty where it was not a verb."""
    if not direction(phrase) or phrase.is_in(phrase.last, "POSSESSIVE"):
        return ""
    if _has_deadline(phrase) or _is_begun_with(phrase):
        return ""
    return phrase.tokens.written(next(_turns(phrase))[1])


def _has_deadline(phrase: Phrase) -> bool:
    """Whether the phrase says until when: "by Friday", "as early as Monday", "until 9 a.m. Tuesday"."""
    steps = 1
    while steps < 3 and (
        phrase.is_in(phrase.first - steps, "CLOCK", "HOURS_MINUTES", "POINT", "ZONE", "HYPHEN")
        or phrase.before(steps) in _PARTS
    ):
        steps += 1
    if phrase.before(steps) in _UNTIL:
        return True
    return phrase.before() == "as" and phrase.before(2) in ("soon", "early")


def _is_over(phrase: Phrase) -> bool:
    """Whether what had until then is told as gone by: "lasted until Friday", "by Friday had fled"."""
    ahead = range(phrase.last, min(len(phrase.tokens.labels), phrase.last + _FORWARD))
    before = [word for word in _words_before(phrase) if word.isalpha() and word not in _UNTIL | _PARTS]
    if before[:1] == ["had"]:  # "They had until Friday" to do it.
        return False
    words = (*before, *(phrase.tokens.word(index) for index in ahead))
    return next((word in _LASTED for word in words if word in _LASTED or word in _TO_COME), False)


def _is_begun_with(phrase: Phrase) -> bool:
    """Whether it is said from when ("starting on Monday"), or a headline announces it ("to meet Monday")."""
    if phrase.before() == "from" and any(word.startswith(_WANTED) for word in _words_before(phrase)):
        return True
    steps = 2 if phrase.before() in ("on", "from") else 1
    if phrase.before(steps) in _BEGINNING:
        return True
    return phrase.before(steps) in _MEETING and phrase.before(steps + 1) == "to"


def _words_before(phrase: Phrase) -> Iterator[str]:
    """The words of the clause before a phrase, the nearest first."""
    for index in range(phrase.first - 1, max(-1, phrase.first - 1 - _BACK), -1):
        if phrase.is_in(index, *_STOPS):
            break
        yield phrase.tokens.word(index)


def _turns(phrase: Phrase) -> Iterator[tuple[int, int]]:
    """What each word of the clause that has a tense says, and where it stands; those before first."""
    backward = range(phrase.first - 1, max(-1, phrase.first - 1 - _BACK), -1)
    forward = range(phrase.last, min(len(phrase.tokens.labels), phrase.last + _FORWARD))
    for clause in (backward, forward):
        for index in clause:
            word, before = phrase.tokens.word(index), phrase.tokens.word(index - 1)
            if phrase.is_in(index, *_STOPS) or (word == "that" and before in _SAID):
                break
            turn = _turn(word, before, phrase.tokens.word(index + 1))
            if turn:
                yield turn, index


def _turn(word: str, before: str, after: str) -> int:
    if word in _AHEAD or (word == "to" and before in _BEFORE_TO):
        return 1
    if word in _PLANNED and (before in _BE or after in ("for", "to")):
        return 1
    if word == "be" and before == "to":
        return 1
    if before in _BE:
        # "will be held", "is expected": the participle has no tense of its own.
        return 0
    regular = len(word) > 4 and word.endswith("ed") and word not in _NO_PAST
    return -1 if regular or word in PAST_FORMS else 0
