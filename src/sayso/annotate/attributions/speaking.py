"""Speaking: which words name but somebody who can speak: a person, a body, an office, a sort of people."""

from collections.abc import Sequence
from functools import cache

from sayso.annotate import tables
from sayso.annotate.events.lexicon import NOUNS, VERBS
from sayso.annotate.inside import mentions_inside
from sayso.annotate.words import Class, Word, words_in
from sayso.model import Mention, MentionKind, Span

NAMED = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.ARMED_ACTOR})
"""The kinds of names that can speak."""
_LONGEST = 10
"""Words of the longest phrase for somebody."""
_FEWEST_SAID = 4
"""Words of the shortest statement."""
_HARMED = frozenset("dead died dies displaced drowned homeless hurt injured missing wounded".split())
_ARTICLES = frozenset("a an the".split())
_TELLS_MORE = frozenset(", at by close for from in of on to who with".split())
_BODIES = tables.cues_of("organisation_head")
"""What names of bodies end in: "Dorrin Rights Centre"."""
_SPEECH = tables.cue_words()["speech"]
_SOURCES = frozenset(
    "account accounts agencies agency charity data defence defense document documents figure figures"
    " footage group letter media medics memo monitor monitors ngo observers organisation organization"
    " record records report reports rescuers services source sources statement survivors watchdog witness"
    " witnesses".split()
)


def names_speaker(span: Span, text: str, mentions: Sequence[Mention]) -> bool:
    """Whether words name but somebody who can speak, with what tells more of them."""
    words = list(words_in(text, span.start, span.end))
    title = _title(words)
    if not title or len(words) > _LONGEST or any(_acts(word) for word in words):
        return False
    named = Span(title[0].start, title[-1].end)
    if title[-1].is_name and title[-1].lower in _BODIES:
        return True
    return title[-1].lower in _speakers() or any(
        one.kind in NAMED and one.span.end == named.end for one in mentions_inside(mentions, named)
    )


def calls_speaker(word: str) -> bool:
    """Whether a word is one for people or bodies that can speak: "police", "governor"."""
    return word.lower() in _speakers()


def tells_speech(words: str) -> bool:
    """Whether there is a verb for speaking among some words: "Oro, who fled, said" is no label."""
    return not _SPEECH.isdisjoint(words.lower().split())


def tells(words: Sequence[Word]) -> bool:
    """Whether words tell of something, as a heading or a list does not."""
    return len(words) >= _FEWEST_SAID and any(
        word.lower in VERBS or word.lower in NOUNS or word.lower in _HARMED or word.cls is Class.AUXILIARY
        for word in words
    )


def _acts(word: Word) -> bool:
    if word.cls is Class.DETERMINER and word.lower not in _ARTICLES:
        return True
    is_helping = word.cls is Class.AUXILIARY and word.text != "May"
    return is_helping or word.cls is Class.PRONOUN or word.lower in VERBS or word.lower in _SPEECH


def _title(words: Sequence[Word]) -> Sequence[Word]:
    """The words up to what tells more: "head doctor" of "head doctor of the clinic", "Oro" of "Oro, 52"."""
    ends = (at for at, word in enumerate(words) if word.lower in _TELLS_MORE)
    return words[: next(ends, len(words))]


@cache
def _speakers() -> frozenset[str]:
    """Words for people and bodies that can speak."""
    sorts = {word for row in tables.rows("party_words.tsv") for word in tables.listed(row["words"])}
    return tables.cue_words()["office"] | sorts | _SOURCES
