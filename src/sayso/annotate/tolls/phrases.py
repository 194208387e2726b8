"""Phrases: the words that may count somebody or something: "at least nine", "several soldiers", "a rebel"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sayso.annotate.tolls.bounds import GROUPS_OF, MANIFOLD, NONE, ONE, TWO, Bounds, Numbers, bounds_at
from sayso.annotate.tolls.groups import PERSONS, group_of_noun, is_plural
from sayso.annotate.tolls.heads import complement_end, goes_on, is_open, noun_end
from sayso.annotate.tolls.hurt import is_of_body
from sayso.annotate.tolls.measures import UNITS, is_measure
from sayso.annotate.tolls.predicates import COUNT_NOUNS, Predicate, Side, predicate_at
from sayso.annotate.words import Class, Word
from sayso.model import Effect


class Kind(StrEnum):
    """What makes a phrase count."""

    NUMBER = "number"
    ARTICLE = "article"
    OWNER = "owner"
    DEFINITE = "definite"
    NAME = "name"
    ANY = "any"
    BOTH = "both"
    DEED = "deed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A stretch of a sentence's words, `[first, last)`, that counts."""

    first: int
    last: int
    bounds: Bounds
    kind: Kind
    name: int | None = None
    """Where the name itself begins, after the titles in front of it."""
    nouns: tuple[str, ...] = ()
    """Its words in lower case, from after the amount up to the head noun."""
    complement: tuple[str, ...] = ()
    """The words after "of"."""
    also: tuple[str, ...] = ()
    """A second kind under the same number: "civilians" in "20 soldiers and civilians"."""
    state: Predicate | None = None
    """What an adjective inside it says happened: "30 dead civilians"."""
    is_further: bool = False
    """Whether it counts more of the same: "another two", "five others"."""
    is_partitive: bool = False
    """Whether it counts out of a known whole: "one of the victims"."""

    @property
    def is_loose(self) -> bool:
        """Whether it is a bare number, which may be an age: only a verb beside it makes it count."""
        return self.kind is Kind.NUMBER and not self.nouns and not self.is_further and not self.is_partitive

    @property
    def is_aged(self) -> bool:
        """Whether it counts one by age alone: "a 16-year-old"."""
        return self.nouns[-1:] == ("old",) or bool(self.nouns and self.nouns[-1].endswith("-old"))


_FURTHER = frozenset("other others more additional further another".split())
_ARTICLES = frozenset("a an another".split())
_SHARES = frozenset(
    "band column crowd gang group length majority mob pair part party patrol percentage piece portion"
    " section series squad stretch team unit wave".split()
)
"""What an article counts one of, without counting anything."""
_NUMBERED = frozenset("family household crew".split())
_WHOLES = _NUMBERED | frozenset("party group team gang squad patrol convoy".split())
_BODIES = frozenset("police staff clergy military personnel crew family team".split())
_PARENTS = frozenset("father mother parent dad mom mum grandfather grandmother parents widow widower".split())
_LATER = frozenset("second third fourth fifth sixth seventh eighth".split())
_ORDINALS = _LATER | {"further", "single"}
_SINGLES = frozenset({Kind.ARTICLE, Kind.OWNER, Kind.DEFINITE})
_OWNERS = frozenset("his her their its my our".split())
_MANIFOLD_DEEDS = {
    **dict.fromkeys("shooting stabbing".split(), Effect.INJURED),
    **dict.fromkeys("murder murders homicide killing slaying assassination".split(), Effect.KILLED),
}
_PARTITIVE = frozenset("the his her its their our these those them whom which us this that".split())


def phrases_in(words: Sequence[Word], numbers: Numbers) -> Iterator[Phrase]:
    """The phrases of a sentence's words that may count, in order; no two overlap.

    "As many" counts what the number before it did: "two were killed and as many hurt".
    """
    at = 0
    said: Bounds | None = None
    while at < len(words):
        phrase = _manifold(words, at) or _counted(words, at, numbers) or _single(words, at, numbers)
        if phrase is None:
            at += 1
            continue
        if said is not None and _lower(words, at - 1) == "as" and words[at].lower == "many":
            phrase = replace(phrase, first=at - 1, bounds=said)
        if phrase.kind is Kind.NUMBER:
            said = phrase.bounds
        yield phrase
        at = phrase.last
        other = _other_owned(words, phrase)
        if other is not None:
            yield other
            at = other.last


