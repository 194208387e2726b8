"""Predicates: the words that say what happened to those a toll counts, and on which side they stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Flag, auto

from sayso.annotate.inflection import Form, forms_of
from sayso.annotate.tolls.hurt import OPENERS, TELLTALES, Hurt, hurt_at
from sayso.annotate.words import Class, Word
from sayso.model import THINGS, Effect, Group


class Side(Flag):
    """Where a predicate's victims stand."""

    AFTER = auto()
    """As its object: "killed two"."""
    PASSIVE = auto()
    """Before it, as the subject of a passive or in front of a participle: "two were killed", "two killed"."""
    BEFORE = auto()
    """Before it, as its subject: "two died", "left two dead"."""
    OF = auto()
    """After "of": "the murder of two"."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What some words do to those they hit."""

    effect: Effect
    side: Side
    is_weak: bool = False
    """Whether it yields to a stronger word beside it: "shot and killed"."""
    is_aftermath: bool = False
    """Whether it says how they are since: "is in hospital"."""
    only: frozenset[Group] | None = None
    """The groups that it tells something of, where not of all: a ship attacked is damaged."""
    least: int = 0
    """The smallest number that it says this of: two who fled are no displaced, two thousand are."""
    things: Effect | None = None
    """What it does to things, where that differs: people burned are injured, houses burned are destroyed."""


_VERBS: Mapping[Effect, str] = {
    Effect.KILLED: (
        "kill murder assassinate execute massacre slaughter behead hang annihilate lynch electrocute"
        " strangle decapitate neutralize neutralise liquidate crush trample smother suffocate gun+down"
        " cut+down mow+down burn+alive shoot+dead shoot+to+death stab+to+death beat+to+death burn+to+death"
        " hack+to+death stone+to+death bludgeon+to+death crush+to+death put+to+death assault+to+death"
        " club+to+death thrash+to+death torture+to+death choke+to+death martyr"
    ),
    Effect.INJURED: "injure wound maim hospitalize hospitalise pistol-whip",
    Effect.CASUALTIES: "harm",
    Effect.DISPLACED: "displace evacuate uproot evict",
    Effect.DETAINED: (
        "arrest detain apprehend imprison jail incarcerate remand round+up pick+up take+into+custody"
        " take+prisoner take+captive hold+prisoner"
    ),
    Effect.ABDUCTED: "kidnap abduct take+hostage hold+hostage carry+off hold+captive",
    Effect.DAMAGED: (
        "damage sabotage vandalize vandalise ransack deface set+fire+to set+on+fire set+ablaze set+alight"
    ),
    Effect.DESTROYED: (
        "destroy demolish wreck flatten raze torch level dynamite blow+up shoot+down burn+down sink wipe+out"
        " sweep+away wash+away reduce+to+rubble reduce+to+ashes burn+to+ashes burn+to+the+ground obliterate"
    ),
}
_WEAK = "shoot stab"
_REMOVALS = "take+away whisk+away spirit+away herd+away march+away drag+away make+off+with"
_CAPTURES = "capture"
_BURNS = "burn"
_HITS = "attack strafe bomb shell stone shoot+at"
_STRIKES = "hit strike"
_BREAKS = "break shatter smash"
_MORTAL = "shoot stab wound injure strike beat burn"
_INTRANSITIVE: Mapping[Effect, str] = {
    Effect.KILLED: "die perish drown succumb pass+away",
    Effect.MISSING: "disappear vanish go+missing",
    Effect.DESTROYED: "burn+down collapse sink crash",
}
_TO_ONESELF: Mapping[Effect, str] = {
    Effect.KILLED: "kill hang drown",
    Effect.INJURED: "wound injure",
}
_OPENLY_TO_ONESELF = "shoot stab"
_STATES: Mapping[Effect, str] = {
    Effect.KILLED: (
        "dead|deceased|kia|doa|attained martyrdom|embraced martyrdom|charred to death|burnt to death|to death"
        "|paid the supreme price|paid the ultimate price|paid the supreme sacrifice"
        "|made the supreme sacrifice|made the ultimate sacrifice|laid down his life|laid down her life"
        "|laid down their lives|gave their lives|gave his life|gave her life|breathed his last"
        "|breathed her last|breathed their last"
        "|sent to hell|committed suicide|took his own life|took her own life|blew himself up"
        "|blew herself up|blew themselves up"
    ),
    Effect.INJURED: (
        "wia|expected to survive|expected to recover|expected to live|expected to be okay|expected to be ok"
        "|expected to make a full recovery|expected to make a recovery|fighting for his life"
        "|fighting for her life|fighting for their lives|fighting for life|clinging to life|on life support"
        "|in intensive care"
    ),
    Effect.MISSING: "missing|mia|unaccounted for|reported missing",
    Effect.ABDUCTED: "hostage|captive|in captivity|as hostages|as hostage",
    Effect.DETAINED: "prisoner|in custody|into custody|under arrest|behind bars|in detention",
    Effect.DISPLACED: (
        "homeless|rendered homeless|left homeless|made homeless|from their homes|from their villages"
        "|out of their homes|forced to flee|lost their homes|lost his home|lost her home"
        "|fled their homes|flee their homes|fleeing their homes"
        "|fled their villages|driven from their homes|forced from their homes"
    ),
    Effect.DAMAGED: "ablaze|on fire",
}
_DEEDS: Mapping[Effect, str] = {
    Effect.KILLED: (
        "death deaths murder murders killing killings assassination assassinations massacre execution"
        " executions slaying slayings slaughter beheading lynching body bodies corpses remains lives"
    ),
    Effect.INJURED: "wounding injuring",
    Effect.DISPLACED: "displacement evacuation",
    Effect.DETAINED: "arrest arrests detention capture imprisonment apprehension",
    Effect.ABDUCTED: "kidnapping kidnappings abduction abductions",
    Effect.DAMAGED: "sabotage",
    Effect.DESTROYED: "destruction burning sinking downing demolition",
}


