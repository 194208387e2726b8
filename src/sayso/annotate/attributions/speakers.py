"""The fullest name that the document gives a speaker: for "he", "the mayor" or "Oro", who that is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.annotate import tables
from sayso.annotate.words import words_in
from sayso.model import Attribution, Mention, MentionKind, Office, Span

_PARAGRAPH_ENDS = ("\n\n", "\u2029")
_SINGULAR = frozenset({"he", "she"})
_PLURAL = frozenset({"they", "it"})
_LEADING = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their"})
_FEMALE = frozenset(
    "mrs ms miss she her woman actress queen princess spokeswoman mother daughter sister wife".split()
)
_MALE = frozenset("mr he his him man king prince spokesman father son brother husband".split())
_PERSONS = _SINGULAR | _FEMALE | _MALE
# One of these, without a name, is somebody whom "he" or "she" may mean.
_HUMAN = frozenset(
    "analyst activist aide campaigner clerk commander correspondent diplomat doctor driver expert farmer"
    " fighter fisherman guard lawyer lecturer legislator medic neighbour neighbor nurse officer official"
    " passenger priest refugee resident shopkeeper soldier spokesperson student survivor teacher trader"
    " villager witness worker".split()
)
_MANY = frozenset("two three four five six seven eight nine ten several many some".split())
# Common nouns too vague to tie one mention to another.
_VAGUE = frozenset(
    "man woman people person source sources official officials group report leader members".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name, or a naming phrase, that a later speaker may turn out to be."""

    span: Span
    name: str
    heads: frozenset[str]
    """Lower-case words it may be called by: the last name, the title's head."""
    is_person: bool


def named(
    text: str, drafts: Sequence[Attribution], *, mentions: Sequence[Mention], offices: Sequence[Office]
) -> list[str | None]:
    """For each attribution, in order, the fullest name of its source; None where it has no source."""
    candidates = sorted(_candidates(text, mentions, offices), key=lambda candidate: candidate.span)
    names: list[str | None] = []
    speakers: list[Candidate] = []
    for draft in drafts:
        if draft.source is None:
            names.append(None)
            continue
        words = [word.lower for word in words_in(text, draft.source.start, draft.source.end)]
        who = _who(text, draft.source, words, candidates, speakers)
        names.append(who)
        speakers.append(_as_speaker(draft.source, words, who, candidates))
    return names


def _candidates(text: str, mentions: Sequence[Mention], offices: Sequence[Office]) -> Iterator[Candidate]:
    titles: dict[Span, set[str]] = {}
    for office in offices:
        title = [word.lower for word in words_in(text, office.title.start, office.title.end)]
        titles.setdefault(office.person, set()).add(_head_noun(title))
    people = {mention.span for mention in mentions if mention.kind is MentionKind.PERSON} | set(titles)
    for span in people:
        name = span.of(text)
        heads = {_last_word(name)} | titles.get(span, set())
        yield Candidate(span, name, frozenset(heads), is_person=True)
    for mention in mentions:
        if mention.kind in {MentionKind.ORGANISATION, MentionKind.ARMED_ACTOR}:
            name = mention.span.of(text)
            yield Candidate(mention.span, name, frozenset({_last_word(name)}), is_person=False)


def _who(
    text: str,
    source: Span,
    words: Sequence[str],
    candidates: Sequence[Candidate],
    speakers: Sequence[Candidate],
) -> str:
    written = " ".join(source.of(text).split())
    if len(words) == 1 and words[0] in _SINGULAR:
        return _latest_person(text, source, candidates, speakers, words[0]) or written
    if len(words) == 1 and words[0] in _PLURAL:
        others = [speaker for speaker in speakers if not speaker.is_person]
        return others[-1].name if others else written
    content = [word for word in words if word not in _LEADING]
    if content and words[0] in {"the", "this", "that"}:
        found = _called(content, source, candidates, speakers)
        if found is not None:
            return found
    return _fuller_name(written, source, candidates) or written


