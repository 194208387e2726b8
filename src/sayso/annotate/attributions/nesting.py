"""Nesting: which attribution stands inside which."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Attribution, Span


def nested(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give each attribution the innermost other one whose content holds its cue and content as parent.

    They come by where their contents begin, so those that may hold the next one are the few still open.
    """
    found: list[Attribution] = []
    still_open: list[int] = []
    for number, attribution in enumerate(attributions):
        start = attribution.content.start
        still_open = [earlier for earlier in still_open if attributions[earlier].content.end > start]
        holding = [earlier for earlier in still_open if _holds(attributions[earlier].content, attribution)]
        parent = min(holding, key=lambda earlier: len(attributions[earlier].content), default=None)
        found.append(replace(attribution, parent=parent))
        still_open.append(number)
    return found


def _holds(content: Span, attribution: Attribution) -> bool:
    marks = attribution.cue or attribution.source
    inside = content.holds(attribution.content) and (marks is None or content.holds(marks))
    return inside and content != attribution.content
