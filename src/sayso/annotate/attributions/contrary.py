"""Contrary: what is said against somebody's claim is not what that one claims."""

import re
from collections.abc import Iterable, Iterator

from sayso.model import Attribution, Near, Span

_AGAINST = re.compile(
    r"\b(?:contrary|in (?:contrast|contradiction|opposition)) to\b[^,.;:\n“”\"]{1,120},"
    r"|\b(?:despite|notwithstanding|in spite of|regardless of)\b[^,.;:\n“”\"]{1,120},",
    re.IGNORECASE,
)


def not_contradicted(text: str, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions but those to whom the sentence opposes its words.

    "Contrary to claims by the rebels, no prisoners were taken": the rebels claim that some were. What stands
    within the opposing words is theirs: "despite the army's claim that it hit a base, nine died".
    """
    against = Near((Span(*found.span()),) * 2 for found in _AGAINST.finditer(text))
    for one in attributions:
        said_by = [span for span in (one.source, one.cue) if span is not None]
        if not any(
            all(opposed.holds(span) for span in said_by) and opposed.end <= one.content.start
            for opposed in (against.touching(said_by[0]) if said_by else ())
        ):
            yield one
