"""Beside: what hits a phrase by itself, told by the predicate that stands next to it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.annotate.tolls.groups import is_plural
from sayso.annotate.tolls.heads import TIMES
from sayso.annotate.tolls.hurt import body_end, hospital_end, is_missile, to_hospital_end
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import COUNT_NOUNS, LIFE_TAKERS, Predicate, Side, predicate_at
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.verbs import ADVERBS, AUXILIARIES, BE, NEGATIONS, QUOTES, verbs_after
from sayso.annotate.words import Class
from sayso.model import Effect

# A phrase after these is a place, a time or a doer, not what was hit.
AROUND = frozenset(
    "in at on near from by against around aboard under through into across about inside outside via during"
    " despite along toward towards behind".split()
)
PREPOSITIONS = AROUND | frozenset("of for to with as alias".split())
_OBJECT_OF = frozenset({"to", "for", "as"})
_BEFORE_OBJECT = ADVERBS | QUOTES | frozenset("the these those :".split())
# Not done, or not yet: "to kill two", "the attempted murder of two".
_UNDONE = frozenset("to attempted planned planning plotted plotting threatened".split())
_FREED = frozenset("freed released freeing releasing release frees releases".split())
_REACHED = frozenset("to at is was reached reaches hit past : exceeds exceeded topped".split())
_RECORD_REACH = 18
_SENTENCE_REACH = 6
_DENIALS = NEGATIONS | frozenset("no without nor neither denied didn't don't doesn't none nobody".split())
_BADLY = {"fatally": Effect.KILLED} | dict.fromkeys(
    "seriously critically gravely severely".split(), Effect.INJURED
)
_CLAUSE_ENDS = frozenset(["", ".", ",", ";", "and", "at", "in", "on", "when", "after"])
HELD = frozenset({Effect.ABDUCTED, Effect.DETAINED, Effect.MISSING})
HARMED = frozenset({Effect.KILLED, Effect.INJURED})
_AVOIDING = frozenset("avoid avoided avoiding prevent minimize unclear whether if".split())
_STRIKING = frozenset("struck hit striking hitting grazed grazing strikes hits grazes".split())
_MISSILE_REACH = 8
_SHOT_VICTIMS = frozenset({("shooting",), ("gunshot",), ("shot",), ("stabbing",), ("gun",)})
_SHOT = Predicate(Effect.INJURED, Side.BEFORE, is_weak=True)
_STRUCK = Predicate(Effect.INJURED, Side.AFTER, is_weak=True, things=Effect.DAMAGED)
IN_CARE = Predicate(Effect.INJURED, Side.AFTER, is_weak=True, is_aftermath=True)
"""What befell those who were taken to a hospital."""
_SENDING = frozenset("send sends sent sending".split())
_INCLUDING = frozenset("include includes included including are is were was :".split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase, and what happened to those it counts."""

    phrase: Phrase
    predicates: tuple[Predicate, ...]
    """One, or both of "was kidnapped and killed"."""
    until: int = 0
    """The word after the predicate, where the predicate follows the phrase."""
    is_negated: bool = False
    """Whether they are said to have come to no harm."""


def hit_beside(scene: Scene, phrase: Phrase) -> Hit | None:
    """What hits the phrase by itself, whatever its neighbours are."""
    if phrase.kind is Kind.DEED and phrase.state is not None:
        return None if scene.word(phrase.first - 1) in _UNDONE else Hit(phrase, (phrase.state,))
    if phrase.kind is Kind.ANY and not _is_denied(scene, phrase):
        return None
    return (
        _as_share(scene, phrase)
        or _before_participle(scene, phrase)
        or _by_missile(scene, phrase)
        or _as_object(scene, phrase)
        or _as_subject(scene, phrase)
        or (Hit(phrase, (phrase.state,)) if phrase.state is not None else None)
        or _to_hospital(scene, phrase)
        or _as_count(scene, phrase)
        or _among(scene, phrase)
        or _as_record(scene, phrase)
    )


