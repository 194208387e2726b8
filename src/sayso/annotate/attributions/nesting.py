"""Nesting: which attribution stands inside which."""

from collections.abc import Sequence

from sayso.annotate.attributions.relays import rank_of
from sayso.model import Attribution, Span, changed


def nested(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give each attribution the innermost other one whose content holds its cue and content as parent.

    Of two with one content the one that is quoted has the other as parent.
    They come by where their contents begin, so those that may hold the next one are the few still open.
    """
    found: list[Attribution] = []
    still_open: list[int] = []
    for number, attribution in enumerate(attributions):
        start = attribution.content.start
        still_open = [earlier for earlier in still_open if attributions[earlier].content.end > start]
        holding = [earlier for earlier in still_open if _holds(attributions[earlier].content, attribution)]
        parent = min(holding, key=lambda earlier: len(attributions[earlier].content), default=None)
        found.append(changed(attribution, parent=parent))
        still_open.append(number)
    return [_with_quoter(text, found, number) for number in range(len(found))]


def _with_quoter(text: str, attributions: Sequence[Attribution], number: int) -> Attribution:
    one = attributions[number]
    for beside in (number - 1, number + 1):
        other = attributions[beside] if 0 <= beside < len(attributions) else None
        if other is not None and other.content == one.content and rank_of(text, other) < rank_of(text, one):
            return changed(one, parent=beside)
    return one


def _holds(content: Span, attribution: Attribution) -> bool:
    marks = attribution.cue or attribution.source
    inside = content.holds(attribution.content) and (marks is None or content.holds(marks))
    return inside and content != attribution.content
