"""Runs: stretches of a sentence that are written as one name, before anything says what they name."""

from sayso.annotate import tables
from sayso.annotate.mentions.lexicon import Lexicon
from sayso.annotate.mentions.tokens import Case, Token
from sayso.model import MentionKind

_OPENERS = frozenset("\"'“‘«(-–—:•*…")
_LONGEST_RUN = 12
"""Words of the longest name; a longer stretch in capitals is a table."""
_ABBREVIATED = frozenset(("st", "mt", "ft", "lt", "gen", "dr"))


class Runs:
    """The words of a sentence with, for each, whether it can be part of a name."""

    def __init__(self, words: list[Token], case: Case, lexicon: Lexicon) -> None:
        cues = tables.cue_words()
        self.words, self.case, self.lexicon = words, case, lexicon
        self._common = tables.words("common_words.txt")
        self._never = tables.cues_of("never_name", "calendar")
        self._titles = tables.cues_of("honorific", "rank", "office")
        self._particles, self._prefixes = cues["particle"], cues["prefix"]
        self._kinds_of_place = cues["place_after"]
        self.can_name = [word.shape in "CA" and self._can_name(at) for at, word in enumerate(words)]

    def opens(self, at: int) -> bool:
        """Whether a capital at token `at` only marks the start of a sentence or quotation."""
        return all(
            word.text in _OPENERS or word.shape == "d" for word in self.words[max(0, at - 3) : at]
        ) and (at <= 3 or self.words[at - 1].text in '"“‘:')

    def is_title(self, at: int) -> bool:
        """Whether token `at` is a word for a person's rank or office."""
        return self.words[at].key in self._titles

    def is_common(self, at: int) -> bool:
        """Whether token `at` is an ordinary English word."""
        return self.words[at].key in self._common

    def end_of(self, at: int) -> int:
        """Where the run that begins at token `at` ends; `at` itself where none begins."""
        if not self.can_name[at]:
            return at
        end = at + 1
        while end - at < _LONGEST_RUN and (longer := self._step(at, end)) > end:
            end = longer
        return end

    def joined(self, at: int) -> bool:
        """Whether only one blank or nothing stands between token `at` and the one before it."""
        return 0 < at < len(self.words) and self.words[at].start - self.words[at - 1].end <= 1

    def _can_name(self, at: int) -> bool:
        word = self.words[at]
        if word.key in self._never:
            return False
        if self.case is Case.NORMAL:
            return not (word.key in self._common and self.opens(at))
        return not (word.key in self._common or word.key in self._titles or word.key in self._kinds_of_place)

    def _step(self, first: int, end: int) -> int:
        words, size = self.words, len(self.words)
        if not self.joined(end):
            return end
        if self.can_name[end]:
            return end if self._breaks(first, end) else end + 1
        between = words[end]
        if end + 2 < size and between.key in self._prefixes and words[end + 1].text == "-":
            return end + 3 if self.can_name[end + 2] else end
        if end + 1 >= size or not self.can_name[end + 1] or not self.joined(end + 1):
            return end
        if between.text in "-–" and self._is_pair(end):
            return end
        if (
            between.text in "-–"
            and words[end - 1].end == between.start
            and between.end == words[end + 1].start
        ):
            return end + 2
        if between.text == "." and words[end - 1].key in _ABBREVIATED:
            return end + 2
        if between.key in self._particles and between.shape == "l":
            return end + 2
        return end

    def _is_pair(self, hyphen: int) -> bool:
        """Whether a hyphen stands between two nations, as in "Israel-Lebanon" and "U.S.-Iraqi"."""
        sides = (self.lexicon.longest(self.words, at, self.case) for at in (hyphen - 1, hyphen + 1))
        return all(hit and hit.kind in (MentionKind.NATIONALITY, MentionKind.PLACE) for hit in sides)

    def _breaks(self, first: int, at: int) -> bool:
        """Whether a new name begins at token `at`: after a title, or with a nationality."""
        if self.is_title(at) and not self.is_title(first):
            return True
        hit = self.lexicon.longest(self.words, at, self.case)
        return hit is not None and hit.kind is MentionKind.NATIONALITY
