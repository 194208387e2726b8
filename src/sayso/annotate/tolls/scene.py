"""Scenes: one sentence as its words, without asides, and the phrases among them that may count."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.annotate.inside import spans_inside
from sayso.annotate.tolls.bounds import ONE, Numbers
from sayso.annotate.tolls.counting import phrases_in
from sayso.annotate.tolls.groups import PERSONS, group_of, group_of_noun, is_never_hit
from sayso.annotate.tolls.names import names_in
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import COUNT_NOUNS, predicate_at
from sayso.annotate.words import Class, Word, words_of
from sayso.model import Span

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_LONGEST_ASIDE = 10
_PARTING = frozenset("including incl incl. among".split())
_SINGLES = frozenset({Kind.ARTICLE, Kind.DEFINITE, Kind.OWNER})
_NAMING = frozenset("identified named known".split())
_CLOSES_APPOSITION = frozenset({Class.MARK, Class.RELATIVE, Class.PREPOSITION})


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of one sentence and the phrases among them, in order."""

    words: Sequence[Word]
    phrases: Sequence[Phrase]
    starting: Mapping[int, int]
    """Each phrase's number by the word it begins at."""
    ending: frozenset[int]
    """The words right after single persons."""
    closing: Mapping[int, int]
    """Each phrase's number by the word right after it."""

    @classmethod
    def of(cls, words: Sequence[Word], phrases: Sequence[Phrase]) -> "Scene":
        """The scene of a sentence."""
        starting = {phrase.first: number for number, phrase in enumerate(phrases)}
        closing = {phrase.last: number for number, phrase in enumerate(phrases)}
        return cls(
            words, phrases, starting, frozenset(one.last for one in phrases if _is_person(one)), closing
        )

    def is_one_at(self, end: int) -> bool | None:
        """Whether the phrase that ends before word `end` counts one; None where none ends there."""
        number = self.closing.get(end)
        return None if number is None else not self.phrases[number].bounds.is_plural

    def has_subject(self, begin: int, at: int) -> bool:
        """Whether the verb at word `at` has a subject told of after word `begin`: "the car when Tov was"."""
        for start in range(begin + 1, at):
            phrase = self.phrases[self.starting[start]] if start in self.starting else None
            if phrase is not None and phrase.last == at and _is_counted_person(phrase):
                return self.words[start - 1].cls is not Class.PREPOSITION
        return False

    def is_of_nearer(self, begin: int, at: int) -> bool:
        """Whether the pronoun at word `at` speaks of a person told of after word `begin`: "for a man who"."""
        for start in range(begin, at):
            phrase = self.phrases[self.starting[start]] if start in self.starting else None
            if phrase is not None and phrase.last <= at and _is_counted_person(phrase):
                between = (self.words[n].cls for n in range(phrase.last, at))
                return all(cls in (Class.PREPOSITION, Class.ADVERB) for cls in between)
        return False

    def word(self, at: int) -> str:
        """Word `at` in lower case, empty outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def past(self, skipped: frozenset[str], at: int) -> int:
        """The first word at or after `at` that is not among the skipped."""
        while self.word(at) in skipped:
            at += 1
        return at

    def back_past(self, skipped: frozenset[str], at: int) -> int:
        """Where a run of skipped words that ends before word `at` begins."""
        while at > 0 and self.word(at - 1) in skipped:
            at -= 1
        return at


def scene_of(text: str, sentence: Span, numbers: Numbers, people: Sequence[Span]) -> Scene:
    """The scene of a sentence; `numbers` and `people` are those of the whole text."""
    said = words_of(text, sentence)
    words = _without_asides((word for word in said if not _is_abbreviating(text, word)), numbers)
    return Scene.of(words, _phrases(words, numbers, spans_inside(people, sentence)))


def _is_person(phrase: Phrase) -> bool:
    if phrase.kind is Kind.NAME:
        return True
    return phrase.kind in _SINGLES and group_of(phrase.nouns, phrase.complement) in PERSONS


def _is_counted_person(phrase: Phrase) -> bool:
    return phrase.kind is Kind.NAME or group_of(phrase.nouns, phrase.complement) in PERSONS


def _is_abbreviating(text: str, word: Word) -> bool:
    """Whether a full stop only marks an abbreviation, as one inside a sentence does before a space."""
    return word.text == "." and not text[word.end : word.end + 1].isalnum()


def _without_asides(words: Iterable[Word], numbers: Numbers) -> list[Word]:
    """The words without short brackets that count nobody: an age, an abbreviation, an editor's note."""
    kept: list[Word] = []
    opened: int | None = None
    for word in words:
        kept.append(word)
        if word.text in _OPENING:
            opened = len(kept) - 1
        elif word.text in _CLOSING and opened is not None:
            parts = kept[opened + 1].lower in _PARTING or _tells_kinds(kept[opened:], numbers)
            if len(kept) - opened <= _LONGEST_ASIDE and not parts and not _counts(kept[opened:]):
                del kept[opened:]
            opened = None
    return kept


def _tells_kinds(words: Sequence[Word], numbers: Numbers) -> bool:
    """Whether a bracket says who those before it were: "230 killed (70 women, 45 children)"."""
    return any(
        word.start in numbers and group_of_noun(following.lower) in PERSONS
        for word, following in pairwise(words)
    )


def _counts(words: Sequence[Word]) -> bool:
    return any(
        predicate_at(words, at) is not None or word.lower in COUNT_NOUNS for at, word in enumerate(words)
    )


