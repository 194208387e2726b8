"""Meanings: words whose kind of happening is told by what they are done to (`meanings.tsv`)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.annotate import tables
from sayso.annotate.events.lexicon import NOUNS, VERBS
from sayso.annotate.events.nature import as_nobodys
from sayso.annotate.inflection import forms_of
from sayso.annotate.inside import mentions_inside, words_inside
from sayso.annotate.words import Class, Word, words_of
from sayso.model import Event, EventType, MentionKind, Reading, Span, changed

_ANYTHING, _PLACE = "*", "PLACE"
_AHEAD = 7
"""How many words behind a verb or in front of its passive its object is looked for."""
_IS = frozenset("are be been being is was were".split())
_PARTS = frozenset(
    "after against and as at before but by from in into near on or over that to upon when while who"
    " with".split()
)
"""Words that part a verb from what is not its object."""
_AT = frozenset({"at", "on", "upon"})
_MONEY = frozenset("$£€¥")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word means where it is done to one of some things."""

    type: EventType
    whole: frozenset[str]
    begun: tuple[str, ...]
    """How the other words for the things begin."""
    of_places: bool
    of_anything: bool

    def fits(self, things: Sequence[Word], places: frozenset[int]) -> bool:
        """Whether one of some words is what it is done to; `places` are where the names of places begin."""
        return self.of_anything or any(
            word.lower in self.whole
            or word.lower.startswith(self.begun)
            or (self.of_places and word.start in places)
            for word in things
        )


def _meanings() -> Mapping[str, Sequence[Meaning]]:
    meanings: dict[str, list[Meaning]] = {}
    for row in tables.rows("meanings.tsv"):
        things = tables.listed(row["done to"])
        begun = tuple(thing[:-1] for thing in things if thing.endswith("*") and thing != _ANYTHING)
        whole = frozenset(thing for thing in things if not thing.endswith("*"))
        meaning = Meaning(EventType(row["type"]), whole, begun, _PLACE in things, _ANYTHING in things)
        for lemma in tables.listed(row["words"]):
            meanings.setdefault(lemma, []).append(meaning)
    return meanings


_MEANINGS = _meanings()
_LEMMAS = {word: lemma for lemma in _MEANINGS if " " not in lemma for word in forms_of(lemma)}
_LEMMAS |= {
    word: known[0] for table in (NOUNS, VERBS) for word, known in table.items() if known[0] in _MEANINGS
}
_LEMMAS |= {lemma: lemma for lemma in _MEANINGS}
_BEGIN = frozenset(word.partition(" ")[0] for word in _LEMMAS)


def meant(words: Sequence[Word], at: int, *, places: frozenset[int] = frozenset()) -> EventType | None:
    """What the word at `at`, or the two from there, mean by what they are done to; None where nothing tells.

    `places` are where the names of places begin.
    """
    last = at + 1
    lemma = _LEMMAS.get(" ".join(word.lower for word in words[at : at + 2]))
    if lemma is None:
        last, lemma = at, _LEMMAS.get(words[at].lower)
    if lemma is None:
        return None
    things = [*_objects(words, at, last)]
    return next((one.type for one in _MEANINGS[lemma] if one.fits(things, places)), None)


def as_meant(events: Sequence[Event], reading: Reading) -> list[Event]:
    """The events, each of the kind that its words mean, but those that are OTHER: a crime of nobody's war."""
    told = (as_nobodys(event, reading) for event in events)
    return [
        event if event.type is EventType.OTHER else changed(event, type=_meant(event, reading) or event.type)
        for event in told
    ]


def _meant(event: Event, reading: Reading) -> EventType | None:
    """What the first of its mentions means that means anything."""
    told = (meant_at(pin, reading) for pin in (event.trigger, *event.also))
    return next((type_ for type_ in told if type_ is not None), None)


def meant_at(pin: Span, reading: Reading) -> EventType | None:
    """What the words at a place of a reading mean by what they are done to; None where nothing tells."""
    home = reading.sentence_at(pin)
    if home is None:
        return None
    words = words_of(reading.text, home)
    own = words_inside(words, pin)
    if not any(words[at].lower in _BEGIN for at in own):
        return None
    named = mentions_inside(reading.mentions, home)
    places = frozenset(one.span.start for one in named if one.kind is MentionKind.PLACE)
    return next((type_ for at in own if (type_ := meant(words, at, places=places)) is not None), None)


def _objects(words: Sequence[Word], first: int, last: int) -> Iterator[Word]:
    """The words of the phrase that something is done to: behind it, in front of a passive."""
    behind = words[last + 1 : last + 1 + _AHEAD]
    yield from _phrase(behind)
    is_aimed = words[first].lower.startswith("fir") and behind and behind[0].lower in _AT
    if is_aimed:  # "Teachers were fired on" were shot at.
        return
    at = first
    while at > 0 and words[at - 1].cls in {Class.AUXILIARY, Class.ADVERB}:
        at -= 1
    if not _IS.isdisjoint(word.lower for word in words[at:first]):
        yield from _phrase(words[max(0, at - _AHEAD) : at][::-1])


def _phrase(words: Sequence[Word]) -> Iterator[Word]:
    for word in words:
        if (word.cls is Class.MARK and word.text not in _MONEY) or word.lower in _PARTS:
            return
        yield word
