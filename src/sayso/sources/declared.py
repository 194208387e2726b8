"""What a container says of an item, put in order before it is believed."""

import re
from collections.abc import Iterable
from datetime import date
from email.utils import parsedate_to_datetime

# Lone surrogates cannot be written as UTF-8, and PostgreSQL cannot hold NUL.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ISO_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}(?:$|[T\s])")


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
    text = words(value)
    if text is None or _ISO_DATE.match(text):
        return text
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return text


def day(parts: Iterable[int] | None) -> str | None:
    """The ISO date in a struct_time, where it is one that exists."""
    try:
        year, month, day_of_month, *_ = parts or ()
        return date(year, month, day_of_month).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None