TARGETS = frozenset({Group.VEHICLES, Group.BUILDINGS})
"""What an attack damages; of people it says nothing."""
_PERSONS = frozenset(Group) - THINGS
_FIGHTERS = frozenset({Group.MILITARY, Group.POLICE, Group.INSURGENTS})
_UNARMED = frozenset({Group.CIVILIANS, Group.PEOPLE})
# Fewer who fled are suspects and witnesses more often than people without a home.
_MANY = 50
_HURT: Mapping[Hurt, Predicate] = {
    Hurt.WOUNDED: Predicate(Effect.INJURED, Side.BEFORE),
    Hurt.PIERCED: Predicate(Effect.INJURED, Side.BEFORE, is_weak=True),
    Hurt.MORTALLY: Predicate(Effect.KILLED, Side.BEFORE),
    Hurt.STRUCK: Predicate(Effect.INJURED, Side.PASSIVE, is_weak=True, things=Effect.DAMAGED),
    Hurt.LISTED: Predicate(Effect.INJURED, Side.BEFORE, is_aftermath=True),
}
_STRUCK = Predicate(Effect.INJURED, Side.AFTER, is_weak=True, only=_PERSONS | TARGETS, things=Effect.DAMAGED)
_LOST = Predicate(Effect.KILLED, Side.AFTER, only=_FIGHTERS | {Group.VEHICLES}, things=Effect.DESTROYED)
_OBJECT_OR_PASSIVE = Side.AFTER | Side.PASSIVE
_BURNED = Predicate(Effect.INJURED, _OBJECT_OR_PASSIVE, things=Effect.DESTROYED)
_IRREGULAR: Mapping[str, Predicate] = {
    "burnt": _BURNED,
    "downed": Predicate(Effect.DESTROYED, _OBJECT_OR_PASSIVE),
    "gutted": Predicate(Effect.DESTROYED, _OBJECT_OR_PASSIVE),
    "losing": _LOST,
    "loses": _LOST,
    "lost": _LOST,
    "held": Predicate(Effect.DETAINED, Side.PASSIVE, only=_PERSONS),
    "hurt": Predicate(Effect.INJURED, _OBJECT_OR_PASSIVE),
    "hurting": Predicate(Effect.INJURED, Side.AFTER),
    "nabbed": Predicate(Effect.DETAINED, _OBJECT_OR_PASSIVE),
    "sank": Predicate(Effect.DESTROYED, Side.AFTER | Side.BEFORE),
    "slain": Predicate(Effect.KILLED, Side.PASSIVE),
    "slew": Predicate(Effect.KILLED, Side.AFTER),
    "sunk": Predicate(Effect.DESTROYED, _OBJECT_OR_PASSIVE),
}
"""Forms that no rule of inflection makes."""


