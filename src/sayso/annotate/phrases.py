"""Noun phrases found from the closed classes alone: the one that ends here, the one that begins here."""

from collections.abc import Sequence

from sayso.annotate.words import Class, Word

HOURS = frozenset(
    "dawn daybreak dusk evening midday midnight morning nightfall noon now sundown sunrise sunset"
    " then".split()
)
"""Words that tell until when something was, behind a "by" that names nobody: "by dawn"."""
_LINKS = frozenset(["of", "for", "in", "at", "from", "with", "on", "near", "to", "against"])
_CLOSERS = {")": "(", "]": "[", "”": "“", '"': '"'}
_MAX_WORDS = 30
# An apposition longer than this is more often a clause of its own.
_MAX_APPOSITION = 25


def phrase_before(words: Sequence[Word], end: int, *, low: int = 0) -> tuple[int, int] | None:
    """The noun phrase whose last word is `words[end - 1]`, as a half-open range of word numbers.

    An apposition or relative clause between it and `end` is stepped over: in "Ana Oro, who heads the
    council, said" the phrase before "said" is "Ana Oro". None where no noun phrase ends here.
    """
    last = end - 1
    if last < low:
        return None
    if words[last].text == "," or words[last].cls is Class.RELATIVE:
        opened = _apposition_start(words, last, low)
        return None if opened is None else phrase_before(words, opened, low=low)
    if words[last].cls is Class.PRONOUN:
        return last, last + 1
    start = last + 1
    while start > low and last + 1 - start < _MAX_WORDS:
        step = _step_left(words, start - 1, start, low, last)
        if step is None:
            break
        start = step
        if words[start].cls is Class.DETERMINER and not _is_linked(words, start, low):
            break
    while start <= last and words[start].cls in {Class.MARK, Class.PREPOSITION, Class.CONJUNCTION}:
        start += 1
    if start <= last and _is_open_apposition(words, start, low):
        return phrase_before(words, start - 1, low=low)
    return (start, last + 1) if start <= last and _has_head(words[start : last + 1]) else None


def before_auxiliaries(words: Sequence[Word], at: int) -> int:
    """The end of what stands before the auxiliaries and adverbs in front of the verb at `at`."""
    while at > 0 and words[at - 1].cls in {Class.AUXILIARY, Class.ADVERB}:
        at -= 1
    return at


def phrase_after(words: Sequence[Word], start: int, *, high: int | None = None) -> tuple[int, int] | None:
    """The noun phrase whose first word is `words[start]`, with what "of", "for" or "in" links to it."""
    high = len(words) if high is None else high
    if start >= high:
        return None
    if words[start].cls is Class.PRONOUN:
        return start, start + 1
    end = start
    while end < high and end - start < _MAX_WORDS and not _ends_name(words, start, end):
        word = words[end]
        if (
            word.cls in {Class.OPEN, Class.NUMBER}
            or (word.cls is Class.DETERMINER and _begins(words, start, end))
            or (word.lower in {"of", "for"} and end > start and end + 1 < high and _continues(words[end + 1]))
        ):
            end += 1
        elif word.text in _CLOSERS.values() and end + 1 < high:
            closed = _find_closer(words, end, high)
            if closed is None:
                break
            end = closed + 1
        else:
            break
    return (start, end) if end > start and _has_head(words[start:end]) else None


def _ends_name(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a bare name ends before `words[end]`: in "Orlo fell" the verb is no part of the name."""
    is_bare = words[start].is_name and words[start].cls is Class.OPEN
    return end > start and is_bare and words[end - 1].is_name and words[end].text.islower()


def _step_left(words: Sequence[Word], at: int, start: int, low: int, last: int) -> int | None:
    """Where the phrase begins once `words[at]` has joined it; None where it does not join."""
    word = words[at]
    if word.cls in {Class.OPEN, Class.NUMBER, Class.DETERMINER}:
        return at
    if word.text in {")", "]"} and at != last:
        return None
    if word.text in _CLOSERS:
        opener = _CLOSERS[word.text]
        for earlier in range(at - 1, max(low, at - 12) - 1, -1):
            if words[earlier].text == opener:
                return earlier
        return None
    nothing_yet = start > at + 1 or at <= low
    if nothing_yet:
        return None
    before = words[at - 1]
    if word.lower in _LINKS and start > at and (before.cls is Class.OPEN or before.text in _CLOSERS):
        return at
    is_pair = word.lower in {"and", "&"} and before.is_name and words[start].is_name and not words[at].is_name
    return at if is_pair and before.cls is Class.OPEN else None


def _is_open_apposition(words: Sequence[Word], start: int, low: int) -> bool:
    """Whether an apposition without its closing comma ends here: "Ana Oro, mayor of Orlo said"."""
    follows_name = start - 2 >= low and words[start - 1].text == "," and words[start - 2].is_name
    return follows_name and words[start].cls is Class.OPEN and words[start].text.islower()


def _is_linked(words: Sequence[Word], start: int, low: int) -> bool:
    return start - 2 >= low and words[start - 1].lower in _LINKS and words[start - 2].cls is Class.OPEN


def _begins(words: Sequence[Word], start: int, end: int) -> bool:
    return end == start or words[end - 1].lower in {"of", "for"} or words[end - 1].cls is Class.DETERMINER


def _continues(word: Word) -> bool:
    return word.cls in {Class.OPEN, Class.NUMBER, Class.DETERMINER}


def _has_head(words: Sequence[Word]) -> bool:
    return any(word.cls in {Class.OPEN, Class.NUMBER} for word in words)


def _find_closer(words: Sequence[Word], at: int, high: int) -> int | None:
    for later in range(at + 1, min(high, at + 12)):
        if _CLOSERS.get(words[later].text) == words[at].text:
            return later
    return None


def _apposition_start(words: Sequence[Word], at: int, low: int) -> int | None:
    """The comma that opens what stands between a name and its verb."""
    last = at if words[at].text == "," else at + 1
    if words[at].cls is Class.RELATIVE:
        return at - 1 if at - 1 > low and words[at - 1].text == "," else (at if at > low else None)
    for earlier in range(last - 1, max(low, last - _MAX_APPOSITION) - 1, -1):
        if words[earlier].text == ",":
            return earlier if earlier > low else None
        if words[earlier].text in {";", ":"}:
            return None
    return None
