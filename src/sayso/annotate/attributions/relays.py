"""Relays: whoever passes on what another says: "the radio said, citing police", "Oro, quoted by EFE"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from sayso.annotate.attributions.speaking import names_speaker
from sayso.annotate.phrases import before_auxiliaries, phrase_after, phrase_before
from sayso.annotate.words import span_of, tells_any, words_in, words_of
from sayso.model import Attribution, Mention, Near, Span

# "The radio said, citing police": behind the words stands whoever said it first.
_CITING = frozenset("citing quoting cited quoted".split())
_CITES = re.compile(r"\b(?:citing|quoting|(?:which|who) (?:cited|quoted))\b", re.IGNORECASE)
# "Oro was quoted as saying": before the words stands whoever said it.
_IS_CITED = re.compile(r"(?:are|be|been|being|is|was|were) (?:\w+ )?(?:cited|quoted)\b", re.IGNORECASE)
_SAYING = "as "
"""What "The radio quoted Oro as saying" has before the verb: Oro said it first."""
# "Oro, quoted by the Herald": behind the words stands whoever passes it on.
_CITED = frozenset("aired broadcast carried cited posted published quoted relayed reported".split())
_CITED_BY = re.compile(
    rf"\b(?:as )?(?:{'|'.join(sorted(_CITED))})(?: as \w+)? by\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"[\s,]*(?:(?:in|through|via) (?:an?|its|his|her|their) (?:[\w-]+ ){1,3})?"
    r"(?:(?:who|which) (?:was|were) )?"
)
"""What may stand between a speaker, or the words for speaking, and those by whom they are quoted."""
_LOOK = 160
"""Characters in which the name behind such words is looked for."""
_CONFIDENCE = 0.8


def relayed(
    text: str, attributions: Sequence[Attribution], *, mentions: Sequence[Mention], sentences: Sequence[Span]
) -> list[Attribution]:
    """The attributions with those by whom another is quoted, and with those whom another quotes."""
    told_by = partial(_told_by, text, mentions=mentions)
    misheard = [
        one for one in attributions if _is_misheard(text, one) and told_by(one.cue.end if one.cue else 0)
    ]
    found = [one for one in attributions if one not in misheard]
    cues = Near((one.cue, one) for one in found if one.cue is not None)
    for sentence in sentences:
        beside = [one for one in cues.touching(sentence) if one.source is not None]
        for words in _words_for(text, sentence):
            who = told_by(words.end)
            host = _host(text, beside, words) if who is not None and not cues.touching(words) else None
            if host is not None and host.source != who:
                found.append(replace(host, source=who, cue=words, confidence=_CONFIDENCE))
    found = [one for other in found for one in _with_quoted(text, other, sentences)]
    known = {one.cue for one in found}
    kept = (replace(one, source=told_by(one.cue.end)) for one in misheard if one.cue and one.cue not in known)
    return [*found, *kept]


def _is_misheard(text: str, one: Attribution) -> bool:
    """Whether whoever quotes another was taken for the one quoted: "the radio, quoting the mayor"."""
    if one.cue is None or one.source is None or not _CITES.fullmatch(one.cue.of(text)):
        return False
    return one.source.end <= one.cue.start


def _with_quoted(text: str, one: Attribution, sentences: Sequence[Span]) -> Iterator[Attribution]:
    """An attribution with whoever "was quoted", by whom it names or by nobody it names."""
    cited = one.cue and _IS_CITED.search(text, one.cue.start, one.cue.end)
    who = cited and _before(text, cited.start(), sentences)
    if one.cue is None or not cited or who is None or (one.source and one.source.end <= one.cue.start):
        yield one
    elif one.source is None:
        yield replace(one, source=who)
    else:
        yield one
        yield replace(one, source=who, cue=Span(one.cue.start, cited.end()))


def _before(text: str, at: int, sentences: Sequence[Span]) -> Span | None:
    """Whoever is named right before a place in its sentence."""
    behind = bisect_right(sentences, at, key=lambda sentence: sentence.start)
    words = words_of(text, sentences[behind - 1]) if behind else ()
    end = before_auxiliaries(words, sum(word.start < at for word in words))
    phrase = phrase_before(words, end)
    return span_of(words[slice(*phrase)]) if phrase else None


def _words_for(text: str, sentence: Span) -> Iterator[Span]:
    for words, known in ((_CITES, _CITING), (_CITED_BY, _CITED)):
        if tells_any(text, sentence, known):
            yield from (Span(*found.span()) for found in words.finditer(text, sentence.start, sentence.end))


def _told_by(text: str, start: int, *, mentions: Sequence[Mention]) -> Span | None:
    """Whoever is named right behind some words, where it is somebody who can speak."""
    words = list(words_in(text, start, min(len(text), start + _LOOK)))
    phrase = phrase_after(words, 0)
    who = phrase and span_of(words[phrase[0] : phrase[1]])
    return who if who and names_speaker(who, text, mentions) else None


def _host(text: str, beside: Sequence[Attribution], words: Span) -> Attribution | None:
    """What is passed on: what whoever is quoted right before says, or what whoever cites others says."""
    if _CITES.fullmatch(words.of(text)):
        return min(beside, key=lambda one: words.distance(one.cue or one.content), default=None)
    return next((one for one in beside if _is_right_before(text, one, words)), None)


def _is_right_before(text: str, one: Attribution, words: Span) -> bool:
    marks = [mark for mark in (one.source, one.cue) if mark is not None and mark.end <= words.start]
    return any(_BESIDE.fullmatch(text, mark.end, words.start) for mark in marks)


def rank_of(text: str, one: Attribution) -> int:
    """Where somebody stands among those who say the same words: quoting others, speaking, or quoted."""
    cue = one.cue.of(text) if one.cue else ""
    if _CITED_BY.search(f"{cue} "):
        return 0
    return 2 if _CITES.match(f"{cue} ") or cue.lower().startswith(_SAYING) else 1
