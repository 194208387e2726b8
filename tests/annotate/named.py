"""Names in a text marked by hand, for tests of what becomes of them."""

import re

from sayso.model import Mention, MentionKind, Span

_KINDS = {
    "P": MentionKind.PERSON,
    "O": MentionKind.ORGANISATION,
    "L": MentionKind.PLACE,
    "M": MentionKind.OTHER,
    "N": MentionKind.NATIONALITY,
    "A": MentionKind.ARMED_ACTOR,
    "F": MentionKind.FACILITY,
}
_LETTERS = {kind: letter for letter, kind in _KINDS.items()}


def marked(written: str) -> tuple[str, list[Mention]]:
    """The text and the names of "met [Ada Oro|P] in [Kesh|L]"."""
    text, mentions, free = "", [], 0
    for found in re.finditer(r"\[([^|\]]+)\|(\w)\]", written):
        text += written[free : found.start()]
        span = Span(len(text), len(text) + len(found[1]))
        mentions.append(Mention(span=span, kind=_KINDS[found[2]]))
        text, free = text + found[1], found.end()
    return text + written[free:], mentions


def shown(text: str, mentions: list[Mention]) -> str:
    """The text with its names marked as `marked` takes them."""
    for one in reversed(mentions):
        name = f"[{one.span.of(text)}|{_LETTERS[one.kind]}]"
        text = text[: one.span.start] + name + text[one.span.end :]
    return text
