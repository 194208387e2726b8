"""Things of the model as rows, and rows as things: a span becomes columns, an enum its value."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, TypeAlias, TypeVar, cast, get_args, get_type_hints

from sayso.model import Span

Row: TypeAlias = dict[str, Any]
Thing = TypeVar("Thing")

_WITHOUT_WORDS = frozenset({"content", "context"})
"""Spans as long as sentences: to keep their words too would keep most of the text twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """How the fields of one class lie in a row; fields that hold many values have tables of their own."""

    spans: Mapping[str, tuple[str, ...]]
    """The columns of each span: start, end and perhaps words."""
    floats: tuple[str, ...]
    enums: Mapping[str, type[StrEnum]]
    plain: Mapping[str, type]
    """The fields that hold words or whole numbers, and which."""


def row_of(thing: object, text: str) -> Row:
    """The row that keeps `thing`, whose spans index `text`."""
    cls: type = type(thing)
    shape = _shape(cls)
    row: Row = {name: getattr(thing, name) for name in shape.plain}
    for name in shape.enums:
        value = getattr(thing, name)
        row[name] = None if value is None else value.value
    for name in shape.floats:
        value = getattr(thing, name)
        # SQLite keeps neither whole numbers in a column of reals nor the sign of zero.
        row[name] = None if value is None else float(value) + 0.0
    for name, columns in shape.spans.items():
        row.update(zip(columns, _span_values(getattr(thing, name), text), strict=False))
    return row


def span_columns(name: str, span: Span | None, text: str, *, words: bool = True) -> Row:
    """The columns that keep one span."""
    return dict(zip(_columns(name, words=words), _span_values(span, text), strict=False))


def _span_values(span: Span | None, text: str) -> tuple[int | None, int | None, str | None]:
    if span is None:
        return None, None, None
    return span.start, span.end, text[span.start : span.end]


def _columns(name: str, *, words: bool) -> tuple[str, ...]:
    return (f"{name}_start", f"{name}_end", f"{name}_words") if words else (f"{name}_start", f"{name}_end")


def thing_of(cls: type[Thing], row: Mapping[str, Any], **known: object) -> Thing:
    """The `cls` that `row` keeps, with the fields in `known` that have tables of their own.

    Raises `ValueError` where the row was not written by `row_of`.
    """
    shape = _shape(cast(type, cls))
    given: Row = {name: row[name] for name in shape.floats if name not in known}
    for name, kind in shape.plain.items():
        if name not in known:
            given[name] = _of_kind(kind, row[name], name)
    for name, enum in shape.enums.items():
        given[name] = None if row[name] is None else enum(row[name])
    for name in shape.spans:
        given[name] = span_in(row, name)
    return cls(**given, **known)


def _of_kind(kind: type, value: object, name: str) -> object:
    # SQLite lets anything into any column.
    if value is not None and type(value) is not kind:
        raise ValueError(f"{name} holds {type(value).__name__} where {kind.__name__} belongs")
    return value


def span_in(row: Mapping[str, Any], name: str) -> Span | None:
    """The span that a row keeps under `name`, if it keeps one."""
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    if start is None and end is None:
        return None
    if type(start) is not int or type(end) is not int:
        raise ValueError(f"{name} is [{start!r}, {end!r})")
    return Span(start, end)


def worded(columns: Mapping[str, Any]) -> list[str]:
    """The names of the spans whose words a row with these columns keeps."""
    return [name.removesuffix("_words") for name in columns if name.endswith("_words")]


@cache
def _shape(cls: type) -> _Shape:
    kinds = {field.name: _kind(get_type_hints(cls)[field.name]) for field in fields(cast(Any, cls))}
    return _Shape(
        spans={
            name: _columns(name, words=name not in _WITHOUT_WORDS)
            for name, kind in kinds.items()
            if kind is Span
        },
        floats=tuple(name for name, kind in kinds.items() if kind is float),
        enums={name: kind for name, kind in kinds.items() if issubclass(kind, StrEnum)},
        plain={name: kind for name, kind in kinds.items() if kind in (str, int)},
    )


def _kind(hint: Any) -> type:
    """The one type that a field holds when it holds something; `tuple` for many values."""
    of = [one for one in get_args(hint) if one is not NoneType]
    if getattr(hint, "__origin__", None) is tuple:
        return tuple
    return cast(type, of[0] if of else hint)
