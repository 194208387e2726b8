"""Header lines of a plain-text report: its printed date, byline, source, link, release number."""

import re
from dataclasses import dataclass

from sayso.documents.published import DAY, Day, as_day

_NAME = r"[A-Z][\w'’.-]*(?:(?:[ ,]| and | of | de | al | & )+[A-Z][\w'’.-]*){0,7}"

_FIELDS = {
    "title": "title", "headline": "title", "subject": "title",
    "source": "outlet", "outlet": "outlet", "publication": "outlet", "publisher": "outlet",
    "agency": "outlet",
    "byline": "byline", "author": "byline", "by": "byline", "reporter": "byline",
    "date": "published", "dated": "published", "published": "published", "posted": "published",
    "publication date": "published", "pub date": "published", "published on": "published",
    "updated": "updated", "last updated": "updated", "modified": "updated",
    "link": "url", "url": "url",
}  # fmt: skip
_KEY = re.compile(
    r"(?:(?<=\s)|^)(?P<key>" + "|".join(sorted(_FIELDS, key=len, reverse=True)) + r")[ \t]?:[ \t]*",
    re.IGNORECASE,
)
# After the first field of a line only capitalised keys open another: prose has "source:" too.
_NEXT_KEY = re.compile(
    r"(?<=\s)(?=(?:" + "|".join(f"{key.upper()}|{key.capitalize()}" for key in _FIELDS) + r"):[ \t])"
)
_DATED = re.compile(
    rf"\s*+(?:(?:first\s+)?(?:date|dated|published|posted|issued|updated|this story is from)\b[\s:]*+)?"
    rf"(?:on\s+)?(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?(?:[0-9]{{1,2}}:[0-9]{{2}}[^,\n]{{0,9}},\s*+)?(?:{DAY})",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(
    r"(?:[\s,|·@–-]|\bat\b|[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?|[0-9]{4}(?= ?(?:gmt|hrs))|[ap]\.?m\b\.?"
    r"|\b(?:z|gmt|utc|ist|bst|ce[s]?t|msk|[ecmp][sd]?t|hrs|hours|local time)\b|[+-][0-9]{2}:?[0-9]{2})*",
    re.IGNORECASE,
)
# Markdown sets a line in other type by a mark on both its sides.
_EMPHASIS = re.compile(r"\s*(?P<mark>\*{1,3}|_{1,3})(?P<said>[^\s*_].*?)(?P=mark)\s*")
# The values of a file's front matter may stand in quotation marks (YAML).
_QUOTED = re.compile(r"(?P<mark>[\"'])(?P<said>.*)(?P=mark)")
_BYLINE = re.compile(rf"\s*(?:[Bb]y|BY)[ \t]+(?P<name>{_NAME})(?:\s[-–—]\s(?P<house>{_NAME}))?\s*:?\s*$")
# How weblogs sign: "Posted on May 3, 2031 by admin". It names nobody.
_POSTER = re.compile(r"by\s+[a-z][a-z0-9_.-]{1,30}")
_RELEASE = re.compile(
    r"\s*(?:for (?:immediate|general) release|immediate release"
    r"|(?:(?:news|press|media) (?:release|statement|communiqu[eé])|(?:official )?communiqu[eé]"
    r"|official statement|(?:(?:weekly|daily|flash) )?(?:situation|security) (?:report|update|bulletin))"
    r"(?:[ ,]{1,2}(?:no\.?|number|nr\.?|#)? ?[0-9][0-9/-]{0,9})?"
    r"|download (?:as )?pdf|print this page|share this|embargoed .{0,60}|media contacts?:?.{0,60}"
    r"|(?P<number>(?:(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-)?[0-9A-Z]{1,4}[-–][0-9]{1,4}\b)"
    r"(?:[\s0-9]{0,8})(?:for immediate release)?)\s*",
    re.IGNORECASE,
)
_RELEASE_NUMBER = re.compile(
    r"\s*(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])-[0-9A-Z]{1,4}[-–][0-9]{1,4}\b"
)
# Words that make a name on its own, above what a body gives out, that body's.
ISSUER = re.compile(
    r"\b(?:agency|army|assembly|association|authority|bureau|cent(?:er|re)|command|commission|committee|council"
    r"|department|directorate|embassy|federation|forces|foundation|front|general staff|government|guard"
    r"|headquarters|institute|ministry|mission|monitor|movement|navy|network|observatory|office|organi[sz]ation|party|police"
    r"|presidency|secretariat|service|society|union|united nations|watch)\b",
    re.IGNORECASE,
)
# Words that make the name in a byline an outlet's, not a person's.
_OUTLET = re.compile(
    r"\b(?:agency|agencies|associated|broadcasting|bureau|chronicle|correspondents?|daily|desk|gazette|herald|"
    r"journal|media|monitor|network|news|newsroom|observer|online|post|press|radio|reporters?|reuters|service|"
    r"staff|times|tribune|tv|television|wire|writers?)\b",
    re.IGNORECASE,
)
# "By Our Special Correspondent", "By a staff writer": a byline that names neither a person nor a house.
_UNNAMED = re.compile(
    r"(?:our|an?|the|own|special|staff|foreign|political|diplomatic|defen[cs]e|war|chief|senior|national|local|state|city|"
    r"district|regional|news|desk|web|online|correspondents?|reporters?|writers?|desks?|bureau|monitoring|and|\s)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderLine:
    """What one header line says; `offset` is where, in the line, anything but a headline begins."""

    offset: int = 0
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    day: Day | None = None
    unreadable_date: bool = False
    url: str | None = None
    year_month: tuple[int, int] | None = None
    """The year and month in a release number such as `2012-05-S-027`."""
    is_release: bool = False
    """The formula or number of a press release."""


def header_line(line: str, *, after_byline: bool = False) -> HeaderLine | None:
    """What `line` says if it is a header line: about the report rather than of it."""
    if len(line) > 1000:
        return None
    bare = _EMPHASIS.fullmatch(line)
    said = bare["said"] if bare else line
    return (
        _fields(line)
        or _dated(said)
        or _byline(said)
        or _release(said)
        or (_role(said) if after_byline else None)
    )


def _fields(line: str) -> HeaderLine | None:
    """`TITLE: … Source: AP LINK: https://…`: one or several named fields on a line."""
    first = _KEY.match(line.lstrip())
    if first is None:
        return None
    indent = len(line) - len(line.lstrip())
    starts = [indent, *(found.start() for found in _NEXT_KEY.finditer(line, indent + first.end()))]
    said: dict[str, str] = {}
    offset = None
    for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
        key = _KEY.match(line[start:end])
        if key is None:
            continue
        field, value = _FIELDS[key["key"].lower()], line[start + key.end() : end].strip()
        quoted = _QUOTED.fullmatch(value)
        said.setdefault(field, quoted["said"] if quoted else value)
        if field != "title" and offset is None:
            offset = start
    if not _is_plausible(said):
        return None
    found = re.match(rf"(?i:{DAY})", said.get("published", ""))
    day = as_day(found) if found else None
    return HeaderLine(
        offset=len(line) if offset is None else offset,
        title=said.get("title") or None,
        outlet=said.get("outlet") or None,
        byline=said.get("byline") or None,
        day=day,
        unreadable_date="published" in said and day is None,
        url=said.get("url") or None,
    )


def _is_plausible(said: dict[str, str]) -> bool:
    """Whether the values are of their field's kind: "Source: the army says it will …" is a sentence."""
    short = all(
        len(said.get(field, "").split()) <= 8 for field in ("outlet", "byline", "published", "updated")
    )
    return short and len(said.get("url", "").split()) <= 1 and len(said.get("title", "")) <= 300


def _dated(line: str) -> HeaderLine | None:
    """`date 2020-10-14 By Trend`, `This story is from March 9, 2002`, `Posted: …`, or a bare date."""
    found = _DATED.match(line)
    if found is None:
        return None
    clock = _TIME_OF_DAY.match(line, found.end())
    rest = line[clock.end() if clock else found.end() :].strip()
    byline = _byline(rest) if rest and not _POSTER.fullmatch(rest) else HeaderLine()
    day = as_day(found)
    if byline is None or day is None or (day.year is None and not rest):
        return None
    return HeaderLine(outlet=byline.outlet, byline=byline.byline, day=day)


def _byline(line: str) -> HeaderLine | None:
    found = _BYLINE.match(line)
    if found is None or len(line) > 120:
        return None
    name = found["name"].strip(" ,")
    person, _, house = name.rpartition(",")
    if found["house"]:
        return HeaderLine(byline=name, outlet=found["house"])
    if person and (_OUTLET.search(house) or re.fullmatch(r"\s*[A-Z]{2,6}", house)):
        anonymous = _OUTLET.search(person)
        return HeaderLine(byline=None if anonymous else person.strip(), outlet=house.strip())
    if _UNNAMED.fullmatch(name):
        return HeaderLine()
    # A person signs with two names; what signs with one, or as "press", "news", "staff", is a house.
    if len(name.split()) == 1 or _OUTLET.search(name):
        return HeaderLine(outlet=re.sub(r"(?i)\s+(?:staff|writers?|reporters?|correspondents?)$", "", name))
    return HeaderLine(byline=name)


def _release(line: str) -> HeaderLine | None:
    if not _RELEASE.fullmatch(line):
        return None
    number = _RELEASE_NUMBER.match(line)
    month = (int(number["year"]), int(number["month"])) if number else None
    return HeaderLine(year_month=month, is_release=True)


def _role(line: str) -> HeaderLine | None:
    """`Staff writer`, `BBC News, Bangkok`: what stands under a byline."""
    is_short = len(line.split()) <= 6 and not line.rstrip().endswith((".", "!", "?", ":"))
    if not is_short or not _OUTLET.search(line):
        return None
    house, comma, _ = line.strip().partition(",")
    return HeaderLine(outlet=house if comma and _OUTLET.search(house) else None)
