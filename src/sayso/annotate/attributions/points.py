"""Points: a statement in numbered points is said from the first to the last of them."""

import re
from dataclasses import replace

from sayso.model import Attribution, trimmed

_FIRST = re.compile(r":\s{0,20}[\"“(]?1[.)]\s{1,5}")
_MARK = 30
"""Characters that the first point's colon and number take at the most."""
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n|\u2029")
_FARTHEST = 2_000
"""Characters from one point's number to the next one's."""


def to_last_point(text: str, one: Attribution) -> Attribution:
    """The attribution with all the points of what it says, where they begin in it: "…the following: 1. …"."""
    content = one.content
    first = _FIRST.search(text, max(0, content.start - _MARK), content.end)
    if first is None or first.end() < content.start:
        return one
    last = _last_point(text, first.end())
    end = _PARAGRAPH.search(text, last)
    whole = trimmed(text, content.start, len(text) if end is None else end.start(), strip=".")
    return (
        one
        if last == first.end() or whole is None or whole.end < content.end
        else replace(one, content=whole)
    )


def _last_point(text: str, at: int) -> int:
    """Where the words of the last point begin, for where those of the first one do."""
    number = 2
    while True:
        following = re.compile(rf"(?:\n\s{{0,20}}|[.;:,]\s{{1,20}})[\"“(]?{number}[.)]\s")
        point = following.search(text, at, at + _FARTHEST)
        if point is None:
            return at
        at, number = point.end(), number + 1