def _other_owned(words: Sequence[Word], phrase: Phrase) -> Phrase | None:
    """The second of two under one word: the driver of "his bodyguard and driver"."""
    at = phrase.last + 1
    if phrase.kind not in _SINGLES or _lower(words, phrase.last) != "and" or not is_open(words, at):
        return None
    head = words[at].lower
    is_person = bool(phrase.nouns) and group_of_noun(phrase.nouns[-1]) in PERSONS
    is_one = is_person and group_of_noun(head) in PERSONS and not is_plural(head)
    if not is_one or goes_on(words, at + 1, plural=False):
        return None
    return replace(phrase, first=at, last=at + 1, nouns=(head,), complement=(), also=())


def _manifold(words: Sequence[Word], at: int) -> Phrase | None:
    """A deed that says by itself how many it hit: "a triple murder", "the double shooting"."""
    first, at = at, at + (words[at].lower in _ARTICLES | {"the"})
    many, deed = MANIFOLD.get(_lower(words, at)), _MANIFOLD_DEEDS.get(_lower(words, at + 1))
    if many is None or deed is None:
        return None
    return Phrase(
        first=first, last=at + 2, bounds=many, kind=Kind.DEED, state=Predicate(deed, Side.OF, is_weak=True)
    )


def _counted(words: Sequence[Word], at: int, numbers: Numbers) -> Phrase | None:
    amount = bounds_at(words, at, numbers)
    if amount is None:
        return None
    bounds, after = amount
    if is_measure(words, at, after) or _is_pair(words, at, after) or _is_of_parent(words, at):
        return None
    further, partitive = words[at].lower == "another", False
    if _lower(words, after) == "of" and _lower(words, after + 1) in _PARTITIVE:
        partitive, after = True, after + 1
    elif _lower(words, after) == "of" and bounds.low is not None and _is_whole(words, after + 1, numbers):
        partitive, after = True, after + 1 + (_lower(words, after + 1) in _ARTICLES)
    elif _lower(words, after) == "of":
        after += 1
        if (
            bounds.low is None and after < len(words) and words[after].start in numbers
        ):  # tens of thousands of
            after += 2 if _lower(words, after + 1) == "of" else 1
    while _lower(words, after) in _PARTITIVE and _lower(words, after - 1) in {"of", "all", *_PARTITIVE}:
        partitive, after = True, after + 1
    if partitive and after < len(words) and words[after].start in numbers:
        after += 1
    while _lower(words, after) in _FURTHER and not (further and _lower(words, after - 1) == "others"):
        further, after = True, after + 1
    if is_measure(words, at, after):
        return None
    if _lower(words, after - 1) == "others":
        return Phrase(first=at, last=after, bounds=bounds, kind=Kind.NUMBER, is_further=True)
    phrase = _with_noun(words, at, after, numbers, bounds=bounds, kind=Kind.NUMBER)
    if partitive and not phrase.nouns and _lower(words, after) in COUNT_NOUNS:  # "two of the wounded"
        phrase = replace(phrase, last=after + 1, nouns=(words[after].lower,))
    return replace(phrase, is_further=further, is_partitive=partitive)


def _is_whole(words: Sequence[Word], at: int, numbers: Numbers) -> bool:
    """Whether what an "of" leads to is a whole to count out of: "nine of 12 drones", "three of a family"."""
    if at < len(words) and words[at].start in numbers:
        return True
    near = range(at + 1, min(len(words), at + 4))
    return _lower(words, at) in _ARTICLES | {"one"} and any(words[n].lower in _WHOLES for n in near)


def _is_number(words: Sequence[Word], at: int, numbers: Numbers) -> bool:
    """Whether an amount stands there that may count somebody: "two children", not "four-year-old son"."""
    amount = bounds_at(words, at, numbers) if at < len(words) else None
    return amount is not None and not is_measure(words, at, amount[1])


