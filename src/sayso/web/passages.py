"""A text cut into passages, so that a page can mark the words that claims are pinned to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text, and the first of the claims that it is evidence for; None for the rest."""

    text: str
    claim: str | None


def pinned(text: str, pins: Sequence[tuple[int, int, str]]) -> Iterator[Passage]:
    """The whole of `text` in order; pins are `(start, end, claim id)` in code points.

    Where two pins overlap the earlier and longer one is marked. Joined again, the passages are the text.
    """
    at = 0
    for start, end, claim in sorted(pins, key=lambda pin: (pin[0], -pin[1], pin[2])):
        if start < at:
            continue
        if start > at:
            yield Passage(text[at:start], None)
        yield Passage(text[start:end], claim)
        at = end
    if at < len(text):
        yield Passage(text[at:], None)
