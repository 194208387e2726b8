"""Verdicts: what a fact check repeats as somebody's claim, and whether it finds it false."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Attribution, Form, Near, Span, trimmed

_LABEL = re.compile(
    r"^[ \t*#>•-]{0,6}(?:(?:the|our|viral|what was) )?(?:"
    r"(?P<claim>claim(?:ed)?|rumou?r)|(?P<false>(?:false|fake) (?:claim|news)|fake|false|hoax|myth|debunked)"
    r"|(?P<verdict>assessment|conclusion|fact[ -]?check(?:ed)?|facts?|finding|rating|reality|truth|verdict)"
    r")(?: (?:no\. ?)?\d{1,3})?[*]{0,2}[ \t]{0,4}:[*]{0,2}[ \t]{0,9}\n?[ \t]{0,9}(?P<words>[^\s:][^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_FALSE = frozenset(
    "baseless debunked doctored fabricated fabrication fake faked false hoax incorrect untrue wrong".split()
)
_IN_PART = frozenset("half mostly not partially partly".split())
_JUDGED = re.compile(
    r"(?:(?:however|but),? )?"
    r"(?:it|that|this|(?:the|these|this) (?:allegations?|claims?|posts?|reports?|rumou?rs?))"
    r" (?:is|are|was|were) (?:\w+ly )?(?:a hoax|baseless|fabricated|fake|false|not true|unfounded|untrue)\b",
    re.IGNORECASE,
)
_RATING = 3
"""Words in which a verdict comes to the point."""
_FARTHEST = 3_000
"""Characters from a claim to the verdict on it."""
_FEWEST_SAID = 3
_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim that a report repeats in order to check it."""

    cue: Span
    content: Span
    is_false: bool


def checked_in(text: str) -> Iterator[Checked]:
    """The claims that a text repeats under such a label as "CLAIM:" or "FAKE:", in order."""
    labels = list(_LABEL.finditer(text))
    has_verdict = any(label["verdict"] for label in labels)
    for number, label in enumerate(labels):
        content = trimmed(text, *label.span("words"), strip=".")
        if label["verdict"] or content is None or len(label["words"].split()) < _FEWEST_SAID:
            continue
        cue = Span(*label.span("claim" if label["claim"] else "false"))
        if label["false"]:
            yield Checked(cue, content, is_false=True)
        elif has_verdict:
            yield Checked(cue, content, is_false=_is_found_false(labels[number + 1 :], label.end()))


def _is_found_false(labels: Sequence[re.Match[str]], start: int) -> bool:
    """Whether one of the verdicts behind a claim, before the next one, says that it is false."""
    for label in labels:
        if not label["verdict"]:
            return False
        words = [word.strip(".,;:!*\"'").lower() for word in label["words"].split()[:_RATING]]
        if label.start() - start <= _FARTHEST and not _FALSE.isdisjoint(words):
            return _IN_PART.isdisjoint(words)
    return False


def judged_in(text: str, attributions: Sequence[Attribution], *, sentences: Sequence[Span]) -> Iterator[Span]:
    """What somebody says and the outlet's next sentence calls false: "This is false", "The claim is fake"."""
    told = Near((one.content, one.content) for one in attributions)
    for before, sentence in pairwise(sentences):
        judged = _JUDGED.match(text, sentence.start, sentence.end)
        if judged and not any(said.holds(Span(*judged.span())) for said in told.touching(sentence)):
            yield from (said for said in told.touching(before) if before.holds(said))


def with_checked(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the claims that a fact check repeats: somebody's, whom it does not name."""
    checked = list(checked_in(text))
    near = Near((Span(claim.cue.start, claim.content.end), claim) for claim in checked)
    kept = [
        one
        for one in attributions
        if not any(_is_of_label(one, claim) for claim in near.touching(one.cue or one.content))
    ]
    return [*kept, *(_claimed(claim) for claim in checked)]


def _is_of_label(one: Attribution, claim: Checked) -> bool:
    """Whether the label was taken for somebody's verb, or what stands under it for nobody's."""
    is_by_label = one.cue is not None and one.cue.overlaps(claim.cue)
    return is_by_label or (one.source is None and one.content.overlaps(claim.content))


def _claimed(claim: Checked) -> Attribution:
    return Attribution(
        source=None,
        who=None,
        cue=claim.cue,
        content=claim.content,
        form=Form.INDIRECT,
        confidence=_CONFIDENCE,
    )