def _is_pair(words: Sequence[Word], at: int, after: int) -> bool:
    """Whether "a couple" are two people who live together, not some two of what follows."""
    is_last = _lower(words, after - 1) == "couple" and _lower(words, at) in _ARTICLES
    return is_last and (not is_open(words, after) or predicate_at(words, after) is not None)


def _is_of_parent(words: Sequence[Word], at: int) -> bool:
    """Whether a number only says how many children somebody has: "a father of three"."""
    return _lower(words, at - 1) == "of" and _lower(words, at - 2) in _PARENTS


def _single(words: Sequence[Word], at: int, numbers: Numbers) -> Phrase | None:
    word = words[at].lower
    is_further = word == "another"
    if word in _ARTICLES:
        after, kind, bounds = at + 1, Kind.ARTICLE, ONE
        if _lower(words, after) in _ORDINALS:
            is_further = _lower(words, after) in _LATER
            after += 1
    elif word == "the" and _lower(words, at + 1) in _LATER | {"other"}:
        return _one_more(words, at, numbers)
    elif word == "both":
        return _both(words, at, numbers)
    elif word in _OWNERS and not _is_number(words, at + 1, numbers):
        after, kind, bounds = at + 1, Kind.OWNER, ONE
    elif word == "the" and at + 1 < len(words) and not _is_number(words, at + 1, numbers):
        after, kind, bounds = at + 1, Kind.DEFINITE, ONE
    elif at == 0 and words[0].cls is Class.OPEN:
        after, kind, bounds = 0, Kind.ARTICLE, ONE  # "Policeman killed in Orlo"
    elif word == "any":
        after, kind, bounds = at + 1, Kind.ANY, NONE
        while _lower(words, after) in _PARTITIVE | {"of"}:
            after += 1
    elif word in COUNT_NOUNS and is_plural(word) and _lower(words, at - 1) == "without":
        after, kind, bounds = at, Kind.ANY, NONE
    else:
        return None
    phrase = _with_noun(words, at, after, numbers, bounds=bounds, kind=kind)
    phrase = replace(phrase, is_further=is_further)
    if not (phrase.nouns or is_further) or (phrase.nouns == ("head",) and not phrase.complement):
        return None
    is_known = phrase.nouns != () and (group_of_noun(phrase.nouns[-1]) is not None or phrase.is_aged)
    if (kind is Kind.DEFINITE or after == 0) and not is_known:
        return None
    if after == 0 and (group_of_noun(phrase.nouns[-1]) not in PERSONS or phrase.nouns[-1] in _BODIES):
        return None
    if (
        kind is not Kind.ANY
        and phrase.nouns
        and is_plural(phrase.nouns[-1])
        and phrase.nouns[-1] != "personnel"
    ):
        return None
    if phrase.nouns and (phrase.nouns[-1] in _SHARES or phrase.nouns[-1] in UNITS):
        return None
    if kind is Kind.OWNER and is_of_body(phrase.nouns[-1]):
        return None
    return _as_group(words, phrase, numbers)


def _one_more(words: Sequence[Word], at: int, numbers: Numbers) -> Phrase | None:
    """One told apart from those before: "the other was hurt", not "the third to die"."""
    phrase = _with_noun(words, at, at + 2, numbers, bounds=ONE, kind=Kind.ARTICLE)
    is_of_name = at > 0 and words[at - 1].is_name and words[at - 1].cls is Class.OPEN  # "Rem Tov the third"
    if is_of_name or _lower(words, phrase.last) == "to":
        return None
    if phrase.nouns and (is_plural(phrase.nouns[-1]) or group_of_noun(phrase.nouns[-1]) not in PERSONS):
        return None
    return replace(phrase, is_further=True)


def _both(words: Sequence[Word], at: int, numbers: Numbers) -> Phrase | None:
    """Two told of before: "both were hurt", "both men died"; not "both Ana and Rem"."""
    after = at + 1
    while _lower(words, after) in _PARTITIVE | {"of"}:
        after += 1
    phrase = _with_noun(words, at, after, numbers, bounds=TWO, kind=Kind.BOTH)
    is_bare = not phrase.nouns and after < len(words) and words[after].cls is Class.AUXILIARY
    head = phrase.nouns[-1] if phrase.nouns else ""
    return phrase if is_bare or (is_plural(head) and group_of_noun(head) in PERSONS) else None


