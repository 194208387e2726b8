"""The fullest name that the document gives a speaker: for "he", "the mayor" or "Oro", who that is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.annotate import tables
from sayso.annotate.attributions.cast import Candidate, Cast, cast_of, head_noun, last_word, parts, telling
from sayso.annotate.words import words_in
from sayso.model import Attribution, Form, Mention, Office, Span

_PARAGRAPH_ENDS = ("\n\n", "\u2029")
_HE = frozenset({"he", "him", "his"})
_SINGULAR = frozenset({"he", "her", "him", "his", "she"})
_PLURAL = frozenset({"their", "they"})
_FIRST_PERSON = frozenset({"i", "we"})
_BODY = frozenset({"it", "its"})
_LEADING = frozenset("a an her his its that the their these this those".split())
_SEVERAL = frozenset("and another".split())
_ANSWERS = (["a"], ["answer"])
"""Labels of whoever answers in a talk that is printed line by line."""
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
_POINTING = frozenset("that the these this those".split())
# Common nouns too vague to tie one mention to another; with the second ones only a speaker is meant.
_VAGUE = frozenset("man woman people person members".split())
_ONLY_SPEAKERS = frozenset("group leader official officials report reports source sources".split())
_ANY_SPEAKER = frozenset({"source", "sources"})
_ANY_BODY = frozenset(
    "agency broadcaster charity company daily firm group newspaper organisation organization outlet paper"
    " radio station watchdog".split()
)
_PAPERS = frozenset("bulletin communique communiqué letter message release report statement".split())
_IN_WRITING = re.compile(
    r"\b(?:in|through|via|by) (?:an?|its|his|her|their) (?:[\w-]+ ){0,3}"
    rf"(?P<paper>{'|'.join(sorted(_PAPERS))})\b",
    re.IGNORECASE,
)
_WRITING_REACH = 60
_APPOSES, _ENDS_APPOSED = (
    re.compile(r"\s?,\s(?:[\w.-]+\s){0,4}\Z|\s?,\s\Z"),
    re.compile(r"\s*|,(?:(?! and )[^.;\n])*"),
)
_ENDS_SENTENCE = re.compile(r"\s*(?:[.;\n]|,(?! and )|\Z)")
_SHORT_FORM = re.compile(r"(?<=\w)\s*\([^()]*\)\Z")
"""Behind a name: "the Orlo Liberation Front (OLF)"."""
_APPOSED_REACH = 160
"""Characters from a source to its verb, with a name between them."""
_LONGEST_TITLE, _LONGEST_NAME = 2, 3
"""Words of a title that is known by its last one, and of a name that a fuller one is looked for."""


@dataclass(slots=True)
class _Talk:
    """Who has spoken so far, and who may turn out to be speaking."""

    text: str
    cast: Cast
    speakers: list[Candidate] = field(default_factory=list)
    opening: int = 0
    """Where somebody first speaks."""
    quoted: str | None = None
    """Who is quoted word for word with what is looked at."""
    people: dict[str, str] = field(default_factory=dict)
    """By the last word of their names, the fullest name by which each was brought in to speak."""

    def add(self, speaker: Candidate, *, is_quoted: bool) -> None:
        """Remember one more speaker; one whom the last one quotes comes before that one."""
        self.speakers.insert(len(self.speakers) - is_quoted, speaker)
        last, words = last_word(speaker.name), speaker.name.lower().split()
        is_one = speaker.is_person and "and" not in words and head_noun(words) == words[-1]
        if is_one and len(speaker.name) > len(self.people.get(last, "")):
            self.people[last] = speaker.name


def named(
    text: str, drafts: Sequence[Attribution], *, mentions: Sequence[Mention], offices: Sequence[Office]
) -> list[str | None]:
    """For each attribution, in order, the fullest name of its source; None where it has no source.

    "I" and "we" are whoever is quoted.
    """
    opening = min((draft.source.start for draft in drafts if draft.source is not None), default=0)
    talk = _Talk(text, cast_of(text, mentions, offices), opening=opening)
    names: list[str | None] = []
    known: dict[Span, str] = {}
    for number, draft in enumerate(drafts):
        if draft.source is None:
            names.append(None)
            continue
        words = [word.lower for word in words_in(text, draft.source.start, draft.source.end)]
        quoted = _quoted(draft, names)
        is_own = quoted is not None and _FIRST_PERSON.issuperset(words)
        # Whoever is quoted word for word says "I", so that their "he" is another.
        talk.quoted = quoted if _is_direct(draft, drafts) else None
        who = (quoted if is_own else None) or talk.cast.in_full(_who(draft, draft.source, words, talk))
        # "The envoy, Ana Brisk, denied it and said …" names her once.
        who = known.setdefault(draft.source, who)
        names.append(who)
        speaker = _as_speaker(draft, draft.source, words, who, talk)
        talk.add(speaker, is_quoted=_is_relayed(draft, drafts[:number]))
    return names


def _quoted(draft: Attribution, names: Sequence[str | None]) -> str | None:
    """Who is quoted with it, of the attributions named so far."""
    return None if draft.parent is None or draft.parent >= len(names) else names[draft.parent]


def _is_relayed(draft: Attribution, before: Sequence[Attribution]) -> bool:
    """Whether the very words of it are told by whoever was last to speak before."""
    return bool(before) and draft.parent == len(before) - 1 and before[-1].content == draft.content


def _is_direct(draft: Attribution, drafts: Sequence[Attribution]) -> bool:
    """Whether what a draft is part of is printed in quotation marks."""
    return draft.parent is not None and drafts[draft.parent].form is Form.DIRECT


def _who(draft: Attribution, source: Span, words: Sequence[str], talk: _Talk) -> str:
    written = " ".join(_SHORT_FORM.sub("", source.of(talk.text)).split())
    if len(words) == 1 and words[0] in _SINGULAR:
        return _latest_person(source, talk, words[0]) or written
    if len(words) == 1 and words[0] in _BODY:
        return _latest_body(source, talk) or written
    if len(words) == 1 and words[0] in _PLURAL:
        return next((one.name for one in reversed(talk.speakers) if not one.is_person), written)
    if words in _ANSWERS:
        return _interviewed(talk) or written
    apposed = _apposed(draft, source, talk)
    if apposed:
        return apposed
    content = [word for word in words if word not in _LEADING]
    if content and words[0] in _POINTING:
        found = _called([word for word in content if word != "same"], source, talk)
        if found is not None:
            return found
    return _fuller_name(written, source, talk) or written


def _interviewed(talk: _Talk) -> str | None:
    """Who answers in a talk: the only person whom the words before it name."""
    names = {_whole_name(one, talk) for one in talk.cast.before(talk.opening) if one.is_person}
    return names.pop() if len(names) == 1 else None


def _apposed(draft: Attribution, source: Span, talk: _Talk) -> str | None:
    """Who stands right behind a source: "the mayor of Veld, Ana Brisk, said", "said the mayor, Ana Brisk"."""
    if draft.cue is None or draft.cue.start - source.end > _APPOSED_REACH:
        return None
    if any(one.is_person for one in talk.cast.between(source.start - 1, source.end)):
        return None
    is_before = source.end < draft.cue.start
    end = draft.cue.start if is_before else min(len(talk.text), source.end + _APPOSED_REACH)
    for candidate in talk.cast.between(source.end, end):
        before = talk.text[source.end : candidate.span.start]
        behind = talk.text[candidate.span.end : end]
        if candidate.is_person and _APPOSES.match(before) and not telling(before.strip(", ")):
            is_ended = _ENDS_APPOSED.fullmatch(behind) if is_before else _ENDS_SENTENCE.match(behind)
            return _whole_name(candidate, talk) if is_ended else None
    return None


def _latest_body(source: Span, talk: _Talk) -> str | None:
    """The last body that spoke or, where a sentence since began with another one's name, that one."""
    spoke = next((s for s in reversed(talk.speakers) if not s.is_person), None)
    since = spoke.span.start if spoke else -1
    since_then = talk.cast.between(since, source.start)
    subject = _subject(talk.text, [c for c in since_then if not c.is_person and c.span.end <= source.start])
    if subject:
        return _whole_name(subject, talk)
    return spoke.name if spoke else None


