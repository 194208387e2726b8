"""Packing: outcomes as bytes on their way from a reader to its parent.

Plain `pickle` asks a slotted dataclass for its fields anew for each of its things, and a reading is made of a
thousand things: that took two thirds of the time of packing, and a quarter of that of unpacking.
"""

import io
import pickle
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from sayso import model
from sayso.model import Outcome

_Reduced = tuple[Callable[..., object], tuple[type, Sequence[object]]]


def packed(outcome: Outcome) -> bytes:
    """The outcome as bytes."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _reductions()
    pickler.dump(outcome)
    return file.getvalue()


def unpacked(content: bytes) -> Outcome:
    """The outcome that `packed` made bytes of, in a process of ours: never for what came from elsewhere."""
    outcome = pickle.loads(content)  # noqa: S301 - pickled by our own worker
    assert isinstance(outcome, Outcome)  # noqa: S101
    return outcome


@cache
def _reductions() -> dict[type, Callable[[Any], _Reduced]]:
    """How a thing of each class of the model is taken apart."""
    named = (getattr(model, name) for name in model.__all__)
    return {each: _reduction(each) for each in named if isinstance(each, type) and is_dataclass(each)}


def _reduction(cls: type) -> Callable[[Any], _Reduced]:
    names = [field.name for field in fields(cls)]
    if len(names) == 1:
        return lambda thing: (rebuilt, (cls, (getattr(thing, names[0]),)))
    values = attrgetter(*names)
    return lambda thing: (rebuilt, (cls, values(thing)))


@cache
def _setters(cls: type) -> Sequence[Callable[[object, object], None]]:
    """What fills each slot of a new thing, frozen or not."""
    return [getattr(cls, field.name).__set__ for field in fields(cls)]


def rebuilt(cls: type, values: Sequence[object]) -> object:
    """The thing of a class that had these values."""
    thing: object = object.__new__(cls)
    for fill, value in zip(_setters(cls), values, strict=True):
        fill(thing, value)
    return thing
