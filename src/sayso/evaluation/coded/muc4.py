"""MUC-4: terrorist incidents in wire copy, with who attacked whom with what, and what kind each was."""

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.annotate import reader
from sayso.annotate.reader.parts import Part, Played
from sayso.evaluation.coded.casualties import is_recent
from sayso.evaluation.counts import Counts, Score, f1
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.spans import most_paired
from sayso.evaluation.task import Figure, Task, each_document
from sayso.model import Assertion, Effect, Event, EventType, Group, RawItem, Reading

_ROLES = {
    "perp_individuals": Part.PERPETRATOR,
    "perp_orgs": Part.ORGANISATION,
    "targets": Part.TARGET,
    "victims": Part.VICTIM,
    "weapons": Part.WEAPON,
}
_TYPES = ("arson", "attack", "bombing", "forced work stoppage", "kidnapping", "robbery")
# Even a faint part tells a report of an incident from one that speaks of war in general; armies and groups
# are named in both. On dev .07 to .16 come to the same.
_HIT = dict.fromkeys((Part.PERPETRATOR, Part.VICTIM, Part.TARGET, Part.WEAPON), 0.1)
_BY_MODE = {
    "abduct": "kidnapping",
    "explosives": "bombing",
    "suicide-attack": "bombing",
}
_FIRE = re.compile(r"burn|fire|torch|arson|ablaze", re.IGNORECASE)
_ROBBERY = re.compile(r"\brob(?:b\w*|s)?\b|\b(?:stole|steal\w*|theft)\b", re.IGNORECASE)
# Words for war between armed sides, which MUC-4 does not count as terrorist incidents.
_WARFARE = re.compile(
    r"offensive|fighting|fought|clash|\bwar\b|operation|combat|battle|skirmish|invasion|incursion|campaign",
    re.IGNORECASE,
)
_COMBATANTS = re.compile(
    r"\b(?:troops?|soldiers?|army|military|forces?|battalion|brigade|patrols?|units?|enemy|columns?|camps?"
    r"|guerrillas?|rebels?|terrorists?|subversives?|insurgents?|extremists?|combatants?)\b",
    re.IGNORECASE,
)
_ARMY = re.compile(r"\b(?:armed forces|air force|army|pilots?|troops|military|navy)\b", re.IGNORECASE)
_OF_WAR = frozenset({"aerial", "explosives", "heavy-weapons"})
_MANY = re.compile(
    r"\b(?:attacks|actions|assassinations|bombings|crimes|explosions|kidnappings|abductions|killings|murders|massacres)$",
    re.IGNORECASE,
)
_HARM = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES, Effect.DAMAGED, Effect.DESTROYED})
_FIGHTERS = frozenset({Group.MILITARY, Group.INSURGENTS})
_DROPPED = str.maketrans("", "", string.punctuation)
_ARTICLE = re.compile(r"\b(?:a|an|the)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incidents:
    """What one report tells of terrorist incidents."""

    roles: Mapping[str, Sequence[frozenset[str]]]
    """For each role its fillers, each as the strings that name it."""
    types: frozenset[str]
    neutral: frozenset[str] = frozenset()
    """Types that the gold leaves open: neither asked for nor punished."""


def to_incidents(record: Record) -> Incidents:
    """The incidents of a gold record."""
    types = frozenset(record["incident_types"])
    return Incidents(
        roles={
            role: [
                names for filler in record["ree"][role] if (names := frozenset(map(folded, filler)) - {""})
            ]
            for role in _ROLES
        },
        types=types,
        neutral=frozenset(record["incident_types_allowed"]) - types,
    )


def folded(words: str) -> str:
    """Words as MUC scorers compare them: lower case, no articles, no punctuation."""
    return " ".join(_ARTICLE.sub(" ", words.lower().translate(_DROPPED)).split())


def incidents_in(reading: Reading, parts: Sequence[Played], *, hits: bool) -> Incidents:
    """The incidents of a reading: the parts of its attacks, and the kinds of its events.

    There is none where the reader sees nobody and nothing `hits`: MUC-4 asks for what was done to somebody.
    """
    return Incidents(roles=_roles(reading, parts), types=frozenset(_types(reading)) if hits else frozenset())


def _read(gold: Incidents, reading: Reading) -> Score:
    hit = reader.parts_of(reading, least=_HIT)
    return score(gold, incidents_in(reading, reader.parts_of(reading), hits=bool(hit)))


def _without_parts(gold: Incidents, reading: Reading) -> Score:
    """What a reader scores that knows nothing of parts."""
    return score(gold, incidents_in(reading, (), hits=True))


def _roles(reading: Reading, parts: Sequence[Played]) -> dict[str, list[frozenset[str]]]:
    """Each filler once: of its names the likeliest, since a name too many makes a filler wrong."""
    whose = {mention.span: mention.entity for mention in reading.mentions if mention.entity}
    roles: dict[str, list[frozenset[str]]] = {}
    for role, part in _ROLES.items():
        fillers: dict[str, str] = {}
        for one in sorted((one for one in parts if one.part is part), key=lambda one: -one.likely):
            words = folded(one.span.of(reading.text))
            entity = next((known for span, known in whose.items() if one.span.holds(span)), words)
            if words and words not in fillers.values():
                fillers.setdefault(entity if part is Part.ORGANISATION else words, words)
        roles[role] = [frozenset({words}) for words in fillers.values()]
    return roles


def _types(reading: Reading) -> Iterator[str]:
    happened = [event for event in reading.events if event.assertion is Assertion.HAPPENED]
    counted = [
        (kind, event) for event in happened if (kind := _kind(event, reading)) and _counts(event, reading)
    ]
    kinds = {kind for kind, _ in counted} - {"attack"}
    yield from kinds
    attacks = [event for kind, event in counted if kind == "attack" and _is_on_others(event, reading)]
    # What is told of a bombing or a kidnapping is often called an attack again.
    if any(not kinds or event.mode in {"firearms", "primitive", "targeted"} for event in attacks):
        yield "attack"


def _kind(event: Event, reading: Reading) -> str | None:
    words = " ".join(span.of(reading.text) for span in (event.trigger, *event.also))
    if _ROBBERY.search(words):
        return "robbery"
    if event.type is not EventType.ASSAULT:
        return None
    if event.mode == "destroy" and _FIRE.search(words):
        return "arson"
    return _BY_MODE.get(event.mode or "", "attack")


def _counts(event: Event, reading: Reading) -> bool:
    """Whether MUC-4 counts an event: recent, one among many or an act of war only where it says more."""
    words = event.trigger.of(reading.text)
    by_army = any(_ARMY.search(argument.span.of(reading.text)) for argument in event.actors)
    is_vague = bool(_MANY.search(words)) and not (event.date or event.tolls or event.places)
    is_war = bool(_WARFARE.search(words)) or (by_army and event.mode in _OF_WAR)
    return is_recent(event, reading) and not is_vague and not is_war


def _is_on_others(event: Event, reading: Reading) -> bool:
    """Whether an attack hit somebody or something but the armed sides themselves."""
    hit = [argument.span.of(reading.text) for argument in event.recipients]
    harm = [toll for toll in event.tolls if toll.effect in _HARM and toll.of not in _FIGHTERS]
    return any(
        not _COMBATANTS.search(words) for words in (*hit, *(toll.span.of(reading.text) for toll in harm))
    )


def score(gold: Incidents, given: Incidents) -> Score:
    """The counts of one report: fillers of each role (CEAF-REE, strict) and types."""
    counts = {role: _fillers(gold.roles[role], given.roles[role]) for role in _ROLES}
    counts["fillers"] = sum(counts.values(), Counts())
    for kind in _TYPES:
        if kind not in gold.neutral:
            wanted, found = kind in gold.types, kind in given.types
            counts[f"type {kind}"] = Counts(int(wanted and found), int(found), int(wanted))
    types = [counts[name] for name in counts if name.startswith("type ")]
    counts["types"] = sum(types, Counts())
    return counts


def _fillers(gold: Sequence[frozenset[str]], given: Sequence[frozenset[str]]) -> Counts:
    """Fillers paired one to one: a pair is right where every name given is one of the gold's."""
    edges = [(1.0, i, j) for i, found in enumerate(given) for j, wanted in enumerate(gold) if found <= wanted]
    return Counts(len(most_paired(edges)), len(given), len(gold))


def _item(record: Record) -> RawItem:
    return item_in({**record, "date": (record["dateline"] or {}).get("date")}, published="date")


TASK = Task(
    name="muc4",
    about="terrorist incidents in wire copy: roles and types",
    gold=Path("muc4/dev.jsonl"),
    trained_on="train.jsonl; how sure a part must be, dev.jsonl",
    cases=each_document(
        item=_item,
        wanted=to_incidents,
        score=_read,
    ),
    figures=(
        Figure(name="roles, CEAF-REE strict F1", of=f1("fillers"), aim=0.40),
        Figure(name="incident types F1", of=f1("types"), aim=0.72),
    ),
    baseline=each_document(item=_item, wanted=to_incidents, score=_without_parts),
    baseline_is="verbs of a list are attacks; no roles",
    notes="MUC-4 leaves out clashes between armed sides and what happened more than two months before.",
)