def _as_group(words: Sequence[Word], phrase: Phrase, numbers: Numbers) -> Phrase:
    """The phrase with the number it says: "an elderly couple", "a father and son duo", "a family of 5"."""
    if _lower(words, phrase.last) == "and" and _lower(words, phrase.last + 2) in GROUPS_OF:
        nouns = (*phrase.nouns, *(word.lower for word in words[phrase.last + 1 : phrase.last + 3]))
        phrase = replace(phrase, last=phrase.last + 3, nouns=nouns)
    bounds = GROUPS_OF.get(phrase.nouns[-1]) if phrase.nouns else None
    if phrase.complement and phrase.nouns[-1] in _NUMBERED:
        told = bounds_at(words, phrase.last - len(phrase.complement), numbers)
        bounds = told[0] if told is not None and told[1] == phrase.last else bounds
    return phrase if bounds is None else replace(phrase, bounds=bounds)


def _with_noun(
    words: Sequence[Word], first: int, after: int, numbers: Numbers, *, bounds: Bounds, kind: Kind
) -> Phrase:
    state = _state_inside(words, after)
    begin = after if state is None else after + 1
    last = noun_end(words, begin, plural=bounds.is_plural)
    nouns = tuple(word.lower for word in words[begin:last] if word.cls is not Class.MARK)
    complement: tuple[str, ...] = ()
    if nouns and _lower(words, last) == "of":
        end = complement_end(words, last + 1)
        complement = tuple(word.lower for word in words[last + 1 : end])
        last = end if complement else last
    while last > after and words[last - 1].cls is Class.MARK:
        last -= 1
    last = _past_ages(words, max(last, after))
    may_double = nouns and (bounds.is_plural or bounds == NONE)
    also = _second_kind(words, last, numbers, is_none=bounds == NONE) if may_double else ()
    return Phrase(
        first=first, last=last + len(also) + bool(also), bounds=bounds, kind=kind, nouns=nouns,
        complement=complement, also=also, state=state,
    )  # fmt: skip


def _second_kind(words: Sequence[Word], at: int, numbers: Numbers, *, is_none: bool) -> tuple[str, ...]:
    """The words after "and" in "20 soldiers and civilians", or after "or" in "no damage or casualties"."""
    if _lower(words, at) not in {"and", "or"}:
        return ()
    for end in range(at + 1, min(len(words), at + 4)):
        word = words[end]
        is_count = is_none and word.lower in COUNT_NOUNS
        if word.cls is not Class.OPEN or word.start in numbers:
            return ()
        if predicate_at(words, end) is not None and not is_count:
            return ()
        is_known = is_plural(word.lower) and group_of_noun(word.lower) is not None
        if is_count or (
            is_known and not goes_on(words, end + 1, plural=True) and not is_open(words, end + 1)
        ):
            return tuple(word.lower for word in words[at + 1 : end + 1])
    return ()


def _past_ages(words: Sequence[Word], at: int) -> int:
    """Past "aged 20 and 25", which belongs to the phrase."""
    if _lower(words, at) != "aged":
        return at
    end = at + 1
    while end < len(words) and (words[end].cls is Class.NUMBER or words[end].lower in {",", "and"}):
        end += 1
    while words[end - 1].lower in {",", "and"}:
        end -= 1
    return end if end > at + 1 else at


def _lower(words: Sequence[Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


def _state_inside(words: Sequence[Word], at: int) -> Predicate | None:
    """The adjective of "30 dead civilians"; None for the predicate of "30 dead in the capital"."""
    found = predicate_at(words, at)
    if (
        found is None
        or found[1] >= len(words)
        or not words[at].lower.endswith(("ed", "dead", "missing", "en"))
    ):
        return None
    following = words[found[1]]
    if following.cls is not Class.OPEN or predicate_at(words, found[1]) is not None:
        return None
    return found[0] if group_of_noun(following.lower) is not None or is_plural(following.lower) else None
