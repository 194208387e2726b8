"""A calendar day, as it is given on the command line."""

from datetime import date

import typer


def to_day(given: str | None) -> str | None:
    """The day in the form 2031-05-03; none stays none. Anything else would silently match nothing."""
    try:
        return date.fromisoformat(given).isoformat() if given is not None else None
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no calendar day; write it as 2031-05-03") from None
