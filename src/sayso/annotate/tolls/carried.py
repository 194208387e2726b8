"""Carried on: what another verb of the sentence does to the same ones.

"Was led off and shot dead", "is recovering after he was shot", "a man who shot her".
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.annotate.tolls.dying import dies_after
from sayso.annotate.tolls.foretold import is_group_foretold
from sayso.annotate.tolls.groups import PERSONS, THINGS, group_of
from sayso.annotate.tolls.hits import (
    HARMED,
    HELD,
    PREPOSITIONS,
    Hit,
    has_object,
    is_around,
    predicate_before,
)
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import Predicate, Side, predicate_at
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.verbs import ADVERBS, AUXILIARIES, BE, NEGATIONS, REPORTING, verbs_after
from sayso.annotate.words import Class
from sayso.model import Effect

_ONE, _MANY = frozenset({"him", "her"}), frozenset({"them"})
_SUBJECTS: Mapping[str, bool | None] = {"he": True, "she": True, "they": False}
"""Pronouns that are subjects, and whether each stands for one."""
_SELVES = frozenset({"himself", "herself"})
_HE, _SHE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
_SEXES = ((_HE, _SHE | {"("}), (_SHE, _HE | {"("}))
"""Pronouns for one of either sex, with what parts them from a person told of before."""
_ELSE = frozenset("that when while where because ; :".split())
_THEN = frozenset("and then finally later , before".split())
_QUOTED = frozenset('"“”')
_SINCE = frozenset("after before while when by for".split())
_UNDONE = frozenset({"to", "not", "never"})
_NEW_CLAUSE = frozenset("; : but while when where after before as because if that".split())
_OF_SUBJECTS = Side.PASSIVE | Side.BEFORE
_KILLED = Predicate(Effect.KILLED, Side.AFTER)
_DIED = Predicate(Effect.KILLED, Side.BEFORE)
# Longer verb groups than this nearly always hold another subject.
_REACH = 22
_LONGEST_CLAUSE = 40
_LONGEST_APPOSITION = 8


def carry(scene: Scene, found: dict[int, Hit]) -> None:
    """Add what later verbs do to the phrases of a scene, by themselves or through "him" and "them"."""
    for number, phrase in enumerate(scene.phrases):
        if phrase.kind is not Kind.ANY and not phrase.is_loose:
            predicate = _later(scene, phrase)
            if predicate is not None:
                _add(found, number, phrase, predicate)
    for number, hit in found.items():
        if (
            _is_hurt(hit)
            and _is_still_told_of(scene, hit)
            and dies_after(scene, hit.until or hit.phrase.last)
        ):
            found[number] = replace(hit, predicates=(_DIED,))
    for number, predicate in _hit_subjects(scene):
        _add(found, number, scene.phrases[number], predicate)
    for number, predicate in _hit_themselves(scene, found):
        _add(found, number, scene.phrases[number], predicate)
    for at, predicate in _hit_pronouns(scene):
        antecedent = _antecedent(scene, at)
        if antecedent is not None:
            _add(found, antecedent, scene.phrases[antecedent], predicate)


def befalls_one_before(scene: Scene) -> tuple[Predicate, bool] | None:
    """What befell those whom a sentence's first word, "he" or "they", stands for, and whether it is one."""
    is_one = _SUBJECTS.get(scene.word(0))
    predicate = None if is_one is None else _befalling(scene, 1)
    return None if predicate is None or is_one is None else (predicate, is_one)


def _is_hurt(hit: Hit) -> bool:
    is_person = group_of(hit.phrase.nouns, hit.phrase.complement) not in THINGS
    return is_person and not hit.is_negated and all(one.effect is Effect.INJURED for one in hit.predicates)


def _is_still_told_of(scene: Scene, hit: Hit) -> bool:
    """Whether what follows can be said of those who are hit: as its subject, or through "who"."""
    after = hit.phrase.last + (scene.word(hit.phrase.last) == ",")
    return hit.until > 0 or scene.word(after) == "who"


def _add(found: dict[int, Hit], number: int, phrase: Phrase, predicate: Predicate) -> None:
    before = found[number].predicates if number in found else ()
    is_weak = all(one.is_weak for one in before)
    if is_weak and not (before and predicate.effect in HELD):
        found[number] = Hit(phrase, (predicate,))
    elif is_weak or (predicate.effect in HARMED and all(one.effect in HELD for one in before)):
        found[number] = Hit(phrase, (*before, predicate))


def _later(scene: Scene, phrase: Phrase) -> Predicate | None:
    """What is joined by "and" to the passive whose subject the phrase is: "was shot and died"."""
    if is_around(scene, phrase):
        return None
    for begin in verbs_after(scene, phrase.last):
        end = scene.past(ADVERBS | AUXILIARIES, begin)
        if any(scene.word(at) in BE for at in range(begin, end)):
            return _joined_passive(scene, end)
    return None


