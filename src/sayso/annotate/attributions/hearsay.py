"""Hearsay: reports and rumours of something, which nobody is named for, and who dismisses them."""

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.events.lexicon import NOUNS, VERBS
from sayso.annotate.phrases import phrase_after
from sayso.annotate.words import Class, Word, span_of, tells_any, words_in
from sayso.model import Attribution, Form, Near, Span, trimmed

_NOUNS = frozenset("accusations allegations claims reports rumors rumours".split())
_NOUN = re.compile(
    r"(?<!['’]s )\b(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )"
    rf"(?P<cue>(?:{'|'.join(sorted(_NOUNS))})) (?:about|of)\b(?= )",
    re.IGNORECASE,
)
_IT_IS_SAID = re.compile(
    r"\bit (?P<cue>(?:is|was|(?:had|has) been)(?: also| \w+ly)? (?:added|alleged|believed|claimed|noted"
    r"|reported|rumou?red|said|stated|suspected|understood)),? that (?=\w)",
    re.IGNORECASE,
)
_DISMISSED = re.compile(
    r",?\s+(?:are|is|was|were|(?:had|has|have) been)(?: \w+ly)?"
    r" (?P<cue>denied|dismissed|disputed|refuted|rejected)"
    r"(?: as [^.,;:\n]{1,40}?)? by(?=\s)"
)
_GOES_ON = frozenset("against around at by during from in inside near of on outside".split())
_LOOK, _LOOK_FOR_NAME = 240, 120
_CONFIDENCE = 0.6


def with_hearsay(
    text: str, attributions: Sequence[Attribution], *, sentences: Sequence[Span]
) -> list[Attribution]:
    """The attributions with what nobody named reports, where they lack it, and with who dismisses it."""
    near = Near((mark, None) for one in attributions for mark in (one.cue, one.source) if mark is not None)
    spoken = Near((one.content, one.content) for one in attributions)
    heard = [
        one
        for sentence in sentences
        for one in _heard_in(text, sentence)
        if one.cue and not near.touching(one.cue) and not _is_told(spoken, one.content)
    ]
    found = [*attributions, *heard]
    return [*found, *(denial for one in found if one.source is None for denial in _dismissed(text, one))]


def _is_told(spoken: Near[Span], content: Span) -> bool:
    return any(content.holds(said) for said in spoken.touching(content))


def _heard_in(text: str, sentence: Span) -> Iterator[Attribution]:
    for said in _IT_IS_SAID.finditer(text, sentence.start, sentence.end):
        clause = trimmed(text, said.end(), sentence.end, strip=".")
        if clause is not None:
            yield _said(None, Span(*said.span("cue")), clause)
    if not tells_any(text, sentence, _NOUNS):
        return
    for noun in _NOUN.finditer(text, sentence.start, sentence.end):
        words = list(words_in(text, noun.end(), min(sentence.end, noun.end() + _LOOK)))
        told = words[: _matter(words)]
        if any(word.lower in NOUNS or word.lower in VERBS for word in told):
            yield _said(None, Span(*noun.span("cue")), span_of(told))


def _matter(words: Sequence[Word]) -> int:
    """How many words tell what there are reports of: a phrase, and where, when and by whom."""
    phrase = phrase_after(words, 0)
    end = phrase[1] if phrase else 0
    while end + 1 < len(words) and words[end].cls is Class.PREPOSITION and words[end].lower in _GOES_ON:
        phrase = phrase_after(words, end + 1)
        if phrase is None:
            break
        end = phrase[1]
    return end


def _dismissed(text: str, one: Attribution) -> Iterator[Attribution]:
    """Who dismisses what there are reports of: "reports of a raid were denied by the army"."""
    denied = _DISMISSED.match(text, one.content.end)
    if denied is None:
        return
    words = list(words_in(text, denied.end(), min(len(text), denied.end() + _LOOK_FOR_NAME)))
    phrase = phrase_after(words, 0)
    if phrase is not None:
        yield _said(span_of(words[slice(*phrase)]), Span(*denied.span("cue")), one.content)


def _said(source: Span | None, cue: Span, content: Span) -> Attribution:
    return Attribution(
        source=source,
        who=None,
        cue=cue,
        content=content,
        form=Form.INDIRECT,
        confidence=_CONFIDENCE,
    )
