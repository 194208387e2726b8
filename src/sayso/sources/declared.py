"""What a container says of an item, put in order before it is believed."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

# Lone surrogates cannot be written as UTF-8, and PostgreSQL cannot hold NUL.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ISO_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}(?:$|[T\s])")
# ISO 8601 without its hyphens.
_COMPACT = re.compile(
    r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:T?\d{4}(?:\d\d)?\D.{0,20}|T?\d{4}(?:\d\d)?)?$"
)
# Databases count the seconds, or the thousandths of them, since 1970; such a number has as many digits from
# 1973 on.
_SECONDS, _MOST_SECONDS = 100_000_000, 10_000_000_000


def words(value: object) -> str | None:
    """A declared value as text that can be stored; None where it says nothing.

    Whole numbers count as text (ids and years are often written so); nothing else does.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return None
    return _UNSTORABLE.sub("\ufffd", value).strip() or None


def moment(value: object) -> str | None:
    """A declared date in ISO form, in the calendar of whoever declared it; as it stands where it is no date.

    The offset is kept: 23:30 in Lima is not yet the next day there, whatever the day is in London.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and (counted := _counted(value)):
        return counted
    text = words(value)
    if text is None or _ISO_DATE.match(text):
        return text
    if compact := _COMPACT.match(text):
        return f"{compact[1]}-{compact[2]}-{compact[3]}"
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return text


def _counted(number: float) -> str | None:
    """The moment, in Greenwich's calendar, that a count of seconds or of thousandths means."""
    for seconds, least in ((number, _SECONDS), (number / 1000, 10 * _SECONDS)):
        if least <= seconds < _MOST_SECONDS:
            return datetime.fromtimestamp(seconds, tz=UTC).isoformat()
    return None


def day(parts: Iterable[int] | None) -> str | None:
    """The ISO date in a struct_time, where it is one that exists."""
    try:
        year, month, day_of_month, *_ = parts or ()
        return date(year, month, day_of_month).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None
