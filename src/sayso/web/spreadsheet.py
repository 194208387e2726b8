"""Rows of a view as comma-separated values, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from itertools import chain
from types import UnionType
from typing import Any, get_args, get_type_hints

from sayso.exports.as_csv import LIST_MARK, guarded


def spreadsheet(rows: Iterable[Any], *, of: type) -> str:
    """One line for each row under a line of names: those of the rows, or of the type `of` where none is."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    waiting = iter(rows)
    first = next(waiting, None)
    names = [field.name for field in fields(of if first is None else first)]
    writer.writerow(names)
    for row in chain([] if first is None else [first], waiting):
        writer.writerow([_cell(getattr(row, name)) for name in names])
    return lines.getvalue()


@cache
def type_of_rows(made_by: Callable[..., Iterable[Any]]) -> type:
    """What a function says that it gives rows of; where it may be one of several, the last."""
    (row,) = get_args(get_type_hints(made_by)["return"])
    kind: type = get_args(row)[-1] if isinstance(row, UnionType) else row
    return kind


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        return guarded(LIST_MARK.join("" if one is None else _plain(one) for one in value))
    return guarded(value) if isinstance(value, str) else str(value)


def _plain(value: object) -> str:
    return ": ".join(map(str, value)) if isinstance(value, tuple) else str(value)
