"""A reading as plain JSON values, the form that outside programs read, and back again."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from sayso.errors import UsageError
from sayso.model import (
    Argument,
    Attribution,
    Dateline,
    Document,
    Entity,
    Event,
    Mention,
    Office,
    Reading,
    Span,
    Time,
    Toll,
    faults_in,
)

_FLAT = frozenset({Argument, Mention, Time})
"""Classes whose `start`, `end` and `text` stand among their own fields instead of under `span`."""

_NODES: Mapping[type, tuple[str, ...]] = {
    Reading: (),
    Document: ("properties", "document"),
    Attribution: ("properties", "attributions", "items"),
    Event: ("properties", "events", "items"),
    Toll: ("$defs", "toll"),
    Office: ("properties", "offices", "items"),
    Time: ("properties", "times", "items"),
    Mention: ("properties", "mentions", "items"),
    Entity: ("properties", "entities", "items"),
}
"""Where the schema says which fields of a class are required."""


@cache
def schema() -> Mapping[str, Any]:
    """The JSON Schema that every `to_contract` is valid against."""
    text = files("sayso.exports").joinpath("reading.schema.json").read_text(encoding="utf-8")
    return cast(Mapping[str, Any], json.loads(text))


def to_contract(reading: Reading) -> dict[str, object]:
    """The reading as JSON values: the schema's fields, and all else that a reading holds.

    Every span carries its words as `text`. `from_contract` gives back an equal reading.
    """
    return cast(dict[str, object], _plain(reading, reading.text))


def from_contract(contract: object) -> Reading:
    """The reading that some JSON values describe.

    Fields that are not the contract's are passed over. Raises `UsageError`, naming the field, where one is
    missing, has the wrong type, or gives words that are not the text's.
    """
    document = contract.get("document") if isinstance(contract, dict) else None
    text = document.get("text") if isinstance(document, dict) else None
    if not isinstance(text, str):
        raise _malformed("document.text", "a string is missing")
    reading = cast(Reading, _typed(Reading, contract, text=text, where=""))
    for fault in faults_in(reading):
        raise UsageError(f"not a reading: {fault}")
    return reading


def _plain(value: object, text: str) -> object:
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "text": value.of(text)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one, text) for one in value]
    if not is_dataclass(value):
        return value
    cls: type = type(value)
    plain = {name: _plain(getattr(value, name), text) for name in _names(cls)}
    if cls in _FLAT:
        plain = cast(dict[str, object], plain.pop("span")) | plain
    return plain


def _typed(hint: Any, raw: object, *, text: str, where: str) -> object:
    if get_origin(hint) is UnionType:
        if raw is None:
            return None
        hint = next(one for one in get_args(hint) if one is not NoneType)
    if get_origin(hint) is tuple:
        if not isinstance(raw, list):
            raise _malformed(where, "not a list")
        one = get_args(hint)[0]
        return tuple(_typed(one, part, text=text, where=f"{where}[{i}]") for i, part in enumerate(raw))
    if hint is Span:
        return _span(raw, text=text, where=where)
    if is_dataclass(hint):
        return _made(cast(type, hint), raw, text=text, where=where)
    return _scalar(hint, raw, where=where)


def _scalar(hint: type, raw: Any, *, where: str) -> object:
    if hint is float and isinstance(raw, int) and not isinstance(raw, bool):
        try:
            return float(raw)
        except OverflowError:
            raise _malformed(where, "too large a number") from None
    if issubclass(hint, StrEnum):
        try:
            return hint(raw)
        except ValueError:
            raise _malformed(where, f"{raw!r} is none of {', '.join(hint)}") from None
    if type(raw) is not hint:
        raise _malformed(where, f"{type(raw).__name__} where {hint.__name__} belongs")
    return raw


def _span(raw: object, *, text: str, where: str) -> Span:
    if not isinstance(raw, dict) or type(raw.get("start")) is not int or type(raw.get("end")) is not int:
        raise _malformed(where, "a span needs `start` and `end`, both whole numbers")
    try:
        span = Span(raw["start"], raw["end"])
    except ValueError as error:
        raise _malformed(where, str(error)) from None
    if "text" in raw and raw["text"] != span.of(text):
        raise _malformed(where, f"the text has {span.of(text)!r} there, not {raw['text']!r}")
    return span


def _made(cls: type, raw: object, *, text: str, where: str) -> object:
    if not isinstance(raw, dict):
        raise _malformed(where or "the whole", "not an object")
    if cls is Dateline and "span" not in raw:
        return None  # the contract lets a dateline go without its words; a document does not
    given = raw | {"span": raw} if cls in _FLAT else raw
    hints, required = _hints(cls), _required(cls)
    known: dict[str, object] = {}
    for name in _names(cls):
        path = f"{where}.{name}".lstrip(".")
        if name in given:
            known[name] = _typed(hints[name], given[name], text=text, where=path)
        elif name in required:
            raise _malformed(path, "missing")
    return cls(**known)


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    return get_type_hints(cls)


@cache
def _required(cls: type) -> frozenset[str]:
    return frozenset(_without_default(cls)) | frozenset(_required_by_schema(cls))


def _without_default(cls: type) -> Iterator[str]:
    for field in fields(cls):
        if field.default is MISSING and field.default_factory is MISSING:
            yield field.name


def _required_by_schema(cls: type) -> list[str]:
    node: Any = schema() if cls in _NODES else {}
    for step in _NODES.get(cls, ()):
        node = node[step]
    return cast(list[str], node.get("required", []))


def _malformed(where: str, why: str) -> UsageError:
    return UsageError(f"not a reading: {where}: {why}")
