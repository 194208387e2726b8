"""Attributions by phrase, without a verb of saying: "according to", "citing", "reports that"."""

from sayso.annotate.attributions.draft import Draft
from sayso.annotate.attributions.sentence import Sentence
from sayso.annotate.phrases import phrase_after
from sayso.annotate.words import span_of


def according_to(sentence: Sentence, at: int) -> Draft | None:
    """The attribution that "according", "citing" or "quoting" at word `at` makes, in front or behind."""
    words = sentence.words
    if words[at].lower == "according":
        if at + 1 >= len(words) or words[at + 1].lower != "to":
            return None
        cue_end = at + 2
    else:
        cue_end = at + 1
    phrase = phrase_after(words, cue_end)
    if phrase is None:
        return None
    source, after = span_of(list(words[phrase[0] : phrase[1]])), phrase[1]
    after = _past_apposition(sentence, after)
    before = sentence.content(0, at)
    behind = sentence.content(after, len(words))
    leads = at <= 1 or before is None
    content = behind if leads else before
    if words[at].lower != "according" and leads:
        return None
    if content is None:
        return None
    return Draft(source=source, cue=span_of(list(words[at:cue_end])), content=content)


def _past_apposition(sentence: Sentence, at: int) -> int:
    """Step over the rest of a long source phrase, to the comma that ends it."""
    for later in range(at, min(len(sentence.words), at + 25)):
        if sentence.words[later].text == ",":
            return later
    return at


def report_noun(sentence: Sentence, at: int) -> Draft | None:
    """The attribution to nobody named that "reports that" at word `at` makes."""
    words = sentence.words
    if at + 1 >= len(words) or words[at + 1].lower != "that":
        return None
    end = at + 1
    while end < len(words) and words[end].text != ",":
        end += 1
    content = sentence.content(at + 2, end)
    return None if content is None else Draft(source=None, cue=span_of([words[at]]), content=content)
