"""Linking: which predicate hits which phrase, by where the two stand in the sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import COUNT_NOUNS, LIFE_TAKERS, Predicate, Side, predicate_at
from sayso.annotate.words import Class, Word
from sayso.model import Effect

_BE = frozenset("was were is are be been being get gets got getting".split())
_AUX = _BE | frozenset("have has had may might could would will should having to not n't can must wasn't weren't".split())
_NEGATIONS = frozenset("not n't never wasn't weren't hasn't haven't".split())
_ADVERBS = frozenset(
    "also reported reportedly believed feared confirmed presumed said allegedly apparently later still then"
    " seriously badly severely slightly lightly critically gravely fatally mortally only already all both each either"
    " subsequently instantly immediately thought known officially now just previously recently brutally accidentally"
    " severly totally completely partially partly heavily once again today yesterday tonight found"
    " deliberately presumably nearly almost never first listed even more least currently continued most the"
    " provisionally formally morning afternoon evening this last week".split()
)
_REPORTING = frozenset("said says say told announced reports added stated claimed declared noted".split())
_SEPARATORS = frozenset(
    tuple(words.split())
    for words in (
        "as well as|along with|together with|and also|in addition to|and|or|including|among them|plus|but also|and both"
        "|with|and the|and another"
    ).split("|")
)
_MARKS = frozenset(", ; : - – — -- & \" “ ” /".split())
_AGENTLESS = frozenset("in at on near from by against around aboard under through into across about inside outside via within".split())
_ATTRIBUTES = frozenset(
    "identified named suspected accused aged working belonging believed known wearing riding travelling traveling"
    " linked loyal waiting trying attempting armed carrying living involved participating".split()
)
_PLANS = frozenset("to attempted planned threatened".split())
_REACH = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase, and what happened to those it counts."""

    phrase: Phrase
    predicate: Predicate
    negated: bool = False
    """Whether they are said to have come to no harm."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of one sentence and the phrases among them, by the words they begin and end at."""

    words: Sequence[Word]
    phrases: Sequence[Phrase]
    starting: Mapping[int, int]

    @classmethod
    def of(cls, words: Sequence[Word], phrases: Sequence[Phrase]) -> "Scene":
        """The scene of a sentence."""
        return cls(words, phrases, {phrase.first: number for number, phrase in enumerate(phrases)})

    def word(self, at: int) -> str:
        """Word `at` in lower case, empty outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""


def hits_in(scene: Scene) -> Iterator[Hit]:
    """The phrases that a predicate hits, in order: those beside one first, then their neighbours in a list."""
    found: dict[int, Hit] = {}
    for number, phrase in enumerate(scene.phrases):
        beside = _beside(scene, phrase)
        if beside is not None:
            found[number] = beside
    joined = _joined_to_next(scene)
    for number in range(1, len(scene.phrases)):
        _share(scene, found, source=number - 1, target=number, joined=joined[number - 1])
    for number in reversed(range(len(scene.phrases) - 1)):
        _share(scene, found, source=number + 1, target=number, joined=joined[number])
    yield from (hit for _, hit in sorted(found.items()))


def _share(scene: Scene, found: dict[int, Hit], *, source: int, target: int, joined: bool) -> None:
    if joined and target not in found and source in found and not scene.phrases[target].is_loose:
        found[target] = replace(found[source], phrase=scene.phrases[target])


def _joined_to_next(scene: Scene) -> list[bool]:
    """For each phrase, whether it and the next stand in one list; a comma joins only in a list with "and"."""
    kinds = [_separator(scene, a.last, b.first) for a, b in zip(scene.phrases, scene.phrases[1:], strict=False)]
    joined, follows = [False] * len(scene.phrases), False
    for number in reversed(range(len(kinds))):
        follows = kinds[number] == "and" or (kinds[number] == "mark" and follows)
        joined[number] = follows
    return joined


def _separator(scene: Scene, start: int, end: int) -> str | None:
    """What stands between two phrases of a list: "and" (or the like), "mark", or None for anything else."""
    start = _past_attribute(scene, start, end)
    between = tuple(word for at in range(start, end) if (word := scene.word(at)) not in _MARKS)
    if between in _SEPARATORS or (between and between[0] in {"including"} and len(between) <= 2):
        return "and"
    marks = {scene.word(at) for at in range(start, end)}
    return "mark" if not between and end > start and not marks & {":"} else None


def _past_attribute(scene: Scene, start: int, end: int) -> int:
    """Past "in Orlo" or ", 42," before what separates two members of a list."""
    at = start
    if scene.words[at].cls is Class.PREPOSITION and scene.word(at) not in {"including", "with", "by"}:
        at += 1
        while at < end and scene.words[at].cls in (Class.OPEN, Class.DETERMINER) and predicate_at(scene.words, at) is None:
            at += 1
        return at if at < end and at - start <= 6 else start
    return start


# what stands beside a phrase


def _beside(scene: Scene, phrase: Phrase) -> Hit | None:
    """What hits the phrase by itself, whatever its neighbours are."""
    if phrase.state is not None and (phrase.kind is not Kind.ANY):
        return Hit(phrase, phrase.state)
    participle = _participle(scene, phrase)
    if participle is not None and phrase.kind is not Kind.NAME:
        return Hit(phrase, participle)
    verb = _governing(scene, phrase)
    if verb is not None:
        return Hit(phrase, verb)
    subject = _as_subject(scene, phrase)
    return subject if subject is not None else _as_count_noun(scene, phrase)


def _as_count_noun(scene: Scene, phrase: Phrase) -> Hit | None:
    """"ten casualties", "no injuries": the noun says what happened."""
    noun = phrase.nouns[-1] if phrase.nouns else ""
    if noun == "lives" and {scene.word(at) for at in range(phrase.first - 2, phrase.first)} & LIFE_TAKERS:
        return Hit(phrase, Predicate(Effect.KILLED, Side.AFTER))
    if noun not in COUNT_NOUNS or phrase.kind not in (Kind.NUMBER, Kind.ANY) or phrase.is_partitive:
        return None
    if scene.word(phrase.first - 1) in {"the", "these", "those", "freed", "released", "freeing", "releasing", "release"}:
        return None
    return Hit(phrase, Predicate(COUNT_NOUNS[noun], Side.BEFORE))


def _participle(scene: Scene, phrase: Phrase) -> Predicate | None:
    """A participle or adjective right after the phrase: "35 injured", "two seriously wounded"."""
    at = phrase.last
    while scene.word(at) in _ADVERBS:
        at += 1
    found = predicate_at(scene.words, at)
    if found is None:
        return None
    predicate, end = found
    if predicate.side & Side.BEFORE or (predicate.side & Side.PASSIVE and not _has_object(scene, end)):
        return _with_next(scene, predicate, end)
    return None


def _has_object(scene: Scene, at: int) -> bool:
    if at >= len(scene.words):
        return False
    word = scene.words[at]
    if word.lower.endswith("day") or word.lower in _ADVERBS:
        return False
    return at in scene.starting or word.cls in (Class.DETERMINER, Class.OPEN, Class.PRONOUN)


def _with_next(scene: Scene, predicate: Predicate, end: int) -> Predicate:
    """The predicate with the one joined to it: "killed or wounded" counts both together."""
    if scene.word(end) not in {"or", "and", ",", "/"}:
        return predicate
    at = end + 1
    while scene.word(at) in _ADVERBS:
        at += 1
    other = predicate_at(scene.words, at)
    if other is None or _has_object(scene, other[1]):
        return predicate
    return _both(predicate, other[0])


def _both(one: Predicate, other: Predicate) -> Predicate:
    if one.weak or other.weak:
        return other if one.weak else one
    if {one.effect, other.effect} == {Effect.KILLED, Effect.INJURED}:
        return replace(one, effect=Effect.CASUALTIES)
    return one


def _governing(scene: Scene, phrase: Phrase) -> Predicate | None:
    """The predicate that the phrase is the object of: "killed two", "the murder of two"."""
    at = phrase.first
    while scene.word(at - 1) in _ADVERBS | {"these", "those", ":", '"', "“", "”"}:
        at -= 1
    side = Side.AFTER
    if scene.word(at - 1) == "of":
        side, at = Side.OF, at - 1
        while scene.word(at - 1) in {'"', "”", "“"}:
            at -= 1
    for length in (4, 3, 2, 1):
        found = predicate_at(scene.words, at - length) if at >= length else None
        if found is None or found[1] != at:
            continue
        predicate, begin = found[0], at - length
        if not predicate.side & side or scene.word(begin - 1) in _PLANS:
            return None
        if side is Side.AFTER and _is_passive(scene, begin, predicate):
            return None
        return _with_previous(scene, predicate, begin)
    return None


def _is_passive(scene: Scene, at: int, predicate: Predicate) -> bool:
    if not predicate.side & Side.PASSIVE:
        return False
    at -= 1
    while scene.word(at) in _ADVERBS:
        at -= 1
    return scene.word(at) in _BE


def _with_previous(scene: Scene, predicate: Predicate, at: int) -> Predicate:
    if scene.word(at - 1) not in {"or", "and", "/"}:
        return predicate
    for length in (3, 2, 1):
        other = predicate_at(scene.words, at - 1 - length) if at > length else None
        if other is not None and other[1] == at - 1:
            return _both(other[0], predicate)
    return predicate


# what a phrase is the subject of


def _as_subject(scene: Scene, phrase: Phrase) -> Hit | None:
    """The passive or intransitive verb that the phrase is the subject of: "two of them were killed"."""
    if phrase.is_loose or scene.word(phrase.first - 1) in _AGENTLESS:
        return None
    verb = _past_modifiers(scene, phrase.last)
    if verb is None:
        return None
    at = verb
    while scene.word(at) in _AUX or scene.word(at) in _ADVERBS:
        at += 1
    said = {scene.word(index) for index in range(verb, at)}
    found = predicate_at(scene.words, at)
    if found is None:
        return None
    predicate, end = found
    if phrase.kind is Kind.NAME and said & {"were", "are", "have"}:
        return None
    if predicate.side & Side.BEFORE or (predicate.side & Side.PASSIVE and said & (_BE | {"wasn't", "weren't"})):
        return Hit(phrase, _with_next(scene, predicate, end), negated=bool(said & _NEGATIONS))
    return None


def _past_modifiers(scene: Scene, at: int) -> int | None:
    """Where the verb begins, past what may stand between a subject and its verb; None where it is not reached."""
    stop = min(len(scene.words), at + _REACH)
    if scene.word(at) in {"(", "["}:
        at = _past_bracket(scene, at)
    while at < stop:
        word = scene.words[at]
        if _verb_begins(scene, at):
            return at
        if word.lower in {",", "-", "–", "—"}:
            return _past_apposition(scene, at, stop)
        if word.cls is Class.RELATIVE or word.lower == "that":
            at += 1
        elif word.lower in {"and", "or"}:
            return _past_bare(scene, at, stop)
        elif word.cls is Class.PREPOSITION or word.lower in _ATTRIBUTES:
            at = _past_prepositional(scene, at + 1, stop)
        else:
            return None
    return None


def _verb_begins(scene: Scene, at: int) -> bool:
    if scene.word(at) in _AUX or predicate_at(scene.words, at) is not None:
        return True
    while scene.word(at) in _ADVERBS:
        at += 1
    return scene.word(at) in _AUX or predicate_at(scene.words, at) is not None


def _past_prepositional(scene: Scene, at: int, stop: int) -> int:
    inside = (Class.OPEN, Class.DETERMINER, Class.NUMBER, Class.PRONOUN)
    while at < stop and (scene.words[at].cls in inside or scene.word(at) in {"'s", '"', "“", "”"}):
        if predicate_at(scene.words, at) is not None or scene.word(at) in _REPORTING:
            return at
        at += 1
    return at


def _past_apposition(scene: Scene, at: int, stop: int) -> int | None:
    if scene.word(at + 1) in {"and", "but"}:
        return None
    for end in range(at + 1, stop):
        if scene.word(end) in {",", "-", "–", "—"} and _verb_begins(scene, end + 1):
            return end + 1
        if scene.word(end) in _REPORTING | {";", ":"}:
            return None
    return None


def _past_bare(scene: Scene, at: int, stop: int) -> int | None:
    """Past "and civilians" in "several soldiers and civilians were hurt"."""
    for end in range(at + 1, min(stop, at + 6)):
        if scene.word(end) in _AUX:
            return end if end > at + 1 else None
        if scene.words[end].cls is not Class.OPEN or predicate_at(scene.words, end):
            return None
    return None


def _past_bracket(scene: Scene, at: int) -> int:
    for end in range(at, min(len(scene.words), at + _REACH)):
        if scene.word(end) in {")", "]"}:
            return end + 1
    return at