def _latest_person(source: Span, talk: _Talk, pronoun: str) -> str | None:
    """The last person who spoke or, where another person was named since at a sentence's start, that one.

    Whoever is the only person that the pronoun's own paragraph names before it comes before speakers of other
    paragraphs.
    """
    wrong = _FEMALE if pronoun in _HE else _MALE

    def fits(one: Candidate) -> bool:
        return one.is_person and not one.heads & wrong and one.name != talk.quoted

    spoke = next((s for s in reversed(talk.speakers) if fits(s)), None)
    since = spoke.span.start if spoke else -1
    paragraph = max(talk.text.rfind(end, 0, source.start) for end in _PARAGRAPH_ENDS)
    if since < paragraph:
        here = [c for c in talk.cast.between(paragraph, source.start) if c.is_person]
        if len({c.name for c in here}) == 1 and fits(here[-1]):
            return _whole_name(here[-1], talk)
    fitting = [c for c in talk.cast.between(since, source.start) if fits(c)]
    subject = _subject(talk.text, fitting)
    if subject:
        return _whole_name(subject, talk)
    if spoke:
        return spoke.name
    return next((_whole_name(c, talk) for c in talk.cast.before(source.start) if fits(c)), None)


def _subject(text: str, candidates: Sequence[Candidate]) -> Candidate | None:
    """The last of some candidates that a sentence begins with."""
    return next((one for one in reversed(candidates) if _begins_sentence(text, one.span)), None)


