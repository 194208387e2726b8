"""When: the days that a report gives a happening, no narrower than its words can be held to.

"Ten days ago" is a round number. What is told on an anniversary happened about as many years before, whatever
day the sentence around it names.
"""

import re
from datetime import date, timedelta

from sayso.incidents.days import apart, days_of
from sayso.model import Event, Reading

_DISTANCE = re.compile(r"\b(?:ago|before|earlier|previously|later)\b", re.IGNORECASE)
_ROUND = 5
"""Days counted back from a report from which on a distance is a round number."""
_YEARS = {
    word: number
    for number, words in enumerate(
        (
            "a one first 1st",
            "two second 2nd",
            "three third 3rd",
            "four fourth 4th",
            "five fifth 5th",
            "six sixth 6th",
            "seven seventh 7th",
            "eight eighth 8th",
            "nine ninth 9th",
            "ten tenth 10th",
        ),
        start=1,
    )
    for word in words.split()
}
_NUMBER = "|".join(_YEARS)
_YEARS_SINCE = re.compile(
    rf"\b(?P<many>{_NUMBER})(?:(?:-year)? anniversary of| years? (?:since|after))\s(?:[\w'’-]+\s+){{0,8}}$",
    re.IGNORECASE,
)
_DIED_OR_COUNTED = re.compile(
    r"\b(?:toll|number|tally|count)\b[^.;\n]{0,60}"
    r"\b(?:rose|risen|rises|climb(?:s|ed)|reach(?:es|ed)|stood|stands|increased|jumped|went up|up)\b"
    r"|\b(?:put|puts|rais(?:es|ed|ing)|lower(?:s|ed)|revis(?:es|ed)|br(?:ings|ought|inging))\b[^.;\n]{0,40}"
    r"\b(?:toll|number|tally|dead|deaths|killed)\b"
    r"|\b(?:died|dies|succumbed)\b[^.;\n]{0,30}\b(?:wounds|injuries|burns|hospital)\b"
    r"|\bdied later\b|\bnow known to have died\b",
    re.IGNORECASE,
)
_REACH = 90
_AROUND = timedelta(days=3)
"""An anniversary is marked, and written about, some days before or after."""


def days_told(event: Event, reading: Reading) -> str | None:
    """The days of an event as an ISO day or `start/end`, as `Event.date` is; None where nothing tells."""
    marked = _marked(event, reading)
    if marked is not None:
        return f"{marked - _AROUND}/{marked + _AROUND}"
    return event.date


def is_said(event: Event, reading: Reading) -> bool:
    """Whether words give an event those days, and no round number does."""
    if event.date_span is None or _marked(event, reading) is not None:
        return False
    days, published = days_of(event.date), days_of(reading.document.published)
    sentence = reading.sentence_at(event.date_span)
    if sentence is not None and _DIED_OR_COUNTED.search(reading.text, sentence.start, sentence.end):
        return False
    if days is None or published is None or apart(days, published) < _ROUND:
        return True
    return not _DISTANCE.search(event.date_span.of(reading.text))


def _marked(event: Event, reading: Reading) -> date | None:
    """The day, so many years before the report, of what it names as so many years past and dates not at all.

    What its sentence dates within days of the report is the marking of it.
    """
    start = event.trigger.start
    found = _YEARS_SINCE.search(reading.text, max(0, start - _REACH), start)
    days, published = days_of(event.date), days_of(reading.document.published)
    if found is None or published is None or (days is not None and apart(days, published) > _ROUND):
        return None
    years = _YEARS[found["many"].casefold()]
    day = date.fromordinal(published[0])
    # Of a 29 February the day before.
    return day.replace(year=day.year - years, day=min(day.day, 28) if day.month == 2 else day.day)
