"""Passives: who did what was done, told by the word "by" and by the verb that it stands behind."""

from collections.abc import Sequence

from sayso.annotate import tables
from sayso.annotate.inside import words_inside
from sayso.annotate.phrases import HOURS, before_auxiliaries
from sayso.annotate.words import Class, Word
from sayso.model import Span

_IRREGULAR = frozenset(
    "beaten blown bought broken brought caught cut driven forbidden fought found given hanged heard held hit"
    " hurt known laid led left lost made met overrun overthrown paid put said seen sent set shot slain sold"
    " split spread stolen struck stuck sunk swept taken thrown told torn won written withdrawn".split()
)
"""Participles that do not end in "ed"."""
_BEING = frozenset("is are was were be been being".split())
_REACH = 14
"""Words behind a verb among which "by" may say who did it."""
_BETWEEN = 8
"""Words that may stand between a verb and its "by": "driven from their homes by"."""
_QUOTES = frozenset("\"'“‘«")
_FIRING = frozenset("fire fired launched lobbed shot".split())
_OCCASIONS = frozenset("after amid before despite during following over since".split())
_ENDS = frozenset({Class.MARK, Class.AUXILIARY, Class.RELATIVE, Class.PRONOUN})


def is_participle(word: Word) -> bool:
    """Whether a word is one that says what was done: "shot", "besieged"."""
    return word.cls is Class.OPEN and (word.lower.endswith("ed") or word.lower in _IRREGULAR)


def passive_at(words: Sequence[Word], trigger: Span) -> int | None:
    """Which word of a happening is the verb that says what was done: "shot" of "he was shot dead"."""
    inside = words_inside(words, trigger)
    if not inside:
        return None
    at = next((at for at in inside if words[at].cls is not Class.AUXILIARY), inside[-1])
    is_done = any(word.lower in _BEING for word in words[before_auxiliaries(words, at) : at])
    return at if is_done and is_participle(words[at]) else None


def is_by_nobody(words: Sequence[Word], trigger: Span) -> bool:
    """Whether a verb says what was done and not by whom: "he was shot", not "he was shot by rebels"."""
    at = passive_at(words, trigger)
    return at is not None and not says_by_whom(words, at)


def is_subject(words: Sequence[Word], at: int, party: Span) -> bool:
    """Whether a party stands right before the verb at `at` and its auxiliaries."""
    first = before_auxiliaries(words, at)
    return first > 0 and words[first - 1].end == party.end


def says_by_whom(words: Sequence[Word], at: int) -> bool:
    """Whether a "by" behind the verb at `at` says who did it; "freed for a ransom paid by" does not."""
    return any(
        words[by].lower == "by" and not _tells_hour(words, by) and _verb_of(words, by) in (None, at)
        for by in range(at + 1, min(len(words), at + _REACH))
    )


def is_of_another_verb(
    words: Sequence[Word], trigger: Span, party: Span, *, subjects: Sequence[Span], parties: Sequence[Span]
) -> bool:
    """Whether a party did what another verb tells of others.

    That verb stands in front of this one, or right behind any of the parties: "fought the guard, backed by".
    Nor is whoever did something after what happened its doer: "the march called by the union after the raid".
    """
    by, inside = _by_before(words, party), words_inside(words, trigger)
    verb = None if by is None else _verb_of(words, by)
    if verb is None or not inside or verb in inside:
        return False
    before = verb
    while before > 0 and (words[before - 1].cls is Class.ADVERB or words[before - 1].text == ","):
        before -= 1
    if any(before > 0 and words[before - 1].end == span.end for span in parties):
        return True
    if party.end > trigger.start or words[inside[0]].lower.endswith("ing"):
        return False  # In "remarks made by Oro calling for a ban" it is Oro who calls for it.
    if _is_occasion(words, words_inside(words, party).stop, inside[0]):
        return True
    return any(words[0].start <= span.start < span.end <= words[verb].start for span in subjects)


def _is_occasion(words: Sequence[Word], end: int, at: int) -> bool:
    """Whether a noun is only when or why something was: "called by the union after the arrest of"."""
    before = at
    while before > end and words[before - 1].cls in {Class.DETERMINER, Class.NUMBER, Class.OPEN}:
        before -= 1
    return before == end + 1 and words[end].lower in _OCCASIONS


def is_origin(words: Sequence[Word], trigger: Span, party: Span) -> bool:
    """Whether what was fired came from a party: "shells fired from rebel positions"."""
    inside, at = words_inside(words, trigger), words_inside(words, party).start
    if not inside or not inside[-1] < at < len(words) or words[at - 1].lower != "from":
        return False
    return any(words[n].lower in _FIRING for n in inside) and at - inside[-1] <= _BETWEEN


def is_reached(words: Sequence[Word], trigger: Span, party: Span) -> bool:
    """Whether what was done led to a party, or the party but stands behind an hour: "by dawn farmers"."""
    at = words_inside(words, party).start
    if not 0 < at < len(words) or party.start < trigger.end:
        return False
    return words[at - 1].lower == "to" or (at > 1 and _tells_hour(words, at - 2))


def _by_before(words: Sequence[Word], party: Span) -> int | None:
    at = words_inside(words, party).start - 1
    while 0 < at < len(words) and (words[at].text in _QUOTES or words[at].cls is Class.DETERMINER):
        at -= 1
    return at if 0 <= at < len(words) and words[at].lower == "by" else None


def _verb_of(words: Sequence[Word], by: int) -> int | None:
    """The nearest participle in front of a "by" in its clause; None where there is none: "an attack by"."""
    for at in range(by - 1, max(-1, by - 1 - _BETWEEN), -1):
        if words[at].cls in _ENDS:
            return None
        if is_participle(words[at]):
            return at
    return None


def _tells_hour(words: Sequence[Word], by: int) -> bool:
    """Whether a "by" says until when, and not by whom."""
    after = words[by + 1].lower if words[by].lower == "by" and by + 1 < len(words) else ""
    return after in HOURS or after in tables.cue_words()["calendar"]
