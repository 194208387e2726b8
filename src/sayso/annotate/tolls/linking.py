"""Linking: which predicate hits which phrase, by where the two stand in the sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import COUNT_NOUNS, HIT_VERBS, Predicate, Side, predicate_at
from sayso.annotate.words import Class, Word
from sayso.model import Effect

_BE = frozenset("was were is are be been being get gets got getting wer".split())
_AUX = _BE | frozenset("have has had may might could would will should having to not n't can must".split())
_ADVERBS = frozenset(
    "also reported reportedly believed feared confirmed presumed said allegedly apparently later still then"
    " seriously badly severely slightly lightly critically gravely fatally mortally only already all both each either"
    " subsequently instantly immediately thought known officially now just previously recently brutally accidentally"
    " severly totally completely partially partly heavily once again today yesterday tonight found"
    " deliberately presumably nearly almost never first listed even more least currently continued another".split()
)
_SEPARATORS = frozenset(
    tuple(words.split())
    for words in (
        ", as well as|as well as|, along with|along with|together with|, and also|and also|, in addition to"
        "|in addition to|, and|, or|, including|including|, among them|among them|, plus|plus|and|or|,|;|; and|&"
        "|-|- -|--|–|—|- - including|, with|, both|but also|, but also"
    ).split("|")
)
_PART_OF = frozenset({"including", "them"})
_REACH = 18


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase, and what happened to those it counts."""

    phrase: Phrase
    effect: Effect
    things: Effect | None = None
    negated: bool = False
    things_only: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    predicate: Predicate
    negated: bool = False