def _verb_rows(
    verbs: str, predicate: Predicate, *, only: Side | None = None
) -> Iterator[tuple[tuple[str, ...], Predicate]]:
    for listed in verbs.split():
        verb, *tail = listed.split("+")
        for form, uses in forms_of(verb).items():
            if predicate.only in (TARGETS, _STRUCK.only) and not uses & {Form.PAST, Form.ING}:
                continue  # "bombs", "an attack": more often nouns
            side = only if only is not None else _sides(uses)
            yield (form, *tail), replace(predicate, side=side)


def _sides(uses: frozenset[Form]) -> Side:
    side = Side(0)
    if uses - {Form.PARTICIPLE}:
        side |= Side.AFTER
    if Form.PARTICIPLE in uses or Form.PAST in uses:
        side |= Side.PASSIVE
    if Form.ING in uses:
        side |= Side.OF
    return side


def _rows() -> Iterator[tuple[tuple[str, ...], Predicate]]:
    for effect, verbs in _VERBS.items():
        yield from _verb_rows(verbs, Predicate(effect, Side.AFTER))
    yield from _verb_rows(_WEAK, Predicate(Effect.INJURED, Side.AFTER, is_weak=True))
    yield from _verb_rows(_CAPTURES, Predicate(Effect.DETAINED, Side.AFTER))
    yield from _verb_rows(_BURNS, Predicate(Effect.INJURED, Side.AFTER, things=Effect.DESTROYED))
    yield from _verb_rows(_HITS, Predicate(Effect.DAMAGED, Side.AFTER, only=TARGETS))
    yield from _verb_rows(_STRIKES, _STRUCK)
    yield from _verb_rows(_BREAKS, Predicate(Effect.DAMAGED, Side.AFTER, only=THINGS))
    for how in ("fatally", "mortally"):
        for words, row in _verb_rows(_MORTAL, Predicate(Effect.KILLED, Side.AFTER)):
            yield (how, *words), row
    for deed in ("shooting", "stabbing", "beating"):
        yield ("fatal", deed), Predicate(Effect.KILLED, Side.OF)
    yield from _verb_rows(_REMOVALS, Predicate(Effect.ABDUCTED, Side.AFTER, only=_PERSONS))
    yield from _verb_rows("eliminate", Predicate(Effect.KILLED, Side.AFTER, only=_FIGHTERS))
    fled = Predicate(Effect.DISPLACED, Side.BEFORE, is_weak=True, only=_UNARMED, least=_MANY)
    yield from _verb_rows("flee", fled, only=Side.BEFORE)
    for effect, verbs in _INTRANSITIVE.items():
        yield from _verb_rows(verbs, Predicate(effect, Side.BEFORE), only=Side.BEFORE)
    for effect, states in _STATES.items():
        for state in states.split("|"):
            yield tuple(state.split()), Predicate(effect, Side.BEFORE)
    for effect, deeds in _DEEDS.items():
        for deed in deeds.split():
            yield (deed,), Predicate(effect, Side.OF)
    for word, predicate in _IRREGULAR.items():
        yield (word,), predicate
    to_oneself = [Predicate(effect, Side.BEFORE) for effect in _TO_ONESELF]
    openly = Predicate(Effect.INJURED, Side.BEFORE, is_weak=True)
    for turn in ("turned", "turning", "turns"):
        for what in ("the gun", "the weapon", "his gun", "her gun", "the rifle", "the pistol"):
            for oneself in ("himself", "herself"):
                yield (turn, *what.split(), "on", oneself), openly
    for verbs, done in zip((*_TO_ONESELF.values(), _OPENLY_TO_ONESELF), (*to_oneself, openly), strict=True):
        for words, row in _verb_rows(verbs, done, only=Side.BEFORE):
            for oneself in ("himself", "herself", "themselves"):
                yield (*words, oneself), row
                yield ("fatally", *words, oneself), replace(row, effect=Effect.KILLED, is_weak=False)
    for slit in ("slit", "slits", "slitting", "slashed", "cut"):
        yield (slit, "the", "throat"), Predicate(Effect.KILLED, Side.OF)
        yield (slit, "the", "throats"), Predicate(Effect.KILLED, Side.OF)
    for lose in ("lose", "loses", "losing", "lost"):
        for life in ("their lives", "his life", "her life", "their life"):
            yield (lose, *life.split()), Predicate(Effect.KILLED, Side.BEFORE)


