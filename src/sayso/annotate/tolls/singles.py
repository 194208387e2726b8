"""Singles: the phrases that count one without a number, or a group as one: "his wife", "a young couple"."""

from collections.abc import Sequence

from sayso.annotate.numerals import ORDINALS
from sayso.annotate.tolls.bounds import GROUPS_OF, NONE, ONE, TWO, VAGUE, Numbers, bounds_at
from sayso.annotate.tolls.groups import PERSONS, group_of_noun, is_plural
from sayso.annotate.tolls.heads import goes_on, is_open, noun_end
from sayso.annotate.tolls.hurt import is_of_body
from sayso.annotate.tolls.measures import UNITS, is_measure
from sayso.annotate.tolls.phrases import ARTICLES, PARTITIVE, Kind, Phrase, lower_at, with_noun
from sayso.annotate.tolls.predicates import COUNT_NOUNS, Side, predicate_at
from sayso.annotate.words import Class, Word
from sayso.model import changed

_SHARES = frozenset(
    "band column crowd gang group length majority mob pair part party patrol percentage piece portion"
    " section series squad stretch team unit wave".split()
)
"""What an article counts one of, without counting anything."""
NUMBERED = frozenset("family household crew".split())
"""What may say how many it holds: "a family of five"."""
_BODIES = frozenset("police staff clergy military personnel crew family team".split())
_LATER = frozenset(ORDINALS) - {"first", "hundredth", "thousandth"}
_ORDINALS = _LATER | {"further", "single"}
_FRACTIONS = _LATER | {"quarter", "tenth", "half"}
_SINGLES = frozenset({Kind.ARTICLE, Kind.OWNER, Kind.DEFINITE})
_OWNERS = frozenset("his her their its my our".split())
_HEADLINE_MARKS = frozenset(", ; : – — -".split())


def single(words: Sequence[Word], at: int, numbers: Numbers) -> Phrase | None:
    """The phrase that begins at word `at` and counts one, or a group: "a rebel", "his wife", "both men"."""
    word = words[at].lower
    if word == "the" and lower_at(words, at + 1) in _LATER | {"other"}:
        return _one_more(words, at, numbers)
    if word == "both":
        return _both(words, at, numbers)
    opening = _opening(words, at, numbers)
    if opening is None:
        return None
    after, kind = opening
    phrase = with_noun(words, at, after, numbers, bounds=NONE if kind is Kind.ANY else ONE, kind=kind)
    is_later = kind is Kind.ARTICLE and lower_at(words, at + 1) in _LATER
    phrase = changed(phrase, is_further=word == "another" or is_later)
    is_bare = after == at and kind is Kind.ARTICLE
    return _as_group(words, phrase, numbers) if _is_one(phrase, is_bare=is_bare) else None


def _opening(words: Sequence[Word], at: int, numbers: Numbers) -> tuple[int, Kind] | None:
    """The word after an article or what stands in its place, and which it is; None where none is."""
    word = words[at].lower
    if word in ARTICLES and lower_at(words, at + 1) in _FRACTIONS and lower_at(words, at + 2) == "of":
        return None  # "a third of the houses"
    if word in ARTICLES:
        return at + 1 + (lower_at(words, at + 1) in _ORDINALS), Kind.ARTICLE
    if word in _OWNERS and not _is_number(words, at + 1, numbers):
        return at + 1, Kind.OWNER
    if word == "the" and at + 1 < len(words) and not _is_number(words, at + 1, numbers):
        return at + 1, Kind.DEFINITE
    if words[at].cls is Class.OPEN and (at == 0 or _is_headline(words, at)):
        return at, Kind.ARTICLE  # "Policeman killed in Orlo"
    if word == "any":
        after = at + 1
        while lower_at(words, after) in PARTITIVE | {"of"}:
            after += 1
        return after, Kind.ANY
    is_loss = word == "loss" and lower_at(words, at + 2) == "life"
    if (is_loss or (word in COUNT_NOUNS and is_plural(word))) and lower_at(words, at - 1) == "without":
        return at, Kind.ANY
    return None


def _is_headline(words: Sequence[Word], at: int) -> bool:
    """Whether a bare noun is said to be hit as headlines say it: "Gunman dead, officer wounded"."""
    told = predicate_at(words, at + 1) if words[at - 1].text in _HEADLINE_MARKS else None
    return told is not None and bool(told[0].side & (Side.PASSIVE | Side.BEFORE))