class Linker:
    """The words and phrases of one sentence, asked for the hits they make."""

    def __init__(self, words: Sequence[Word], phrases: Sequence[Phrase]) -> None:
        self.words = words
        self.phrases = phrases
        self.starting: Mapping[int, int] = {phrase.first: number for number, phrase in enumerate(phrases)}
        self.ending: Mapping[int, int] = {phrase.last: number for number, phrase in enumerate(phrases)}

    def hits(self) -> Iterator[Hit]:
        """The hits of the sentence, in order."""
        found: dict[int, _Found] = {}
        for number, phrase in enumerate(self.phrases):
            direct = self._direct(phrase)
            if direct is not None:
                found[number] = direct
        for number in range(len(self.phrases)):
            if number not in found:
                shared = self._shared_from_left(number, found)
                if shared is not None:
                    found[number] = shared
        for number in reversed(range(len(self.phrases))):
            if number not in found:
                shared = self._shared_from_right(number, found)
                if shared is not None:
                    found[number] = shared
        for number, hit in sorted(found.items()):
            yield Hit(self.phrases[number], hit.predicate.effect, hit.predicate.things, hit.negated)

    def word(self, at: int) -> str:
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    # what stands right beside the phrase

    def _direct(self, phrase: Phrase) -> _Found | None:
        if phrase.state is not None:
            return _Found(phrase.state)
        beside = self._participle(phrase.last)
        if beside is not None:
            return beside
        after = self._subject_of(phrase.last)
        before = self._object_at(phrase.first)
        counted = self._count_noun(phrase)
        return before or after or counted

    def _count_noun(self, phrase: Phrase) -> _Found | None:
        if not phrase.nouns or phrase.nouns[-1] not in COUNT_NOUNS or phrase.kind is Kind.OWNER:
            return None
        return _Found(Predicate(COUNT_NOUNS[phrase.nouns[-1]], Side.BEFORE))

    def _participle(self, at: int) -> _Found | None:
        """A participle or adjective right after the phrase: "35 injured", "two seriously wounded"."""
        while self.word(at) in _ADVERBS:
            at += 1
        found = predicate_at(self.words, at)
        if found is None:
            return None
        predicate, end = found
        if predicate.side & Side.BEFORE:
            return _Found(self._joined(predicate, end))
        if predicate.side & Side.PASSIVE and not self._has_object(end):
            return _Found(self._joined(predicate, end))
        return None

    def _has_object(self, at: int) -> bool:
        if at >= len(self.words):
            return False
        if at in self.starting:
            return True
        word = self.words[at]
        return word.cls in (Class.DETERMINER, Class.OPEN, Class.PRONOUN) and not word.lower.endswith("day")

    def _joined(self, predicate: Predicate, end: int) -> Predicate:
        """The predicate with the one joined to it: "killed or wounded" counts both together."""
        if self.word(end) not in {"or", "and", ",", "/"}:
            return predicate
        at = end + 1
        while self.word(at) in _ADVERBS:
            at += 1
        other = predicate_at(self.words, at)
        if other is None or self._has_object(other[1]):
            return predicate
        if predicate.weak:
            return other[0]
        return _both(predicate, other[0])

    def _subject_of(self, at: int) -> _Found | None:
        """The passive or intransitive predicate that the phrase ending at `at` is the subject of."""
        at = self._past_modifiers(at)
        if at is None:
            return None
        start = at
        while self.word(at) in _AUX or self.word(at) in _ADVERBS:
            at += 1
        said = {self.word(index) for index in range(start, at)}
        found = predicate_at(self.words, at)
        if found is None:
            return None
        predicate, end = found
        passive = bool(said & _BE)
        if predicate.side & Side.BEFORE or (predicate.side & Side.PASSIVE and passive):
            return _Found(self._joined(predicate, end), negated=bool(said & {"not", "n't", "never"}))
        return None

    def _past_modifiers(self, at: int) -> int | None:
        """The auxiliary or predicate after what may stand between a subject and its verb."""
        stop = min(len(self.words), at + _REACH)
        if self.word(at) == "(" or self.word(at) == "[":
            at = self._closing(at) + 1
        while at < stop:
            word = self.words[at]
            if (
                word.lower in _AUX
                or (word.lower in _ADVERBS and self._verb_follows(at))
                or predicate_at(self.words, at)
            ):
                return at
            if word.lower in {",", "-", "–", "—"}:
                return self._past_apposition(at, stop)
            if word.cls is Class.RELATIVE or word.lower == "that":
                at += 1
                continue
            if word.lower in {"and", "or"}:
                return self._past_bare(at, stop)
            if word.cls in (Class.PREPOSITION,) or word.lower in {
                "identified",
                "named",
                "suspected",
                "accused",
                "aged",
                "working",
                "belonging",
                "believed",
                "known",
                "wearing",
                "riding",
                "travelling",
                "traveling",
                "linked",
                "loyal",
                "waiting",
                "trying",
                "attempting",
            }:
                at = self._past_prepositional(at + 1, stop)
                continue
            return None
        return None

    def _verb_follows(self, at: int) -> bool:
        while self.word(at) in _ADVERBS:
            at += 1
        return self.word(at) in _AUX or predicate_at(self.words, at) is not None

    def _past_prepositional(self, at: int, stop: int) -> int:
        while at < stop and (
            self.words[at].cls in (Class.OPEN, Class.DETERMINER, Class.NUMBER, Class.PRONOUN)
            or self.word(at) in {"'s", '"', "“", "”", "."}
        ):
            if predicate_at(self.words, at) is not None:
                return at
            at += 1
        return at

    def _past_apposition(self, at: int, stop: int) -> int | None:
        for end in range(at + 1, stop):
            if self.word(end) in {",", "-", "–", "—"} and (
                self.word(end + 1) in _AUX or self._verb_follows(end + 1)
            ):
                return end + 1
            if self.word(end) in {";", ":"}:
                return None
        return None

    def _past_bare(self, at: int, stop: int) -> int | None:
        """Past "and civilians" in "several soldiers and civilians were hurt"."""
        for end in range(at + 1, min(stop, at + 5)):
            if self.word(end) in _AUX:
                return end if end > at + 1 else None
            if self.words[end].cls is not Class.OPEN or predicate_at(self.words, end):
                return None
        return None

    def _closing(self, at: int) -> int:
        for end in range(at, min(len(self.words), at + _REACH)):
            if self.word(end) in {")", "]"}:
                return end
        return at

    def _object_at(self, at: int) -> _Found | None:
        """The predicate that the phrase beginning at `at` is the object of."""
        while at > 0 and self.word(at - 1) in _ADVERBS | {"the", "these", "those", "both", ":"}:
            at -= 1
        side = Side.AFTER
        if self.word(at - 1) == "of":
            side, at = Side.OF, at - 1
        for length in (4, 3, 2, 1):
            found = predicate_at(self.words, at - length) if at >= length else None
            if found is None or found[1] != at:
                continue
            predicate = found[0]
            if not predicate.side & side or (side is Side.AFTER and self._is_passive(at - length, predicate)):
                return None
            return _Found(self._joined_before(predicate, at - length))
        return None

    def _is_passive(self, at: int, predicate: Predicate) -> bool:
        if not predicate.side & Side.PASSIVE:
            return False
        at -= 1
        while self.word(at) in _ADVERBS:
            at -= 1
        return self.word(at) in _BE

    def _joined_before(self, predicate: Predicate, at: int) -> Predicate:
        if self.word(at - 1) not in {"or", "and", "/"}:
            return predicate
        for length in (3, 2, 1):
            other = predicate_at(self.words, at - 1 - length) if at > length else None
            if other is not None and other[1] == at - 1:
                return _both(other[0], predicate)
        return predicate

    # what stands beside a neighbour in the same list

    def _shared_from_left(self, number: int, found: Mapping[int, _Found]) -> _Found | None:
        before = number - 1
        if before not in found or not self._separated(self.phrases[before].last, self.phrases[number].first):
            return None
        return found[before]

    def _shared_from_right(self, number: int, found: Mapping[int, _Found]) -> _Found | None:
        after = number + 1
        if after not in found or not self._separated(self.phrases[number].last, self.phrases[after].first):
            return None
        return found[after]

    def _separated(self, start: int, end: int) -> bool:
        between = tuple(self.word(at) for at in range(start, end))
        return between in _SEPARATORS


def _both(one: Predicate, other: Predicate) -> Predicate:
    if {one.effect, other.effect} == {Effect.KILLED, Effect.INJURED} and not one.weak and not other.weak:
        return replace(one, effect=Effect.CASUALTIES)
    return other if one.weak else one
