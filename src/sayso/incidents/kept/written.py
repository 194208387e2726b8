"""Reports as bytes, and back: what the shelf keeps of a document for grouping."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sayso.model import (
    Assertion,
    Count,
    Effect,
    EventType,
    Group,
    Party,
    Qualifier,
    Report,
    Scope,
    Site,
    Telling,
)

_QUICK = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A report ready to be put by."""

    document: str
    published: str | None
    bare: bytes
    """All but its words."""
    counts: bytes
    """How often it has each word."""


def written(report: Report) -> Written:
    """A report as bytes."""
    return Written(
        document=report.document,
        published=report.published,
        bare=to_bytes(replace(report, words={})),
        counts=counts_to_bytes(report.words),
    )


def to_bytes(report: Report) -> bytes:
    """A report without its words as compressed JSON; what is None or empty is left out."""
    return zlib.compress(
        json.dumps(_row(report), ensure_ascii=False).encode("utf-8", "surrogatepass"), _QUICK
    )


def to_report(content: bytes) -> Report:
    """The report that `to_bytes` wrote."""
    row = json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))
    tellings = tuple(map(_telling, row.pop("tellings", ())))
    setting = tuple(Site(**site) for site in row.pop("setting", ()))
    return Report(**row, setting=setting, tellings=tellings)


def counts_to_bytes(counts: Mapping[str, int]) -> bytes:
    """How often each word stands in a report, as compressed JSON."""
    return zlib.compress(
        json.dumps(dict(counts), ensure_ascii=False).encode("utf-8", "surrogatepass"), _QUICK
    )


def counts_in(content: bytes) -> Mapping[str, int]:
    """The counts that `counts_to_bytes` wrote."""
    counts: dict[str, int] = json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))
    return counts


def _row(value: Any) -> dict[str, Any]:
    """The fields of a dataclass that say something, those that are dataclasses as rows in turn."""
    row: dict[str, Any] = {}
    # Asking `fields` each time takes a quarter of the time that writing takes.
    for name in value.__dataclass_fields__:
        each = getattr(value, name)
        if each is None or each in ((), {}):
            continue
        if isinstance(each, tuple) and not isinstance(each[0], str):
            row[name] = [_row(one) for one in each]
        else:
            row[name] = _row(each) if name == "as_read" else each
    return row


def _telling(row: dict[str, Any]) -> Telling:
    return Telling(
        id=row["id"],
        document=row["document"],
        position=row["position"],
        type=EventType(row["type"]),
        triggers=tuple(row.get("triggers", ())),
        places=tuple(Site(**site) for site in row.get("places", ())),
        date=row.get("date"),
        date_said=row["date_said"],
        actors=_parties(row, "actors"),
        recipients=_parties(row, "recipients"),
        assertion=Assertion(row["assertion"]),
        chain=_parties(row, "chain"),
        tolls=tuple(map(_count, row.get("tolls", ()))),
        as_read=_telling(row["as_read"]) if "as_read" in row else None,
    )


def _count(row: dict[str, Any]) -> Count:
    return Count(
        id=row["id"],
        words=row["words"],
        effect=Effect(row["effect"]),
        of=Group(row["of"]),
        low=row.get("low"),
        high=row.get("high"),
        qualifier=Qualifier(row["qualifier"]),
        chain=_parties(row, "chain"),
        scope=Scope(row["scope"]),
        beside=row.get("beside"),
        as_read=_count(row["as_read"]) if "as_read" in row else None,
    )


def _parties(row: dict[str, Any], key: str) -> tuple[Party, ...]:
    return tuple(Party(words=party.pop("words", None), **party) for party in row.get(key, ()))
