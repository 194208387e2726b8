"""Naming: names of people, organisations and places from the scores, beside those that tables know."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.mentions.beside import told_beside
from sayso.annotate.mentions.bounds import bounded
from sayso.annotate.mentions.peoples import with_peoples
from sayso.annotate.mentions.retold import told_whole
from sayso.annotate.mentions.spelled import spelled_out
from sayso.annotate.parties import known_parties
from sayso.annotate.places import country_names, name_key
from sayso.annotate.reader.agreeing import of_one_kind, whole
from sayso.annotate.reader.model import Model
from sayso.annotate.reader.scores import Floats, Scores, mean_over, softmax
from sayso.annotate.reader.tagging import kinds_in
from sayso.annotate.reader.words import bare
from sayso.annotate.words import Class, class_of
from sayso.model import Mention, MentionKind, Near, Reading

_KINDS = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.OTHER)
_ARTICLE = len("the ")
_NAMELESS = frozenset({Class.PRONOUN, Class.DETERMINER, Class.RELATIVE, Class.MARK})
_NO_NAMES = frozenset("ied ieds idp idps ngo ngos pow pows uav uavs wia".split())
"""Acronyms of what there are many of."""
_ARTICLES = re.compile(r"[ -]a[dlnrstz]h?[ -]|[ -](?:ed|el|ud|ul)[ -]")
# What the head was never taught: tables and cue words tell these.
_OF_TABLES = frozenset(
    {MentionKind.ARMED_ACTOR, MentionKind.NATIONALITY, MentionKind.FACILITY, MentionKind.WEAPON}
)


def named(reading: Reading, *, model: Model) -> Reading:
    """The reading with the names that the model reads, and those of kinds that only tables know.

    Where a table or rule and the model read the same words, the model says who is a person, an organisation
    or a place, and the gazetteer where the name of a place begins and ends.
    """
    read = list(_found(model.scores(reading), least=model.thresholds.name))
    found = of_one_kind(reading.text, read, _KINDS)
    near = Near((name.span, name) for name in found)
    kept = [one for one in reading.mentions if _stands(one, near.touching(one.span), reading.text)]
    standing = Near((one.span, one) for one in kept)
    added = [_agency(name, reading) for name in found if not standing.touching(name.span)]
    return replace(reading, mentions=tuple(_mended(reading.text, whole(reading.text, kept + added))))


def _mended(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions by what stands beside them and elsewhere in the report: their edges, then their kinds."""
    edged = told_whole(text, spelled_out(text, bounded(text, mentions)))
    return with_peoples(text, told_beside(text, edged))


def _agency(name: Mention, reading: Reading) -> Mention:
    """The name, as a body's where it is the agency that the dateline gives: "NNA" is no place."""
    dateline = reading.document.dateline
    if dateline is None or dateline.agency is None or not dateline.span.holds(name.span):
        return name
    is_agency = name.span.of(reading.text) in dateline.agency
    return replace(name, kind=MentionKind.ORGANISATION) if is_agency else name


def _stands(mention: Mention, against: Sequence[Mention], text: str) -> bool:
    """Whether a mention of the tables and rules is kept beside, or instead of, what the model found there.

    A state by its own name is a place, however much it acts like a body: "Velmaria has said". The
    nationality in "Velmarian Airlines" is part of the name, and a body that tables know by its whole name is
    no place or person of a part of it: "France 24".
    """
    if mention.kind is MentionKind.NATIONALITY:
        return not any(name.span.holds(mention.span) and name.span != mention.span for name in against)
    if mention.kind is MentionKind.ARMED_ACTOR:
        return not any(_is_end_of(mention, name, text) for name in against)
    if mention.kind in _OF_TABLES or not against:
        return True
    if mention.kind is not MentionKind.PLACE:
        is_within = all(mention.span.holds(name.span) for name in against)
        return is_within and name_key(mention.span.of(text)) in known_parties()
    if any(_goes_on(mention, name, text) for name in against):
        return False
    is_whole = all(len(name.span) <= len(mention.span) + _ARTICLE for name in against)
    is_state = is_whole and name_key(mention.span.of(text)) in country_names()
    return is_state or all(name.kind is MentionKind.PLACE for name in against)


def _goes_on(place: Mention, name: Mention, text: str) -> bool:
    """Whether a place's name is cut off before an Arabic article: "Qasr" of "Qasr al-Orlo"."""
    ahead = _ARTICLES.match(text, place.span.end, name.span.end)
    return ahead is not None and (name.kind, name.span.start) == (MentionKind.PLACE, place.span.start)


def _is_end_of(force: Mention, name: Mention, text: str) -> bool:
    """Whether a force's name is but the end of a body's: "People's Guard" of "Orlo People's Guard"."""
    is_within = name.kind is MentionKind.ORGANISATION and force.span.end <= name.span.end
    before = text[name.span.start : force.span.start].split() if is_within else []
    return bool(before) and not before[-1][0].islower()


def _found(scores: Scores, *, least: float) -> Iterator[tuple[Mention, Floats]]:
    """The names, each with how likely it is to be of each kind."""
    likely, is_small = softmax(scores.head("name")), scores.text.islower()
    # A word of a name either begins or goes on it.
    by_kind = likely[:, 1:].reshape(-1, len(_KINDS), 2).sum(axis=2)
    for (first, end), kind in kinds_in(likely):
        shares = mean_over(by_kind, (first, end))
        while end > first and scores.is_small[end - 1]:
            end -= 1  # "students of" an academy that stands behind as a name of its own
        span = bare(scores.text, scores.words.span(first, end)) if end > first else None
        if (
            span is not None
            and shares[kind] >= least
            and not _is_nobody(span.of(scores.text), is_small=is_small)
        ):
            yield Mention(span=span, kind=_KINDS[kind]), shares


def _is_nobody(written: str, *, is_small: bool) -> bool:
    """Whether words name nothing, but stand for what does or lead up to it: "I", "our"; but not WHO.

    Nor does a word in small letters, but in a text that is all in small ones.
    """
    is_shouted, is_plain = written.isupper() and len(written) > 1, written.islower() and written.isalpha()
    if is_plain and not is_small:
        return True
    return (class_of(written) in _NAMELESS and not is_shouted) or written.casefold() in _NO_NAMES


def annotator(model: Callable[[], Model]) -> Annotator:
    """The annotator that comes after the tables of names; its model is opened with the first text."""
    return Annotator(
        name="named",
        reads=frozenset({Layer.SENTENCES, Layer.MENTIONS}),
        writes=frozenset({Layer.MENTIONS}),
        annotate=each(lambda reading: named(reading, model=model())),
    )