def _merged() -> dict[tuple[str, ...], Predicate]:
    """The rows as one table; a word listed twice, such as "killing", stands on the sides of both rows."""
    table: dict[tuple[str, ...], Predicate] = {}
    for words, row in _rows():
        known = table.get(words)
        table[words] = row if known is None else replace(known, side=known.side | row.side)
    return table


PREDICATES: Mapping[tuple[str, ...], Predicate] = _merged()
"""Every form of every predicate, in lower case."""


COUNT_NOUNS: Mapping[str, Effect] = {
    **dict.fromkeys("casualty casualties victim victims".split(), Effect.CASUALTIES),
    **dict.fromkeys("dead deceased deaths fatalities fatality corpses bodies martyrs".split(), Effect.KILLED),
    **dict.fromkeys("injured wounded injuries".split(), Effect.INJURED),
    **dict.fromkeys("hostages kidnappings abductions".split(), Effect.ABDUCTED),
    **dict.fromkeys("disappearances".split(), Effect.MISSING),
    **dict.fromkeys("detainees arrests".split(), Effect.DETAINED),
    **dict.fromkeys("refugees evacuees idps".split(), Effect.DISPLACED),
}
"""Nouns that a number needs no verb with: "ten casualties"."""

SURVIVING = frozenset("survived survive survives lived".split())
"""Verbs by which those of whom nobody did it are dead."""

LIFE_TAKERS = frozenset(
    "claim claims claimed claiming cost costs costing take takes took taking lost lose".split()
)
"""Verbs that kill when their object is lives: "claimed 30 lives"."""

# How many words the longest predicate has that begins with a word: most words begin none.
_LONGEST = {words[0]: 0 for words in PREDICATES}
for _words in PREDICATES:
    _LONGEST[_words[0]] = max(_LONGEST[_words[0]], len(_words))


LONGEST = max(_LONGEST.values())
"""How many words the longest predicate has."""

_OPENING = OPENERS | _LONGEST.keys()
"""The words that predicates begin with."""

_COMMON = frozenset(
    "the his her own their himself herself themselves take takes took taken taking turns turned"
    " turning".split()
)
# The longest word of each that is not common: no sentence without one of these says that anybody was hit.
_TELLING = frozenset(
    {max((word for word in words if word not in _COMMON), key=len) for words in PREDICATES}
    | set(COUNT_NOUNS)
    | TELLTALES
    | SURVIVING
    | {"toll", "damage", "lives", "life"}
)


def may_tell(words: Iterable[Word]) -> bool:
    """Whether some words may hold a predicate; False where they cannot."""
    return any(word.lower in _TELLING for word in words)


_BEING = frozenset("was were been being is are got".split())


def predicate_at(words: Sequence[Word], at: int) -> tuple[Predicate, int] | None:
    """The predicate that begins at word `at`, with the index of the word after it; None where none does."""
    if at >= len(words) or words[at].lower not in _OPENING:
        return None
    hurt = hurt_at(words, at)
    if hurt is not None:
        return _HURT[hurt[0]], hurt[1]
    for length in range(min(_LONGEST.get(words[at].lower, 0), len(words) - at), 0, -1):
        found = PREDICATES.get(tuple(word.lower for word in words[at : at + length]))
        if found is not None and not (found.only is TARGETS and length > 1 and _is_passive(words, at)):
            return found, at + length
    return None


def _is_passive(words: Sequence[Word], at: int) -> bool:
    """Whether who "was shot at a bar" was shot, and the bar is where."""
    if at == 0 or at + 2 >= len(words) or words[at - 1].lower not in _BEING:
        return False
    return words[at + 2].cls in (Class.DETERMINER, Class.OPEN)