def _joined_passive(scene: Scene, begin: int) -> Predicate | None:
    for at in range(begin + 1, min(len(scene.words), begin + _REACH)):
        word = scene.words[at]
        if word.cls in (Class.RELATIVE, Class.PRONOUN, Class.AUXILIARY) or word.lower in _NEW_CLAUSE:
            return None
        if word.lower == "," and scene.word(begin).endswith("ing"):
            continue  # "were attending the party, held in Orlo"
        if word.lower in {"and", ","}:
            verb = scene.past(ADVERBS | BE if word.lower == "and" else ADVERBS, at + 1)
            passive = predicate_at(scene.words, verb)
            if (
                passive is not None
                and scene.word(verb) != "with"
                and passive[0].side & _OF_SUBJECTS
                and not has_object(scene, passive[1])
            ):
                return passive[0]
            if word.lower == "and" and at + 1 in scene.starting:
                return None
    return None


def _hit_subjects(scene: Scene) -> Iterator[tuple[int, Predicate]]:
    """The number of each phrase that "he", or nobody named again, stands for as one who is hit.

    "A boy is recovering after he was shot", "was taken to a clinic after being shot".
    """
    firsts: Mapping[bool | None, int] | None = None
    for at in range(1, len(scene.words)):
        word, before = scene.word(at), scene.word(at - 1)
        is_he = before not in REPORTING or scene.word(at - 3) in _SINCE or scene.word(at - 2) == "who"
        if word in _SUBJECTS and is_he:
            predicate, is_one = _befalling(scene, at + 1), _SUBJECTS[word]
        elif before in _SINCE and scene.word(scene.past(ADVERBS, at)).endswith("ing"):
            predicate, is_one = _befalling(scene, at), None
        else:
            continue
        if predicate is not None:
            firsts = _first_persons(scene) if firsts is None else firsts
            number = _told_by(scene, at) if scene.word(at - 2) == "who" else firsts.get(is_one)
            number = _brought(scene, at) if before == "where" and is_one else number
            if number is not None and _may_befall(scene, scene.phrases[number], at, predicate):
                yield number, predicate


def _brought(scene: Scene, at: int) -> int | None:
    """The number of the last one told of before "where he", of several who may have come there."""
    told = [number for number in _persons(scene) if scene.phrases[number].last < at]
    return next((number for number in reversed(told) if not scene.phrases[number].bounds.is_plural), None)


def _may_befall(scene: Scene, phrase: Phrase, at: int, predicate: Predicate) -> bool:
    """Whether the pronoun at word `at` can stand for a phrase.

    Nobody tells of his own death. What a bracket tells, it tells of those right before it, and where another
    pronoun, "his" or "her", has stood for the phrase, this one is somebody else.
    """
    if phrase.last > at or (predicate.effect is Effect.KILLED and _speaks(scene, phrase)):
        return False
    others = next((others for own, others in _SEXES if scene.word(at) in own), frozenset("("))
    return others.isdisjoint(scene.word(n) for n in range(max(phrase.last, at - _LONGEST_CLAUSE), at))


def _hit_themselves(scene: Scene, found: Mapping[int, Hit]) -> Iterator[tuple[int, Predicate]]:
    """Who did it to himself: "a man shot his wife and then killed himself", "shot his wife and himself"."""
    selves = [at for at in range(1, len(scene.words)) if scene.word(at) in _SELVES]
    ended = (
        {hit.phrase.last: hit.predicates[0] for hit in found.values() if not hit.is_negated} if selves else {}
    )
    doers = [n for n in _persons(scene) if _may_have_done_it(scene, found, n)] if selves else []
    for at in selves:
        ending = predicate_before(scene, at + 1)
        then = scene.back_past(_THEN, at)
        if ending is not None and scene.word(ending[1] - 1) in _UNDONE:
            continue  # "tried to kill himself"
        predicate = ending[0] if ending is not None else (ended.get(then) if then < at else None)
        before = bisect_right(doers, at, key=lambda number: scene.phrases[number].last)
        if predicate is not None and before and _is_one_clause(scene, doers[before - 1], at):
            yield doers[before - 1], predicate


def _may_have_done_it(scene: Scene, found: Mapping[int, Hit], number: int) -> bool:
    """Whether a phrase counts one whom nothing has hit as a verb's object."""
    phrase = scene.phrases[number]
    is_object = number in found and not found[number].until
    is_aside = scene.word(phrase.first - 1) in PREPOSITIONS and scene.word(phrase.last) != "who"
    return not is_object and not is_aside and not phrase.bounds.is_plural


def _is_one_clause(scene: Scene, number: int, at: int) -> bool:
    """Whether nobody else becomes the subject between a phrase and word `at`."""
    begin = scene.phrases[number].last
    between = scene.words[begin:at]
    is_near = len(between) <= _LONGEST_CLAUSE
    if any(scene.word(n) == "who" and scene.is_of_nearer(begin, n) for n in range(begin, at)):
        return False  # "was shot by a guard who killed himself"
    return is_near and all(word.cls is not Class.PRONOUN and word.lower not in _ELSE for word in between)


