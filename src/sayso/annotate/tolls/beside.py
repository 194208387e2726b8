"""Beside: what hits a phrase by itself, told by the predicate that stands next to it."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.annotate.tolls.bounds import NONE
from sayso.annotate.tolls.foretold import is_group_foretold
from sayso.annotate.tolls.groups import PERSONS, group_of
from sayso.annotate.tolls.hits import (
    BEFORE_OBJECT,
    HARMED,
    HELD,
    OBJECT_OF,
    PREPOSITIONS,
    SELVES,
    UNDONE,
    Hit,
    has_object,
    is_around,
    predicate_before,
)
from sayso.annotate.tolls.labelled import as_labelled
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import Predicate, Side, predicate_at
from sayso.annotate.tolls.recorded import among, as_count, as_record, of_lives
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.struck import by_missile, to_hospital, wound_beside
from sayso.annotate.tolls.verbs import (
    ADVERBS,
    AUXILIARIES,
    BE,
    NEGATIONS,
    QUOTES,
    is_verb,
    verbs_after,
)
from sayso.annotate.words import Class
from sayso.model import Effect

_SENTENCE_REACH = 6
_PUT = frozenset("put puts putting estimated estimates stood stands".split())
_PUT_REACH = 8
_INJURIES = frozenset("injury injuries".split())
_ASIDE = 10
_LONGEST_APPOSITION = 12
_OF_CLAUSES = frozenset({Class.AUXILIARY, Class.RELATIVE, Class.PRONOUN, Class.CONJUNCTION})
_DENIALS = NEGATIONS | frozenset("no without nor neither denied didn't don't doesn't none nobody".split())
_BADLY = {"fatally": Effect.KILLED} | dict.fromkeys(
    "seriously critically gravely severely".split(), Effect.INJURED
)
_DEGREES = frozenset(
    "serious seriously critical critically grave gravely severe severely bad badly major".split()
)
_CLAUSE_ENDS = frozenset(["", ".", ",", ";", "and", "at", "in", "on", "when", "after"])
_AVOIDING = frozenset("avoid avoided avoiding prevent minimize unclear whether if".split())


def hit_beside(scene: Scene, phrase: Phrase) -> Hit | None:
    """What hits the phrase by itself, whatever its neighbours are.

    Nothing where it is only denied how badly: "none was seriously hurt" leaves open whether any was.
    """
    hit = _hit_beside(scene, phrase)
    is_denied = hit is not None and (hit.is_negated or phrase.bounds == NONE)
    return None if is_denied and _is_by_degree(scene, phrase) else hit


def _is_by_degree(scene: Scene, phrase: Phrase) -> bool:
    """Whether how badly somebody was hit is said in a phrase, or right behind it."""
    behind = scene.past(ADVERBS | AUXILIARIES, phrase.last)
    return any(scene.word(at) in _DEGREES for at in range(phrase.first, behind))


def _hit_beside(scene: Scene, phrase: Phrase) -> Hit | None:
    if phrase.kind is Kind.DEED and phrase.state is not None:
        return None if scene.word(phrase.first - 1) in UNDONE else Hit(phrase, (phrase.state,))
    if phrase.kind is Kind.ANY and not _is_denied(scene, phrase):
        return None
    return (
        of_lives(scene, phrase)
        or as_labelled(scene, phrase)
        or _as_share(scene, phrase)
        or (_as_object(scene, phrase) if scene.word(phrase.first - 1) == "of" else None)
        or _before_participle(scene, phrase)
        or by_missile(scene, phrase)
        or _as_object(scene, phrase)
        or _as_subject(scene, phrase)
        or (Hit(phrase, (phrase.state,)) if phrase.state is not None else None)
        or to_hospital(scene, phrase)
        or as_count(scene, phrase)
        or among(scene, phrase)
        or as_record(scene, phrase)
    )


def _as_share(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "Five were shot, two fatally", "two of them seriously": how badly some of those before were hit."""
    effect = _BADLY.get(scene.word(phrase.last))
    is_share = phrase.kind is Kind.NUMBER and (phrase.is_loose or phrase.is_partitive)
    if (
        effect is None
        or not is_share
        or phrase.bounds == NONE
        or scene.word(phrase.last + 1) not in _CLAUSE_ENDS
    ):
        return None
    return Hit(phrase, (Predicate(effect, Side.BEFORE),))


