"""Names that hold words for time and tell none: "the 14 June Front", "the daily Orlo Post", "@orlo_now"."""

import re

from sayso.annotate.times.patterns import Phrase

__all__ = ["is_in_a_name"]

_BANDS = frozenset(
    "alliance battalion brigade brigades coalition column command commando commandos detachment front group"
    " martyrs movement organisation organization regiment revolutionaries".split()
)
"""What a band that is called by a day calls itself."""
_PAPERS = frozenset("daily weekly".split())
_WITHIN = re.compile(r"(?:[@#_]\w*|\w-[a-z]{1,2}-)\Z")
_FEW = 40


def is_in_a_name(phrase: Phrase) -> bool:
    """Whether words for time are but part of a name."""
    tokens = phrase.tokens
    start = tokens.starts[phrase.first]
    if _WITHIN.search(tokens.text, max(0, start - _FEW), start):
        return True
    after = tokens.written(phrase.last) if phrase.last < len(tokens.starts) else ""
    if after[:1].isupper() and after.lower() in _BANDS:
        return phrase.has("MONTH")
    is_paper = phrase.last - phrase.first == 1 and tokens.word(phrase.first) in _PAPERS
    return is_paper and after[:1].isupper() and tokens.written(phrase.first).islower()
