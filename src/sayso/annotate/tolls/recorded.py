"""Recorded: what a noun says befell those it counts: "ten casualties", "the toll rose to 45"."""

from dataclasses import replace

from sayso.annotate.tolls.bounds import Bounds
from sayso.annotate.tolls.groups import is_plural
from sayso.annotate.tolls.hits import Hit
from sayso.annotate.tolls.phrases import ARTICLES, Kind, Phrase
from sayso.annotate.tolls.predicates import COUNT_NOUNS, LIFE_TAKERS, Predicate, Side, predicate_at
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.verbs import AUXILIARIES, BE
from sayso.annotate.words import Class
from sayso.model import Effect, Qualifier

_FREED = frozenset(
    "rescue rescued rescues rescuing freed released freeing releasing release frees releases".split()
)
# "Four of the wounded are children" counts those four as well.
_HARMED = frozenset("dead deceased injured wounded".split())
_DEAD = frozenset("body corpse death fatality".split())
_ALSO = frozenset({"also", "among", "those"})
_TAKEN = frozenset("lost claimed taken".split())
_PASSED = frozenset(
    "past passed passes surpassed surpasses crossed crosses exceeds exceeded topped tops".split()
)
_TOPPED = _PASSED | frozenset("reached reaches hit hits".split())
_REACHED = _TOPPED | frozenset("to at is was now toll :".split())
_RECORD_REACH = 18
_AFTER_REACH = 10
_BRINGING = frozenset(
    "bring brings brought bringing take takes took taking raise raises raised raising".split()
)
_ROSE = frozenset("rose risen rises rising climbed climbs climbing jumped grew grown increased up".split())
_ROSE_REACH = 5
_TOTALS = frozenset("number total tally figure".split())
_PUTTING = frozenset("put puts putting estimated estimates".split())
_PUT_THE = frozenset((put, "the") for put in _PUTTING)
_SHOT_VICTIMS = frozenset({("shooting",), ("gunshot",), ("shot",), ("stabbing",), ("gun",)})
_SHOT = Predicate(Effect.INJURED, Side.BEFORE, is_weak=True)
_INCLUDING = frozenset("include includes included including are is were was :".split())


