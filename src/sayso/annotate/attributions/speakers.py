"""The fullest name that the document gives a speaker: for "he", "the mayor" or "Oro", who that is."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.annotate import tables
from sayso.annotate.words import words_in
from sayso.model import Attribution, Mention, MentionKind, Office, Span

_PARAGRAPH_ENDS = ("\n\n", "\u2029")
_SINGULAR = frozenset({"he", "she"})
_PLURAL = "they"
_FIRST_PERSON = frozenset({"i", "we"})
_BODY = "it"
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
    """For each attribution, in order, the fullest name of its source; None where it has no source.

    "I" and "we" are whoever is quoted.
    """
    cast = _Cast(sorted(_candidates(text, mentions, offices), key=lambda candidate: candidate.span))
    names: list[str | None] = []
    speakers: list[Candidate] = []
    for draft in drafts:
        if draft.source is None:
            names.append(None)
            continue
        words = [word.lower for word in words_in(text, draft.source.start, draft.source.end)]
        quoted = _quoted(draft, names) if _FIRST_PERSON.issuperset(words) else None
        who = quoted or _who(text, draft.source, words, cast, speakers)
        names.append(who)
        speakers.append(_as_speaker(draft.source, words, who, cast))
    return names


def _quoted(draft: Attribution, names: Sequence[str | None]) -> str | None:
    """Who is quoted with it, of the attributions named so far."""
    return None if draft.parent is None or draft.parent >= len(names) else names[draft.parent]


class _Cast:
    """The candidates of a report in order, found by where they stand and by what they are called.

    A report of fifty pages names thousands, and asks for each of its thousand speakers who that is.
    """

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._all = candidates
        self._starts = [candidate.span.start for candidate in candidates]
        self._longest = max((len(candidate.span) for candidate in candidates), default=0)
        self._called: defaultdict[str, list[Candidate]] = defaultdict(list)
        self._first: dict[str, int] = {}
        self._ending_in: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for number, candidate in enumerate(candidates):
            for head in candidate.heads:
                self._called[head].append(candidate)
            self._first.setdefault(candidate.name, number)
            self._ending_in[_last_word(candidate.name)].setdefault(candidate.name, candidate.span.start)

    def between(self, low: int, high: int) -> Sequence[Candidate]:
        """Those that begin after one place in the text and before another."""
        return self._all[bisect_right(self._starts, low) : bisect_left(self._starts, high)]

    def before(self, place: int) -> Iterator[Candidate]:
        """Those that end up to a place, the nearest first."""
        return _back_from(place, self._all)

    def called(self, head: str, *, before: int) -> Iterator[Candidate]:
        """Those that may be called by a word and end up to a place, the nearest first."""
        return _back_from(before, self._called.get(head, ()))

    def ending_in(self, word: str, *, before: int) -> list[str]:
        """The names that end in a word and stand first no later than a place, in order."""
        return [name for name, start in self._ending_in.get(word, {}).items() if start <= before]

    def meant(self, name: str, source: Span, head: str) -> Candidate | None:
        """The first that has a name, or that stands in a source and is a person or called by its head."""
        low = bisect_left(self._starts, source.start - self._longest)
        near = range(low, bisect_left(self._starts, source.end))
        there = (n for n in near if self._all[n].span.overlaps(source) and self._is_meant(n, head))
        found = [n for n in (self._first.get(name), next(there, None)) if n is not None]
        return self._all[min(found)] if found else None

    def _is_meant(self, number: int, head: str) -> bool:
        return self._all[number].is_person or head in self._all[number].heads


def _back_from(place: int, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    behind = bisect_left(candidates, place, key=lambda candidate: candidate.span.start)
    back = (candidates[number] for number in range(behind - 1, -1, -1))
    return (candidate for candidate in back if candidate.span.end <= place)


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
    cast: _Cast,
    speakers: Sequence[Candidate],
) -> str:
    written = " ".join(source.of(text).split())
    if len(words) == 1 and words[0] in _SINGULAR:
        return _latest_person(text, source, cast, speakers, words[0]) or written
    if words == [_BODY]:
        return _latest_body(text, source, cast, speakers) or written
    if words == [_PLURAL]:
        return next((one.name for one in reversed(speakers) if not one.is_person), written)
    content = [word for word in words if word not in _LEADING]
    if content and words[0] in {"the", "this", "that"}:
        found = _called(content, source, cast, speakers)
        if found is not None:
            return found
    return _fuller_name(written, source, cast) or written


def _latest_body(text: str, source: Span, cast: _Cast, speakers: Sequence[Candidate]) -> str | None:
    """The last body that spoke or, where a sentence since began with another one's name, that one."""
    spoke = next((s for s in reversed(speakers) if not s.is_person), None)
    since = spoke.span.start if spoke else 0
    since_then = cast.between(since, source.start)
    subject = _subject(text, [c for c in since_then if not c.is_person and c.span.end <= source.start])
    if subject:
        return _whole_name(subject, cast)
    return spoke.name if spoke else None


