"""Tolls: how many were killed, hurt, held, driven out; what was damaged, in the report's own numbers.

Read in this order: `bounds` (a number and its hedge), `heads`, `phrases`, `singles`, `counting` and `names`
(the words that count), `groups` and `whom`, `predicates` and `hurt` (what happened), `beside`, `recorded`,
`labelled`, `struck`, `foretold`, `carried` and `linking` (what happened to whom), `called`, `ages` and `once`
(said again), `fates` (what became of them).
"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.tolls.ages import age_of
from sayso.annotate.tolls.bounds import NONE, numbers_of
from sayso.annotate.tolls.called import Name, full_names, name_of
from sayso.annotate.tolls.carried import befalls_one_before
from sayso.annotate.tolls.fates import Death, deaths_in, settled, tells_of_death, tells_of_life
from sayso.annotate.tolls.foretold import is_asked
from sayso.annotate.tolls.groups import PERSONS, THINGS, is_never_hit
from sayso.annotate.tolls.hits import SELVES, Hit
from sayso.annotate.tolls.linking import hits_before, hits_in
from sayso.annotate.tolls.once import Counted, once
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import Predicate, may_tell
from sayso.annotate.tolls.scene import Scene, scene_of
from sayso.annotate.tolls.struck import IN_CARE
from sayso.annotate.tolls.whom import group_hit
from sayso.annotate.words import Word, words_of
from sayso.model import Attribution, Effect, Group, MentionKind, Reading, Span, Toll, Voices, changed

__all__ = ["ANNOTATOR", "tolls_in"]

_THING_EFFECTS = frozenset({Effect.DAMAGED, Effect.DESTROYED})
_SURVIVORS = (("survivor",), ("survivors",))
_MASSES = frozenset({"hundreds", "thousands", "tens", "millions"})
# "Ten people, including four children, and 30 others": the others are people.
_PARTING = frozenset({"including", "them"})
_OTHERS = frozenset("else other others further additional".split())


def tolls_in(
    text: str,
    sentences: Sequence[Span],
    *,
    people: Sequence[Span] = (),
    attributions: Sequence[Attribution] = (),
) -> Iterator[Toll]:
    """The tolls that the sentences of `text` say, in order, each once.

    `people` are the spans of persons' names; without them no toll is read from "Ana Oro was killed".
    """
    said = [words_of(text, sentence) for sentence in sentences]
    telling = [n for n, words in enumerate(said) if may_tell(words) and not is_asked(words)]
    numbers = numbers_of(text) if telling else {}
    counted: list[Counted] = []
    called = full_names(person.of(text) for person in people) if telling else {}
    deaths: list[Death] = []
    is_deadly = False
    for n in telling:
        scene = scene_of(text, sentences[n], numbers, people)
        hits = hits_in(scene)
        befallen = befalls_one_before(scene) if n else None
        if befallen is not None:
            earlier = scene_of(text, sentences[n - 1], numbers, people)
            counted += _counted_in(earlier, hits_before(earlier, *befallen), called, at=n - 1)
        is_heading = n < 2 and not _is_stopped(text, sentences[n])
        counted += _counted_in(scene, hits, called, at=n, is_heading=is_heading)
        deaths += deaths_in(scene, hits, sentence=n)
        is_deadly = is_deadly or tells_of_death(scene)
    is_deadly = is_deadly and not any(map(tells_of_life, said))
    voices = Voices(attributions)
    for toll in settled(once(counted), deaths, is_deadly=is_deadly):
        yield changed(toll, attribution=voices.innermost(toll.span))


def _counted_in(
    scene: Scene, hits: Sequence[Hit], called: Mapping[Name, Name], *, at: int, is_heading: bool = False
) -> Iterator[Counted]:
    last: Group | None = None
    was_listed = False
    for hit in hits:
        name = name_of(hit.phrase) if hit.phrase.kind is Kind.NAME else frozenset()
        for predicate in hit.predicates:
            # "Bringing the toll to 14" and "killed himself and six others" say nothing of whom.
            before = scene.word(hit.phrase.first - 1), scene.word(hit.phrase.first - 2)
            is_of_any = before[0] == "to" or before[1] in SELVES
            toll = _to_toll(hit, predicate, scene.words, last=None if is_of_any else last)
            # "The man was taken to a hospital" does not say that anybody hurt him.
            is_told = hit.phrase.kind is not Kind.DEFINITE or predicate is not IN_CARE
            if toll is not None and is_told:
                if scene.word(hit.phrase.first - 1) not in _PARTING:
                    last = _group_so_far(last, toll.of, is_listed=hit.is_shared or was_listed)
                was_listed = hit.is_shared
                yield Counted(
                    toll=toll, phrase=_further(hit, scene), sentence=at, is_heading=is_heading,
                    name=called.get(name, name), is_aftermath=predicate.is_aftermath,
                    is_listed=hit.is_shared, age=age_of(hit.phrase, scene),
                    is_open=predicate.is_weak and predicate is not IN_CARE,
                )  # fmt: skip


def _group_so_far(last: Group | None, of: Group, *, is_listed: bool) -> Group:
    """Whom "11 others" are: such as those before them, or just people where a list named several kinds."""
    is_mixed = is_listed and last not in (None, of) and {last, of} <= PERSONS
    return Group.PEOPLE if is_mixed else of


def _further(hit: Hit, scene: Scene) -> Phrase:
    """The phrase, known to count others where the verb says so: "a nurse was also hurt"."""
    is_also = any(scene.word(at) == "also" for at in range(hit.phrase.last, hit.until))
    return changed(hit.phrase, is_further=True) if is_also else hit.phrase


def _to_toll(hit: Hit, predicate: Predicate, words: Sequence[Word], *, last: Group | None) -> Toll | None:
    """The toll that a hit makes; None where the predicate cannot befall what the phrase counts."""
    phrase = hit.phrase
    group = group_hit(phrase, predicate, words, last=last)
    if _is_nobody(phrase, predicate) or (predicate.only is not None and group not in predicate.only):
        return None
    if predicate.least and not _is_mass(phrase, words, predicate.least):
        return None
    told = _befallen(phrase, predicate, group)
    bounds = NONE if hit.is_negated or phrase.kind is Kind.ANY else phrase.bounds
    if told is None or (bounds == NONE and _is_of_others(phrase, words)):
        return None
    first = phrase.first if phrase.name is None else phrase.name
    return Toll(
        span=Span(words[first].start, words[phrase.last - 1].end),
        effect=told[0],
        of=told[1],
        low=bounds.low,
        high=bounds.high,
        qualifier=bounds.qualifier,
    )


def _is_nobody(phrase: Phrase, predicate: Predicate) -> bool:
    """Whether what a phrase counts cannot be hit so: a plan, so many head of cattle, survivors killed."""
    if phrase.nouns == ("head",) and phrase.bounds.is_plural:
        return True
    if predicate.effect is Effect.KILLED and phrase.nouns[-1:] in _SURVIVORS:
        return True
    return bool(phrase.nouns) and phrase.kind is not Kind.NAME and is_never_hit(phrase.nouns[-1])


def _befallen(phrase: Phrase, predicate: Predicate, group: Group | None) -> tuple[Effect, Group] | None:
    """What befell whom; None where things are said to be killed, or people to be destroyed."""
    effect = predicate.effect
    if effect in _THING_EFFECTS:
        is_person = group in PERSONS or phrase.kind is Kind.NAME
        return None if is_person else (effect, group or Group.OTHER)
    if group is not None and group in THINGS and predicate.things is not None:
        return predicate.things, group
    if group in THINGS:
        return None if phrase.nouns else (effect, Group.PEOPLE)  # "destroyed a bus, killing eight"
    return effect, group or Group.PEOPLE


def _is_mass(phrase: Phrase, words: Sequence[Word], least: int) -> bool:
    """Whether a phrase counts at least so many: "12,000 families", "thousands of people"."""
    return (phrase.bounds.low or phrase.bounds.high or 0) >= least or words[phrase.first].lower in _MASSES


def _is_of_others(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether "no one else" or "no other injuries" are none besides those told of."""
    behind = [word.lower for word in words[phrase.first : phrase.last + 1]]
    return phrase.is_further or not _OTHERS.isdisjoint(behind)


def _is_stopped(text: str, sentence: Span) -> bool:
    return sentence.of(text).rstrip("\"”’')] ")[-1:] in (".", "!", "?", "…")


def _annotate(reading: Reading) -> Reading:
    people = [mention.span for mention in reading.mentions if mention.kind is MentionKind.PERSON]
    found = tolls_in(reading.text, reading.sentences, people=people, attributions=reading.attributions)
    return changed(reading, tolls=tuple(found))


ANNOTATOR = Annotator(
    name="tolls",
    reads=frozenset({Layer.SENTENCES, Layer.MENTIONS, Layer.ATTRIBUTIONS}),
    writes=frozenset({Layer.TOLLS}),
    annotate=each(_annotate),
)
