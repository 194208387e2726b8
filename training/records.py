"""Records: the labelled reports of each data set in one form, with what a set does not label left out."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

Pair = tuple[int, int]
Row = TypeVar("Row")
SEED, HELD_OUT = 11, 40
ROLES = ("actor", "recipient", "place", "time", "instrument", "toll")
_FROM_ROLE = {"victim": "recipient"} | {role: role for role in ROLES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Who says what: one attribution's spans."""

    source: Pair | None
    cue: Pair | None
    content: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event: its triggers (the most informative first), and what is labelled of it."""

    triggers: Sequence[Pair]
    type: str | None = None
    assertion: str | None = None
    roles: Mapping[str, Sequence[Pair]] = field(default_factory=dict)
    """Only the roles that the set labels; an empty list means that there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One toll: its words, effect and group."""

    span: Pair
    effect: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One labelled text; a layer is None where the set says nothing of it."""

    id: str
    set: str
    text: str
    names: Sequence[tuple[int, int, str]] | None = None
    parts: Sequence[tuple[int, int, str]] | None = None
    """Who and what plays a part in any attack of the text, as `labels.PARTS` names it."""
    said: Sequence[Said] | None = None
    happenings: Sequence[Happening] | None = None
    counts: Sequence[Count] | None = None
    facts: Sequence[tuple[int, int, float]] | None = None
    """How surely a predicate's happening came to pass, from 0 to 1."""


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSONL file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            yield json.loads(line)


