"""Occasions: on which somebody speaks to the press, and which are no happenings of their own."""

from collections.abc import Sequence

_OF_THE_PRESS = frozenset("media news press".split())
_MEETS_THE_PRESS = frozenset("briefing briefings conference conferences meet release".split())
_INTERVIEWS = frozenset("interview interviewed interviews".split())
_SPEAKS = frozenset(
    "answering briefed briefing addressed addressing chatting replying spoke speaking speaks talked"
    " talking".split()
)
_PRESS = frozenset("correspondents journalists media newsmen newspeople press reporters".split())
_PARTS = frozenset("after and as at but of on that when who".split())
_AHEAD = 5


def is_occasion(words: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether words in small letters, and those behind them, name but an occasion of speaking to the press.

    Of 54 such words in reports read by the codebook, none is an event.
    """
    if not _INTERVIEWS.isdisjoint(words[-1:]):
        return True
    if len(words) > 1 and words[-1] in _MEETS_THE_PRESS and words[-2] in _OF_THE_PRESS:
        return True
    if words[-1:] and words[-1] in _OF_THE_PRESS and not _MEETS_THE_PRESS.isdisjoint(behind[:1]):
        return True
    return not _SPEAKS.isdisjoint(words) and _names_press(behind[:_AHEAD])


def _names_press(behind: Sequence[str]) -> bool:
    for word in behind:
        if word in _PRESS:
            return True
        if word in _PARTS or not word.isalpha():
            return False
    return False
