"""A sentence as the rules for reported speech see it: words, asides, and the content that stands in it."""

from collections.abc import Sequence

from sayso.annotate.attributions.cues import MANNER
from sayso.annotate.words import Class, Word
from sayso.model import Span, trimmed

_ASIDE_MARKS = '".!?"”’»)]'
_MIN_CONTENT_WORDS = 1


class Sentence:
    """One sentence's words, with what the rules ask of them."""

    def __init__(self, text: str, words: Sequence[Word], times: Sequence[Span]) -> None:
        self.text = text
        self.words = words
        self._aside = [self._is_time(word, times) or word.cls is Class.ADVERB for word in words]
        for at, word in enumerate(words[:-1]):
            if word.cls is Class.PREPOSITION and self._aside[at + 1] and self._is_time(words[at + 1], times):
                self._aside[at] = True

    @staticmethod
    def _is_time(word: Word, times: Sequence[Span]) -> bool:
        return any(time.start <= word.start < time.end for time in times)

    def past_asides(self, at: int) -> int:
        """The first word at or after `at` that is no adverb, time or phrase of manner."""
        while at < len(self.words):
            manner = self._manner_at(at)
            if manner:
                at += manner
            elif self._aside[at]:
                at += 1
            else:
                break
        return at

    def before_asides(self, at: int) -> int:
        """The end of what stands before the adverbs, times and auxiliaries that end at `at`."""
        while at > 0 and (self._aside[at - 1] or self.words[at - 1].cls is Class.AUXILIARY):
            at -= 1
        return at

    def _manner_at(self, at: int) -> int:
        tail = " ".join(word.lower for word in self.words[at : at + 5]) + " "
        return max((len(phrase.split()) for phrase in MANNER if tail.startswith(phrase + " ")), default=0)

    def at_end(self, at: int) -> bool:
        """Whether nothing but closing marks stands from `at` on."""
        return all(word.text in _ASIDE_MARKS for word in self.words[at:])

    def content(self, first: int, end: int) -> Span | None:
        """The span of words `first` to `end`, without the marks and the "that" around a content."""
        while first < end and (self.words[first].text in ",:;-–—" or self.words[first].lower == "that"):
            first += 1
        while end > first and self.words[end - 1].text in ",;:.!?-–—":
            end -= 1
        if end - first < _MIN_CONTENT_WORDS:
            return None
        return trimmed(self.text, self.words[first].start, self.words[end - 1].end)