def held_out(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The reports to learn from, and the one in ten or so to stop and calibrate by."""
    kept = set(np.random.default_rng(SEED).permutation(len(rows))[:HELD_OUT].tolist())
    return [r for n, r in enumerate(rows) if n not in kept], [r for n, r in enumerate(rows) if n in kept]


def claims(path: Path) -> Iterator[Record]:
    """Whole reports read by hand."""
    for row in lines(path):
        tolls = [toll for event in row["events"] for toll in event["tolls"]] + row["tolls"]
        yield Record(
            id=row["id"],
            set="claims",
            text=row["text"],
            said=[
                Said(source=_pair(one["source"]), cue=_pair(one["cue"]), content=_sure(one["content"]))
                for one in row["attributions"]
            ],
            happenings=[_claimed(event) for event in row["events"]],
            counts=[Count(span=_sure(t["span"]), effect=t["effect"], of=t["of"]) for t in tolls],
        )


def _claimed(event: dict[str, Any]) -> Happening:
    roles: dict[str, list[Pair]] = {role: _pairs(event[role]) for role in ("actor", "recipient", "place")}
    roles["time"] = _pairs([event["date_span"]] if event["date_span"] else [])
    roles["toll"] = _pairs(toll["span"] for toll in event["tolls"])
    return Happening(
        triggers=_pairs([event["trigger"], *event["also"]]),
        type=event["type"],
        assertion=event["assertion"],
        roles=roles,
    )


def polnear(path: Path) -> Iterator[Record]:
    """Attributions in political news; a quotation that goes on in a new sentence becomes one of its own."""
    for row in lines(path):
        said = [one for attribution in row["attributions"] for one in _said(row["text"], attribution)]
        yield Record(id=row["id"], set="polnear", text=row["text"], said=said)


def _said(text: str, attribution: dict[str, Any]) -> Iterator[Said]:
    source, cue = (_longest(attribution[part]) for part in ("source", "cue"))
    runs: list[list[int]] = []
    for start, end in sorted(attribution["content"]):
        if runs and not any(letter.isalnum() for letter in text[runs[-1][1] : start]):
            runs[-1][1] = end
        else:
            runs.append([start, end])
    groups: list[list[list[int]]] = []
    for run in runs:
        begins_anew = groups and cue and any(mark in text[cue[1] : run[0]] for mark in ".!?\n")
        if groups and not begins_anew:
            groups[-1].append(run)
        else:
            groups.append([run])
    for number, group in enumerate(groups):
        yield Said(source=source, cue=cue if number == 0 else None, content=_longest(group) or (0, 1))


def _longest(spans: Sequence[Sequence[int]]) -> Pair | None:
    return _sure(max(spans, key=lambda span: span[1] - span[0])) if spans else None


def ace_like(path: Path, *, set: str) -> Iterator[Record]:
    """Articles with triggers and arguments of an ontology that maps onto PLOVER in part."""
    for row in lines(path):
        happenings = []
        for event in row["events"]:
            roles: dict[str, list[Pair]] = {
                r: [] for r in ("actor", "recipient", "place", "time", "instrument")
            }
            if set == "voa":
                del roles["time"]
            for argument in event["arguments"]:
                role = _FROM_ROLE.get(argument["plover_role"])
                if role in roles:
                    roles[role].append((argument["start"], argument["end"]))
            happenings.append(
                Happening(
                    triggers=[(event["trigger"]["start"], event["trigger"]["end"])],
                    type=event["plover"] if event["plover_strength"] != "none" else None,
                    roles=roles,
                )
            )
        yield Record(id=row["id"], set=set, text=row["text"], happenings=happenings)


_NAMES = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}


def conll(path: Path, *, words: int = 150) -> Iterator[Record]:
    """Names in news; sentences of one article are put together again, up to so many words."""
    texts: list[str] = []
    names: list[tuple[int, int, str]] = []
    article, length, number = None, 0, 0
    for row in lines(path):
        if texts and (row["doc"] != article or length > words):
            yield Record(id=f"conll-{number}", set="conll", text="\n".join(texts), names=names)
            texts, names, length, number = [], [], 0, number + 1
        article = row["doc"]
        base = sum(len(text) + 1 for text in texts)
        names += [(base + s["start"], base + s["end"], _NAMES[s["label"]]) for s in row["spans"]]
        texts.append(row["text"])
        length += len(row["tokens"])
    if texts:
        yield Record(id=f"conll-{number}", set="conll", text="\n".join(texts), names=names)


_PARTS = {
    "perp_individuals": "perpetrator",
    "perp_orgs": "organisation",
    "victims": "victim",
    "targets": "target",
    "weapons": "weapon",
}


def muc(path: Path) -> Iterator[Record]:
    """Wire copy with the parties of its terrorist incidents, marked wherever their words occur."""
    for row in lines(path):
        parts: list[tuple[int, int, str]] = []
        folded = row["text"].lower()
        for key, part in _PARTS.items():
            for alternatives in row["ree"][key]:
                for words in alternatives:
                    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
                    parts += [(*match.span(), part) for match in re.finditer(pattern, folded)]
        parts.sort(key=lambda one: one[0] - one[1])
        apart: list[tuple[int, int, str]] = []
        for one in parts:
            if not any(one[0] < other[1] and other[0] < one[1] for other in apart):
                apart.append(one)
        yield Record(id=row["id"], set="muc", text=row["text"], parts=apart)


def spans_of_names(path: Path) -> Iterator[Record]:
    """Names in whole articles."""
    for row in lines(path):
        if row.get("source") != "conllpp":
            names = [(s["start"], s["end"], _NAMES[s["label"]]) for s in row["spans"]]
            yield Record(id=row["id"], set="names", text=row["text"], names=names)


def plover_records(path: Path) -> Iterator[Record]:
    """Sentences coded with one event, its words and its parties, in English or Spanish."""
    for row in lines(path):
        rows = row.get("events", [row])
        if row["language"] not in {"en", "es"}:
            continue
        happenings = []
        for event in rows:
            trigger = _find(row["text"], event.get("event_text")) or _marked(row)
            if trigger is None or not event.get("event"):
                continue
            roles = {
                role: spans
                for role in ("actor", "recipient")
                if (spans := _parties(row["text"], event, role))
            }
            happenings.append(Happening(triggers=[trigger], type=event["event"], roles=roles))
        if happenings:
            yield Record(id=row["id"], set="plover", text=row["text"], happenings=happenings)


def _parties(text: str, event: dict[str, Any], role: str) -> list[Pair]:
    named = event.get(f"{role}_text")
    given = (
        [named]
        if named
        else [one["text"] for one in event[role]]
        if isinstance(event.get(role), list)
        else []
    )
    return [span for words in given if (span := _find(text, words))]


def _find(text: str, words: str | None) -> Pair | None:
    at = text.find(words) if words else -1
    return (at, at + len(words)) if words and at >= 0 else None


def _marked(row: dict[str, Any]) -> Pair | None:
    """The first stretch that the record itself marks as the event's words."""
    return next(((s["start"], s["end"]) for s in row.get("spans", []) if "EVT" in s["label"]), None)


def factuality(path: Path, *, together: int = 6) -> Iterator[Record]:
    """Sentences of web text whose predicates were judged for whether they came to pass; a few to a record.

    A judgement runs from about -1.3 (did not happen) to 1.3 (did).
    """
    rows = [row for row in lines(path) if row["predicates"]]
    for number in range(0, len(rows), together):
        texts: list[str] = []
        facts: list[tuple[int, int, float]] = []
        for row in rows[number : number + together]:
            base = sum(len(text) + 2 for text in texts)
            facts += [
                (base + p["start"], base + p["end"], min(1.0, max(0.0, (p["factuality"] + 1.2) / 2.4)))
                for p in row["predicates"]
            ]
            texts.append(row["text"])
        yield Record(id=f"factuality-{number}", set="factuality", text="\n\n".join(texts), facts=facts)


def _pair(span: Sequence[int] | None) -> Pair | None:
    return None if span is None else _sure(span)


def _sure(span: Sequence[int]) -> Pair:
    return int(span[0]), int(span[1])


def _pairs(spans: Iterator[Sequence[int]] | Sequence[Sequence[int]]) -> list[Pair]:
    return [_sure(span) for span in spans]
