"""Days, months and years, as they are given on the command line."""

import re
from calendar import monthrange
from datetime import date

import typer

_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")


def to_day(given: str | None) -> str | None:
    """The day in the form 2031-05-03; none stays none. Anything else would silently match nothing."""
    try:
        return date.fromisoformat(given).isoformat() if given is not None else None
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no calendar day; write it as 2031-05-03") from None


def to_first_day(given: str | None) -> str | None:
    """The day; of a month such as 2031-05 or a year its first one."""
    return _within(given, last=False)


def to_last_day(given: str | None) -> str | None:
    """The day; of a month such as 2031-05 or a year its last one."""
    return _within(given, last=True)


def _within(given: str | None, *, last: bool) -> str | None:
    whole = _MONTH.fullmatch(given or "")
    if whole is None:
        return to_day(given)
    try:
        year, month = int(whole[1]), int(whole[2] or (12 if last else 1))
        return date(year, month, monthrange(year, month)[1] if last else 1).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no month; write it as 2031-05") from None
