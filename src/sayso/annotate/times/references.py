"""Expressions that say past, present or future, and no more: "now", "recently", "months ago"."""

from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.scene import Found, Scene
from sayso.annotate.times.vocabulary import REFERENCES
from sayso.model import TimeType

__all__ = ["future", "past", "present", "reference", "some_day", "vague_distance"]


def reference(phrase: Phrase, _: Scene) -> Found | None:
    """ "now", "recently", "nowadays": present, past or future, and no more."""
    value = REFERENCES.get(phrase.word("REFERENCE"))
    return Found(TimeType.DATE, value) if value else None


def present(_phrase: Phrase, _scene: Scene) -> Found | None:
    """ "at present", "these days"."""
    return Found(TimeType.DATE, "PRESENT_REF")


def past(_phrase: Phrase, _scene: Scene) -> Found | None:
    """ "the past", "recent years", "long ago"."""
    return Found(TimeType.DATE, "PAST_REF")


def future(_phrase: Phrase, _scene: Scene) -> Found | None:
    """ "the future", "in the coming months"."""
    return Found(TimeType.DATE, "FUTURE_REF")


def vague_distance(phrase: Phrase, _: Scene) -> Found | None:
    """ "months ago", "years later": past or future, and no more."""
    return Found(TimeType.DATE, "FUTURE_REF" if phrase.has("later") else "PAST_REF")


def some_day(phrase: Phrase, _: Scene) -> Found | None:
    """ "will one day": some time to come."""
    told_ahead = phrase.before() in ("will", "may", "could", "might")
    return Found(TimeType.DATE, "FUTURE_REF") if told_ahead else None
