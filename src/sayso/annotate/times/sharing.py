"""Sharing: the year that two dates have in common and one of them names: "March to June 2029"."""

from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.vocabulary import MONTHS

__all__ = ["shared_year"]

_JOINTS = frozenset("and or through till to until - – —".split())
_FURTHEST = 5
"""Tokens from the joint to the year: "to early June 2029", "to the 3rd of May, 2029"."""


def shared_year(phrase: Phrase, month: int) -> int | None:
    """The year of a month without one that is joined to a month of some year, before or behind it.

    "December to February 2030" and "November 2029 and January" are of two years.
    """
    if phrase.after() in _JOINTS:
        behind = _month_and_year(phrase, phrase.last + 1, 1)
        if behind is not None:
            return behind[1] - (month > behind[0])
    if phrase.before() in _JOINTS and phrase.is_in(phrase.first - 2, "YEAR"):
        ahead = _month_and_year(phrase, phrase.first - 2, -1)
        if ahead is not None:
            return ahead[1] + (month < ahead[0])
    return None


def _month_and_year(phrase: Phrase, start: int, step: int) -> tuple[int, int] | None:
    """The first month and the first year from a token on, with nothing but what dates are made of between."""
    month = year = None
    for index in range(start, start + step * _FURTHEST, step):
        if phrase.is_in(index, "YEAR"):
            year = int(phrase.tokens.amounts[index])
        elif phrase.is_in(index, "MONTH"):
            month = MONTHS[phrase.tokens.word(index)]
        elif not phrase.is_in(index, "DAY", "NTH_DAY", "COMMA", "early", "late", "of", "the"):
            return None
        if month is not None and year is not None:
            return month, year
    return None