def as_count(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "ten casualties", "no injuries": the noun says what happened."""
    nouns = (phrase.nouns[-1:] or ("",)) + phrase.also[-1:]
    before = {scene.word(phrase.first - 1), scene.word(phrase.first - 2)}
    if nouns[0] in {"victim", "victims"} and phrase.nouns[-2:-1] in _SHOT_VICTIMS:
        return Hit(phrase, (_SHOT,), until=phrase.last)
    effects = [COUNT_NOUNS[noun] for noun in nouns if noun in COUNT_NOUNS]
    if nouns[0] == "loss" and phrase.complement == ("life",):
        effects = [Effect.KILLED]
    is_share = phrase.is_partitive and (scene.word(phrase.last) not in BE or nouns[0] not in _HARMED)
    if phrase.is_further and nouns == ("",) and scene.word(phrase.last) in _DEAD:
        one_more = replace(phrase, last=phrase.last + 1, nouns=(scene.word(phrase.last),))
        return Hit(one_more, (Predicate(Effect.KILLED, Side.BEFORE),))  # "a fourth body was found"
    if not effects or phrase.kind not in (Kind.NUMBER, Kind.ANY) or is_share:
        return None
    if before & _FREED or scene.word(phrase.first - 1) in {"the", "these", "those"}:
        return None
    return Hit(phrase, (Predicate(effects[0], Side.BEFORE),), until=phrase.last)


def of_lives(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "claimed 30 lives", "cost the life of a boy", "no lives were lost"."""
    if phrase.nouns == ("life",) and phrase.complement and scene.word(phrase.first - 1) in LIFE_TAKERS:
        whose = phrase.last - len(phrase.complement)
        nouns = tuple(word for word in phrase.complement if word not in ARTICLES | {"the"})
        one = replace(phrase, first=whose, nouns=nouns, complement=(), kind=Kind.ARTICLE)
        return Hit(one, (Predicate(Effect.KILLED, Side.AFTER),))
    is_one = phrase.nouns[-1:] == ("life",) and phrase.kind is Kind.NUMBER
    if not is_one and phrase.nouns[-1:] != ("lives",) and phrase.also[-1:] != ("lives",):
        return None
    before = {scene.word(phrase.first - 1), scene.word(phrase.first - 2)}
    is_taken = scene.word(scene.past(AUXILIARIES, phrase.last)) in _TAKEN
    return Hit(phrase, (Predicate(Effect.KILLED, Side.AFTER),)) if is_taken or before & LIFE_TAKERS else None


def among(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "the dead include two girls", "among the wounded was a priest", "Col. Oro was among the dead"."""
    at = phrase.first
    behind = scene.past(BE, phrase.last + (scene.word(phrase.last) == ","))
    if behind > phrase.last and scene.word(behind) == "among" and scene.word(behind + 1) == "the":
        numbered = scene.words[min(behind + 2, len(scene.words) - 1)].cls is Class.NUMBER  # "the 7 dead"
        effect = COUNT_NOUNS.get(scene.word(behind + 2 + numbered))
        return Hit(phrase, (Predicate(effect, Side.BEFORE),)) if effect is not None else None
    if scene.word(at - 1) in BE:
        inverted = predicate_at(scene.words, scene.past(_ALSO, 0))  # "Killed were Ana Oro, 30, and Rem Tov"
        is_owner = scene.word(phrase.last) in {"'", "’", "'s"}  # "Tov's sons"
        if inverted is not None and inverted[1] == at - 1 and not is_owner:
            return Hit(phrase, (inverted[0],))
    if scene.word(at - 1) not in _INCLUDING or scene.word(at - 2) not in COUNT_NOUNS:
        return None
    if scene.word(at - 3) not in {"the", "those"} or scene.word(at - 4) == "of":
        return None
    if phrase.bounds.is_plural and not is_plural(scene.word(at - 2)):
        return None  # "The victim was 17": how old
    return Hit(phrase, (Predicate(COUNT_NOUNS[scene.word(at - 2)], Side.AFTER),))


def as_record(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "the death toll rose to 45", "the number of people arrested stands at 11", "put the dead at 12"."""
    if phrase.kind is not Kind.NUMBER or scene.word(phrase.first - 1) not in _REACHED:
        return None
    if scene.word(phrase.first - 2) in _BRINGING and scene.word(phrase.last) == "the":
        return _of_record_after(scene, phrase)
    phrase = _topping(scene, phrase)
    for at in range(phrase.first - 1, max(-1, phrase.first - _RECORD_REACH), -1):
        if scene.word(at) == "toll":
            counted = COUNT_NOUNS.get(scene.word(at - 1), Effect.KILLED)
            return Hit(phrase, (Predicate(counted, Side.AFTER),))
        if scene.word(at) in _TOTALS or (scene.word(at), scene.word(at + 1)) == ("count", "of"):
            return _counted_between(scene, phrase, at) or _counted_before(scene, at, phrase)
        is_put = (scene.word(at - 2), scene.word(at - 1)) in _PUT_THE
        if scene.word(at) in COUNT_NOUNS and (is_put or (phrase.is_loose and _mounts(scene, phrase, at))):
            return Hit(phrase, (Predicate(COUNT_NOUNS[scene.word(at)], Side.AFTER),))
    return None


def _topping(scene: Scene, phrase: Phrase) -> Phrase:
    """The phrase as more than its number where a toll has "passed 100"."""
    is_more = scene.word(phrase.first - 1) in _PASSED and phrase.bounds.qualifier is Qualifier.EXACT
    more = Bounds((phrase.bounds.low or 0) + 1, None, Qualifier.AT_LEAST)
    return replace(phrase, bounds=more) if is_more else phrase


def _of_record_after(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "brings to 47 the number of people killed", "bringing to 12 the death toll"."""
    for at in range(phrase.last + 1, min(len(scene.words), phrase.last + _AFTER_REACH)):
        found = predicate_at(scene.words, at)
        effect = found[0].effect if found is not None else COUNT_NOUNS.get(scene.word(at))
        if effect is not None or scene.word(at) == "toll":
            return Hit(phrase, (Predicate(effect or Effect.KILLED, Side.AFTER),), until=phrase.last)
    return None


def _counted_before(scene: Scene, total: int, phrase: Phrase) -> Hit | None:
    """What "died, bringing the total to 26" or "put the number at 26" counts, said before word `total`."""
    if scene.word(total - 2) not in _BRINGING | _PUTTING:
        return None
    near = range(total - 3, max(-1, total - _RECORD_REACH), -1)
    effects = [found[0].effect for at in near if (found := predicate_at(scene.words, at)) is not None]
    if not effects:
        return None
    effect = Effect.KILLED if Effect.KILLED in effects else effects[0]  # "died of their wounds"
    return Hit(phrase, (Predicate(effect, Side.AFTER),))


def _mounts(scene: Scene, phrase: Phrase, at: int) -> bool:
    """Whether the dead or hurt of word `at` come to a number: "deaths reached 17", "rose by three to 17"."""
    verb = scene.word(phrase.first - 1)
    before = {scene.word(each) for each in range(max(at, phrase.first - _ROSE_REACH), phrase.first - 1)}
    return is_plural(scene.word(at)) and (verb in _TOPPED or (verb == "to" and not _ROSE.isdisjoint(before)))


def _counted_between(scene: Scene, phrase: Phrase, at: int) -> Hit | None:
    """What "the number of people arrested" counts, said between word `at` and the phrase."""
    for inside in range(at + 1, phrase.first - 1):
        found = predicate_at(scene.words, inside)
        effect = found[0].effect if found is not None else COUNT_NOUNS.get(scene.word(inside))
        if effect is not None:
            return Hit(phrase, (Predicate(effect, Side.AFTER),))
    return None
