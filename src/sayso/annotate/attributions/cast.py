"""The cast of a report: whom and what it names, found by where they stand and by what they are called."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice

from sayso.annotate import tables
from sayso.annotate.words import words_in
from sayso.model import Mention, MentionKind, Office, Span

__all__ = ["Candidate", "Cast", "cast_of", "head_noun", "last_word", "parts", "telling"]

_OF = frozenset({"of", "for", "in", "from", "at", "with"})
_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.ARMED_ACTOR})
_SHORT_FORM = re.compile(r"[ \n]?[(\[](?P<short>[A-Z][\w-]*[A-Z][\w-]*)[)\]]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name, or a naming phrase, that a later speaker may turn out to be."""

    span: Span
    name: str
    heads: frozenset[str]
    """Lower-case words it may be called by: the last name, the title and its head."""
    is_person: bool


class _Longest:
    """The longest of some names up to each place in the text, for names in the order in which they stand."""

    def __init__(self, starts: Mapping[str, int]) -> None:
        self._starts = list(starts.values())
        self._longest = list(accumulate(starts, _longer))

    def up_to(self, place: int) -> str:
        """The longest that begins no later than a place; empty where none does."""
        count = bisect_right(self._starts, place)
        return self._longest[count - 1] if count else ""


def _longer(one: str, other: str) -> str:
    return other if len(other) > len(one) else one


class Cast:
    """The candidates of a report in order.

    A report of fifty pages names thousands, and asks for each of its thousand speakers who that is.
    """

    def __init__(self, candidates: Sequence[Candidate], *, short_forms: dict[str, str]) -> None:
        self._all = candidates
        self._short_forms = short_forms
        self._starts = [candidate.span.start for candidate in candidates]
        self._longest = max((len(candidate.span) for candidate in candidates), default=0)
        self._called: defaultdict[str, list[Candidate]] = defaultdict(list)
        self._first: dict[str, int] = {}
        self._holding: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        self._fullest: dict[tuple[str, frozenset[str]], tuple[_Longest, _Longest]] = {}
        self._forenames: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for number, candidate in enumerate(candidates):
            for head in candidate.heads:
                self._called[head].append(candidate)
            self._first.setdefault(candidate.name, number)
            for word in ("", *parts(candidate.name)):
                same = self._holding[last_word(candidate.name), word]
                same.setdefault(candidate.name, candidate.span.start)
            if candidate.is_person and " " in candidate.name:
                first = candidate.name.split()[0].lower()
                self._forenames[first].setdefault(candidate.name, candidate.span.start)

    def between(self, low: int, high: int) -> Sequence[Candidate]:
        """Those that begin after one place in the text and before another."""
        return self._all[bisect_right(self._starts, low) : bisect_left(self._starts, high)]

    def before(self, place: int) -> Iterator[Candidate]:
        """Those that end up to a place, the nearest first."""
        return _back_from(place, self._all)

    def called(self, words: str, *, before: int) -> Iterator[Candidate]:
        """Those that may be called by a word or a title and end up to a place, the nearest first."""
        return _back_from(before, self._called.get(words, ()))

    def fullest(self, ending: str, words: Set[str], *, before: int) -> tuple[str, str]:
        """The longest name that ends in a word, holds some words and stands first no later than a place.

        And the longest of those that tell more than the words; each empty where there is none. For the same
        words they are looked for once, among the names that hold the rarest of them.
        """
        asked = ending, frozenset(words)
        if asked not in self._fullest:
            rarest = min((self._holding.get((ending, word), {}) for word in (*words, "")), key=len)
            holding = {name: start for name, start in rarest.items() if words <= parts(name)}
            telling_more = {name: start for name, start in holding.items() if words < telling(name)}
            self._fullest[asked] = _Longest(holding), _Longest(telling_more)
        longest, of_more = self._fullest[asked]
        return longest.up_to(before), of_more.up_to(before)

    def of_forename(self, word: str, *, before: int) -> list[str]:
        """The first two names of people that begin with a word and stand first no later than a place."""
        first = islice(self._forenames.get(word, {}).items(), 2)
        return [name for name, start in first if start <= before]

    def ends_in_body(self, name: str) -> bool:
        """Whether a phrase ends in the name of a body: "the daily Orlo Post"."""
        words = name.split()
        known = (self._first.get(" ".join(words[at:])) for at in range(len(words)))
        return any(number is not None and not self._all[number].is_person for number in known)

    def in_full(self, name: str) -> str:
        """The name that the report gives a short form: for "the VPF" the Velmar People's Front."""
        return self._short_forms.get(name.removeprefix("the ").removeprefix("The "), name)

    def meant(self, name: str, source: Span, head: str) -> Candidate | None:
        """The first that has a name, or that stands in a source and is a person or called by its head."""
        low = bisect_left(self._starts, source.start - self._longest)
        near = range(low, bisect_left(self._starts, source.end))
        there = (n for n in near if self._all[n].span.overlaps(source) and self._is_meant(n, head))
        found = [n for n in (self._first.get(name), next(there, None)) if n is not None]
        return self._all[min(found)] if found else None

    def _is_meant(self, number: int, head: str) -> bool:
        return self._all[number].is_person or head in self._all[number].heads


