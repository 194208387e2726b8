"""Peoples: words for who is of a place that the report names, "Velmarian" where it tells of Velmaria."""

import re
from collections.abc import Sequence

from sayso.annotate import tables
from sayso.model import Mention, MentionKind, Near, Span

_WORD = re.compile(r"\b[A-Z][^\W\d_]{4,}\b")
_PLAINLY = ("an", "ans", "ese", "ian", "ians", "ish")
"""Endings by which no name of a person is made of a place's, as "Keshi" is."""
_OF_A_PLACE = (*_PLAINLY, "i", "is", "n", "ns")
_PLAIN_WORDS = ("given_names.txt", "surnames.txt", "common_words.txt")
_SHORTEST = 4
_SURE = (MentionKind.NATIONALITY, MentionKind.PLACE)


def with_peoples(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with the words made of the names of the report's places as nationalities.

    They are looked for where no longer name holds them, beside the peoples that tables know.
    """
    peoples = _peoples(text, mentions)
    if not peoples:
        return list(mentions)
    near = Near((one.span, one) for one in mentions)
    found: dict[Span, Mention] = {}
    for word in _WORD.finditer(text):
        if word[0].casefold() in peoples:
            span = Span(*word.span())
            if all(one.span == span and one.kind not in _SURE for one in near.touching(span)):
                found[span] = Mention(span=span, kind=MentionKind.NATIONALITY)
    kept = [one for one in mentions if one.span not in found]
    return sorted((*kept, *found.values()), key=lambda one: one.span)


def _peoples(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """What those of the report's places may be called, in lower case, without other names and plain words."""
    names = {kind: set[str]() for kind in MentionKind}
    for one in mentions:
        names[one.kind].add(one.span.of(text).casefold())
    made = {
        f"{base}{ending}": ending
        for place in names[MentionKind.PLACE]
        if len(place) >= _SHORTEST and place.isalpha()
        for base in (place, place.rstrip("aeiouy"))
        for ending in _OF_A_PLACE
        if len(base) >= _SHORTEST - 1
    }
    plain = {word for word, ending in made.items() if ending in _PLAINLY}
    known = names[MentionKind.PLACE] | names[MentionKind.NATIONALITY] | (names[MentionKind.PERSON] - plain)
    return frozenset(made).difference(known, *map(tables.words, _PLAIN_WORDS))