def _begins_sentence(text: str, span: Span) -> bool:
    """Whether a sentence begins with a name, or with "the" or a title in front of it."""
    lead = re.split(r"[.!?\n][\"”]?\s+|\n", text[max(0, span.start - 40) : span.start])[-1]
    return not re.search(r"[a-z)\]]", lead.removeprefix("The "))


def _called(content: Sequence[str], source: Span, talk: _Talk) -> str | None:
    """Who is meant by "the mayor" or "the ministry": the nearest one before it of that title or head word.

    A body is meant by words of its own name alone: "the Orlo army" is not told more of by "Army". "The
    source" may be whoever spoke last, "the company" the body that did.
    """
    head = content[-1] if content else ""
    if not content or head in _VAGUE:
        return None
    spoke = next((one for one in reversed(talk.speakers) if _goes_by(one, content)), None)
    if spoke is not None:
        return spoke.name
    if len(content) == 1 and head in _ANY_SPEAKER:
        return talk.speakers[-1].name if talk.speakers else None
    for words in (" ".join(content), head) if len(content) <= _LONGEST_TITLE else (" ".join(content),):
        for candidate in talk.cast.called(words, before=source.start):
            if head not in _ONLY_SPEAKERS and _says_more(candidate, content):
                return _whole_name(candidate, talk)
    if len(content) > 1 or head not in _ANY_BODY:
        return None
    return next((one.name for one in reversed(talk.speakers) if talk.cast.ends_in_body(one.name)), None)


def _goes_by(speaker: Candidate, content: Sequence[str]) -> bool:
    """Whether a speaker is told more of by name than by these words, and goes by them."""
    title, head = " ".join(content), content[-1]
    if head not in speaker.heads and title not in speaker.heads:
        return False
    name = parts(speaker.name)
    if len(speaker.name.split()) <= len(content) or not _SEVERAL.isdisjoint(name):
        return False
    by_head = len(content) <= _LONGEST_TITLE and head not in _PAPERS
    return title in speaker.heads or by_head or name.issuperset(content)


def _says_more(candidate: Candidate, content: Sequence[str]) -> bool:
    if candidate.is_person:
        return not parts(candidate.name) <= set(content)
    return len(candidate.name.split()) > len(content)


def _fuller_name(written: str, source: Span, talk: _Talk) -> str | None:
    """The longest name before or around `source` that ends in the same word and holds all of its words.

    Titles are no part of it: "Mrs Brisk" is Ana Brisk, and so is "Ana" where no other Ana is named.
    """
    words = telling(written) - _LEADING
    if not words or len(words) > _LONGEST_NAME:
        return None
    last = last_word(written)
    fuller = [
        name
        for name in (*talk.cast.fullest(last, words, before=source.start), talk.people.get(last, ""))
        if (len(name) > len(written) or words < telling(name)) and words <= parts(name)
    ]
    if not fuller and written.lower() in words:
        fuller = talk.cast.of_forename(*words, before=source.start)
        fuller = fuller if len(fuller) == 1 else []
    return " ".join(max(fuller, key=len).split()) if fuller else None


def _whole_name(candidate: Candidate, talk: _Talk) -> str:
    return _fuller_name(candidate.name, candidate.span, talk) or candidate.name


def _as_speaker(draft: Attribution, source: Span, words: Sequence[str], who: str, talk: _Talk) -> Candidate:
    # Whoever speaks for a ministry is not the ministry, though its name stands in theirs.
    head = head_noun(words)
    known = talk.cast.meant(who, source, head)
    is_person = (
        (known is not None and known.is_person)
        or not _PERSONS.isdisjoint(words)
        or (_is_human(head) and _MANY.isdisjoint(words))
    )
    heads = {head_noun(who.lower().split()).strip(".,’'")} | (known.heads if known else frozenset()) | {head}
    # "Her brother Yusuf" is no "she".
    heads |= (_MALE | _FEMALE).intersection(words) - _LEADING
    return Candidate(source, who, frozenset(heads | _papers(draft, source, talk.text)), is_person)


def _papers(draft: Attribution, source: Span, text: str) -> set[str]:
    """What a speaker says something in, by which they go from then on: "said in a statement"."""
    marks = (source, draft.cue) if draft.cue else (source,)
    first, last = min(mark.start for mark in marks), max(mark.end for mark in marks)
    paper = _IN_WRITING.search(text, first, last + _WRITING_REACH)
    return {paper["paper"].lower()} if paper else set()


def _is_human(noun: str) -> bool:
    """Whether a word names somebody by what they are: a witness, a lieutenant, a mayor."""
    cues = tables.cue_words()
    return noun in _HUMAN or noun in cues["rank"] or noun in cues["office"]
