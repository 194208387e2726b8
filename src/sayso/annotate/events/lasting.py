"""Lasting: for how long a happening had gone on, where a report counts the days: "the third day of"."""

import re

from sayso.annotate.numerals import ORDINALS
from sayso.model import Span

__all__ = ["days_before"]

_NTH = rf"(?P<nth>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_RUNNING = r"(?:\s+(?:consecutive|full|straight|successive))?\s+(?:day|night)"
# "the third day of an offensive", "a second straight night of heavy shelling".
_OF_IT = re.compile(rf"\b{_NTH}{_RUNNING}\s+of\s+(?:[\w'’-]+\s+){{0,4}}$", re.IGNORECASE)
# "clashed for a third day", "the siege entered its tenth day", "talks were in their second day".
_IT_WENT_ON = re.compile(
    rf"(?:\s+[\w'’-]+){{0,5}}?\s+(?:for|in|into|enter\w*|reach\w*)\s+(?:a|its|the|their)\s+{_NTH}{_RUNNING}\b",
    re.IGNORECASE,
)
_REACH = 90


def days_before(trigger: Span, text: str) -> int:
    """How many days a happening had gone on before the day that it is told of; none where nobody counts."""
    before = _OF_IT.search(text, max(0, trigger.start - _REACH), trigger.start)
    after = _IT_WENT_ON.match(text, trigger.end, trigger.end + _REACH)
    counted = before or after
    if counted is None:
        return 0
    nth = counted["nth"].lower()
    return (ORDINALS[nth] if nth in ORDINALS else int(nth[:-2])) - 1