def _as_share(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "Five were shot, two fatally", "two of them seriously": how badly some of those before were hit."""
    effect = _BADLY.get(scene.word(phrase.last))
    is_share = phrase.kind is Kind.NUMBER and (phrase.is_loose or phrase.is_partitive)
    if effect is None or not is_share or scene.word(phrase.last + 1) not in _CLAUSE_ENDS:
        return None
    return Hit(phrase, (Predicate(effect, Side.BEFORE),))


def _is_denied(scene: Scene, phrase: Phrase) -> bool:
    """Whether "any casualties" are those that there were not."""
    said = {scene.word(at) for at in range(max(0, phrase.first - 10), phrase.first)}
    return bool(said & _DENIALS) and not said & _AVOIDING


def _before_participle(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "35 injured", "two seriously wounded", "leaving two dead"."""
    is_named = phrase.kind is Kind.NAME
    at = scene.past(ADVERBS | QUOTES, phrase.last + (is_named and scene.word(phrase.last) == ","))
    found = predicate_at(scene.words, at)
    if found is None or is_around(scene, phrase) or (is_named and at == phrase.last):
        return None
    predicate, end = found
    if scene.word(at) == "to" and _is_sentenced(scene, phrase):
        return None
    if is_named and not (predicate.side & Side.PASSIVE and not has_object(scene, end)):
        return None
    if predicate.side & Side.PASSIVE and not has_object(scene, end):
        return _joined_hit(scene, phrase, predicate, end)
    return _joined_hit(scene, phrase, predicate, end) if _is_intransitive(scene, predicate, end) else None


def _is_intransitive(scene: Scene, predicate: Predicate, end: int) -> bool:
    """Whether the predicate's subject is hit: "a boat sank", not "the gunners sank two"."""
    return bool(predicate.side & Side.BEFORE) and not (predicate.side & Side.AFTER and has_object(scene, end))


def _is_sentenced(scene: Scene, phrase: Phrase) -> bool:
    """Whether those who go "to death" do so only by a court's word."""
    first = max(0, phrase.first - _SENTENCE_REACH)
    return any(scene.word(at).startswith(("sentenc", "condemn")) for at in range(first, phrase.first))


def is_around(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase is the place, time or doer of something, unless that "resulted in" it."""
    before = scene.word(phrase.first - 1)
    return before in AROUND and not (before == "in" and scene.word(phrase.first - 2).startswith("result"))


def has_object(scene: Scene, at: int) -> bool:
    """Whether a verb that ends before word `at` has its object there, and so is not a passive participle."""
    if scene.word(at) in {"and", "or"}:
        other = predicate_at(scene.words, at + 1)
        return other is not None and has_object(scene, other[1])
    if at >= len(scene.words) or scene.word(at) in ADVERBS | TIMES or scene.word(at).endswith("day"):
        return False
    return at in scene.starting or scene.words[at].cls in (Class.DETERMINER, Class.OPEN, Class.PRONOUN)


def _as_object(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "killed two", "the murder of two"."""
    at = scene.back_past(_BEFORE_OBJECT, phrase.first)
    side = Side.AFTER
    if scene.word(at - 1) == "of":
        side, at = Side.OF, scene.back_past(QUOTES, at - 1)
    if scene.word(at - 1) == "to" and scene.word(at - 2) == "damage":
        return Hit(phrase, (Predicate(Effect.DAMAGED, Side.AFTER),))
    ending = predicate_before(scene, at) or _before_another_verb(scene, at)
    if ending is None or is_listed(scene, phrase):
        return None
    predicate, begin = ending
    if not predicate.side & side or scene.word(begin - 1) in _UNDONE:
        return None
    if side is Side.AFTER and predicate.side & Side.PASSIVE and _is_passive(scene, begin):
        return None
    if scene.word(begin - 1) in {"or", "and", "/"}:
        other = predicate_before(scene, begin - 1)
        if other is not None:
            return Hit(phrase, _both(other[0], predicate))
    return Hit(phrase, (predicate,))


def is_listed(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name opens the list of those a number has counted: "14 injured: Ana Oro, Rem Tov"."""
    if phrase.kind is not Kind.NAME or scene.word(phrase.first - 1) != ":":
        return False
    return any(one.bounds.is_plural and one.last < phrase.first for one in scene.phrases)


def _before_another_verb(scene: Scene, end: int) -> tuple[Predicate, int] | None:
    """The predicate that shares its object with a verb that hits nobody: "captured and blindfolded two"."""
    is_verb = scene.word(end - 1).endswith("ed") and scene.word(end - 2) == "and"
    return predicate_before(scene, end - 2) if is_verb else None


def predicate_before(scene: Scene, end: int) -> tuple[Predicate, int] | None:
    """The predicate that ends before word `end`, with the word it begins at."""
    for length in range(min(4, end), 0, -1):
        found = predicate_at(scene.words, end - length)
        if found is not None and found[1] == end:
            return found[0], end - length
    return None


def _is_passive(scene: Scene, at: int) -> bool:
    return scene.word(scene.back_past(ADVERBS, at) - 1) in BE


def _as_subject(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "two of them, from Orlo, were killed", "two soldiers later died"."""
    before = scene.word(phrase.first - 1)
    is_object = before in (PREPOSITIONS if phrase.kind is Kind.NAME else _OBJECT_OF)
    is_object = is_object and scene.word(phrase.first) != "many"  # "as many were hurt"
    if is_around(scene, phrase) or is_object:
        # "in an attack on a man who was killed"
        at = phrase.last + (scene.word(phrase.last) == ",")
        begins: Iterable[int] = [at + 1] if scene.word(at) in {"who", "which"} else []
    else:
        begins = [phrase.last] if phrase.is_loose else verbs_after(scene, phrase.last)
        if before == "with":  # "living with his aunt, was hurt": what closes with a comma is another's verb
            begins = [begin for begin in begins if scene.word(begin - 1) != ","]
    hits = (_subject_hit(scene, phrase, begin) for begin in begins)
    return next((hit for hit in hits if hit is not None), None)


def _subject_hit(scene: Scene, phrase: Phrase, begin: int) -> Hit | None:
    if scene.word(begin) == "to" or (phrase.is_loose and scene.word(begin) not in AUXILIARIES):
        return None
    end = scene.past(ADVERBS | AUXILIARIES | {"to"}, begin)
    said = {scene.word(at) for at in range(begin, end)}
    found = predicate_at(scene.words, begin) or predicate_at(scene.words, end)
    found = found or _wound_beside(scene, end)
    if found is None or (phrase.kind is Kind.NAME and said & {"were", "are", "have"}):
        return None
    predicate, after = found
    is_passive = predicate.side & Side.PASSIVE and (said & BE or _is_elliptic(scene, phrase, begin, after))
    if is_passive or _is_intransitive(scene, predicate, after):
        hit = _joined_hit(scene, phrase, predicate, after)
        # Who "is not expected to live" is hurt all the same.
        return replace(hit, is_negated=bool(said & NEGATIONS) and scene.word(end) != "expected")
    return None


def _wound_beside(scene: Scene, verb: int) -> tuple[Predicate, int] | None:
    """The wound that those had who were found or came: "were lying in the road with gunshot wounds"."""
    if scene.word(verb) not in _COMING:
        return None
    for at in range(verb + 1, min(len(scene.words), verb + _WOUND_REACH)):
        if at in scene.starting and scene.word(at - 1) not in AROUND | _OBJECT_OF:
            return None
        if scene.word(at) in {"with", "suffering", "have"}:
            return predicate_at(scene.words, at)
        if scene.words[at].cls in (Class.RELATIVE, Class.CONJUNCTION, Class.PRONOUN):
            return None
    return None


_COMING = frozenset(
    "found located discovered lying laying seen went sitting arrived arrives came showed walked treated"
    " admitted transported taken rushed discharged dropped turned".split()
)
_WOUND_REACH = 14


def _is_elliptic(scene: Scene, phrase: Phrase, begin: int, after: int) -> bool:
    """ "One was killed and six others, including two girls, injured": "were" is not said again."""
    follows = scene.word(phrase.first - 1) in {"and", ",", "while", "as"} and scene.word(begin - 1) == ","
    was_said = any(scene.word(at) in BE for at in range(phrase.first))
    return follows and was_said and not has_object(scene, after)


def _joined_hit(scene: Scene, phrase: Phrase, predicate: Predicate, end: int) -> Hit:
    """The hit of a predicate and the one joined to it: "killed or wounded" counts both together."""
    if scene.word(end) in {"or", "and", ",", "/"}:
        other = predicate_at(scene.words, scene.past(ADVERBS, end + 1))
        if other is not None and not has_object(scene, other[1]):
            return Hit(phrase, _both(predicate, other[0]), until=other[1])
    return Hit(phrase, (predicate,), until=end)


def _both(one: Predicate, other: Predicate) -> tuple[Predicate, ...]:
    """What two joined predicates do: "killed or wounded" is one count, "kidnapped and killed" two."""
    if one.is_weak or one.only:
        return (other,)
    if other.is_weak or other.only or one.effect is other.effect:
        return (one,)
    effects = {one.effect, other.effect}
    if one.effect is Effect.INJURED and other.effect is Effect.KILLED and other.side == Side.BEFORE:
        return (other,)  # "was wounded and died"
    if effects == {Effect.KILLED, Effect.INJURED}:
        return (replace(one, effect=Effect.CASUALTIES),)
    return (one, other) if effects & HELD and effects & HARMED else (one,)


def _as_count(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "ten casualties", "no injuries", "claimed 30 lives": the noun says what happened."""
    nouns = (phrase.nouns[-1:] or ("",)) + phrase.also[-1:]
    before = {scene.word(phrase.first - 1), scene.word(phrase.first - 2)}
    if "lives" in nouns and before & LIFE_TAKERS:
        return Hit(phrase, (Predicate(Effect.KILLED, Side.AFTER),))
    if nouns[0] in {"victim", "victims"} and phrase.nouns[-2:-1] in _SHOT_VICTIMS:
        return Hit(phrase, (_SHOT,), until=phrase.last)
    effects = [COUNT_NOUNS[noun] for noun in nouns if noun in COUNT_NOUNS]
    if not effects or phrase.kind not in (Kind.NUMBER, Kind.ANY) or phrase.is_partitive:
        return None
    if before & _FREED or scene.word(phrase.first - 1) in {"the", "these", "those"}:
        return None
    return Hit(phrase, (Predicate(effects[0], Side.BEFORE),), until=phrase.last)


def _among(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "the dead include two girls", "among the wounded was a priest", "Col. Oro was among the dead"."""
    at = phrase.first
    behind = scene.past(BE, phrase.last + (scene.word(phrase.last) == ","))
    if behind > phrase.last and scene.word(behind) == "among" and scene.word(behind + 1) == "the":
        effect = COUNT_NOUNS.get(scene.word(behind + 2))
        return Hit(phrase, (Predicate(effect, Side.BEFORE),)) if effect is not None else None
    if scene.word(at - 1) not in _INCLUDING or scene.word(at - 2) not in COUNT_NOUNS:
        return None
    if scene.word(at - 3) not in {"the", "those"} or scene.word(at - 4) == "of":
        return None
    if phrase.bounds.is_plural and not is_plural(scene.word(at - 2)):
        return None  # "The victim was 17": how old
    return Hit(phrase, (Predicate(COUNT_NOUNS[scene.word(at - 2)], Side.AFTER),))


def _as_record(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "the death toll rose to 45", "the number of people arrested stands at 11"."""
    if phrase.kind is not Kind.NUMBER or scene.word(phrase.first - 1) not in _REACHED:
        return None
    for at in range(phrase.first - 2, max(-1, phrase.first - _RECORD_REACH), -1):
        if scene.word(at) == "toll":
            counted = COUNT_NOUNS.get(scene.word(at - 1), Effect.KILLED)
            return Hit(phrase, (Predicate(counted, Side.AFTER),))
        if scene.word(at) in {"number", "total"}:
            return _counted_between(scene, phrase, at)
    return None


def _counted_between(scene: Scene, phrase: Phrase, at: int) -> Hit | None:
    """What "the number of people arrested" counts, said between word `at` and the phrase."""
    for inside in range(at + 1, phrase.first - 1):
        found = predicate_at(scene.words, inside)
        effect = found[0].effect if found is not None else COUNT_NOUNS.get(scene.word(inside))
        if effect is not None:
            return Hit(phrase, (Predicate(effect, Side.AFTER),))
    return None


def _by_missile(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "a bullet struck a boy", "hit two men in the leg": whom something strikes on the body or from afar."""
    at = scene.back_past(_BEFORE_OBJECT, phrase.first)
    if scene.word(at - 1) not in _STRIKING or scene.word(at - 2) in _UNDONE | BE:
        return None
    flew = any(is_missile(scene.word(n)) for n in range(max(0, at - _MISSILE_REACH), at - 1))
    return Hit(phrase, (_STRUCK,)) if flew or body_end(scene.words, phrase.last) is not None else None


def _is_told_by_noun(phrase: Phrase) -> bool:
    """Whether the noun says what befell those who are taken to a hospital: "ten wounded"."""
    effect = COUNT_NOUNS.get(phrase.nouns[-1]) if phrase.nouns else None
    return effect is not None and effect is not Effect.CASUALTIES


def _to_hospital(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "two were taken to a hospital", "sent a boy to the hospital"."""
    if phrase.kind is Kind.ANY or phrase.is_loose or _is_told_by_noun(phrase):
        return None
    if scene.word(phrase.first - 1) in _SENDING and to_hospital_end(scene.words, phrase.last) is not None:
        return Hit(phrase, (IN_CARE,))
    is_named = phrase.kind is Kind.NAME
    if is_around(scene, phrase) or (is_named and scene.word(phrase.first - 1) in PREPOSITIONS):
        return None
    for begin in verbs_after(scene, phrase.last):
        at = scene.past(ADVERBS | AUXILIARIES, begin)
        if BE & {scene.word(n) for n in range(begin, at)}:
            end = hospital_end(scene.words, at)
            return None if end is None else Hit(phrase, (IN_CARE,), until=end)
    return None
