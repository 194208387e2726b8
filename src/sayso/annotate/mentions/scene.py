"""A scene: one sentence with all that the rules for names look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sayso.annotate import tables
from sayso.annotate.mentions.lexicon import Lexicon
from sayso.annotate.mentions.runs import Runs
from sayso.annotate.mentions.tokens import Case, Token
from sayso.annotate.places import Gazetteer
from sayso.model import MentionKind


class Found(NamedTuple):
    """A name: tokens `[first, end)`, and its kind; None where no rule could say."""

    first: int
    end: int
    kind: MentionKind | None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence's words, how they are written, and the tables to look them up in."""

    words: list[Token]
    case: Case
    lexicon: Lexicon
    gazetteer: Gazetteer
    runs: Runs
    cues: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, words: list[Token], case: Case, lexicon: Lexicon, gazetteer: Gazetteer) -> "Scene":
        """The scene of a sentence."""
        return cls(words, case, lexicon, gazetteer, Runs(words, case, lexicon), tables.cue_words())

    def text(self, first: int, end: int) -> str:
        """Tokens `[first, end)` as they are written, each gap as one blank."""
        parts = [self.words[first].text]
        for at in range(first + 1, end):
            blank = "" if self.words[at].start == self.words[at - 1].end else " "
            parts.append(blank + self.words[at].text)
        return "".join(parts)
