"""Rarity: how telling a shared word is, counted over reports and then kept until they have doubled."""

import json
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model import Report

_COMMON = 0.25
_RARE = 0.02
_FEW = 20
"""Among so few reports no word is called common."""
_COUNTED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """How many reports there are, and how many hold each word: what makes a shared word telling.

    A word that is not among them counts as held by one.
    """

    reports: int
    holding: Mapping[str, int]

    def of(self, word: str) -> float:
        """The weight of one word; 0 for words that every fourth report holds."""
        holding = self.holding.get(word, 1)
        if self.reports > _FEW and holding > _COMMON * self.reports:
            return 0.0
        return math.log(1 + self.reports / holding)

    def is_rare(self, word: str) -> bool:
        """Whether so few reports hold a word that two which share it may well tell of one thing."""
        return self.holding.get(word, 1) <= max(_FEW, _RARE * self.reports)


def rarity_of(reports: Iterable[Report]) -> Rarity:
    """How rare each word is among some reports."""
    return rarity_among(report.words for report in reports)


def rarity_among(counts: Iterable[Mapping[str, int]]) -> Rarity:
    """How rare each word is among some reports of which only their words are known."""
    holding: Counter[str] = Counter()
    many = 0
    for words in counts:
        many += 1
        holding.update(words.keys())
    return Rarity(reports=many, holding={word: count for word, count in holding.items() if count >= _COUNTED})


def rarity_to_bytes(rarity: Rarity) -> bytes:
    """A rarity as compressed JSON."""
    return zlib.compress(json.dumps([rarity.reports, dict(rarity.holding)]).encode())


def rarity_in(content: bytes) -> Rarity:
    """The rarity that `rarity_to_bytes` wrote."""
    reports, holding = json.loads(zlib.decompress(content))
    return Rarity(reports=reports, holding=holding)