def _back_from(place: int, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    behind = bisect_left(candidates, place, key=lambda candidate: candidate.span.start)
    back = (candidates[number] for number in range(behind - 1, -1, -1))
    return (candidate for candidate in back if candidate.span.end <= place)


def cast_of(text: str, mentions: Sequence[Mention], offices: Sequence[Office]) -> Cast:
    """The cast of a report, by its names and by who it says holds which office."""
    candidates = sorted(_candidates(text, mentions, offices), key=lambda candidate: candidate.span)
    return Cast(candidates, short_forms=dict(_short_forms(text, candidates)))


def _candidates(text: str, mentions: Sequence[Mention], offices: Sequence[Office]) -> Iterator[Candidate]:
    titles: dict[Span, set[str]] = {}
    for office in offices:
        title = [word.lower for word in words_in(text, office.title.start, office.title.end)]
        titles.setdefault(office.person, set()).update({head_noun(title), " ".join(title)})
    people = {mention.span for mention in mentions if mention.kind is MentionKind.PERSON} | set(titles)
    for span in people:
        name = span.of(text)
        heads = {last_word(name)} | titles.get(span, set())
        yield Candidate(span, name, frozenset(heads), is_person=True)
    for mention in mentions:
        if mention.kind in _BODIES:
            name = mention.span.of(text)
            yield Candidate(mention.span, name, frozenset({last_word(name)}), is_person=False)


def _short_forms(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
    """The short forms of bodies that stand in brackets behind their names: "… People's Front (VPF)"."""
    for candidate in candidates:
        short = _SHORT_FORM.match(text, candidate.span.end)
        if short and not candidate.is_person and " " in candidate.name:
            yield short["short"], " ".join(candidate.name.split())


def head_noun(words: Sequence[str]) -> str:
    """The last word before an "of" or "for": the word a phrase is called by when it comes again."""
    for number, word in enumerate(words):
        if number and word in _OF:
            return words[number - 1]
    return words[-1]


def last_word(name: str) -> str:
    """The last word of a name in small letters, without marks."""
    return name.split()[-1].strip(".,’'\"”").lower() if name.split() else ""


def parts(name: str) -> set[str]:
    """The words of a name in small letters, without stops."""
    return {word.strip(".,").lower() for word in name.split()}


def telling(name: str) -> set[str]:
    """The words of a name that are no titles: of "Col. Ana Brisk", "Mrs Brisk"."""
    return parts(name) - _titles()


@cache
def _titles() -> frozenset[str]:
    cues = tables.cue_words()
    titled = cues["honorific"] | cues["rank"] | cues["office"]
    return frozenset(part for title in titled for part in parts(title))
