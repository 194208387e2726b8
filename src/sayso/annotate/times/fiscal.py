"""What reports of figures compare with: "the year-earlier quarter", "the 1988 period", "year-end"."""

from dataclasses import replace
from datetime import date

from sayso.annotate.times import calendar
from sayso.annotate.times.calendar import CONTAINING, shifted
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.relative import UNKNOWN_PERIOD, stepped, unit_of_report
from sayso.annotate.times.scene import Found, Scene, dated
from sayso.model import TimeType

__all__ = ["known_quarter", "quarter_of_year", "whole_year", "year_before", "year_end"]


def whole_year(phrase: Phrase, scene: Scene) -> Found | None:
    """ "for the year", "the first nine months of the year": the report's year."""
    if phrase.before() != "for" and (phrase.before(), phrase.before(2)) not in (
        ("of", "months"),
        ("of", "half"),
    ):
        return None
    return unit_of_report(phrase, scene)


def year_before(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the year-earlier quarter", "the year-ago period": a year before what is spoken of."""
    known, number = scene.quarter, phrase.number("NTH_QUARTER")
    if number is not None and scene.published is not None and scene.published.year > 1:
        return replace(dated(calendar.quarter(scene.published.year - 1, number)), aside=True)
    if known is not None:
        there = shifted(known.first, "Y", -1)
        return replace(dated(CONTAINING["Q"](there)), aside=True) if there else None
    if scene.published is None:
        return Found(TimeType.DATE, UNKNOWN_PERIOD["Q" if phrase.has("quarter") else "Y"])
    return stepped(scene.published, "Y", -1)


def known_quarter(_: Phrase, scene: Scene) -> Found | None:
    """ "the quarter", "the latest period": the one spoken of."""
    if scene.quarter is not None:
        return dated(scene.quarter)
    if scene.published is None:
        return None
    return stepped(scene.published, "Q", -1)


def quarter_of_year(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the 1988 quarter", "last year's quarter": the same quarter of another year."""
    quarter = scene.quarter or (CONTAINING["Q"](scene.published) if scene.published else None)
    if quarter is None:
        return None
    year = phrase.number("YEAR")
    if year is None and scene.published is not None:
        year = scene.published.year - 1
    if year is None:
        return None
    return replace(dated(calendar.quarter(year, (quarter.first.month + 2) // 3)), aside=True)


def year_end(phrase: Phrase, scene: Scene) -> Found | None:
    """ "year-end": its last day."""
    year = phrase.number("YEAR") or (scene.published.year if scene.published else None)
    if year is None:
        return Found(TimeType.DATE, "XXXX-12-31")
    return dated(calendar.day(date(year, 12, 31)))
