"""Sides: who is put down as the doer of what a headline says was done to them, or for where it was filed."""

import re
from collections.abc import Iterator, Sequence, Set

from sayso.annotate.entities.parties import sector_of
from sayso.annotate.entities.passives import (
    is_by_nobody,
    is_of_another_verb,
    is_origin,
    is_reached,
    is_subject,
    passive_at,
    says_by_whom,
)
from sayso.annotate.entities.relatives import of_relatives
from sayso.annotate.entities.sayers import by_their_sayers
from sayso.annotate.inflection import Form, forms_of
from sayso.annotate.inside import words_inside
from sayso.annotate.phrases import before_auxiliaries
from sayso.annotate.words import Class, Word, words_of
from sayso.model import Argument, Event, EventType, Reading, Span, Voices, changed

_NEEDS_OBJECT = (
    "abduct ambush arrest assassinate behead beat bomb capture convict deport detain evict execute expel free"
    " hang injure jail kidnap kill lynch murder oust raid rape release rescue sack seize sentence shell shoot"
    " stab stone storm summon suspend target torch torture wound"
).split()
"""Verbs that nobody does without a word for whom they do it to: "Parliament stormed" says who was stormed."""
_DONE_TO = frozenset(
    form
    for verb in _NEEDS_OBJECT
    for form, kinds in forms_of(verb).items()
    if Form.PARTICIPLE in kinds and form != verb
)
_TWO = re.compile(r"((?:(?!\band\b)[^,;])+) and ((?:(?!\band\b)[^,;])+)", re.IGNORECASE)
_ENDS_SENTENCE = frozenset('.!?"”')
_RESULTS = frozenset("dead down again alive and".split())
"""What may stand right behind such a verb without being whom it is done to: "shot dead"."""
_HAS_VICTIMS = frozenset({EventType.ACCUSE, EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
"""What is done to somebody: the subject of its passive is no doer."""
_REACH = 14
"""Words in front of a verb among which its clause begins."""
_OWN = frozenset("her his its my our their".split())
_WHEN = frozenset("after before since when while".split())
_PARTS_HEADLINE = frozenset("after amid as before but while".split())
_NO_OBJECT = frozenset({Class.PREPOSITION, Class.MARK, Class.CONJUNCTION, Class.ADVERB, Class.AUXILIARY})
_IN_SUBJECT = frozenset({Class.OPEN, Class.NUMBER})
_LINKS = frozenset("of and".split())


def on_their_sides(reading: Reading) -> Reading:
    """The reading with victims of headlines as recipients, and the parties of each happening one by one."""
    voices = Voices(reading.attributions)
    turned = (_without_dateline(_turned(one, reading), reading) for one in reading.events)
    at_home = (_without_speaker(_at_home(one, reading), reading, voices) for one in turned)
    at_home = (of_relatives(_on_one_side(one, reading), reading) for one in at_home)
    said = by_their_sayers(list(at_home), reading)
    return changed(reading, events=tuple(_apart(one, reading.text) for one in said))


def _apart(event: Event, text: str) -> Event:
    """The event with parties of two sectors as two: "rebels and government troops"."""
    actors, recipients = (
        tuple(changed(one, span=span) for one in given for span in _parties_of(one.span, text))
        for given in (event.actors, event.recipients)
    )
    return changed(event, actors=actors, recipients=recipients)


def _parties_of(span: Span, text: str) -> Sequence[Span]:
    both = _TWO.fullmatch(text, span.start, span.end)
    told = {sector_of(part) for part in both.groups()} if both is not None else {None}
    if both is None or None in told or len(told) == 1:
        return (span,)
    return Span(*both.span(1)), Span(*both.span(2))


def _without_dateline(event: Event, reading: Reading) -> Event:
    """The event without the dateline's town as a party: who acts from there is told by other words."""
    dateline = reading.document.dateline
    if dateline is None or not dateline.place:
        return event
    place = dateline.place
    actors, recipients = (
        tuple(
            one for one in given if not (dateline.span.holds(one.span) and one.span.of(reading.text) in place)
        )
        for given in (event.actors, event.recipients)
    )
    return changed(event, actors=actors, recipients=recipients)


def _at_home(event: Event, reading: Reading) -> Event:
    """The event without the parties of its further mentions, where the sentence that tells it names some.

    Of twelve such actors on hand-read reports three were right, and of twelve such recipients three. Whoever
    another sentence names did not do what "was done" without a word for by whom.
    """
    home = reading.sentence_at(event.trigger)
    others = {reading.sentence_at(pin) for pin in event.also} - {home}
    actors = _of_home(event.actors, home, others, reading)
    if home is not None and is_by_nobody(words_of(reading.text, home), event.trigger):
        actors = tuple(one for one in actors if home.overlaps(one.span))
    return changed(event, actors=actors, recipients=_of_home(event.recipients, home, others, reading))


def _without_speaker(event: Event, reading: Reading, voices: Voices) -> Event:
    """The event without whoever says so as its doer, where they say but to whom it was done, or after what.

    "The Front said five of its men had been killed and a hundred arrested." "The army said it downed a drone,
    hours after a strike killed an envoy."
    """
    home, voice = reading.sentence_at(event.trigger), voices.innermost(event.trigger)
    source = None if voice is None else reading.attributions[voice].source
    if home is None or source is None or not any(source.overlaps(one.span) for one in event.actors):
        return event
    words = words_of(reading.text, home)
    inside = words_inside(words, event.trigger)
    if not inside:
        return event
    at = before_auxiliaries(words, inside[0])
    is_done_to = at > 0 and any(one.span.end == words[at - 1].end for one in event.recipients)
    is_victim = is_done_to and not says_by_whom(words, inside[-1])
    if not is_victim and not _is_of_others(words, inside[0], source):
        return event
    return changed(event, actors=tuple(one for one in event.actors if not source.overlaps(one.span)))


def _on_one_side(event: Event, reading: Reading) -> Event:
    """The event without doers that the grammar of its sentence rules out.

    From whom shells were fired, to whom a passive says it was done, or led ("they were handed over to the
    council"), and whom another verb has for its doer: "residents, driven out by a gang, stoned the convoy".
    """
    home = reading.sentence_at(event.trigger)
    if home is None:
        return event
    words = words_of(reading.text, home)
    origins = tuple(one for one in event.recipients if is_origin(words, event.trigger, one.span))
    if origins:
        others = tuple(one for one in event.recipients if one not in origins)
        event = changed(event, actors=event.actors or origins, recipients=others)
    at = passive_at(words, event.trigger)
    subjects = [one.span for one in (event.actors if at is None else event.recipients)]
    parties = [one.span for one in (*event.actors, *event.recipients)]
    victims: tuple[Argument, ...] = ()
    if at is not None and event.type in _HAS_VICTIMS:
        victims = tuple(one for one in event.actors if is_subject(words, at, one.span))
    is_reached_by = at is not None and not says_by_whom(words, at)
    actors = tuple(
        one
        for one in event.actors
        if one not in victims
        and not is_of_another_verb(words, event.trigger, one.span, subjects=subjects, parties=parties)
        and not (is_reached_by and is_reached(words, event.trigger, one.span))
    )
    known = [one.span for one in event.recipients]
    more = (one for one in victims if not any(one.span.overlaps(span) for span in known))
    return changed(event, actors=actors, recipients=(*event.recipients, *more))


def _is_of_others(words: Sequence[Word], at: int, source: Span) -> bool:
    """Whether a word stands in a clause that says when something else was, and means no speaker there."""
    before = [word for word in words[max(0, at - _REACH) : at] if word.start >= source.end]
    begins = next((n for n in range(len(before) - 1, -1, -1) if before[n].lower in _WHEN), None)
    means = (word.cls is Class.PRONOUN or word.lower in _OWN for word in before[begins or 0 :])
    return begins is not None and not any(means)


def _of_home(
    parties: Sequence[Argument], home: Span | None, others: Set[Span | None], reading: Reading
) -> tuple[Argument, ...]:
    homes = [reading.sentence_at(one.span) for one in parties]
    if home not in homes or not others:
        return tuple(parties)
    return tuple(one for one, at in zip(parties, homes, strict=True) if at not in others)


def _turned(event: Event, reading: Reading) -> Event:
    """The event with whom a headline says it was done to among its recipients: "Mayor shot in Orlo"."""
    subjects = [span for pin in (event.trigger, *event.also) for span in _done_to(pin, reading)]
    turned = tuple(one for one in event.actors if any(span.holds(one.span) for span in subjects))
    if not turned:
        return event
    stay = (one for one in event.recipients if one.span not in {place.span for place in event.places})
    return changed(
        event,
        actors=tuple(one for one in event.actors if one not in turned),
        recipients=(*turned, *(one for one in stay if not _is_in_headline(one, subjects, reading))),
    )


def _is_in_headline(one: Argument, subjects: Sequence[Span], reading: Reading) -> bool:
    """Whether a phrase stands in a headline that names whom it was done to: the rest is where and by whom."""
    return any(reading.sentence_at(span) == reading.sentence_at(one.span) for span in subjects)


def _done_to(trigger: Span, reading: Reading) -> Iterator[Span]:
    """The subject of a verb that a headline gives without its "was"."""
    home = reading.sentence_at(trigger)
    if home is None or reading.text[home.end - 1] in _ENDS_SENTENCE:
        return
    words = words_of(reading.text, home)
    for at in words_inside(words, trigger):
        first = _subject(words, at)
        if first < at and words[at].lower in _DONE_TO and not _has_object(words, at + 1):
            yield Span(words[first].start, words[at - 1].end)


def _subject(words: Sequence[Word], at: int) -> int:
    """Where the bare noun phrase begins that ends before word `at`; `at` itself where there is none."""
    first = at
    while first > 0 and (words[first - 1].cls in _IN_SUBJECT or words[first - 1].lower in _LINKS):
        first -= 1
    opens = first == 0 or words[first - 1].cls is Class.MARK or words[first - 1].lower in _PARTS_HEADLINE
    return first if opens else at


def _has_object(words: Sequence[Word], at: int) -> bool:
    """Whether whom it is done to begins at word `at`."""
    if at >= len(words) or words[at].cls in _NO_OBJECT:
        return False
    return words[at].lower not in _RESULTS