def _told_by(scene: Scene, at: int) -> int | None:
    """The number of the one whom "who said he", which ends at word `at`, follows."""
    near = (number for number, phrase in enumerate(scene.phrases) if phrase.last == at - 2)
    return next(near, None)


def _befalling(scene: Scene, begin: int) -> Predicate | None:
    """What the verb from word `begin` on says befell its subject: "was shot", "accidentally shot himself"."""
    end = scene.past(ADVERBS | AUXILIARIES, begin)
    said = {scene.word(at) for at in range(begin, end)}
    found = predicate_at(scene.words, end)
    if found is None or found[0].effect not in HARMED or said & NEGATIONS or has_object(scene, found[1]):
        return None
    if is_group_foretold(scene, begin, end, found[0]):
        return None
    is_hit = found[0].side & Side.BEFORE and not found[0].side & Side.AFTER
    if not is_hit and not (found[0].side & Side.PASSIVE and said & BE):
        return None
    later = _joined_passive(scene, end) if found[0].is_weak else None
    return later or found[0]


def _first_persons(scene: Scene) -> Mapping[bool | None, int]:
    """The number of the first phrase that is one person (True), several (False), or either (None)."""
    found: dict[bool | None, int] = {}
    said = [(number, _speaks(scene, scene.phrases[number])) for number in _persons(scene)]
    # "Oro said that a boy was in the yard when he was shot": he is the boy, where there is one.
    for number, _ in sorted(said, key=lambda one: one[1]):
        found.setdefault(not scene.phrases[number].bounds.is_plural, number)
        found.setdefault(None, number)
    return found


def _persons(scene: Scene) -> Iterator[int]:
    """The numbers of the phrases that a pronoun can stand for as one who is hit."""
    for number, phrase in enumerate(scene.phrases):
        if is_around(scene, phrase) or _is_spokesman(scene, phrase):
            continue
        if phrase.kind is Kind.NAME and scene.word(phrase.first - 1) in PREPOSITIONS:
            continue
        if is_person(phrase):
            yield number


def is_person(phrase: Phrase) -> bool:
    """Whether a phrase counts people, surely so many."""
    if phrase.kind is Kind.ANY or phrase.is_loose:
        return False
    return phrase.kind is Kind.NAME or group_of(phrase.nouns, phrase.complement) in PERSONS


def _speaks(scene: Scene, phrase: Phrase) -> bool:
    verb = phrase.last
    if scene.word(verb) == ",":  # "Oro, a nurse, said"
        near = range(verb + 1, verb + _LONGEST_APPOSITION)
        verb = next((at + 1 for at in near if scene.word(at) == ","), verb)
    return phrase.kind is Kind.NAME and scene.word(scene.past(AUXILIARIES, verb)) in REPORTING


def _is_spokesman(scene: Scene, phrase: Phrase) -> bool:
    """Whether somebody with a title says what befell another: "Deputy Rem Tov said that he was shot"."""
    is_titled = phrase.kind is Kind.NAME and (phrase.name or 0) > phrase.first
    return is_titled and scene.word(scene.past(AUXILIARIES, phrase.last)) in REPORTING


def _hit_pronouns(scene: Scene) -> Iterator[tuple[int, Predicate]]:
    """Each "him", "her" or "them" that a predicate hits, with the predicate."""
    for at in range(1, len(scene.words)):
        if scene.word(at) not in _ONE | _MANY or scene.word(at - 1) == "of" or _is_possessive(scene, at):
            continue
        follows = predicate_at(scene.words, at + 1)
        if follows is not None and follows[0].side == Side.BEFORE and follows[0].effect is Effect.KILLED:
            yield at, _KILLED  # "shot him dead", "beat her to death"
            continue
        ending = predicate_before(scene, at)
        if ending is None or scene.word(ending[1] - 1) in _UNDONE or not ending[0].side & Side.AFTER:
            continue
        yield at, ending[0]


def _is_possessive(scene: Scene, at: int) -> bool:
    """Whether "her" owns what follows: "killed her brother"."""
    if scene.word(at) != "her" or at + 1 >= len(scene.words):
        return False
    following = scene.words[at + 1]
    return following.cls in (Class.OPEN, Class.NUMBER) and predicate_at(scene.words, at + 1) is None


def _antecedent(scene: Scene, at: int) -> int | None:
    """The number of the phrase nearest before a pronoun that it can stand for."""
    is_one = scene.word(at) in _ONE
    ending = predicate_before(scene, at)
    verb = at - 1 if ending is None else ending[1]
    for number in reversed(range(len(scene.phrases))):
        phrase = scene.phrases[number]
        if phrase.last >= at or scene.word(phrase.first - 2) == "according":
            continue
        if any(scene.word(n) in _QUOTED for n in range(phrase.last, at)):
            return None  # told by another voice
        if scene.past(ADVERBS | AUXILIARIES, phrase.last) == verb:
            continue  # "Oro died after Tov shot him": not himself
        if is_person(phrase) and phrase.bounds.is_plural is not is_one:
            return number
    return None
