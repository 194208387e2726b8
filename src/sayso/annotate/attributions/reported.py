"""Speech that is reported without, or around, quotation marks: the verbs that carry it."""

from collections.abc import Iterator, Sequence

from sayso.annotate.attributions.cues import (
    CONTINUERS,
    CUE_FORMS,
    NOUN_LIKE,
    REPORT_NOUNS,
    TAKES,
    Takes,
)
from sayso.annotate.attributions.draft import Draft
from sayso.annotate.attributions.phrased import according_to, report_noun
from sayso.annotate.attributions.sentence import Sentence
from sayso.annotate.inflection import Form
from sayso.annotate.phrases import phrase_after, phrase_before
from sayso.annotate.words import Class, Word, span_of
from sayso.model import Span, trimmed

_MODALS = frozenset(["would", "could", "should", "may", "might", "must", "can", "cannot", "will", "shall"])
_OPENING_QUOTES = frozenset({'"', "“", "‘", "''", "«", "„"})
_TURNS = (";", " but", " while", " and", " although", " whereas")
"""What stands between one speaker's statement and the next speaker."""
_TURN_REACH = 80


def reported_in(sentence: Sentence) -> Iterator[Draft]:
    """The attributions of one sentence, in the order of their cues."""
    found: list[Draft] = []
    for at, word in enumerate(sentence.words):
        draft = (
            according_to(sentence, at)
            if word.lower in {"according", "citing", "quoting"}
            else report_noun(sentence, at)
            if word.lower in REPORT_NOUNS
            else None
        )
        if draft is None and word.lower in CUE_FORMS:
            draft = _cue_verb(sentence, at, found)
        if draft is not None:
            found.append(draft)
    yield from _without_overrun(sentence.text, found)


def _cue_verb(sentence: Sentence, at: int, found: Sequence[Draft]) -> Draft | None:
    words = sentence.words
    verb, forms = CUE_FORMS[words[at].lower]
    subject_end = sentence.before_asides(at)
    helpers = [word.lower for word in words[subject_end:at] if word.cls is Class.AUXILIARY]
    if any(helper in {"not", "n't", "never"} or helper.endswith("n't") for helper in helpers):
        return None
    if _MODALS & set(helpers) or (at > 0 and words[at - 1].lower in {"to", "being"}):
        return None
    passive = bool({"is", "are", "was", "were", "been", "be"} & set(helpers)) and Form.PARTICIPLE in forms
    if passive:
        return _passive(sentence, at, subject_end, verb)
    if Form.ING in forms and not helpers:
        quoted = _quoted_as(sentence, at)
        return quoted or (_carried_on(sentence, at, found) if words[at].lower in CONTINUERS else None)
    if Form.PAST in forms and words[subject_end - 1].lower == "and" and subject_end > 1 and found:
        return _joined(sentence, at, verb, found[-1])
    if _is_noun_here(words, at, helpers) or _is_description(words, at, verb):
        return None
    if Takes.THAT in TAKES[verb] and not _followed_by_that(sentence, at):
        return None
    return _inverted(sentence, at, verb) or _active(sentence, at, subject_end, verb)


def _followed_by_that(sentence: Sentence, at: int) -> bool:
    after = sentence.past_asides(at + 1)
    return after < len(sentence.words) and sentence.words[after].lower == "that"


def _is_description(words: Sequence[Word], at: int, verb: str) -> bool:
    """Whether the form describes a noun: "the strike called by the union", "a group called Dawn"."""
    after = words[at + 1].lower if at + 1 < len(words) else ""
    if verb == "call" and words[at].lower == "called":
        return after not in {"for", "on", "upon", "the", "it", "him", "them"}
    if verb == "point":
        return after != "out"
    return after in {"by", "as"} or (verb in {"estimate", "believe"} and after == "at")


