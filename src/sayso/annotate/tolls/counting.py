"""Counting: the phrases of a sentence that may count: "at least nine", "several soldiers", "a rebel"."""

from collections.abc import Iterator, Sequence

from sayso.annotate.numbers import Number
from sayso.annotate.tolls.bounds import MANIFOLD, NONE, TWO, VAGUE, Bounds, Numbers, bounds_at
from sayso.annotate.tolls.heads import is_open
from sayso.annotate.tolls.measures import is_measure
from sayso.annotate.tolls.phrases import ARTICLES, PARTITIVE, Kind, Phrase, lower_at, with_noun
from sayso.annotate.tolls.predicates import COUNT_NOUNS, SURVIVING, Predicate, Side, predicate_at
from sayso.annotate.tolls.singles import NUMBERED, other_owned, single
from sayso.annotate.words import Word
from sayso.model import Effect, Qualifier, changed

_OPENS_DEED = ARTICLES | {"the"}
_FURTHER = frozenset("other others more additional further another".split())
_THEM = frozenset({"them", "whom", "which"})
_WHOLES = NUMBERED | frozenset("party group team gang squad patrol convoy".split())
_PARENTS = frozenset("father mother parent dad mom mum grandfather grandmother parents widow widower".split())
_MANIFOLD_DEEDS = {
    **dict.fromkeys("shooting stabbing".split(), Effect.INJURED),
    **dict.fromkeys("murder murders homicide killing slaying assassination".split(), Effect.KILLED),
}


def phrases_in(words: Sequence[Word], numbers: Numbers) -> Iterator[Phrase]:
    """The phrases of a sentence's words that may count, in order; no two overlap.

    "As many" counts what the number before it did: "two were killed and as many hurt".
    """
    at = 0
    said: Bounds | None = None
    while at < len(words):
        phrase = _manifold(words, at) or _counted(words, at, numbers) or single(words, at, numbers)
        if phrase is None:
            at += 1
            continue
        if said is not None and lower_at(words, at - 1) == "as" and words[at].lower == "many":
            phrase = changed(phrase, first=at - 1, bounds=said)
        if phrase.kind is Kind.NUMBER:
            said = phrase.bounds
        yield phrase
        at = phrase.last
        other = other_owned(words, phrase)
        if other is not None:
            yield other
            at = other.last


def _manifold(words: Sequence[Word], at: int) -> Phrase | None:
    """A deed that says by itself how many it hit: "a triple murder", "the double shooting"."""
    first, at = at, at + (words[at].lower in _OPENS_DEED)
    many, deed = MANIFOLD.get(lower_at(words, at)), _MANIFOLD_DEEDS.get(lower_at(words, at + 1))
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
    if (
        _is_sole(words, at)
        or is_measure(words, at, after)
        or _is_pair(words, at, after)
        or _is_of_parent(words, at)
    ):
        return None
    further, partitive = words[at].lower == "another", False
    if lower_at(words, after) == "of" and lower_at(words, after + 1) in PARTITIVE:
        partitive, after = True, after + 1
    elif lower_at(words, after) == "of" and bounds.low is not None and _is_whole(words, after + 1, numbers):
        partitive, after = True, after + 1 + (lower_at(words, after + 1) in ARTICLES)
    elif lower_at(words, after) == "of":
        after += 1
        if (
            bounds.low is None and after < len(words) and words[after].start in numbers
        ):  # tens of thousands of
            after += 2 if lower_at(words, after + 1) == "of" else 1
    while lower_at(words, after) in PARTITIVE and lower_at(words, after - 1) in {"of", "all", *PARTITIVE}:
        partitive, after = True, after + 1
    if partitive and after < len(words) and words[after].start in numbers:
        after += 1
    while lower_at(words, after) in _FURTHER and not (further and lower_at(words, after - 1) == "others"):
        further, after = True, after + 1
    if is_measure(words, at, after):
        return None
    if lower_at(words, after - 1) == "others":
        return Phrase(first=at, last=after, bounds=bounds, kind=Kind.NUMBER, is_further=True)
    phrase = with_noun(words, at, after, numbers, bounds=bounds, kind=Kind.NUMBER)
    is_of_kind = lower_at(words, after) in COUNT_NOUNS and lower_at(words, after - 1) not in _THEM
    if partitive and not phrase.nouns and is_of_kind:  # "two of the wounded"
        phrase = changed(phrase, last=after + 1, nouns=(words[after].lower,))
    phrase = changed(phrase, is_further=further, is_partitive=partitive)
    return _unsurviving(words, phrase, numbers) if bounds == NONE else phrase


def _unsurviving(words: Sequence[Word], phrase: Phrase, numbers: Numbers) -> Phrase:
    """Those of whom none lived, counted as dead: "neither of the two pilots survived"."""
    verb = phrase.last + (lower_at(words, phrase.last) == "aboard")
    verb += 2 * (lower_at(words, verb) == "on" and lower_at(words, verb + 1) == "board")
    verb += lower_at(words, verb) in {"has", "have", "had"}
    if lower_at(words, verb) not in SURVIVING or not phrase.nouns:
        return phrase
    inside = (numbers.get(words[at].start) for at in range(phrase.first + 1, phrase.last))
    known = next((one.value for one in inside if isinstance(one, Number) and one.value), None)
    is_pair = known is None and words[phrase.first].lower == "neither"
    bounds = TWO if is_pair else VAGUE if known is None else Bounds(known, known, Qualifier.EXACT)
    return changed(phrase, bounds=bounds, state=Predicate(Effect.KILLED, Side.BEFORE))


def _is_sole(words: Sequence[Word], at: int) -> bool:
    """Whether a number only says that there was nobody else: "was not the only one hurt"."""
    only = at if words[at].lower == "only" else at - 1
    return lower_at(words, only) == "only" and lower_at(words, only - 1) == "the"


def _is_whole(words: Sequence[Word], at: int, numbers: Numbers) -> bool:
    """Whether what an "of" leads to is a whole to count out of: "nine of 12 drones", "three of a family"."""
    if at < len(words) and words[at].start in numbers:
        return True
    near = range(at + 1, min(len(words), at + 4))
    return lower_at(words, at) in ARTICLES | {"one"} and any(words[n].lower in _WHOLES for n in near)


def _is_pair(words: Sequence[Word], at: int, after: int) -> bool:
    """Whether "a couple" are two people who live together, not some two of what follows."""
    is_last = lower_at(words, after - 1) == "couple" and lower_at(words, at) in ARTICLES
    return is_last and (not is_open(words, after) or predicate_at(words, after) is not None)


def _is_of_parent(words: Sequence[Word], at: int) -> bool:
    """Whether a number only says how many children somebody has: "a father of three"."""
    return lower_at(words, at - 1) == "of" and lower_at(words, at - 2) in _PARENTS