def _is_denied(scene: Scene, phrase: Phrase) -> bool:
    """Whether "any casualties" are those that there were not."""
    said = {scene.word(at) for at in range(max(0, phrase.first - 10), phrase.first)}
    is_told_of = scene.word(phrase.first - 1) in {"between", "among", "with"} or phrase.nouns[-1:] == (
        "kind",
    )
    return bool(said & _DENIALS) and not said & _AVOIDING and not is_told_of


def _before_participle(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "35 injured", "two seriously wounded", "leaving two dead"."""
    is_named = phrase.kind is Kind.NAME
    is_aged = _is_aged(scene, phrase)
    is_apart = bool(phrase.nouns) and scene.word(phrase.last) == "," and not is_aged
    at = scene.past(ADVERBS | QUOTES, phrase.last + is_apart + 3 * is_aged)
    found = predicate_at(scene.words, at)
    is_around_it = is_around(scene, phrase) and not _is_put_at(scene, phrase)
    if found is None or is_around_it or (is_named and at == phrase.last):
        return None
    predicate, end = found
    if is_apart and not is_named and not _is_aside(scene, predicate, end):
        return None
    if scene.word(at) == "to" and _is_sentenced(scene, phrase):
        return None
    if is_named and not (predicate.side & Side.PASSIVE and not has_object(scene, end)):
        return None
    if predicate.side & Side.PASSIVE and not has_object(scene, end):
        return _joined_hit(scene, phrase, predicate, end)
    return _joined_hit(scene, phrase, predicate, end) if _is_intransitive(scene, predicate, end) else None


def _is_aged(scene: Scene, phrase: Phrase) -> bool:
    """Whether an age stands behind one, between commas: "Man, 42, hurt"."""
    is_age = scene.word(phrase.last + 1).isdecimal() and not phrase.bounds.is_plural and bool(phrase.nouns)
    return is_age and scene.word(phrase.last) == scene.word(phrase.last + 2) == ","


def _is_put_at(scene: Scene, phrase: Phrase) -> bool:
    """Whether somebody puts a number at so many: "put its losses at four killed"."""
    before = {scene.word(at) for at in range(max(0, phrase.first - _PUT_REACH), phrase.first - 1)}
    return scene.word(phrase.first - 1) == "at" and not before.isdisjoint(_PUT)


def _is_aside(scene: Scene, predicate: Predicate, end: int) -> bool:
    """Whether a participle behind a comma is an aside on those before it: "a man, hurt in the leg, was"."""
    is_led_on = end < len(scene.words) and scene.words[end].cls is Class.PREPOSITION
    near = range(end, min(len(scene.words), end + _ASIDE))
    closing = next((at for at in near if scene.word(at) in {",", ";"}), 0)
    return bool(
        predicate.side & Side.PASSIVE
        and is_led_on
        and closing
        and (scene.word(closing) == ";" or is_verb(scene, closing + 1))
    )


def _is_intransitive(scene: Scene, predicate: Predicate, end: int) -> bool:
    """Whether the predicate's subject is hit: "a boat sank", not "the gunners sank two"."""
    return bool(predicate.side & Side.BEFORE) and not (predicate.side & Side.AFTER and has_object(scene, end))


def _is_sentenced(scene: Scene, phrase: Phrase) -> bool:
    """Whether those who go "to death" do so only by a court's word."""
    first = max(0, phrase.first - _SENTENCE_REACH)
    return any(scene.word(at).startswith(("sentenc", "condemn")) for at in range(first, phrase.first))


def _as_object(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "killed two", "the murder of two"."""
    at = scene.back_past(BEFORE_OBJECT, phrase.first)
    side = Side.AFTER
    if scene.word(at - 1) == "of":
        side, at = Side.OF, scene.back_past(QUOTES, at - 1)
    if scene.word(at - 1) == "to" and scene.word(at - 2) == "damage":
        return Hit(phrase, (Predicate(Effect.DAMAGED, Side.AFTER),))
    is_of_people = group_of(phrase.nouns, phrase.complement) in PERSONS
    if scene.word(at - 1) == "to" and scene.word(at - 2) in _INJURIES and is_of_people:
        return Hit(phrase, (Predicate(Effect.INJURED, Side.AFTER),))
    if scene.word(at - 1) in {",", "and"} and scene.word(at - 2) in SELVES:
        to_oneself = predicate_before(scene, at - 1)  # "killing himself, two guards"
        return None if to_oneself is None else Hit(phrase, (to_oneself[0],))
    ending = predicate_before(scene, at) or _before_another_verb(scene, at)
    if ending is None or is_listed(scene, phrase) or _is_noun(scene, ending[1]):
        return None
    predicate, begin = ending
    is_done = side is Side.AFTER and predicate.side & Side.PASSIVE and _is_perfect(scene, begin)
    if not (predicate.side & side or is_done) or scene.word(begin - 1) in UNDONE:
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
    found = predicate_before(scene, end - 2) if is_verb else None
    return None if found is None or scene.word(found[1]).endswith("s") else found  # "for burns and"


def _is_perfect(scene: Scene, at: int) -> bool:
    """Whether a participle is an active verb's: "had beaten to death two students"."""
    return scene.word(scene.back_past(ADVERBS, at) - 1) in {"has", "have", "had", "having"}


def _is_noun(scene: Scene, at: int) -> bool:
    """Whether a deed is told of as a thing, which has no object: "called the shooting a tragedy"."""
    is_deed = scene.word(at).endswith("ing") and scene.word(at + 1) != "of"
    return is_deed and scene.word(at - 1) in {"the", "a", "this", "that", "another"}


def _is_passive(scene: Scene, at: int) -> bool:
    return scene.word(scene.back_past(ADVERBS, at) - 1) in BE


def _as_subject(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "two of them, from Orlo, were killed", "two soldiers later died"."""
    before = scene.word(phrase.first - 1)
    is_object = before in (PREPOSITIONS if phrase.kind is Kind.NAME else OBJECT_OF)
    is_many = scene.word(phrase.first) == "as"  # "as many were hurt"
    is_object = is_object and not is_many and not _is_who_it_was(scene, phrase)
    if is_around(scene, phrase) or is_object:
        # "in an attack on a man who was killed"
        at = phrase.last + (scene.word(phrase.last) == ",")
        begins: Iterable[int] = [at + 1] if scene.word(at) in {"who", "which"} else []
    else:
        is_nobody = phrase.bounds == NONE and scene.word(phrase.first).isalpha()
        is_hedged = phrase.last - phrase.first > 1  # "all 14 on board", which is no age
        may_be_age = phrase.is_loose and not is_nobody and not is_hedged
        begins = [phrase.last] if may_be_age else verbs_after(scene, phrase.last)
        if before == "with":  # "living with his aunt, was hurt": what closes with a comma is another's verb
            begins = [begin for begin in begins if scene.word(begin - 1) != ","]
    hits = (_subject_hit(scene, phrase, begin) for begin in begins)
    return next((hit for hit in hits if hit is not None), None)


def _is_who_it_was(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name says who a bare title is, which counts nobody: "Leader, identified as Oro, died"."""
    is_said = scene.word(phrase.first - 1) == "as" and scene.word(phrase.first - 2) == "identified"
    return is_said and scene.phrases[0] is phrase


def _subject_hit(scene: Scene, phrase: Phrase, begin: int) -> Hit | None:
    if scene.word(begin) == "to" or (phrase.is_loose and scene.word(begin) not in AUXILIARIES):
        return None
    end = scene.past(ADVERBS | AUXILIARIES | {"to"}, begin)
    said = {scene.word(at) for at in range(begin, end)}
    found = predicate_at(scene.words, begin)
    if found is None or found[0].side == Side.OF:  # "remains in hospital"
        found = predicate_at(scene.words, end) or wound_beside(scene, end)
    is_plural = bool(said & {"were", "are", "have"}) and not _is_last_of_list(scene, phrase)
    if found is None or (phrase.kind is Kind.NAME and is_plural):
        return None
    predicate, after = found
    if is_group_foretold(scene, begin, end, predicate):
        return None
    is_passive = predicate.side & Side.PASSIVE and (said & BE or _is_elliptic(scene, phrase, begin, after))
    if is_passive or _is_intransitive(scene, predicate, after):
        hit = _joined_hit(scene, phrase, predicate, after)
        # Who "is not expected to live" is hurt all the same.
        return replace(hit, is_negated=bool(said & NEGATIONS) and scene.word(end) != "expected")
    return None


def _is_last_of_list(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name ends a list of persons: "a guard and Ana Oro were hurt"."""
    at = phrase.first - 1
    return scene.word(at) == "and" and any(
        one.last <= at and _tells_of_one(scene, one.last, at) for one in scene.phrases
    )


def _tells_of_one(scene: Scene, start: int, end: int) -> bool:
    """Whether some words at most say who the one before them is: ", a trader from Orlo,"."""
    if end - start > _LONGEST_APPOSITION:
        return False
    return all(
        scene.words[at].cls not in _OF_CLAUSES and predicate_at(scene.words, at) is None
        for at in range(start, end)
    )


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