def _quoted_as(sentence: Sentence, at: int) -> Draft | None:
    """ "Radio quoted him as saying A" and "he was quoted by the radio as saying A": he says A."""
    words = sentence.words
    if words[at - 1].lower != "as":
        return None
    for quoted in range(at - 2, max(-1, at - 12), -1):
        if words[quoted].lower not in {"quoted", "quotes", "cited", "cites"}:
            continue
        subject_end = sentence.before_asides(quoted)
        passive = any(word.lower in {"was", "were", "is", "been"} for word in words[subject_end:quoted])
        phrase = (
            phrase_before(words, subject_end) if passive else phrase_after(words, quoted + 1, high=at - 1)
        )
        after = sentence.past_asides(at + 1)
        if sentence.at_end(after) and subject_end:
            subject = phrase_before(words, subject_end)
            content = None if subject is None else sentence.content(0, subject[0])
        else:
            content = sentence.content(after, len(words))
        if phrase is None or content is None:
            return None
        return Draft(
            source=span_of(list(words[phrase[0] : phrase[1]])), cue=span_of([words[at]]), content=content
        )
    return None


def _joined(sentence: Sentence, at: int, verb: str, earlier: Draft) -> Draft | None:
    """A second verb of the same subject: "the mayor said A and added B"."""
    if TAKES[verb] <= {Takes.SPEECH}:
        return None
    content = sentence.content(_content_start(sentence, at, verb), len(sentence.words))
    if content is None or earlier.source is None:
        return None
    return Draft(source=earlier.source, cue=span_of([sentence.words[at]]), content=content, carried=True)


def _is_noun_here(words: Sequence[Word], at: int, helpers: Sequence[str]) -> bool:
    if at == 0:
        return True
    before, written = words[at - 1], words[at].lower
    if before.cls is Class.DETERMINER or before.lower in {
        "'s",
        "of",
        "in",
        "for",
        "by",
        "with",
        "from",
        "on",
        "and",
    }:
        return written not in {"said", "told"}
    if written not in NOUN_LIKE or helpers:
        return False
    return at + 1 >= len(words) or not _may_begin_content(words[at + 1])


def _may_begin_content(word: Word) -> bool:
    """Whether a statement or an object can begin here, so that a verb and no noun stands before it."""
    if word.cls in {Class.DETERMINER, Class.PRONOUN, Class.NUMBER}:
        return True
    return word.lower in {"that", "for", "on", "upon", "to"} or word.text in _OPENING_QUOTES or word.is_name


def _passive(sentence: Sentence, at: int, subject_end: int, verb: str) -> Draft | None:
    words = sentence.words
    subject = phrase_before(words, subject_end)
    after = sentence.past_asides(at + 1)
    if (
        subject is not None
        and words[subject[0]].lower == "it"
        and after < len(words)
        and words[after].lower == "that"
    ):
        content = sentence.content(after, len(words))
        cue = Span(words[subject[0]].start, words[at].end)
        return None if content is None else Draft(source=None, cue=cue, content=content)
    if (
        after < len(words)
        and words[after].lower == "by"
        and TAKES[verb] & {Takes.CLAUSE, Takes.THING}
        and subject
    ):
        agent = phrase_after(words, after + 1)
        content = sentence.content(subject[0], subject_end)
        if agent and content:
            return Draft(
                source=span_of(list(words[agent[0] : agent[1]])),
                cue=Span(words[at].start, words[after].end),
                content=content,
            )
    return None


def _carried_on(sentence: Sentence, at: int, found: Sequence[Draft]) -> Draft | None:
    """A participle behind a comma: whoever spoke before in the sentence goes on, or its subject speaks."""
    words = sentence.words
    if at == 0 or (words[at - 1].text != "," and words[at - 1].lower not in {"and", "as"}):
        return None
    if found:
        source = found[-1].source
    elif words[0].lower in {"in", "on", "at"}:
        return None
    else:
        subject = phrase_after(words, 0)
        source = None if subject is None else span_of(list(words[subject[0] : subject[1]]))
    content = sentence.content(sentence.past_asides(at + 1), len(words))
    if content is None or source is None:
        return None
    return Draft(source=source, cue=span_of([words[at]]), content=content, carried=bool(found))


def _inverted(sentence: Sentence, at: int, verb: str) -> Draft | None:
    """Content, then cue, then speaker: "…, said the mayor"."""
    words = sentence.words
    before = words[at - 1] if at else None
    if before is None or before.text not in {",", '"', "”", "''", "»", "--", "-", "—"} or at < 3:
        return None
    if not TAKES[verb] & {Takes.CLAUSE, Takes.SPEECH}:
        return None
    phrase = phrase_after(words, at + 1)
    if phrase is None or words[phrase[0]].lower in {"that"}:
        return None
    after = sentence.past_asides(phrase[1])
    if not sentence.at_end(after) and words[after].text != ",":
        return None
    content = sentence.content(0, at - 1 if before.text == "," else at)
    if content is None:
        return None
    return Draft(
        source=span_of(list(words[phrase[0] : phrase[1]])), cue=span_of([words[at]]), content=content
    )


