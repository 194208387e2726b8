"""Rows of a view as comma-separated values, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable
from dataclasses import fields

from sayso.exports.as_csv import LIST_MARK, guarded


def spreadsheet(rows: Iterable[object]) -> str:
    """One line for each row under a line of names; empty where there are no rows."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    names: tuple[str, ...] = ()
    for row in rows:
        if not names:
            names = tuple(field.name for field in fields(row))  # type: ignore[arg-type]
            writer.writerow(names)
        writer.writerow([_cell(getattr(row, name)) for name in names])
    return lines.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        return guarded(LIST_MARK.join("" if one is None else _plain(one) for one in value))
    return guarded(value) if isinstance(value, str) else str(value)


def _plain(value: object) -> str:
    return ": ".join(map(str, value)) if isinstance(value, tuple) else str(value)
