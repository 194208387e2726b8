"""Naming: names of people, organisations and places from the scores, beside those that tables know."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.places import country_names, name_key
from sayso.annotate.reader.model import Model
from sayso.annotate.reader.scores import Scores, softmax
from sayso.annotate.reader.tagging import kinds_in
from sayso.annotate.reader.words import bare
from sayso.model import Mention, MentionKind, Reading

_KINDS = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.OTHER)
_ARTICLE = len("the ")
# What the head was never taught: tables and cue words tell these.
_OF_TABLES = frozenset(
    {MentionKind.ARMED_ACTOR, MentionKind.NATIONALITY, MentionKind.FACILITY, MentionKind.WEAPON}
)


def named(reading: Reading, *, model: Model) -> Reading:
    """The reading with the names that the model reads, and those of kinds that only tables know.

    Where a table or rule and the model read the same words, the model says who is a person, an organisation
    or a place, and the gazetteer where the name of a place begins and ends.
    """
    found = list(_found(model.scores(reading), least=model.thresholds.name))
    kept = [mention for mention in reading.mentions if _stands(mention, found, reading.text)]
    added = [name for name in found if not any(name.span.overlaps(one.span) for one in kept)]
    return replace(reading, mentions=tuple(sorted(kept + added, key=lambda one: one.span)))


def _stands(mention: Mention, found: Sequence[Mention], text: str) -> bool:
    """Whether a mention of the tables and rules is kept beside, or instead of, what the model found.

    A state by its own name is a place, however much it acts like a body: "Velmaria has said". The
    nationality in "Velmarian Airlines" is part of the name.
    """
    against = [name for name in found if name.span.overlaps(mention.span)]
    if mention.kind is MentionKind.NATIONALITY:
        return not any(name.span.holds(mention.span) and name.span != mention.span for name in against)
    if mention.kind in _OF_TABLES or not against:
        return True
    if mention.kind is not MentionKind.PLACE:
        return False
    is_whole = all(len(name.span) <= len(mention.span) + _ARTICLE for name in against)
    is_state = is_whole and name_key(mention.span.of(text)) in country_names()
    return is_state or all(name.kind is MentionKind.PLACE for name in against)


def _found(scores: Scores, *, least: float) -> Iterator[Mention]:
    likely = softmax(scores.head("name"))
    for (first, end), kind in kinds_in(likely):
        sure = likely[first:end, 1 + 2 * kind : 3 + 2 * kind].sum(axis=1).mean()
        if sure >= least and not scores.is_small[first:end].all():
            yield Mention(span=bare(scores.text, scores.words.span(first, end)), kind=_KINDS[kind])


def annotator(model: Callable[[], Model]) -> Annotator:
    """The annotator that comes after the tables of names; its model is opened with the first text."""
    return Annotator(
        name="named",
        reads=frozenset({Layer.SENTENCES, Layer.MENTIONS}),
        writes=frozenset({Layer.MENTIONS}),
        annotate=each(lambda reading: named(reading, model=model())),
    )