def _phrases(words: Sequence[Word], numbers: Numbers, people: Sequence[Span]) -> list[Phrase]:
    """The phrases that count and the names, a name with the phrase before it ("his brother Rem") as one."""
    counting = list(phrases_in(words, numbers))
    names: list[Phrase] = []
    joined: set[int] = set()
    for name in names_in(words, people):
        near = range(_first_near(counting, name), bisect_left(counting, name.last, key=_first))
        titles = [n for n in near if n not in joined and _is_title_of(counting[n], name, words)]
        if any(counting[n].kind is Kind.NUMBER or counting[n].last > name.last for n in titles):
            continue
        joined.update(titles)
        first = min([name.first, *(counting[n].first for n in titles)])
        nouns = tuple(noun for n in titles for noun in counting[n].nouns) + name.nouns
        names.append(replace(name, first=first, nouns=nouns))
    ages = {name.last + 1 for name in names if name.last < len(words) and words[name.last].text == ","}
    counting = [
        one
        for n, one in enumerate(counting)
        if n not in joined and not (one.first in ages and _may_be_age(one, words))
    ]
    return _without_appositions(sorted([*counting, *names], key=_first), words)


def _may_be_age(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a number right behind a name and a comma is an age: "Ana Oro, 43 of Orlo,"."""
    is_home = phrase.last > phrase.first + 1 and words[phrase.first + 1].lower in {"of", "from"}
    return phrase.is_loose or (phrase.kind is Kind.NUMBER and is_home)


def _first(phrase: Phrase) -> int:
    return phrase.first


def _first_near(phrases: Sequence[Phrase], name: Phrase) -> int:
    """The number of the first phrase that reaches the word before a name."""
    return bisect_left(phrases, name.first - 1, key=lambda phrase: phrase.last)


def _is_title_of(phrase: Phrase, name: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase and a name are one person: "his brother Rem", "a policeman, Rem Tov, was"."""
    if phrase.first < name.last and name.first <= phrase.last:
        return all(word.lower != "of" for word in words[phrase.first : name.first])
    is_single = phrase.kind in _SINGLES and phrase.last + 1 == name.first
    follows = words[name.last].text if name.last < len(words) else ","
    return is_single and words[phrase.last].text == "," and follows == ","


def _without_appositions(phrases: Sequence[Phrase], words: Sequence[Word]) -> list[Phrase]:
    """The phrases without those that only say who the one before is.

    "Ana Oro, a nurse, was hurt" counts one, "two nurses, Ana Oro and Rem Tov, were" two.
    """
    kept: list[Phrase] = []
    same: Phrase | None = None
    for number, phrase in enumerate(phrases):
        following = phrases[number + 1] if number + 1 < len(phrases) else None
        if phrase is same:
            continue
        if not (kept and _is_apposition(phrase, kept[-1], words, following)):
            kept.append(phrase)
        elif following is not None and not following.is_further and _is_same_one(phrase, following, words):
            same = following
    return kept


def _is_apposition(phrase: Phrase, before: Phrase, words: Sequence[Word], following: Phrase | None) -> bool:
    between = [word.text for word in words[before.last : phrase.first]]
    if phrase.kind is Kind.NAME and not before.bounds.is_plural and _names(between):
        return group_of(before.nouns) in PERSONS  # "a man, identified as Rem Tov, and"
    if phrase.kind is Kind.NAME:
        is_of_people = not before.nouns or not is_never_hit(before.nouns[-1])  # "told 14 News, Ana Oro was"
        return (
            before.kind is Kind.NUMBER and before.bounds.is_plural and is_of_people and _introduces(between)
        )
    closes = _closes(phrase, words) or (following is not None and _is_same_one(phrase, following, words))
    return (
        phrase.kind in (Kind.ARTICLE, Kind.DEFINITE)
        and (before.kind is Kind.NAME or (before.bounds == ONE and _is_of_several(before)))
        and between == [","]
        and closes
    )


def _closes(phrase: Phrase, words: Sequence[Word]) -> bool:
    after = words[phrase.last] if phrase.last < len(words) else None
    return after is None or after.cls in _CLOSES_APPOSITION or after.lower.endswith("ing")


def _is_same_one(phrase: Phrase, following: Phrase, words: Sequence[Word]) -> bool:
    """Whether what follows goes on about the same one, or counts others beside him.

    "Rem Tov, a teacher and a member of the council, was", "Rem Tov, a driver and two others were".
    """
    if [word.lower for word in words[phrase.last : following.first]] != ["and"]:
        return False
    is_one = following.kind is Kind.ARTICLE and phrase.kind is Kind.ARTICLE and not following.is_further
    return following.is_further if not is_one else following.last < len(words) and _closes(following, words)


def _names(between: Sequence[str]) -> bool:
    """Whether a name is led on to: ", identified as", " named"."""
    said = [word.lower() for word in between if word != ","]
    return said[:1] == ["named"] if len(said) < 2 else said[0] in _NAMING and said[-1] == "as"


def _is_of_several(phrase: Phrase) -> bool:
    """Whether a phrase counts one of several, of whom the next may say who it is: "a third, a boy, was"."""
    return phrase.is_partitive or (phrase.is_further and not phrase.nouns)


def _introduces(between: Sequence[str]) -> bool:
    """Whether what stands between a number and a name leads on to who they are: ", ", " - "."""
    return between[:1] in ([","], ["-"], ["–"], ["—"], [":"]) and not {"were", "was", "including"} & set(
        between
    )
