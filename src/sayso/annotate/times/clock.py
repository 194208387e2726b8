"""Times of day: "2:00 a.m.", "0430 hours", "noon", with their zones, and the days they belong to."""

import re
from dataclasses import replace

from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.relative import UNKNOWN_PERIOD
from sayso.annotate.times.scene import Found, Scene
from sayso.annotate.times.vocabulary import CITIES, DAYPARTS, POINTS, ZONES
from sayso.model import TimeType

_WRITTEN = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s?([ap])?", re.IGNORECASE)
_MILITARY = re.compile(r"(\d{1,2})h?(\d\d)")
_TURNS_OF_DAY = frozenset("dawn daybreak dusk nightfall sunrise sunset".split())
_OFFSET = re.compile(r"([+-])\s?(\d{1,2})(?::?(\d\d))?")


def clock_time(phrase: Phrase, scene: Scene) -> Found | None:
    """A time of day in figures: "7:15 p.m.", "18:00 UTC", "about 2:00 (GMT+4)", "0430 hours"."""
    at = phrase.where("CLOCK", "HOURS_MINUTES")
    if at is None or phrase.first != at:
        return None
    written = phrase.tokens.written(at)
    if phrase.is_in(at, "CLOCK"):
        parts = _WRITTEN.match(written)
        if parts is None:
            return None
        hour, minute, half = int(parts[1]), int(parts[2] or 0), (parts[3] or "").lower()
    else:
        hour, minute, half = int(written[:2]), int(written[2:]), ""
        zoned = phrase.has("hours", "hrs", "hour", "ZONE", "ZONED")
        if not zoned and (
            phrase.before() not in ("at", "by", "from", "until", "till", "around", "about", "approximately")
            or (phrase.is_in(at, "YEAR") and phrase.before() != "at")
        ):
            return None
    part = DAYPARTS.get(phrase.word("DAYPART"), "")
    if not half and part and hour <= 12:
        half = "a" if part == "MO" else "p" if hour < 12 and not (part == "NI" and hour < 5) else ""
    return _at(hour, minute, half, phrase, scene)


def military_time(phrase: Phrase, scene: Scene) -> Found | None:
    """A time of day as forces and the French write it: "0430Z", "1400hrs", "14h30"."""
    written = phrase.tokens.written(phrase.first).lower()
    hour, minute = (int(part) for part in _MILITARY.findall(written)[0])
    found = _at(hour, minute, "", phrase, scene)
    return found if found is None or not written.endswith("z") else _at_zone(found, "Z")


def _at_zone(found: Found, zone: str) -> Found:
    return replace(found, value=found.value + zone, clock=found.clock + zone)


def spoken_hour(phrase: Phrase, scene: Scene) -> Found | None:
    """An hour in words: "4 in the morning", "ten o'clock"."""
    hour = phrase.number("HOUR")
    if hour is None:
        return None
    part = DAYPARTS.get(phrase.word("DAYPART"), "")
    half = "a" if part == "MO" else "p" if part in ("AF", "EV") or (part == "NI" and hour >= 6) else ""
    return _at(hour, 0, half, phrase, scene)


def point(phrase: Phrase, scene: Scene) -> Found | None:
    """ "noon", "midnight"."""
    return _on_known_day(f"T{POINTS[phrase.word('POINT')]}", phrase, scene)


def daypart(phrase: Phrase, scene: Scene) -> Found | None:
    """A part of a day: "Friday morning", "since dawn"; any other is dropped where no date is beside it."""
    word = phrase.word("DAYPART")
    weak = phrase.before() != "since" and not (phrase.before() == "at" and word in _TURNS_OF_DAY)
    return replace(_on_known_day(f"T{DAYPARTS[word]}", phrase, scene), weak=weak)


def _at(hour: int, minute: int, half: str, phrase: Phrase, scene: Scene) -> Found | None:
    if half and not 1 <= hour <= 12:
        return None
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return _on_known_day(f"T{hour:02d}:{minute:02d}{_zone(phrase)}", phrase, scene)


def _zone(phrase: Phrase) -> str:
    """The offset from UTC as ISO 8601 writes it, where the zone is one that names a single offset."""
    clocks = list(phrase.all_where("CLOCK", "HOURS_MINUTES", "HOUR"))
    if len(clocks) > 1:
        # "10:35 a.m. (0735 GMT)": the zone is that of the second.
        phrase = replace(phrase, last=clocks[1])
    zoned = phrase.where("ZONED")
    if zoned is not None:
        parts = _OFFSET.search(phrase.tokens.written(zoned))
        if parts is None or int(parts[2]) > 14:
            return ""
        return f"{parts[1]}{int(parts[2]):02d}:{parts[3] or '00'}"
    return ZONES.get(phrase.word("ZONE"), "") or CITIES.get(phrase.word("CITY"), "")


def _on_known_day(clock: str, phrase: Phrase, scene: Scene) -> Found:
    """The time on the day last spoken of, else on the report's, until a date beside it says otherwise.

    The entries of a log are of one day, whatever days they speak of.
    """
    is_entry = scene.log is not None and phrase.tokens.opens_line(phrase.first)
    day = scene.log if is_entry else scene.day_near(phrase.first)
    value = day.isoformat() if day is not None else UNKNOWN_PERIOD["D"]
    return Found(TimeType.TIME, value + clock, day, day, clock=clock)


def on_day(clock: Found, day: Found) -> Found:
    """The time of day `clock` on the day of another expression."""
    value = day.value[:10] if day.type is TimeType.TIME else day.value
    return Found(TimeType.TIME, value + clock.clock, day.first, day.last, clock=clock.clock)
