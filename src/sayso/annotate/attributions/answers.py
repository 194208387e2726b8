"""Answers: denials of what somebody else has just been told to say, as in "a charge that Orlo denies"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotate.events.denials import is_claim, is_denial
from sayso.annotate.words import Class, words_in
from sayso.model import Attribution, Near, Span

_LOOK = 60
"""Characters behind a source in which its verb is looked for."""
_POINTS = frozenset("it that these this those".split())
_BEFORE_CLAIMS = frozenset("all any both its such that the their these this those".split())
_LEADS_ON = frozenset("against as by from".split())
_NEAR = 400
"""Characters between what somebody says and another's denial of "it"."""


def answering(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with denials that come after what they deny about the whole of it."""
    cued = [_with_verb(text, one) for one in attributions]
    told = Near((one.content, one.content) for one in cued if not is_answer(text, one))
    return [replace(one, content=_answered(one, told)) if is_answer(text, one) else one for one in cued]


def is_answer(text: str, one: Attribution) -> bool:
    """Whether somebody denies what stands before: "troops burned it, which Orlo denies"."""
    return one.cue is not None and one.content.end <= one.cue.start and is_denial(one.cue.of(text))


def answered_in(text: str, attributions: Sequence[Attribution]) -> Iterator[tuple[int, Span]]:
    """The attributions that deny what another says, by their numbers, with what that is.

    Whoever denies "it" or "the claim" denies what was said last before by another.
    """
    before: Attribution | None = None
    for number, one in enumerate(attributions):
        if is_answer(text, one):
            yield number, one.content
        elif one.cue is not None and is_denial(one.cue.of(text)):
            if before is not None and _points_back(text, one, before):
                yield number, before.content
        elif one.source is not None:
            before = one


def _points_back(text: str, denial: Attribution, told: Attribution) -> bool:
    """Whether a denial is of what another just said: "Rebels deny it", "Orlo rejected the accusations"."""
    if denial.cue is None or denial.source is None or denial.who == told.who:
        return False
    if not 0 <= denial.cue.start - told.content.end <= _NEAR:
        return False
    denied = [word.lower for word in words_in(text, denial.content.start, denial.content.end)]
    if denied[0] in _POINTS and (len(denied) == 1 or denied[1] in _LEADS_ON):
        return True
    named = [word for word in denied if word not in _BEFORE_CLAIMS]
    return bool(named) and is_claim(named[0]) and (len(named) == 1 or named[1] in _LEADS_ON)


def _with_verb(text: str, one: Attribution) -> Attribution:
    """The attribution, cued by the verb where its cue was but the noun for what is denied."""
    if one.cue is None or one.source is None or one.source.start < one.cue.end:
        return one
    if not is_claim(one.cue.of(text)) or one.source.start < one.content.end:
        return one
    first = None
    for word in words_in(text, one.source.end, min(len(text), one.source.end + _LOOK)):
        first = first or word
        if is_denial(word.lower):
            return replace(one, cue=Span(first.start, word.end))
        if word.cls not in {Class.AUXILIARY, Class.ADVERB}:
            break
    return one


def _answered(denial: Attribution, told: Near[Span]) -> Span:
    """All of what another was told to say, where a denial is of a part of it."""
    cue = denial.cue
    said = (one for one in told.touching(denial.content) if cue is not None and one.end <= cue.start)
    return min(said, key=len, default=denial.content)
