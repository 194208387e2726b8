"""The date that a page bears: what the extractor found, checked against how the page prints it."""

import re

from sayso.documents.published import MONTH, iso_date

_NUMERIC = re.compile(
    r"(?<![0-9])([0-9]{1,2})([/.-])([0-9]{1,2})\2((?:19|20|21)[0-9]{2})(?![0-9])"
)  # fmt: skip
_JSON_LD = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"<>]{6,40})"')


def page_date(markup: str, *, found: str | None) -> str | None:
    """The date of a page on which the extractor has `found` one, or none, in ISO form.

    Where the page prints it only as `03/04/2031`, which is two different days, the extractor has picked one
    of them: those words are given back as they stand. Where it found none, the publication date in the
    page's metadata may be one that it cannot read, such as `May 3, 2031`.
    """
    if not found:
        return next(filter(None, (iso_date(said[1]) for said in _JSON_LD.finditer(markup))), None)
    day = iso_date(found)
    return day and (_in_doubt(day, markup) or day)


def _in_doubt(day: str, markup: str) -> str | None:
    """The words for `day` on the page, where they may as well mean another."""
    year, month, number = day.split("-")
    either = {int(number), int(month)}
    if len(either) == 1 or int(number) > 12 or _spelt(year, month, number, markup):
        return None
    for said in _NUMERIC.finditer(markup):
        if said[2] != "." and {int(said[1]), int(said[3])} == either and said[4] == year:
            return said[0]
    return None


def _spelt(year: str, month: str, number: str, markup: str) -> bool:
    """Whether the day stands there in a form that can be no other: year first, or with the month's name."""
    if re.search(rf"{year}[-/._]?0?{int(month)}[-/._]?0?{int(number)}(?![0-9])", markup):
        return True
    day, gap = rf"(?<![0-9])0?{int(number)}(?:st|nd|rd|th)?", r"[\s.,]{1,3}(?:of\s)?"
    name = rf"(?P<month>{MONTH})"
    dated = re.compile(
        rf"(?:{day}{gap}{name}|{name.replace('month', 'first')}{gap}{day}){gap}{year}", re.IGNORECASE
    )
    return any(
        iso_date(f"{number} {said['month'] or said['first']} {year}") == f"{year}-{month}-{number}"
        for said in dated.finditer(markup)
    )
