"""Lists: which counts of one sentence are of different people, so that they add up."""

import re
from collections.abc import Sequence

from sayso.model import Span, Toll

_JOINED = re.compile(r",|\b(?:and|while|as well as|along with|plus)\b", re.IGNORECASE)
_PARTED = re.compile(
    r"[:;(—–\n]|--|\b(?:including|among|(?:of|from|to|with) (?:them|whom)"
    r"|(?:up|down|revised|raised|rose) (?:from|to)|or|both|all|whose|same|identified|named|was later"
    r"|previously|earlier)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s")
_LEADS_ON = re.compile(r"\b(?:to|from|of|than)\s*$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s*of (?:them|whom|those|these|the)\b", re.IGNORECASE)
_LONGEST = 90


def lists_in(tolls: Sequence[Toll], text: str) -> list[int]:
    """For each toll the number of its list: "a boy and three women were hurt" is one, of two.

    `tolls` come in order. Those of one effect and one voice that one sentence puts side by side, neither a
    part of the other, count different people.
    """
    numbers: list[int] = []
    last: dict[object, int] = {}
    for at, toll in enumerate(tolls):
        before = last.get((toll.effect, toll.attribution))
        joined = before is not None and _is_joined(tolls[before].span, toll.span, text)
        numbers.append(numbers[before] if joined and before is not None else at)
        last[toll.effect, toll.attribution] = at
    return numbers


def _is_joined(one: Span, other: Span, text: str) -> bool:
    if not 0 <= other.start - one.end <= _LONGEST:
        return False
    between = text[one.end : other.start]
    if _SENTENCE_END.search(between) or _LEADS_ON.search(between) or _OF_THEM.match(text, other.end):
        return False
    return bool(_JOINED.search(between)) and not _PARTED.search(between)