def _is_one(phrase: Phrase, *, is_bare: bool) -> bool:
    """Whether a phrase may count one; `is_bare` where no article stands before it."""
    if not phrase.nouns:
        return phrase.is_further and phrase.kind is not Kind.DEFINITE and not is_bare
    head = phrase.nouns[-1]
    group = group_of_noun(head)
    if phrase.nouns == ("head",) and not phrase.complement:
        return False
    if (phrase.kind is Kind.DEFINITE or is_bare) and group is None and not phrase.is_aged:
        return False
    if is_bare and (group not in PERSONS or head in _BODIES):
        return False
    if head == "family" and not phrase.complement and phrase.kind is not Kind.ARTICLE:
        return False  # "shot at his family" counts nobody
    if phrase.kind is not Kind.ANY and is_plural(head) and head != "personnel":
        return False
    return head not in _SHARES and head not in UNITS and not (phrase.kind is Kind.OWNER and is_of_body(head))


def _one_more(words: Sequence[Word], at: int, numbers: Numbers) -> Phrase | None:
    """One told apart from those before: "the other was hurt", not "the third to die"."""
    phrase = with_noun(words, at, at + 2, numbers, bounds=ONE, kind=Kind.ARTICLE)
    if lower_at(words, at - 1) in {"fired", "fires", "firing", "heard"}:
        return None  # "fired the second shot"
    is_of_name = at > 0 and words[at - 1].is_name and words[at - 1].cls is Class.OPEN  # "Rem Tov the third"
    if is_of_name or lower_at(words, phrase.last) == "to":
        return None
    if phrase.nouns and (is_plural(phrase.nouns[-1]) or group_of_noun(phrase.nouns[-1]) not in PERSONS):
        return None
    return changed(phrase, is_further=True)


def _both(words: Sequence[Word], at: int, numbers: Numbers) -> Phrase | None:
    """Two told of before: "both were hurt", "both men died"; not "both Ana and Rem"."""
    after = at + 1
    while lower_at(words, after) in PARTITIVE | {"of"}:
        after += 1
    phrase = with_noun(words, at, after, numbers, bounds=TWO, kind=Kind.BOTH)
    is_bare = not phrase.nouns and after < len(words) and words[after].cls is Class.AUXILIARY
    head = phrase.nouns[-1] if phrase.nouns else ""
    return phrase if is_bare or (is_plural(head) and group_of_noun(head) in PERSONS) else None


def _as_group(words: Sequence[Word], phrase: Phrase, numbers: Numbers) -> Phrase:
    """The phrase with the number it says: "an elderly couple", "a father and son duo", "a family of 5"."""
    if lower_at(words, phrase.last) == "and" and lower_at(words, phrase.last + 2) in GROUPS_OF:
        nouns = (*phrase.nouns, *(word.lower for word in words[phrase.last + 1 : phrase.last + 3]))
        phrase = changed(phrase, last=phrase.last + 3, nouns=nouns)
    bounds = GROUPS_OF.get(phrase.nouns[-1]) if phrase.nouns else None
    if phrase.complement and phrase.nouns[-1] in NUMBERED:
        told = bounds_at(words, phrase.last - len(phrase.complement), numbers)
        bounds = told[0] if told is not None and told[1] == phrase.last else bounds
    if bounds is None and phrase.nouns[-1:] == ("family",):
        bounds = VAGUE  # so many as nobody says
    return phrase if bounds is None else changed(phrase, bounds=bounds)


def other_owned(words: Sequence[Word], phrase: Phrase) -> Phrase | None:
    """The second of two under one word: the driver of "his bodyguard and driver"."""
    at = phrase.last + 1
    if phrase.kind not in _SINGLES or lower_at(words, phrase.last) != "and":
        return None
    if not (is_open(words, at) or lower_at(words, at).endswith("-old")):
        return None
    end = noun_end(words, at, plural=False)
    nouns = tuple(word.lower for word in words[at:end])
    is_person = bool(phrase.nouns) and group_of_noun(phrase.nouns[-1]) in PERSONS
    is_one = is_person and nouns != () and group_of_noun(nouns[-1]) in PERSONS and nouns[-1] != "police"
    if not is_one or is_plural(nouns[-1]) or goes_on(words, end, plural=False):
        return None
    return changed(phrase, first=at, last=end, nouns=nouns, complement=(), also=())


def _is_number(words: Sequence[Word], at: int, numbers: Numbers) -> bool:
    """Whether an amount stands there that may count somebody: "two children", not "four-year-old son"."""
    amount = bounds_at(words, at, numbers) if at < len(words) else None
    return amount is not None and not is_measure(words, at, amount[1])
