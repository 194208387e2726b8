"""The opening of a plain-text report: headline, header lines and dateline, and what they tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.documents.dateline import Found, dateline_at
from sayso.documents.header import ISSUER, HeaderLine, header_line
from sayso.documents.published import first_day
from sayso.model import Dateline, trimmed

_LINE = re.compile(r"(?:^|[\n\u2028\u2029\x85]|(?<=\s))(\s*)(\S[^\n\u2028\u2029\x85]*)")
_ENDS_LINE = re.compile(r"[ \t\xa0]*(?:[\n\u2028\u2029\x85]|\Z)")
_REACH = 4000
# A dateline comes after a headline, a standfirst and a caption at most, header lines not counted.
_MOST_BEFORE = 3
_HEADLINE = 200
_LETTERHEAD = 10
"""Words of a sender's name at most."""
_SMALL = 4
# Markdown's mark of a heading.
_HEADING = re.compile(r"^#{1,6}\s+|\s+#{1,6}$")
# What pages print above a report besides its headline: captions and pleas of the player.
_FURNITURE = re.compile(
    r"(?i)\b(?:photos?|photograph|caption|javascript|flash player|plugin|click here|advertisement)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a report's first lines tell about it."""

    dateline: Dateline | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    unreadable_date: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    start: int
    end: int
    header: HeaderLine | None = None
    dateline: Found | None = None

    @property
    def is_plain(self) -> bool:
        return self.header is None and self.dateline is None


def opening(text: str) -> Opening:
    """What the opening of `text` tells.

    The dateline's span runs from the first header line of the stretch that ends in the dateline (or of
    the first stretch, where there is no dateline) to where the report proper begins. A headline before it
    stays outside, for it is the report's words.
    """
    lines = _with_letterhead(text, list(_lines(text)))
    stretch = _stretch(lines)
    if not stretch:
        return Opening()
    first, last = lines[stretch[0]], lines[stretch[1]]
    start = first.start + (first.header.offset if first.header else 0)
    span = trimmed(text, min(start, last.end), last.end)
    if span is None:
        return Opening()
    headers = [line.header for line in lines if line.header]
    dateline = next((line.dateline for line in lines if line.dateline), None)
    headline = _headline(text, lines[: stretch[0]])
    title = next((header.title for header in headers if header.title), None) or headline
    outlet = next((header.outlet for header in headers if header.outlet), None)
    agency = (dateline.agency if dateline else None) or outlet
    day, published = _days(headers, dateline, headline)
    return Opening(
        dateline=Dateline(place=dateline.place if dateline else None, date=day, agency=agency, span=span),
        title=title,
        outlet=outlet or agency,
        byline=next((header.byline for header in headers if header.byline), None),
        published=published,
        url=next((header.url for header in headers if header.url), None),
        unreadable_date=published is None and any(header.unreadable_date for header in headers),
    )


def _lines(text: str) -> Iterator[_Line]:
    """The lines of the opening, up to where the report proper must have begun."""
    head = text[:_REACH]
    all_capitals = sum(map(str.isupper, head)) > 0.8 * sum(map(str.isalpha, head))
    at, plain, dated, after_byline = 0, 0, False, False
    while (found := _LINE.search(text, at, _REACH)) and plain <= _MOST_BEFORE:
        at, start, line = found.end(), found.start(2), found.group(2)
        dateline = None if dated else dateline_at(text, start, all_capitals=all_capitals)
        if dateline:
            yield _Line(start=start, end=dateline.end, dateline=dateline)
            if not _ENDS_LINE.match(text, dateline.end):
                return
            # "BAKU, Oct. 14", and the byline on a line of its own below.
            at, dated = dateline.end, True
            continue
        header = header_line(line, after_byline=after_byline)
        if header is None and dated:
            return
        plain += header is None
        after_byline = header is not None and bool(header.byline)
        yield _Line(start=start, end=found.end(), header=header)


def _with_letterhead(text: str, lines: list[_Line]) -> list[_Line]:
    """The lines, with a sender's name made header: above "Press release", or between a headline and that."""
    changed = list(lines)
    if len(lines) > 1 and lines[0].is_plain and lines[1].header and lines[1].header.is_release:
        sender = text[lines[0].start : lines[0].end].strip()
        if _is_name(sender) and ISSUER.search(sender):
            changed[0] = replace(lines[0], header=HeaderLine(outlet=sender))
    for before, line in enumerate(lines[1:-1]):
        following = lines[before + 2].header
        words = text[line.start : line.end].split()
        if (
            line.is_plain
            and following
            and following.is_release
            and len(words) <= _LETTERHEAD
            and words[-1][-1] not in ".?!"
        ):
            changed[before + 1] = replace(line, header=HeaderLine())
    return changed


def _is_name(line: str) -> bool:
    """Whether a line may be a body's name: a few words, none but small ones in small letters."""
    words = line.split()
    long = [word for word in words if len(word) >= _SMALL]
    return len(words) <= _LETTERHEAD and line[-1] not in ".?!:" and not any(map(str.islower, long))


def _stretch(lines: list[_Line]) -> tuple[int, int] | None:
    """The first and last of the run of header lines and dateline that opens the report."""
    anchor = next((n for n, line in enumerate(lines) if line.dateline), None)
    if anchor is None:
        anchor = next((n for n, line in enumerate(lines) if line.header), None)
    if anchor is None:
        return None
    first = last = anchor
    while first > 0 and lines[first - 1].header and not _has_title(lines[first]):
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].header:
        last += 1
    return first, last


def _has_title(line: _Line) -> bool:
    return line.header is not None and line.header.title is not None


def _headline(text: str, before: list[_Line]) -> str | None:
    """The first plain line before the stretch, if it is short enough for a headline and no caption."""
    line = next((text[line.start : line.end].strip() for line in before if line.is_plain), "")
    fits = len(line.split()) >= 3 and len(line) <= _HEADLINE and not line.startswith(("(", "["))
    return _HEADING.sub("", line) if fits and not _FURNITURE.search(line) else None


def _days(
    headers: list[HeaderLine], dateline: Found | None, headline: str | None
) -> tuple[str | None, str | None]:
    """The dateline's date where it is whole, and the date of publication that the opening gives.

    A day without its year is completed by the year of a release number of the same month, by nothing else.
    """
    printed = next((header.day for header in headers if header.day), None)
    partial = (dateline.day if dateline else None) or printed or (first_day(headline) if headline else None)
    months = [header.year_month for header in headers if header.year_month]
    year = next((year for year, month in months if partial and month == partial.month), None)
    whole = partial.iso(year=year) if partial else None
    own_day = dateline.day if dateline else printed
    day = own_day.iso(year=year) if own_day else None
    return day, (printed.iso(year=year) if printed else None) or whole
