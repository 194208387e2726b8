"""Names: a person said by name to have been hit is a toll of one."""

from collections.abc import Sequence

from sayso.annotate.tolls.bounds import ONE
from sayso.annotate.tolls.groups import group_of_noun, is_plural
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import COUNT_NOUNS, predicate_at
from sayso.annotate.words import Class, Word

_PARTICLES = frozenset(
    "al el bin ben ibn abu de la del della da dos das di von van der den ter le y e i".split()
)
# Last words of names that are no person's.
_BODIES = frozenset(
    "army navy force forces police guard guards ministry party front movement union council government parliament"
    " congress senate court committee commission agency bank company corp inc ltd university college school"
    " hospital church station airport city town district department province county state states republic kingdom"
    " house hotel street avenue road river lake mountain island islands bay gulf sea division brigade battalion"
    " regiment squad unit command base camp embassy office news times post radio television tv press group"
    " organization organisation association federation league alliance team club war offensive operation"
    " monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    " september october november december washington london damage property power traffic fighting violence"
    " president minister general colonel captain leader reporter mr mrs ms dr text yesterday today tonight"
    " meanwhile however also then there article act law people nobody everybody one operation attack explosion bomb"
    " fire train plane building car truck bus ship boat vehicle helicopter village region area country capital"
    " home house jail custody prison crowd mob public population security contact peace life".split()
)
# Words that are no person when they stand alone.
_ALONE = frozenset(
    "american british french german israeli iranian iraqi libyan syrian russian chinese afghan turkish spanish"
    " president minister general colonel captain iran iraq israel britain france lebanon libya".split()
)
_SINGULAR_VERBS = frozenset("was has died".split())
_VERBS = frozenset(
    "clashed taken left continues caused said say says held made fell rose began took broke".split()
)
_LONGEST = 8


def name_at(words: Sequence[Word], at: int, *, is_shouted: bool) -> Phrase | None:
    """The name, with the titles in front of it, that begins at word `at`; None where none does.

    In copy printed in capitals every noun looks like a name: there it must stand without an article, which in
    the singular only names do, and have at least two words.
    """
    if at and not _may_follow(words[at - 1], is_shouted=is_shouted) and not _is_object(words, at):
        return None
    end = _run_end(words, at, is_shouted=is_shouted)
    if end == at or not _is_person(words, at, end, is_shouted=is_shouted):
        return None
    nouns = tuple(word.lower for word in words[at:end])
    return Phrase(first=at, last=end, bounds=ONE, kind=Kind.NAME, nouns=nouns)


def _may_follow(before: Word, *, is_shouted: bool) -> bool:
    """Whether a name can begin after this word, and not in the middle of a noun phrase."""
    if before.cls in (Class.NUMBER, Class.AUXILIARY, Class.DETERMINER) or _is_inside(
        before, is_shouted=is_shouted
    ):
        return False
    return not (is_shouted and before.lower == "'s")


def _is_object(words: Sequence[Word], at: int) -> bool:
    return any(
        found is not None and found[1] == at
        for length in (1, 2, 3)
        if at >= length and (found := predicate_at(words, at - length))
    )


def _run_end(words: Sequence[Word], at: int, *, is_shouted: bool) -> int:
    """Where the run of name words ends, over a title in small letters: "American journalist Ana Oro"."""
    end = _capitals_end(words, at, is_shouted=is_shouted)
    if end == at or is_shouted:
        return end
    small = end
    while (
        small < len(words) and small < end + 3 and words[small].cls is Class.OPEN and not words[small].is_name
    ):
        small += 1
    if small == end:
        return end
    whole = _capitals_end(words, small, is_shouted=False)
    is_title = predicate_at(words, end) is None and group_of_noun(words[small - 1].lower) is not None
    if whole > small and is_title:
        return whole
    return at if predicate_at(words, end) is None else end


def _capitals_end(words: Sequence[Word], at: int, *, is_shouted: bool) -> int:
    end = at
    while end < min(len(words), at + _LONGEST) and _is_inside(words[end], is_shouted=is_shouted):
        if predicate_at(words, end) is not None or words[end].lower in COUNT_NOUNS:
            break
        end += 1
    while end > at and words[end - 1].lower in _PARTICLES:
        end -= 1
    return end if end > at and words[at].is_name else at


def _is_inside(word: Word, *, is_shouted: bool) -> bool:
    if word.lower in _PARTICLES:
        return True
    return word.cls is Class.OPEN and word.lower != "'s" and (is_shouted or word.is_name)


def _is_person(words: Sequence[Word], at: int, end: int, *, is_shouted: bool) -> bool:
    said = [word.lower for word in words[at:end]]
    last, following = said[-1], words[end].lower if end < len(words) else ""
    if following == "'s" or last in _BODIES or group_of_noun(last) is not None:
        return False
    if len(last) < 3 or "." in last or "'" in last or (end - at == 1 and (is_plural(last) or last in _ALONE)):
        return False
    if not is_shouted:
        return True
    return (end - at > 1 or following in _SINGULAR_VERBS) and not any(
        word.endswith(("ed", "ing", "ly", "ive")) or word in _VERBS for word in said
    )
