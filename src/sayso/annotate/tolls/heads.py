"""Heads: where the noun phrase after an amount ends: "two women hill fighters" at the fighters."""

from collections.abc import Sequence

from sayso.annotate.tolls.groups import group_of_noun, is_plural
from sayso.annotate.tolls.nouns import DESCRIBING
from sayso.annotate.tolls.predicates import COUNT_NOUNS, predicate_at
from sayso.annotate.words import Class, Word

_VERBS = frozenset(
    "fell went ran fled left lost held took said told came died fought stood hit blew remain remained lay"
    " lie sat stay stayed await born found feared believed presumed reported confirmed escaped"
    " began drove threw gave led rode saw met spoke broke opened".split()
)
"""Verbs that may stand right after a singular noun and look like another."""
_STAYING = frozenset(
    "remain remained remains lay lie lies stay stayed fell ran fled came escaped survived".split()
)
"""Those of them that stand right after a bare number: "30 remained missing"."""
_TELLING = frozenset(
    "said says say told tells announced confirmed confirms reported reports stated added claimed declared"
    " noted put puts".split()
)
"""Verbs of whom "the mayor of" names: "the mayor of Orlo said"."""
_SAID = frozenset("feared believed presumed reported confirmed".split())
TIMES = frozenset(
    "late early monday tuesday wednesday thursday friday saturday sunday yesterday today tonight"
    " overnight nationwide countrywide last".split()
)
"""When somebody was hit, right after who it was: "shot a man late on Monday"."""
_QUOTES = frozenset("\"“”'‘’`")
_DASHES = frozenset("-–—")
_LONGEST_NOUN = 9


def noun_end(words: Sequence[Word], at: int, *, plural: bool) -> int:
    """Where the noun phrase that begins at `at` ends: at its head, or where the open words end."""
    end, stop = at, min(len(words), at + _LONGEST_NOUN)
    while end < stop:
        word = words[end]
        if word.lower in COUNT_NOUNS and end > at and group_of_noun(words[end - 1].lower) is None:
            return end + 1
        if (
            word.lower in COUNT_NOUNS
            and end == at
            and word.lower in {"dead", "deceased", "wounded", "injured"}
        ):
            return end
        if end == at and words[end].text in _DASHES:
            return end  # "14 - emergency services": who says so
        if (
            _is_said(words, end)
            or (end == at and word.lower in _STAYING | TIMES)
            or not _is_inside(words, end)
            or (
                predicate_at(words, end) is not None
                and word.lower not in COUNT_NOUNS
                and word.lower != "lives"
                and not _is_victim(words, end + 1)
            )
        ):
            return end
        end += 1
        if (
            word.cls is Class.OPEN
            and _is_head(words, end - 1, plural=plural)
            and not goes_on(words, end, plural=plural)
        ):
            return end
    return end


def _is_said(words: Sequence[Word], at: int) -> bool:
    """Whether a word only says that what befell them is not sure: "30 feared drowned"."""
    return words[at].lower in _SAID and predicate_at(words, at + 1) is not None


def _is_victim(words: Sequence[Word], at: int) -> bool:
    """Whether the deed before word `at` only says whose victims are counted: "four shooting victims"."""
    return at < len(words) and words[at].lower in {"victim", "victims"}


def _is_head(words: Sequence[Word], at: int, *, plural: bool) -> bool:
    word = words[at].lower
    if plural:
        following = words[at + 1] if at + 1 < len(words) else None
        is_open_next = following is not None and following.cls is Class.OPEN and following.lower not in TIMES
        describes = is_open_next and group_of_noun(word) is None
        describes = describes and following is not None and following.lower not in _VERBS
        describes = describes and following is not None and not following.lower.endswith("ed")
        return is_plural(word) and not (describes and predicate_at(words, at + 1) is None)
    describes = word in DESCRIBING and at + 1 < len(words) and _is_inside(words, at + 1)
    return group_of_noun(word) is not None and not describes


def goes_on(words: Sequence[Word], at: int, *, plural: bool) -> bool:
    """Whether the noun before `at` only describes the next: "Guards members", "bus conductor"."""
    if at >= len(words):
        return False
    word = words[at]
    if word.lower == "'s":
        return True
    if word.cls is not Class.OPEN or word.lower in TIMES or predicate_at(words, at) is not None:
        return False
    if group_of_noun(word.lower) is not None or word.lower in COUNT_NOUNS:
        return True
    if plural:
        following = words[at + 1].lower if is_open(words, at + 1) else ""
        return is_plural(following) and group_of_noun(following) is not None
    return not word.lower.endswith(("ed", "ing", "s")) and word.lower not in _VERBS


def _is_inside(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.lower in {"got", "gets", "get"}:
        return False
    if word.cls is Class.OPEN or word.lower == "'s" or (word.text == "US" and is_open(words, at + 1)):
        return True
    if word.cls is Class.NUMBER:
        following = words[at + 1].lower if at + 1 < len(words) else ""
        return "-" in word.text or following.startswith(("-", "year", "month"))
    return word.cls is Class.MARK and (word.text in _QUOTES or word.text in "-–") and at + 1 < len(words)


def complement_end(words: Sequence[Word], at: int) -> int:
    """Where what follows "of" ends."""
    end = at
    while end < min(len(words), at + 10):
        word = words[end]
        belongs = (
            word.cls in (Class.OPEN, Class.NUMBER)
            or word.lower in {"of", "the", "'s"}
            or (word.cls is Class.DETERMINER and end == at)
        )
        if not belongs or predicate_at(words, end) is not None or (end > at and word.lower in _TELLING):
            return at if words[end - 1].cls is Class.DETERMINER else end
        end += 1
        if (
            word.lower != "of"
            and is_plural(word.lower)
            and end < len(words)
            and not goes_on(words, end, plural=True)
            and words[end].lower != "of"
        ):
            return end
    return end


def is_open(words: Sequence[Word], at: int) -> bool:
    """Whether a noun, a name or an adjective stands there that tells nothing of a hit."""
    return at < len(words) and words[at].cls is Class.OPEN and predicate_at(words, at) is None