def _latest_person(
    text: str, source: Span, candidates: Sequence[Candidate], speakers: Sequence[Candidate], pronoun: str
) -> str | None:
    """The last person who spoke or, where another person was named since at a sentence's start, that one.

    Whoever is the only person that the pronoun's own paragraph names before it comes before speakers of other
    paragraphs.
    """
    wrong = _FEMALE if pronoun == "he" else _MALE
    spoke = [s for s in speakers if s.is_person and not s.heads & wrong]
    since = spoke[-1].span.start if spoke else 0
    paragraph = max(text.rfind(end, 0, source.start) for end in _PARAGRAPH_ENDS)
    here = {c.name for c in candidates if c.is_person and paragraph < c.span.start < source.start}
    if since < paragraph and len(here) == 1:
        name = here.pop()
        named = next(c for c in reversed(candidates) if c.name == name and c.span.start < source.start)
        if not named.heads & wrong:
            return _fuller_name(name, named.span, candidates) or name
    subject = [
        c
        for c in candidates
        if c.is_person
        and since < c.span.start < source.start
        and _begins_sentence(text, c.span)
        and not c.heads & wrong
    ]
    if subject:
        return _fuller_name(subject[-1].name, subject[-1].span, candidates) or subject[-1].name
    if spoke:
        return spoke[-1].name
    before = [c for c in candidates if c.is_person and c.span.end <= source.start and not c.heads & wrong]
    return (
        None if not before else _fuller_name(before[-1].name, before[-1].span, candidates) or before[-1].name
    )


def _begins_sentence(text: str, span: Span) -> bool:
    lead = text[max(0, span.start - 40) : span.start]
    return not re.search(r"[a-z)\]]", re.split(r"[.!?\n][\"”]?\s+|\n", lead)[-1])


def _called(
    content: Sequence[str], source: Span, candidates: Sequence[Candidate], speakers: Sequence[Candidate]
) -> str | None:
    """Who is meant by "the mayor" or "the ministry": the nearest one before it of that title or head word.

    A body is meant by words of its own name alone: "the Orlo army" is not told more of by "Army".
    """
    head = content[-1]
    if len(content) > 2 or head in _VAGUE:
        return None
    for speaker in reversed(speakers):
        if head in speaker.heads and len(speaker.name.split()) > len(content):
            return speaker.name
    for candidate in reversed(candidates):
        longer = candidate.is_person or len(candidate.name.split()) > len(content)
        if candidate.span.end <= source.start and head in candidate.heads and longer:
            return candidate.name
    return None


def _fuller_name(written: str, source: Span, candidates: Sequence[Candidate]) -> str | None:
    """The longest name before or around `source` that ends in the same word and holds all of its words."""
    words = _parts(written) - _LEADING
    if len(words) > 3:
        return None
    last = _last_word(written)
    fuller = [
        candidate.name
        for candidate in candidates
        if last in candidate.heads
        and len(candidate.name) > len(written)
        and candidate.span.start <= source.start
        and words <= _parts(candidate.name)
        and _last_word(candidate.name) == last
    ]
    return " ".join(max(fuller, key=len).split()) if fuller else None


def _as_speaker(source: Span, words: Sequence[str], who: str, candidates: Sequence[Candidate]) -> Candidate:
    # Whoever speaks for a ministry is not the ministry, though its name stands in theirs.
    head = _head_noun(words)
    known = next(
        (
            c
            for c in candidates
            if c.name == who or (c.span.overlaps(source) and (c.is_person or head in c.heads))
        ),
        None,
    )
    is_person = (
        (known is not None and known.is_person)
        or not _PERSONS.isdisjoint(words)
        or (_is_human(head) and _MANY.isdisjoint(words))
    )
    heads = {_head_noun(who.lower().split()).strip(".,’'")} | (known.heads if known else frozenset()) | {head}
    return Candidate(source, who, frozenset(heads), is_person)


def _is_human(noun: str) -> bool:
    """Whether a word names somebody by what they are: a witness, a lieutenant, a mayor."""
    cues = tables.cue_words()
    return noun in _HUMAN or noun in cues["rank"] or noun in cues["office"]


def _head_noun(words: Sequence[str]) -> str:
    """The last word before an "of" or "for": the word a phrase is called by when it comes again."""
    for number, word in enumerate(words):
        if number and word in {"of", "for", "in", "from", "at", "with"}:
            return words[number - 1]
    return words[-1]


def _parts(name: str) -> set[str]:
    return {word.strip(".,").lower() for word in name.split()}


def _last_word(name: str) -> str:
    return name.split()[-1].strip(".,’'\"”").lower() if name.split() else ""
