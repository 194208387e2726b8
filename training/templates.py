"""Templates: dispatches made by a small grammar, for constructions of which the hand-read reports hold few.

Denials, plans, demands, doubts, passives, nested sources. A sentence is written with its labels in it:
`[t1 shelled]` is the trigger of event 1, `[a1 ...]`, `[r1 ...]`, `[p1 ...]` are its actor, recipient and
place, `[s1 ...]`, `[c1 ...]`, `[k1 ...]` source, cue and content of attribution 1; `{party}` and its like are
filled in by chance. Labels may stand inside each other; `[a1r2 ...]` is both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from training.records import Happening, Pair, Record, Said
from training.swaps import Pools

Kinds = Mapping[int, tuple[str, str]]
"""Type and assertion of each numbered event."""
_DOCUMENTS, _SENTENCES = 600, 5
_LABEL = re.compile(r"\[((?:[a-z]\d)+) |\]")
_PART = re.compile(r"([a-z])(\d)")
_ROLE = {"a": "actor", "r": "recipient", "p": "place"}
_FILE = Path(__file__).with_suffix(".tsv")
_OPENING = "{PLACE}, {month} {day} - "

_WORDS: Mapping[str, Sequence[str]] = {
    "party": (
        "rebels", "government troops", "the army", "police", "militants", "guerrillas", "the air force",
        "{place} forces", "soldiers", "the {place} Liberation Front", "separatist fighters", "militiamen",
    ),
    "target": (
        "a market", "the airport", "a police station", "a school", "an army post", "a convoy", "the bridge",
        "two villages", "a hospital", "civilians", "the home of {person}", "an oil depot",
    ),
    "people": ("people", "students", "villagers", "aid workers", "soldiers", "journalists", "teachers"),
    "official": (
        "a government spokesman", "the defence ministry", "Foreign Minister {person}", "an army spokesman",
        "General {person}", "local officials", "the interior minister", "a rebel commander", "{person}",
    ),
    "country": ("{place}", "the government of {place}", "the United Nations", "the {place} government"),
    "number": ("three", "five", "12", "seventeen", "40", "two", "nine", "21"),
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "month": ("Jan", "March", "April", "June", "July", "Sept", "Oct", "Nov"),
    "day": tuple(str(day) for day in range(1, 29)),
}  # fmt: skip


@dataclass(slots=True)
class _Told:
    """A text as it grows, with what is labelled in it."""

    text: str = ""
    said: list[Said] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)


def sentences(path: Path = _FILE) -> list[tuple[str, Kinds]]:
    """The sentences of the grammar, each with the kinds of its numbered events."""
    rows = [line.split("\t") for line in path.read_text().splitlines() if not line.startswith("#")]
    return [(written, dict(enumerate(_kinds(given), start=1))) for given, written in rows]


def _kinds(given: str) -> list[tuple[str, str]]:
    pairs = [kind.split() for kind in given.split(";") if kind]
    return [(type_, assertion) for type_, assertion in pairs]


def made(pools: Pools, *, chance: np.random.Generator) -> Iterator[Record]:
    """Short dispatches with names from the pools."""
    grammar = sentences()
    people, places = pools.values()
    names = {"person": people, "place": places}
    for number in range(_DOCUMENTS):
        told = _Told(text=_filled(_OPENING, names, chance))
        for at in chance.choice(len(grammar), size=_SENTENCES, replace=False):
            written, kinds = grammar[int(at)]
            _tell(told, _filled(written, names, chance), kinds)
            told.text += "\n\n" if chance.random() < 0.5 else " "
        yield Record(
            id=f"made-{number}",
            set="claims",
            text=told.text.strip(),
            said=told.said,
            happenings=told.happenings,
        )


def _filled(written: str, names: Mapping[str, Sequence[str]], chance: np.random.Generator) -> str:
    """The sentence with every slot filled; a slot written large begins large."""
    words = {**_WORDS, **names}

    def put(match: re.Match[str]) -> str:
        slot = match.group(1)
        options = words[slot.lower().rstrip("2")]
        chosen = options[int(chance.integers(len(options)))]
        if slot.isupper():
            return chosen.upper()
        return chosen[:1].upper() + chosen[1:] if slot[0].isupper() else chosen

    while "{" in written:
        written = re.sub(r"\{(\w+)\}", put, written)
    return written


def _tell(told: _Told, written: str, kinds: Kinds) -> None:
    """Add a sentence, its labels taken out of it and counted from the beginning of the text."""
    at, base = 0, len(told.text)
    plain = ""
    still_open: list[tuple[str, int]] = []
    spans: dict[tuple[str, int], list[Pair]] = {}
    for match in _LABEL.finditer(written):
        plain += written[at : match.start()]
        at = match.end()
        if match.group(1):
            still_open.append((match.group(1), base + len(plain)))
            continue
        labels, start = still_open.pop()
        for part, number in _PART.findall(labels):
            spans.setdefault((part, int(number)), []).append((start, base + len(plain)))
    told.text += plain + written[at:]
    for number, (type_, assertion) in kinds.items():
        roles = {role: spans.get((part, number), []) for part, role in _ROLE.items()}
        told.happenings.append(
            Happening(triggers=spans["t", number], type=type_, assertion=assertion, roles=roles)
        )
    for (part, number), content in spans.items():
        if part == "k":
            source, cue = (spans.get((other, number), [None])[0] for other in "sc")
            told.said.append(Said(source=source, cue=cue, content=content[0]))
