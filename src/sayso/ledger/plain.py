"""Things of the model as JSON text and back; what equals its default is left out."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Thing = TypeVar("Thing")

_write = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode


def to_json(thing: object) -> str:
    """The thing as JSON: the same text for equal things."""
    return _write(to_plain(thing))


def from_json(cls: type[Thing], written: str) -> Thing:
    """The `cls` that `to_json` wrote. Raises `ValueError`, `TypeError` or `KeyError` for anything else."""
    return cast(Thing, from_plain(cls, json.loads(written)))


def to_plain(thing: object) -> object:
    """The thing as values that JSON knows."""
    if isinstance(thing, StrEnum):
        return thing.value
    if thing is None or isinstance(thing, str | int | float):
        return thing
    if isinstance(thing, tuple | list | frozenset):
        return [to_plain(one) for one in thing]
    if isinstance(thing, Mapping):
        return {str(key): to_plain(value) for key, value in thing.items()}
    found = ((name, getattr(thing, name), usual) for name, usual in _fields(cast(type, type(thing))))
    return {name: to_plain(value) for name, value, usual in found if value != usual}


def from_plain(hint: Any, raw: Any) -> object:
    """The value of a type that some JSON values stand for."""
    if raw is None:
        return None
    origin = get_origin(hint)
    if origin is UnionType:
        return from_plain(next(one for one in get_args(hint) if one is not NoneType), raw)
    if origin is tuple:
        kinds = get_args(hint)
        each = [kinds[0]] * len(raw) if kinds[-1] is Ellipsis else kinds
        return tuple(from_plain(kind, one) for kind, one in zip(each, raw, strict=True))
    if origin is not None and issubclass(origin, Mapping):
        key, value = get_args(hint)
        return {from_plain(key, name): from_plain(value, one) for name, one in raw.items()}
    if is_dataclass(hint):
        hints = _hints(cast(type, hint))
        return cast(type, hint)(**{name: from_plain(hints[name], value) for name, value in raw.items()})
    return hint(raw)


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    return get_type_hints(cls)


@cache
def _fields(cls: type) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, _default(field)) for field in fields(cls))


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
