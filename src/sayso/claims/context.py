"""The sentence that some evidence stands in."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model import Span, trimmed

# A "sentence" longer than this is a table or a text without full stops: no reader is helped by all of it.
LONGEST = 2_000


class Contexts:
    """The sentences of one text, to look up the one that holds some words."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._text = text
        self._sentences = sorted(sentences)

    def of(self, evidence: Span) -> Span:
        """The sentence that holds `evidence`; where none does, the lines it stands on.

        Cut to a window around the evidence where that is longer than `LONGEST`.
        """
        before = bisect_right(self._sentences, evidence.start, key=lambda sentence: sentence.start)
        sentence = self._sentences[before - 1] if before else None
        context = sentence if sentence is not None and sentence.holds(evidence) else self._lines(evidence)
        return context if len(context) <= LONGEST else _window(evidence, within=context)

    def _lines(self, evidence: Span) -> Span:
        start = self._text.rfind("\n", 0, evidence.start) + 1
        end = self._text.find("\n", evidence.end)
        lines = trimmed(self._text, start, len(self._text) if end == -1 else end)
        # Evidence that begins or ends in white space would stick out of trimmed lines.
        return lines if lines is not None and lines.holds(evidence) else evidence


def _window(evidence: Span, *, within: Span) -> Span:
    spare = max(LONGEST - len(evidence), 0) // 2
    return Span(max(within.start, evidence.start - spare), min(within.end, evidence.end + spare))
