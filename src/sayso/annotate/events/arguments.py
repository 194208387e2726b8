"""Arguments: who did it to whom, and where, told from word order and prepositions."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotate.events.lexicon import FIREARMS, LIGHT_VERBS
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.phrases import before_auxiliaries, phrase_after, phrase_before
from sayso.annotate.words import Class, Word, span_of
from sayso.model import EventType, Mention, MentionKind, Span

_SYMMETRICAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
_TOWARDS = frozenset("on against at upon with to towards".split())
_AT_A_PLACE = frozenset("in at near on from outside around across throughout into inside".split())
_BEFORE_A_PLACE = frozenset(
    "the a its northern southern eastern western central nearby north south east west city town"
    " village province region district port capital part parts outskirts suburb suburbs centre center"
    " side of area areas".split()
)
_PARTY_KINDS = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.ARMED_ACTOR,
        MentionKind.NATIONALITY,
        MentionKind.PLACE,
    }
)
_REACH = 12


@dataclass(frozen=True, slots=True)
class Parties:
    """Who did it and whom it was done to."""

    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    instruments: tuple[Span, ...] = ()


def parties_of(words: Sequence[Word], trigger: Trigger, mentions: Sequence[Mention]) -> Parties:
    """The parties of a happening, from the sentence that names it."""
    parties = _of_verb(words, trigger) if trigger.is_verb else _of_noun(words, trigger, mentions)
    if trigger.type in _SYMMETRICAL:
        return Parties(parties.actors + parties.recipients, (), parties.instruments)
    return parties


def _of_verb(words: Sequence[Word], trigger: Trigger) -> Parties:
    subject = _subject(words, trigger.first)
    after = _past_adverbs(words, trigger.last + 1)
    if trigger.is_passive:
        return Parties(_agent(words, after), _spans(words, subject))
    actors = _split(words, subject)
    if (
        trigger.lemma in {"fire", "launch"}
        and after < len(words)
        and words[after].lower in FIREARMS - _TOWARDS
    ):
        return Parties(actors, _target(words, after), _spans(words, phrase_after(words, after)))
    towards = after < len(words) and words[after].lower in _TOWARDS
    if trigger.type is EventType.AGREE and not (towards and words[after].lower == "with"):
        return Parties(actors)
    return Parties(actors, _coordinated(words, phrase_after(words, after + towards)))


def _target(words: Sequence[Word], after: int) -> tuple[Span, ...]:
    """Whom or what something is fired at."""
    for at in range(after, min(len(words), after + _REACH)):
        if words[at].lower in {"at", "on", "into", "towards", "toward", "against"}:
            return _coordinated(words, phrase_after(words, at + 1))
        if words[at].text in {",", ";"}:
            break
    return ()


def _split(words: Sequence[Word], phrase: tuple[int, int] | None) -> tuple[Span, ...]:
    """The phrase, or the two names that "and" joins in it."""
    if phrase is not None:
        for at in range(phrase[0] + 1, phrase[1] - 1):
            if words[at].lower == "and":
                return (*_spans(words, (phrase[0], at)), *_spans(words, (at + 1, phrase[1])))
    return _spans(words, phrase)


def _of_noun(words: Sequence[Word], trigger: Trigger, mentions: Sequence[Mention]) -> Parties:
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    first = trigger.first
    if first >= 2 and words[first - 1].lower == "'s":
        actors = _spans(words, phrase_before(words, first - 1))
    elif first >= 1:
        beside = words[first - 1]
        actors = tuple(
            mention.span
            for mention in mentions
            if mention.kind in _PARTY_KINDS and mention.span.end == beside.end
        )
    for at in range(trigger.last + 1, min(len(words), trigger.last + _REACH)):
        if words[at].text in {".", ";", ","} or words[at].cls in {Class.AUXILIARY, Class.RELATIVE}:
            break
        if words[at].lower == "by":
            actors = actors or _coordinated(words, phrase_after(words, at + 1))
        elif words[at].lower in {"on", "against", "with", "between"}:
            recipients = recipients or _coordinated(words, phrase_after(words, at + 1))
    if not actors and trigger.first > 1:
        verb_at = trigger.first - 1
        while verb_at > 0 and words[verb_at].cls in {Class.DETERMINER, Class.PREPOSITION}:
            verb_at -= 1
        if words[verb_at].lower in LIGHT_VERBS:
            actors = _spans(words, _subject(words, verb_at))
    return Parties(actors, recipients)


def _subject(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The subject of the verb at `at`; of "to meet" in "they hope to meet", that of the verb in front."""
    end = before_auxiliaries(words, at)
    if end > 1 and words[end - 1].lower == "to":
        end = before_auxiliaries(words, end - 2)
    return phrase_before(words, end)


def _agent(words: Sequence[Word], after: int) -> tuple[Span, ...]:
    for at in range(after, min(len(words), after + 6)):
        if words[at].lower == "by":
            return _coordinated(words, phrase_after(words, at + 1))
        if words[at].cls is Class.MARK:
            break
    return ()


def _coordinated(words: Sequence[Word], phrase: tuple[int, int] | None) -> tuple[Span, ...]:
    """The phrase and, where "and" joins another noun phrase to it, that one too."""
    found = _spans(words, phrase)
    if phrase is not None and phrase[1] + 1 < len(words) and words[phrase[1]].lower == "and":
        second = phrase_after(words, phrase[1] + 1)
        if second is not None and words[second[0]].cls is not Class.PRONOUN:
            found += _spans(words, second)
    return found


def _spans(words: Sequence[Word], phrase: tuple[int, int] | None) -> tuple[Span, ...]:
    if phrase is None or words[phrase[0]].lower in {"it", "there", "one"}:
        return ()
    return (span_of(list(words[phrase[0] : phrase[1]])),)


def _past_adverbs(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].cls is Class.ADVERB:
        at += 1
    return at


def places_of(
    text: str, words: Sequence[Word], trigger: Trigger, mentions: Sequence[Mention], taken: Sequence[Span]
) -> tuple[Span, ...]:
    """Where it happened: the nearest place named behind a preposition of place, and what contains it."""
    head = words[trigger.head].start
    named = [
        mention.span
        for mention in mentions
        if mention.kind in {MentionKind.PLACE, MentionKind.FACILITY}
        and not any(span == mention.span for span in taken)
        and _stands_at(text, mention.span)
    ]
    if not named:
        return ()
    nearest = min(named, key=lambda span: abs(span.start - head) - (20 if span.start > head else 0))
    chain = [nearest]
    for mention in sorted(mentions, key=lambda mention: mention.span):
        gap = text[chain[-1].end : mention.span.start] if mention.span.start >= chain[-1].end else None
        if mention.kind is MentionKind.PLACE and gap is not None and gap.strip(" ") in {",", "in", ", in"}:
            chain.append(mention.span)
    return tuple(chain)


def _stands_at(text: str, place: Span) -> bool:
    for word in reversed(text[max(0, place.start - 60) : place.start].lower().split()):
        if word not in _BEFORE_A_PLACE:
            return word in _AT_A_PLACE
    return False
