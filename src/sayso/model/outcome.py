"""What became of one input item: a reading with its claims, or a refusal."""

import hashlib
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.document import RawItem, Refusal
from sayso.model.identity import content_id
from sayso.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One input item, accounted for."""

    key: str
    """Which input item it was, `item_key`; what `--resume` skips by."""
    origin: str
    part: str | None = None
    external_id: str | None = None
    result: Reading | Refusal
    claims: tuple[Claim, ...] = ()
    """The reading's claims; empty for a refusal."""


def item_key(item: RawItem) -> str:
    """Which input item this is: its origin, its part of it, and its very bytes."""
    content = (
        item.content if isinstance(item.content, bytes) else item.content.encode("utf-8", "surrogatepass")
    )
    return content_id("i", item.origin, item.part, hashlib.sha256(content).hexdigest())


def refusal_key(refusal: Refusal) -> str:
    """Which input item was refused before its bytes could be had."""
    return content_id("i", refusal.origin, refusal.part, refusal.reason.value)
