"""Linking: which predicate hits which phrase: those beside one, their neighbours in a list, their parts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.annotate.tolls.beside import hit_beside, is_listed
from sayso.annotate.tolls.bounds import NONE
from sayso.annotate.tolls.carried import carry, is_person
from sayso.annotate.tolls.foretold import is_supposed, is_yet_to_be
from sayso.annotate.tolls.groups import group_of
from sayso.annotate.tolls.hits import AROUND, PREPOSITIONS, Hit, predicate_before
from sayso.annotate.tolls.labelled import as_kind
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import Predicate, predicate_at
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.verbs import ADVERBS, BE, MARKS, REPORTING
from sayso.annotate.words import Class, class_of

_AND = frozenset(
    tuple(words.split())
    for words in (
        "and|or|as well as|along with|together with|and also|in addition to|including|among them|plus"
        "|but also|and both|and the|and then|and later|and at"
    ).split("|")
)
"""What joins the members of a list."""
_PARTS = frozenset({("including",), ("and", "including"), ("among", "them")})
"""What parts those that a predicate has already hit."""
_ADDED = frozenset(
    tuple(words.split()) for words in ("along with|together with|in addition to|as well as".split("|"))
)
"""What adds to them, unless another predicate follows that hits the added."""
_OPENS_CLAUSE = frozenset({Class.AUXILIARY, Class.CONJUNCTION, Class.PRONOUN, Class.RELATIVE})
_NEW = frozenset({Kind.ARTICLE, Kind.NUMBER, Kind.NAME})
"""The phrases by which somebody is told of for the first time."""
_LOOK_BACK = 8
_PARTICLES = frozenset("out up off down over away".split())
# What only says who the one before it is begins with one of these: ", a nurse from Orlo, and her son".
_OPENS_ASIDE = frozenset("a an the his her their identified named known aged also alias believed".split())
_LONGEST_ASIDE = 16
_LONGEST_LINK = 12
_AFTER_AGE = frozenset({",", ";", "and"})
_JOINING = MARKS | frozenset("and or both".split())
_LEFT_OUT = MARKS | frozenset("( the his her their its".split())


def hits_in(scene: Scene) -> list[Hit]:
    """The phrases that a predicate hits, in order.

    First those that stand beside a predicate, then their parts ("were hurt, including two girls"), then the
    neighbours of both in a list, then those added after the predicate ("died along with two girls").
    """
    found = {number: hit for number, phrase in enumerate(scene.phrases) if (hit := _hit(scene, phrase))}
    _count_again(scene, found, _PARTS)
    _count_kinds(scene, found)
    joined = _joined_to_next(scene)
    for number in range(1, len(scene.phrases)):
        if joined[number - 1]:
            _share(scene, found, source=number - 1, target=number)
    for number in reversed(range(len(scene.phrases) - 1)):
        if joined[number]:
            _share(scene, found, source=number + 1, target=number)
    _list_the_known(scene, found, joined)
    _count_again(scene, found, _ADDED)
    _count_again(scene, found, _PARTS)
    carry(scene, found)
    return [hit for _, hit in sorted(found.items())]


def hits_before(scene: Scene, predicate: Predicate, is_one: bool) -> list[Hit]:
    """Whom the next sentence says to be hit: "A gunman fired at four men. They were all shot in the foot."

    Nobody where it could be several, or somebody whom the scene itself says to be hit.
    """
    told = [one for one in scene.phrases if is_person(one) and one.bounds.is_plural is not is_one]
    if len(told) != 1 or told[0].kind not in _NEW:
        return []
    is_hit = any(hit.phrase.bounds.is_plural is not is_one for hit in hits_in(scene))
    return [] if is_hit else [Hit(told[0], (predicate,))]


def _hit(scene: Scene, phrase: Phrase) -> Hit | None:
    if is_supposed(scene, phrase):
        return None
    hit = hit_beside(scene, phrase)
    return None if hit is not None and is_yet_to_be(scene, phrase) else hit


def _count_again(scene: Scene, found: dict[int, Hit], links: frozenset[tuple[str, ...]]) -> None:
    for number, phrase in enumerate(scene.phrases):
        hit = _last_hit(scene, number, found) if number not in found else None
        again = _again(scene, phrase, hit, links) if hit is not None else None
        if again is not None:
            found[number] = again


def _list_the_known(scene: Scene, found: dict[int, Hit], joined: list[bool]) -> None:
    """Know the driver of "the driver and two passengers" for one told of beside others, not before them."""
    for number, hit in found.items():
        beside = [other for other in (number - 1, number + 1) if joined[min(number, other)]]
        if hit.phrase.kind is Kind.DEFINITE and any(
            other in found and scene.phrases[other].kind is not Kind.DEFINITE for other in beside
        ):
            found[number] = replace(hit, is_shared=True)


def _count_kinds(scene: Scene, found: dict[int, Hit]) -> None:
    for number, phrase in enumerate(scene.phrases):
        if number in found or not phrase.is_loose:
            continue
        of_kind = as_kind(scene, phrase, _last_hit(scene, number, found))
        if of_kind is not None:
            found[number] = of_kind


def _share(scene: Scene, found: dict[int, Hit], *, source: int, target: int) -> None:
    """Let a phrase that nothing hits share what hits its neighbour."""
    phrase = scene.phrases[target]
    if target in found or source not in found or phrase.is_loose:
        return
    before = scene.word(phrase.first - 1)
    if source > target and before in AROUND:
        return
    if phrase.kind is Kind.NAME and before in PREPOSITIONS:
        return
    if phrase.bounds != NONE and scene.phrases[source].bounds == NONE:
        return
    if source > target and _has_clause(scene, found[source]) and _is_of_other_verb(scene, phrase):
        return
    if phrase.kind is Kind.ARTICLE and group_of(phrase.nouns) is None and not phrase.is_aged:
        return
    found[target] = replace(found[source], phrase=phrase, is_shared=target < source)


def _has_clause(scene: Scene, hit: Hit) -> bool:
    """Whether those hit are the subject of a verb of their own: "3 were hurt"."""
    return any(scene.word(at) in BE for at in range(hit.phrase.last, hit.until))


def _is_of_other_verb(scene: Scene, phrase: Phrase) -> bool:
    """Whether a verb that hits nobody has a phrase as its object: "stopped 40 people, and 3 were hurt"."""
    verb = scene.word(phrase.first - 1 - (scene.word(phrase.first - 1) in _PARTICLES))
    is_verb = verb.endswith(("ed", "ing")) and verb not in REPORTING | PREPOSITIONS | {"including"}
    return is_verb and predicate_before(scene, phrase.first) is None


def _joined_to_next(scene: Scene) -> list[bool]:
    """For each phrase, whether it and the next stand in one list; a comma joins only in a list with "and"."""
    pairs = zip(scene.phrases, scene.phrases[1:], strict=False)
    between = [_between(scene, one, other) for one, other in pairs]
    joined, follows = [False] * len(scene.phrases), _ends_with_self(scene)
    for number in reversed(range(len(between))):
        follows = between[number] == "and" or (between[number] == "mark" and follows)
        joined[number] = follows
    if between and _opens_headline(scene):
        joined[0] = joined[0] or between[0] == "mark"
    is_labelled = False
    for number, stands in enumerate(between):  # "The dead: 4 men, 3 women, 2 boys"
        is_labelled = is_labelled or scene.word(scene.phrases[number].first - 1) == ":"
        is_labelled = is_labelled and stands == "mark"
        joined[number] = joined[number] or is_labelled
    return joined


def _opens_headline(scene: Scene) -> bool:
    """Whether a comma stands for "and", as headlines have it: "Teacher, two pupils hurt"."""
    one, other = scene.phrases[:2]
    is_bare = one.first == 0 and one.kind is Kind.ARTICLE and scene.words[0].cls is Class.OPEN
    return is_bare and [scene.word(at) for at in range(one.last, other.first)] == [","]


def _ends_with_self(scene: Scene) -> bool:
    """Whether the last phrase is followed by who hit them: "killed his wife, two sons and then himself"."""
    at = scene.past(_LEFT_OUT, scene.phrases[-1].last) if scene.phrases else 0
    at = scene.past(ADVERBS, at + 1) if scene.word(at) == "and" else len(scene.words)
    return scene.word(at) in {"himself", "herself", "themselves"}


def _between(scene: Scene, one: Phrase, other: Phrase) -> str | None:
    """What stands between two phrases: "and" (or the like), "mark", or None for anything else."""
    start, end = _past_place(scene, one.last, other.first), other.first
    start = start if one.bounds.is_plural else _past_aside(scene, start, end)
    if scene.word(start) == "," and scene.word(start + 1).isdecimal() and scene.word(start + 2) in _AFTER_AGE:
        start += 2  # "Ana Oro, 40, and her son"
    words = tuple(word for at in range(start, end) if (word := scene.word(at)) not in _LEFT_OUT)
    if words in _AND:
        return "and"
    return "mark" if not words and start < end and scene.word(start) != ":" else None


def _past_aside(scene: Scene, start: int, end: int) -> int:
    """Past what only says who somebody is, up to what joins him with the next: ", a nurse, and"."""
    joint = scene.back_past(_JOINING, end)
    is_aside = scene.word(start) == "," and scene.word(start + 1) in _OPENS_ASIDE
    if not is_aside or not start < joint <= start + _LONGEST_ASIDE or joint == end:
        return start
    inside = range(start + 1, joint)
    if any(scene.words[at].cls in _OPENS_CLAUSE for at in inside if scene.word(at) != "and"):
        return start
    return start if any(predicate_at(scene.words, at) is not None for at in inside) else joint


def _past_place(scene: Scene, start: int, end: int) -> int:
    """Past "in Orlo" or "today" in "two soldiers in Orlo and a rebel"."""
    if start >= end:
        return start
    if scene.words[start].cls is Class.ADVERB and start + 1 < end:
        return start + 1
    if scene.words[start].cls is not Class.PREPOSITION or scene.word(start) in {"including", "by"}:
        return start
    at = start + 1
    while at < min(end, start + 7) and scene.words[at].cls in (Class.OPEN, Class.DETERMINER, Class.NUMBER):
        if predicate_at(scene.words, at) is not None:
            return start
        at += 1
    return at if start + 1 < at < end else start


def _last_hit(scene: Scene, number: int, found: Mapping[int, Hit]) -> Hit | None:
    """The hit whose predicate ends last before a phrase."""
    first = scene.phrases[number].first
    near = (found.get(earlier) for earlier in range(max(0, number - _LOOK_BACK), number))
    ended = [(_end(hit, scene.phrases[number]), hit) for hit in near if hit is not None]
    earlier = [(end, hit) for end, hit in ended if 0 < end <= first]
    return max(earlier, key=lambda one: one[0])[1] if earlier else None


def _end(hit: Hit, phrase: Phrase) -> int:
    """Where what tells of a hit ends; 0 where another list may follow: "killed two, a girl and a boy"."""
    return hit.until or (hit.phrase.last if phrase.is_partitive else 0)


def _again(scene: Scene, phrase: Phrase, hit: Hit, links: frozenset[tuple[str, ...]]) -> Hit | None:
    """Those counted once more after what hit them all: "were hurt -- two girls and a boy"."""
    until = _end(hit, phrase)
    if phrase.is_loose or phrase.bounds == NONE or phrase.first - until > _LONGEST_LINK:
        return None
    if phrase.kind is Kind.NAME and is_listed(scene, phrase):
        return None
    between = [scene.word(at) for at in range(until, phrase.first)]
    if "including" in between and not hit.phrase.bounds.is_plural:
        return None
    words = tuple(word for word in between if word not in _LEFT_OUT and word not in ADVERBS)
    is_dashed = between[:2] == ["-", "-"] or between[:1] in (["—"], ["–"], [":"])
    is_kinds = between[-1:] == [":"] and hit.phrase.bounds.is_plural
    is_told_apart = is_kinds and _is_place(scene, until) and not _opens_clause(words)
    is_bracketed = between[:1] == ["("] and ")" not in between
    is_share = between[-1:] == [","] and phrase.is_partitive and hit.phrase.bounds.is_plural
    is_told_apart = is_told_apart or (is_share and not _opens_clause(words))
    is_part = (
        is_bracketed
        or is_told_apart
        or (not words and (is_dashed or (phrase.is_partitive and between == [","])))
    )
    if not is_part and words not in links and _is_place(scene, until):
        words = _last_link(words, links)
    # What follows those added may part them: "died along with seven guards, including a woman".
    until = phrase.last if links is _ADDED else hit.until
    return replace(hit, phrase=phrase, until=until) if is_part or words in links else None


def _is_place(scene: Scene, at: int) -> bool:
    """Whether where or when it was stands at word `at`: "were hurt in the blast, including"."""
    return at < len(scene.words) and scene.words[at].cls is Class.PREPOSITION


def _last_link(words: tuple[str, ...], links: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
    """The link that some words end with, where nothing before it opens another clause; they all if none."""
    for link in links:
        if words[-len(link) :] == link and not _opens_clause(words[: -len(link)]):
            return link
    return words


def _opens_clause(words: Iterable[str]) -> bool:
    return any(class_of(word) in _OPENS_CLAUSE for word in words)