def _active(sentence: Sentence, at: int, subject_end: int, verb: str) -> Draft | None:
    words = sentence.words
    subject = phrase_before(words, subject_end)
    if subject is None or words[subject[0]].lower == "according":
        return None
    source = span_of(list(words[subject[0] : subject[1]]))
    cue = Span(
        words[subject_end].start if _has_helper(words, subject_end, at) else words[at].start, words[at].end
    )
    after = _content_start(sentence, at + (verb == "point"), verb)
    trailing = sentence.at_end(after) or words[after].text == ","
    if trailing:
        if subject[0] < 2 or not (set(TAKES[verb]) & {Takes.CLAUSE, Takes.LISTENER, Takes.SPEECH}):
            return None
        content = _longer(sentence.content(0, subject[0]), sentence.content(after, len(words)))
        if sentence.words[subject[0] - 1].text not in {",", '"', "”", "''", "»", "--", "-", "—"}:
            return None
    elif TAKES[verb] <= {Takes.SPEECH}:
        return None
    else:
        content = sentence.content(after, len(words))
    return None if content is None else Draft(source=source, cue=cue, content=content)


def _longer(one: Span | None, other: Span | None) -> Span | None:
    """Of a content that its speaker interrupts, the longer run."""
    return max((span for span in (one, other) if span is not None), key=len, default=None)


def _has_helper(words: Sequence[Word], start: int, at: int) -> bool:
    return start < at and words[start].cls is Class.AUXILIARY


def _content_start(sentence: Sentence, at: int, verb: str) -> int:
    """Where what is said begins: behind the listener, the time and the manner of saying it."""
    words = sentence.words
    after = sentence.past_asides(at + 1)
    if after < len(words) and words[after].lower in {"that", ":"}:
        return after
    if Takes.LISTENER in TAKES[verb] and not sentence.at_end(after):
        for later in range(after, min(len(words), after + 9)):
            if words[later].lower == "that" or words[later].text in {":", ","}:
                return later
        listener = phrase_after(words, after, high=min(len(words), after + 4))
        if words[after].is_name and listener is not None:
            after = next((n for n in range(after, listener[1]) if not words[n].is_name), listener[1])
        elif words[after].cls is Class.PRONOUN or words[after].lower in {
            "reporters",
            "journalists",
            "newsmen",
        }:
            after += 1
        elif listener is not None:
            after = listener[1]
        after = sentence.past_asides(after)
    elif words[after:] and words[after].lower == "to" and Takes.CLAUSE in TAKES[verb]:
        phrase = phrase_after(words, after + 1)
        if phrase and (sentence.at_end(phrase[1]) or words[phrase[1]].lower == "that"):
            after = phrase[1]
    return after


def _without_overrun(text: str, found: Sequence[Draft]) -> Iterator[Draft]:
    """Cut each content where the next speaker takes over, rather than speaks inside it."""
    for number, draft in enumerate(found):
        end = draft.content.end
        for later in found[number + 1 :]:
            takes_over = later.cue if later.carried or later.source is None else later.source
            if takes_over is None or not draft.content.holds(takes_over):
                continue
            lead = text[max(0, takes_over.start - _TURN_REACH) : takes_over.start].rstrip()
            if later.carried or lead.lower().endswith(_TURNS):
                end = min(end, takes_over.start)
        content = draft.content if end == draft.content.end else _shortened(text, draft.content.start, end)
        if content is not None:
            yield Draft(source=draft.source, cue=draft.cue, content=content, carried=draft.carried)


def _shortened(text: str, start: int, end: int) -> Span | None:
    span = trimmed(text, start, end, strip=",;")
    for turn in _TURNS:
        if span is not None and span.of(text).lower().endswith(turn):
            span = trimmed(text, span.start, span.end - len(turn), strip=",;")
    return span
