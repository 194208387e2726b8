"""Tolls: how many were killed, hurt, held, driven out; what was damaged, in the report's own numbers.

Read in this order: `bounds` (a number and its hedge), `phrases` and `names` (the words that count), `groups`
(whom), `predicates` (what happened), `linking` (which happened to whom), `once` (what is said again).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.tolls.bounds import NONE, Numbers, numbers_of
from sayso.annotate.tolls.groups import PERSONS, group_of, side_of
from sayso.annotate.tolls.linking import Hit, hits_in
from sayso.annotate.tolls.names import names_in
from sayso.annotate.tolls.once import Counted, once
from sayso.annotate.tolls.phrases import Kind, Phrase, phrases_in
from sayso.annotate.words import Class, Word, words_in
from sayso.annotate.tolls.predicates import COUNT_NOUNS, Predicate, predicate_at
from sayso.annotate.tolls.scene import Scene
from sayso.model import Attribution, Effect, Group, MentionKind, Reading, Span, Toll

__all__ = ["ANNOTATOR", "tolls_in"]

_THING_EFFECTS = frozenset({Effect.DAMAGED, Effect.DESTROYED})
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_LONGEST_ASIDE = 10
_CLOSES_APPOSITION = frozenset({Class.MARK, Class.RELATIVE, Class.PREPOSITION})
_CASUALTIES = (("casualties",), ("casualty",), ("dead",), ("wounded",))
_SUFFERED = frozenset("suffered sustained suffers sustains suffering had took".split())
_SIDE_REACH = 8
_TARGETS = frozenset({Group.VEHICLES, Group.BUILDINGS})


def tolls_in(
    text: str,
    sentences: Sequence[Span],
    *,
    people: Sequence[Span] = (),
    attributions: Sequence[Attribution] = (),
) -> Iterator[Toll]:
    """The tolls that the sentences of `text` say, in order, each once; `people` are the persons' names in it."""
    numbers = numbers_of(text)
    counted = (
        one
        for number, sentence in enumerate(sentences)
        for one in _counted_in(text, sentence, numbers, people, at=number)
    )
    for toll in once(counted):
        yield replace(toll, attribution=_innermost(toll.span, attributions))


def _counted_in(
    text: str, sentence: Span, numbers: Numbers, people: Sequence[Span], *, at: int
) -> Iterator[Counted]:
    is_heading = at < 2 and not _is_stopped(text, sentence)
    said = words_in(text, sentence.start, sentence.end)
    words = _without_asides(word for word in said if not _is_abbreviating(text, word))
    phrases = _phrases(words, numbers, [person for person in people if sentence.holds(person)])
    last: Group | None = None
    for hit in hits_in(Scene.of(words, phrases)):
        for predicate in hit.predicates:
            toll = _to_toll(hit, predicate, words, last=last)
            if toll is not None:
                last = toll.of
                yield Counted(toll=toll, phrase=hit.phrase, sentence=at, is_heading=is_heading)


def _without_asides(words: Iterable[Word]) -> list[Word]:
    """The words without short brackets that count nobody: an age, an abbreviation, an editor's note."""
    kept: list[Word] = []
    opened: int | None = None
    for word in words:
        kept.append(word)
        if word.text in _OPENING:
            opened = len(kept) - 1
        elif word.text in _CLOSING and opened is not None:
            if len(kept) - opened <= _LONGEST_ASIDE and not _counts(kept[opened:]):
                del kept[opened:]
            opened = None
    return kept


def _counts(words: Sequence[Word]) -> bool:
    return any(
        predicate_at(words, at) is not None or word.lower in COUNT_NOUNS for at, word in enumerate(words)
    )


def _phrases(words: Sequence[Word], numbers: Numbers, people: Sequence[Span]) -> list[Phrase]:
    """The phrases that count and the names, a name with the phrase before it ("his brother Rem") as one."""
    counting = list(phrases_in(words, numbers))
    names = []
    for name in names_in(words, people):
        titles = [one for one in counting if _is_title_of(one, name, words)]
        if any(one.kind is Kind.NUMBER or one.last > name.last for one in titles):
            continue
        counting = [one for one in counting if one not in titles]
        first = min([name.first, *(one.first for one in titles)])
        nouns = tuple(noun for one in titles for noun in one.nouns) + name.nouns
        names.append(replace(name, first=first, nouns=nouns))
    return _without_appositions(sorted([*counting, *names], key=lambda phrase: phrase.first), words)


