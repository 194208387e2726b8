"""Once: what fills a role is told in one phrase, though it goes by title and name or by words in words."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.annotate.offices.titles import is_rank
from sayso.model import Office, Span

_EACH_OTHER = frozenset({"each other", "one another", "themselves", "himself", "herself", "itself"})
"""Whom these mean is named as the other party."""
_DESCRIBES = re.compile(r"(?i:the|his|her|their|its|our|a|an)(?: [a-z]+(?:-[a-z]+)*){1,4}")
_NAME = re.compile(r"[A-Z][^\W\d_]+(?:[ -](?:[A-Z]\.?|[^\W\d_]+))+")


def told_once(text: str, spans: Sequence[Span], offices: Sequence[Office]) -> list[Span]:
    """The words that fill one role, in order of the text, whoever or whatever does so by one phrase.

    Of words within others the longer ones stay, and phrases with nothing between them are one. Of an office
    or a rank and who holds it the name stays: "the minister for the North, Ana Oro".
    """
    parties: list[Span] = []
    for span in sorted(spans):
        if span.of(text).lower() in _EACH_OTHER:
            continue
        if parties and (parties[-1].overlaps(span) or _is_blank(text[parties[-1].end : span.start])):
            span = Span(parties[-1].start, max(parties.pop().end, span.end))
        parties.append(span)
    held = {span for office in offices for span in _held(parties, office)} | set(_described(text, parties))
    return [
        span for span in parties if span not in held and not (len(parties) > 1 and _is_rank(span.of(text)))
    ]


def _is_blank(gap: str) -> bool:
    """Whether nothing parts two phrases: no mark, and no end of a paragraph."""
    return gap.isspace() and gap.count("\n") < 2


def _held(parties: Sequence[Span], office: Office) -> Sequence[Span]:
    """The phrases that are but the office of somebody who is named in another one."""
    if not any(span.overlaps(office.person) for span in parties):
        return []
    return [span for span in parties if span.overlaps(office.title) and not span.overlaps(office.person)]


def _described(text: str, parties: Sequence[Span]) -> Iterator[Span]:
    """The phrases that but describe whom the next one names: "her father" of "her father, Ivo Tal, fled"."""
    starts = {span.start for span in parties}
    for one, other in pairwise(parties):
        is_beside = text[one.end : other.start] == ", " and other.end + len(", ") not in starts
        ends = text[other.end : other.end + 1] in (",", ".", "") and not text.startswith(", and ", other.end)
        if is_beside and ends and _DESCRIBES.fullmatch(one.of(text)) and _NAME.fullmatch(other.of(text)):
            yield one


def _is_rank(words: str) -> bool:
    """Whether words are a rank alone, without so much as an article: "Col" of "Col. (retd) Oro"."""
    return all(is_rank(word.lower().rstrip(".")) for word in words.split())
