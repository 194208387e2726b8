"""Strikes: workers' and missiles', told apart by the words around them."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate import tables
from sayso.annotate.events.lexicon import LABOUR
from sayso.annotate.words import Class, Word, words_of
from sayso.model import Event, EventType, Reading, Span

_STRIKES = frozenset("strike strikes struck striking".split())
_NOUNS = frozenset({"strike", "strikes"})
_OF_WORK = frozenset(
    "armed doctors farmers general hunger labour labor nationwide nurses rail railway rent school solidarity"
    " sympathy teachers token transport union warning wildcat".split()
)
_OF_ARMS = frozenset(
    "aerial air airborne artillery cruise deadly drone missile naval precision preemptive retaliatory rocket"
    " surgical".split()
)
_WORKERS = (LABOUR - {"general"}).union(
    "crews doctors drivers farmers nurses pilots staff students teachers traders truckers".split()
)
_STRIKERS = frozenset(
    "aircraft army drone drones force forces gunships helicopters jets missiles navy plane planes rockets"
    " troops warplanes".split()
)
"""Those by whom a strike of arms is."""
_HITS = frozenset(
    "damaged destroyed flattened hit hits injured injures killed kills killing levelled leveled struck"
    " targeted wounded wounds".split()
)
"""What a strike of arms does; one of workers may hit a trade."""
_AT = frozenset({"against", "on"})
_OVER = frozenset("demanding for over".split())
_BEFORE_VERBS = frozenset({Class.AUXILIARY, Class.PRONOUN})
_BEGINS_OBJECT = frozenset({Class.DETERMINER, Class.NUMBER, Class.OPEN})
_AHEAD, _BY = 3, 5
_BOTH = frozenset({EventType.ASSAULT, EventType.PROTEST})


def type_of_strike(words: Sequence[Word], at: int) -> EventType | None:
    """Which of the two the strike at `at` is; None where the sentence does not tell."""
    before = words[at - 1].lower if at else ""
    ahead = words[at + 1 : at + 2]
    follows = ahead[0].lower if ahead else ""
    if before == "on" or before in _OF_WORK:
        return EventType.PROTEST
    if follows == "by" and (type_ := _type_by([word.lower for word in words[at + 2 : at + 2 + _BY]])):
        return type_
    if before in _OF_ARMS or (words[at].lower in _NOUNS and follows in _AT and _names_target(words, at + 2)):
        return EventType.ASSAULT
    if ahead and ahead[0].cls in _BEGINS_OBJECT and _is_verb(words, at):
        return None
    if follows in _OVER or any(word.lower in LABOUR for word in words):
        return EventType.PROTEST
    return EventType.ASSAULT if words[at].lower in _NOUNS and follows in _HITS else None


def _type_by(doers: Sequence[str]) -> EventType | None:
    """Which of the two it is by those who do it."""
    if not _WORKERS.isdisjoint(doers):
        return EventType.PROTEST
    return None if _STRIKERS.isdisjoint(doers) else EventType.ASSAULT


def _is_verb(words: Sequence[Word], at: int) -> bool:
    lead = words[at - 1] if at else None
    helps = lead is not None and (lead.cls in _BEFORE_VERBS or lead.lower == "to")
    return words[at].lower not in _NOUNS or helps


def _names_target(words: Sequence[Word], at: int) -> bool:
    """Whether what follows "a strike on" is hit by it: no day, and no complaint of workers."""
    days = tables.cue_words()["calendar"]
    target = [word.lower for word in words[at : at + _AHEAD]]
    is_day = not target or words[at].cls is Class.NUMBER or not days.isdisjoint(target[:1])
    return not is_day and LABOUR.isdisjoint(target)


def strike_at(pin: Span, reading: Reading) -> EventType | None:
    """Which of the two the strike is that a trigger names; None where it names none, or nothing tells."""
    types = (type_of_strike(words, at) for words, at in _words_at(pin, reading))
    return next((type_ for type_ in types if type_ is not None), None)


def told_apart(events: Sequence[Event], reading: Reading) -> list[Event]:
    """The events, with strikes of the kind that their words, or those of the report's other strikes, tell."""
    told = [_told(event, reading) for event in events]
    known = {type_ for type_ in told if type_ is not None}
    only = known.pop() if len(known) == 1 else None
    return [
        replace(event, type=type_ or only or event.type) if _is_strike(event, reading) else event
        for event, type_ in zip(events, told, strict=True)
    ]


def _is_strike(event: Event, reading: Reading) -> bool:
    return event.type in _BOTH and any(_words_at(pin, reading) for pin in (event.trigger, *event.also))


def _told(event: Event, reading: Reading) -> EventType | None:
    """What the first mention tells that tells anything."""
    if event.type not in _BOTH:
        return None
    types = (strike_at(pin, reading) for pin in (event.trigger, *event.also))
    return next((type_ for type_ in types if type_ is not None), None)


def _words_at(pin: Span, reading: Reading) -> list[tuple[Sequence[Word], int]]:
    """Each strike that a trigger names, as its sentence's words and its place among them."""
    if not any(strike in pin.of(reading.text).lower() for strike in ("strik", "struck")):
        return []
    words = words_of(reading.text, reading.sentence_at(pin) or pin)
    return [
        (words, at)
        for at, word in enumerate(words)
        if pin.start <= word.start < pin.end and word.lower in _STRIKES
    ]