def _is_title_of(phrase: Phrase, name: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase and a name are one person: "his brother Rem", "a policeman, Rem Tov, was"."""
    if phrase.first < name.last and name.first <= phrase.last:
        return True
    is_single = phrase.kind in (Kind.ARTICLE, Kind.OWNER) and phrase.last + 1 == name.first
    follows = words[name.last].text if name.last < len(words) else ","
    return is_single and words[phrase.last].text == "," and follows == ","


def _without_appositions(phrases: Sequence[Phrase], words: Sequence[Word]) -> list[Phrase]:
    """The phrases without those that only say who the one before is.

    "Ana Oro, a nurse, was hurt" counts one, "two nurses, Ana Oro and Rem Tov, were" two.
    """
    kept: list[Phrase] = []
    for phrase in phrases:
        if not (kept and _is_apposition(phrase, kept[-1], words)):
            kept.append(phrase)
    return kept


def _is_apposition(phrase: Phrase, before: Phrase, words: Sequence[Word]) -> bool:
    between = [word.text for word in words[before.last : phrase.first]]
    if phrase.kind is Kind.NAME:
        return before.kind is Kind.NUMBER and before.bounds.is_plural and _introduces(between)
    closes = phrase.last >= len(words) or words[phrase.last].cls in _CLOSES_APPOSITION
    return phrase.kind is Kind.ARTICLE and before.kind is Kind.NAME and between == [","] and closes


def _introduces(between: Sequence[str]) -> bool:
    """Whether what stands between a number and a name leads on to who they are: ", ", " - ", ", Ana Oro and "."""
    return between[:1] in ([","], ["-"], ["–"], ["—"], [":"]) and not {"were", "was", "including"} & set(
        between
    )


def _to_toll(hit: Hit, predicate: Predicate, words: Sequence[Word], *, last: Group | None) -> Toll | None:
    """The toll that a hit makes; None where the predicate cannot befall what the phrase counts."""
    phrase, effect = hit.phrase, predicate.effect
    group = group_of(phrase.nouns, phrase.complement) if phrase.nouns else last
    if group in (None, Group.PEOPLE) and phrase.nouns[-1:] in _CASUALTIES:
        group = _side_of_casualties(phrase, words)
    also = group_of(phrase.also) if phrase.also else group
    if also is not group and (also in PERSONS) is (group in PERSONS):
        group = Group.PEOPLE if group in PERSONS else Group.OTHER
    if phrase.kind is Kind.NAME:
        group = group if group in PERSONS else Group.CIVILIANS
    if effect in _THING_EFFECTS:
        if group in PERSONS or phrase.kind is Kind.NAME or (predicate.known_only and group not in _TARGETS):
            return None
        group = group or Group.OTHER
    else:
        if group is not None and group not in PERSONS:
            if predicate.things is None:
                return None
            effect = predicate.things
        group = group or Group.PEOPLE
    bounds = NONE if hit.is_negated or phrase.kind is Kind.ANY else phrase.bounds
    return Toll(
        span=Span(
            words[phrase.first if phrase.name is None else phrase.name].start, words[phrase.last - 1].end
        ),
        effect=effect,
        of=group,
        low=bounds.low,
        high=bounds.high,
        qualifier=bounds.qualifier,
    )


def _side_of_casualties(phrase: Phrase, words: Sequence[Word]) -> Group | None:
    """Whose "ten casualties" are, where the words beside them say it: "the army suffered", "on the rebels"."""
    before = [word.lower for word in words[max(0, phrase.first - _SIDE_REACH) : phrase.first]]
    behind = [word.lower for word in words[phrase.last : phrase.last + _SIDE_REACH]]
    hit = next((at for at, word in enumerate(behind) if word in {"on", "among", "to"}), None)
    if hit is not None:
        return side_of(behind[hit + 1 :])
    return side_of(before[:-1]) if before and before[-1] in _SUFFERED else None


def _is_abbreviating(text: str, word: Word) -> bool:
    """Whether a full stop only marks an abbreviation: sentences are split already, so one before a space does."""
    return word.text == "." and not text[word.end : word.end + 1].isalnum()


def _is_stopped(text: str, sentence: Span) -> bool:
    return sentence.of(text).rstrip("\"”’')] ")[-1:] in (".", "!", "?", "…")


def _innermost(span: Span, attributions: Sequence[Attribution]) -> int | None:
    """The index of the shortest attribution whose content holds the span."""
    holding = [(len(one.content), index) for index, one in enumerate(attributions) if one.content.holds(span)]
    return min(holding)[1] if holding else None


def _annotate(reading: Reading) -> Reading:
    people = [mention.span for mention in reading.mentions if mention.kind is MentionKind.PERSON]
    found = tolls_in(reading.text, reading.sentences, people=people, attributions=reading.attributions)
    return replace(reading, tolls=tuple(found))


ANNOTATOR = Annotator(
    name="tolls",
    reads=frozenset({Layer.SENTENCES, Layer.MENTIONS, Layer.ATTRIBUTIONS}),
    writes=frozenset({Layer.TOLLS}),
    annotate=each(_annotate),
)
