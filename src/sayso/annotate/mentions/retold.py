"""Retold: a name that a report tells whole is whole wherever its words stand again."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sayso.model import Mention, MentionKind, Span

_UNSURE = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.OTHER)
_MANY = 20
"""Longer names looked at for one; more than so many share a word only where it is "al" or "of"."""


def told_whole(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, each grown to the longer name that stands around it and is a name elsewhere.

    "San Orlo" of "San Orlo de las Peñas", where another line has the whole; not where the short name is
    told more often with the same words around it.
    """
    wholes = _wholes(text, mentions)
    grown = [_grown(text, one, wholes) if one.kind in _UNSURE else None for one in mentions]
    cut = Counter(span.of(text) for span in {whole.span for whole in grown if whole is not None})
    times = Counter(one.span.of(text) for one in mentions)
    kept: list[Mention] = []
    for one, whole in zip(mentions, grown, strict=True):
        name = whole.span.of(text) if whole is not None else ""
        mended = whole if whole is not None and cut[name] <= times[name] else one
        if kept and kept[-1].span.overlaps(mended.span):
            kept[-1] = max(kept[-1], mended, key=lambda each: len(each.span))
        else:
            kept.append(mended)
    return kept


def _wholes(text: str, mentions: Sequence[Mention]) -> Mapping[str, Mapping[str, tuple[int, MentionKind]]]:
    """By each word of the names of several: those names, where in them it stands, and their kind."""
    wholes: dict[str, dict[str, tuple[int, MentionKind]]] = defaultdict(dict)
    for one in mentions:
        name = one.span.of(text)
        words = name.split(" ")
        if len(words) == 1 or one.kind not in _UNSURE or _opens_plainly(name):
            continue
        at = 0
        for word in words:
            if len(wholes[word]) < _MANY:
                wholes[word].setdefault(name, (at, one.kind))
            at += len(word) + 1
    return wholes


def _opens_plainly(name: str) -> bool:
    """Whether a name opens with an article or another small word, with which or without it is the same."""
    return name.startswith("The ") or (name[0].islower() and "-" not in name.split(" ")[0])


def _grown(
    text: str, mention: Mention, wholes: Mapping[str, Mapping[str, tuple[int, MentionKind]]]
) -> Mention | None:
    """The mention as the longest whole name whose words stand around it; None where there is none."""
    first = text[mention.span.start : mention.span.end].split(" ", maxsplit=1)[0]
    found = [
        Mention(span=Span(start, start + len(name)), kind=kind)
        for name, (at, kind) in wholes.get(first, {}).items()
        if (start := mention.span.start - at) >= 0
        and len(name) > len(mention.span)
        and start + len(name) >= mention.span.end
        and text.startswith(name, start)
        and not text[start + len(name) : start + len(name) + 1].isalnum()
    ]
    return max(found, key=lambda one: len(one.span), default=None)
