"""Once: what fills a role is told in one phrase, though it goes by title and name or by words in words."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.annotate.offices.titles import is_rank, is_title
from sayso.model import Office, Span

_EACH_OTHER = frozenset({"each other", "one another", "themselves", "himself", "herself", "itself"})
"""Whom these mean is named as the other party."""
_DESCRIBES = re.compile(r"(?i:the|his|her|their|its|our|a|an)(?: [a-z]+(?:-[a-z]+)*){1,4}")
_NAME = re.compile(r"[A-Z][^\W\d_]+(?:[ -](?:[A-Z]\.?|[^\W\d_]+))+|[A-Z]{2,}(?:-[A-Z]+)?")
_LED, _LONGEST_LED = re.compile(r" (?:led|headed|commanded) by\b"), len(" commanded by")
"""What tells of those whom a further phrase but counts: "the garrison, some forty men led by Oro"."""
_ALIAS = re.compile(
    r"(?:, | \(| )(?:also )?(?:known(?: locally)? as|called|dubbed|nicknamed|alias)(?: the)? ?[\"“‘]?"
)
_TITLED = re.compile(r"(?: \([A-Z][\w-]*\))?, (?:[a-z]+-)?[a-z]+ ")
"""The title of who holds the office told before: "the head of the council (KC), ex-president" Ana Oro."""
_OFFICE = re.compile(r"(?i:the|an?) (?:[\w-]+ ){0,2}?([\w-]+) (?:of|for) ")
_NAMELESS = frozenset("its his their our my your".split())
"""Whose president did it is not who did it."""


def told_once(text: str, spans: Sequence[Span], offices: Sequence[Office]) -> list[Span]:
    """The words that fill one role, in order of the text, whoever or whatever does so by one phrase.

    Of words within others the longer ones stay, and phrases with nothing between them are one. Of an office
    or a rank and who holds it the name stays: "the minister for the North, Ana Oro".
    """
    parties: list[Span] = []
    for span in sorted(spans):
        if span.of(text).lower() in _EACH_OTHER | _NAMELESS:
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
    """The phrases that are but the office of somebody named in another one, or what it is an office of."""
    if not any(span.overlaps(office.person) for span in parties):
        return []
    told = [office.title] if office.of is None else [office.title, office.of]
    return [
        span
        for span in parties
        if not span.overlaps(office.person) and any(span.overlaps(part) for part in told)
    ]


def _described(text: str, parties: Sequence[Span]) -> Iterator[Span]:
    """Of each two phrases that mean the same, the one that tells less.

    "Her father" of "her father, Ivo Tal, fled", and "some forty men" of "the garrison, some forty men led by
    Ivo Tal".
    """
    starts = {span.start for span in parties}
    for one, other in pairwise(parties):
        between = text[one.end : other.start]
        if _ALIAS.fullmatch(between):
            yield other
        if _TITLED.fullmatch(between) and _holds_office(one.of(text)):
            yield one
        if between != ", " or other.end + len(", ") in starts:
            continue
        ends = text[other.end : other.end + 1] in (",", ".", "") and not text.startswith(", and ", other.end)
        if ends and _DESCRIBES.fullmatch(one.of(text)) and _NAME.fullmatch(other.of(text)):
            yield one
        elif _LED.search(text, other.start, other.end + _LONGEST_LED):
            yield other


def _holds_office(phrase: str) -> bool:
    """Whether a phrase is but somebody's office: "The head of the Orlo council"."""
    title = _OFFICE.match(phrase)
    return title is not None and is_title(title[1].lower())


def _is_rank(words: str) -> bool:
    """Whether words are a rank alone, without so much as an article: "Col" of "Col. (retd) Oro"."""
    return all(is_rank(word.lower().rstrip(".")) for word in words.split())