def _latest_person(
    text: str, source: Span, cast: _Cast, speakers: Sequence[Candidate], pronoun: str
) -> str | None:
    """The last person who spoke or, where another person was named since at a sentence's start, that one.

    Whoever is the only person that the pronoun's own paragraph names before it comes before speakers of other
    paragraphs.
    """
    wrong = _FEMALE if pronoun == "he" else _MALE
    spoke = next((s for s in reversed(speakers) if s.is_person and not s.heads & wrong), None)
    since = spoke.span.start if spoke else 0
    paragraph = max(text.rfind(end, 0, source.start) for end in _PARAGRAPH_ENDS)
    if since < paragraph:
        here = [c for c in cast.between(paragraph, source.start) if c.is_person]
        if len({c.name for c in here}) == 1 and not here[-1].heads & wrong:
            return _whole_name(here[-1], cast)
    fitting = [c for c in cast.between(since, source.start) if c.is_person and not c.heads & wrong]
    subject = _subject(text, fitting)
    if subject:
        return _whole_name(subject, cast)
    if spoke:
        return spoke.name
    named = next((c for c in cast.before(source.start) if c.is_person and not c.heads & wrong), None)
    return None if named is None else _whole_name(named, cast)


def _subject(text: str, candidates: Sequence[Candidate]) -> Candidate | None:
    """The last of some candidates that a sentence begins with."""
    return next((one for one in reversed(candidates) if _begins_sentence(text, one.span)), None)


def _begins_sentence(text: str, span: Span) -> bool:
    """Whether a sentence begins with a name, or with "the" or a title in front of it."""
    lead = re.split(r"[.!?\n][\"”]?\s+|\n", text[max(0, span.start - 40) : span.start])[-1]
    return not re.search(r"[a-z)\]]", lead.removeprefix("The "))


def _called(content: Sequence[str], source: Span, cast: _Cast, speakers: Sequence[Candidate]) -> str | None:
    """Who is meant by "the mayor" or "the ministry": the nearest one before it of that title or head word.

    A body is meant by words of its own name alone: "the Orlo army" is not told more of by "Army".
    """
    head = content[-1]
    if len(content) > 2 or head in _VAGUE:
        return None
    for speaker in reversed(speakers):
        if head in speaker.heads and len(speaker.name.split()) > len(content):
            return speaker.name
    for candidate in cast.called(head, before=source.start):
        if candidate.is_person or len(candidate.name.split()) > len(content):
            return candidate.name
    return None


def _fuller_name(written: str, source: Span, cast: _Cast) -> str | None:
    """The longest name before or around `source` that ends in the same word and holds all of its words."""
    words = _parts(written) - _LEADING
    if len(words) > 3:
        return None
    fuller = [
        name
        for name in cast.ending_in(_last_word(written), before=source.start)
        if len(name) > len(written) and words <= _parts(name)
    ]
    return " ".join(max(fuller, key=len).split()) if fuller else None


def _whole_name(candidate: Candidate, cast: _Cast) -> str:
    return _fuller_name(candidate.name, candidate.span, cast) or candidate.name


def _as_speaker(source: Span, words: Sequence[str], who: str, cast: _Cast) -> Candidate:
    # Whoever speaks for a ministry is not the ministry, though its name stands in theirs.
    head = _head_noun(words)
    known = cast.meant(who, source, head)
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
