"""Relatives: whom "who" and "which" mean, where they are the subject of what happened."""

from collections.abc import Sequence

from sayso.annotate.entities.passives import is_participle, passive_at
from sayso.annotate.inside import words_inside
from sayso.annotate.phrases import before_auxiliaries, phrase_before
from sayso.annotate.words import Class, Word, words_of
from sayso.model import Argument, Event, Reading, Span, changed

_RELATIVE = frozenset({"who", "which"})
_LINKS = frozenset("against from to".split())
"""What leads from one phrase to another: who was "referred to the council, which" is not the council."""
_BESIDE = (", ", " and ", " of ", " (", ") ")


def of_relatives(event: Event, reading: Reading) -> Event:
    """The event with whom a relative clause is about on their side: "herders, who were shot", "who shot".

    Whoever the sentence puts there and stands farther off is none of it; whom another sentence names may be
    the same by name.
    """
    home = reading.sentence_at(event.trigger)
    words = () if home is None else words_of(reading.text, home)
    meant = _meant(words, event.trigger)
    if home is None or meant is None:
        return event
    is_done = passive_at(words, event.trigger) is not None
    known, others = (event.recipients, event.actors) if is_done else (event.actors, event.recipients)
    if any(not home.holds(one.span) or _is_beside(one.span, meant, reading.text) for one in known):
        return event
    told = (Argument(span=meant), *(one for one in known if one.span.start >= event.trigger.end))
    others = tuple(one for one in others if not one.span.overlaps(meant))
    if is_done:
        return changed(event, recipients=told, actors=others)
    return changed(event, actors=told, recipients=others)


def _meant(words: Sequence[Word], trigger: Span) -> Span | None:
    """The phrase right before a "who" or "which" whose verb the trigger is."""
    inside = words_inside(words, trigger)
    first = before_auxiliaries(words, inside[0]) if inside else 0
    if first < 2 or words[first - 1].lower not in _RELATIVE:
        return None
    end = first - 1 - (words[first - 2].text == ",")
    phrase = phrase_before(words, end) if end else None
    if phrase is None or (phrase[0] and _describes(words[phrase[0] - 1])):
        return None
    begin = _head(words, phrase)
    return Span(words[begin].start, words[phrase[1] - 1].end)


def _head(words: Sequence[Word], phrase: tuple[int, int]) -> int:
    """Where the noun phrase begins that ends a stretch of words: behind its last link or verb."""
    links = [at + 1 for at in range(*phrase) if words[at].lower in _LINKS or _is_verb(words, phrase, at)]
    begin = links[-1] if links and links[-1] < phrase[1] else phrase[0]
    if words[begin].cls is not Class.OPEN or words[begin].is_name:
        return begin
    return max((at for at in range(begin, phrase[1]) if words[at].cls is Class.DETERMINER), default=begin)


def _is_verb(words: Sequence[Word], phrase: tuple[int, int], at: int) -> bool:
    """Whether a word within a stretch is a verb, by the word before it: "Oro met", "of failing"."""
    is_ing = words[at].lower.endswith("ing")
    if words[at].is_name or at == phrase[0] or not (is_ing or is_participle(words[at])):
        return False
    before = words[at - 1]
    return before.is_name or (is_ing and before.cls is Class.PREPOSITION)


def _describes(before: Word) -> bool:
    """Whether the word before a phrase shows that it but describes somebody: "Oro is a clerk who"."""
    return before.cls in (Class.MARK, Class.ADVERB, Class.AUXILIARY) or before.lower in ("of", "with")


def _is_beside(party: Span, meant: Span, text: str) -> bool:
    """Whether a party is the one meant, or stands right beside the words for it: "Oro, a man who"."""
    return party.overlaps(meant) or text[party.end : meant.start] in _BESIDE
