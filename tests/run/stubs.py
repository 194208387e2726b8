"""Works for workers that need no parser: an opener of made-up containers, a reader that some texts poison."""

import ctypes
import os
import pickle
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Outcome, RawItem, Refusal, item_key
from sayso.model.document import Reason
from sayso.run.queues import Arrival
from tests import factory


@dataclass(frozen=True)
class Made:
    """A made-up container: its items' texts, some of which are spells."""

    texts: tuple[str, ...]
    origin: str = "made.jsonl"
    kind: str = "file"
    target: str = __file__
    """Some file that is there: for a pipe, the opener's time is not counted."""


def made(*texts: str, origin: str = "made.jsonl") -> Made:
    return Made(texts, origin)


def open_made(locator: Made) -> Iterator[bytes]:
    for number, text in enumerate(locator.texts):
        if text == "refuse":
            refusal = Refusal(origin=locator.origin, part=str(number), reason=Reason.MALFORMED)
            yield pickle.dumps(refusal)
            continue
        cast(text, prefix="open ")
        item = factory.raw_item(text, origin=locator.origin, part=str(number))
        yield pickle.dumps(
            Arrival(
                key=item_key(item),
                origin=item.origin,
                part=item.part,
                external_id=f"x{number}",
                content=pickle.dumps(item),
            )
        )


def read_made(seated: Sequence[tuple[int, bytes]]) -> Iterator[bytes]:
    items: list[RawItem] = [pickle.loads(content) for _, content in seated]  # noqa: S301
    for item in items:
        cast(str(item.content), prefix="read ")
    for item in items:
        yield pickle.dumps(
            Outcome(
                key=item_key(item),
                origin=item.origin,
                part=item.part,
                result=factory.reading(str(item.content), origin=item.origin, part=item.part),
            )
        )


def cast(text: str, *, prefix: str) -> None:
    """Do to this process what the text says."""
    match text.removeprefix(prefix) if text.startswith(prefix) else "":
        case "loop":
            while True:
                pass
        case "sleep":
            time.sleep(600)
        case "allocate":
            bytearray(4 << 30)
        case "exit":
            os._exit(9)
        case "segfault":
            ctypes.string_at(0)
        case "raise":
            raise ValueError("a bug, not an input")
        case "nap":
            time.sleep(0.3)
