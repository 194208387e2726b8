"""Verbs: where the verb begins whose subject a phrase is, and what may stand between the two."""

from collections.abc import Iterator

from sayso.annotate.tolls.predicates import predicate_at
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.words import Class

BE = frozenset(
    "was were is are be been being remain remains remained get gets got getting wasn't weren't isn't"
    " aren't".split()
)
AUXILIARIES = BE | frozenset(
    "have has had may might could would will should having not n't can must hasn't haven't hadn't".split()
)
_COMING = frozenset("arrived showed walked escaped survived".split())
NEGATIONS = frozenset("not n't never wasn't weren't isn't aren't hasn't haven't hadn't".split())
ADVERBS = frozenset(
    "also reported reportedly believed feared confirmed presumed said allegedly apparently later still"
    " then seriously badly severely slightly lightly critically gravely only already all both each either"
    " subsequently instantly immediately thought known officially now just previously recently brutally"
    " accidentally totally completely partially partly heavily once again today yesterday tonight"
    " overnight found deliberately pronounced declared presumably nearly almost never first listed even"
    " more least currently continued most provisionally grievously formally morning afternoon evening this"
    " last week night there earlier fully wholly entirely utterly extensively moderately mildly tragically"
    " sadly mistakenly wrongly illegally arbitrarily forcibly violently savagely summarily respectively"
    " separately collectively since".split()
)
"""Words that may stand between an auxiliary and its verb, or between a verb and its object."""

QUOTES = frozenset("\" “ ” ' ‘ ’ ''".split())
MARKS = frozenset(", ; : - – — & /".split()) | QUOTES
_DASHES = frozenset("- – —".split())
REPORTING = frozenset(
    "said says say told tells announced confirmed confirms reports added stated claimed declared noted"
    " explained".split()
)
_CLAUSES = frozenset("before after while since".split())
_PARTS_CLAUSES = _CLAUSES | frozenset("that if because as until but although , ; :".split())
_WHO = frozenset({"who", "which", "that"})
_ARTICLES = frozenset({"a", "an", "the"})
# What may open a description of the phrase before it, besides a preposition.
_DESCRIBES = frozenset(
    "identified named suspected accused aged working belonging believed known wearing riding travelling"
    " traveling linked loyal waiting trying attempting armed carrying living involved participating north"
    " south east west aboard onboard seated stationed deployed posted trapped stranded".split()
)
# Subjects and verbs further apart than this are rarely a pair; the limit also keeps every scan short.
_REACH = 28


def is_verb(scene: Scene, at: int) -> bool:
    """Whether an auxiliary or a predicate begins at word `at`, adverbs aside."""
    if scene.word(at) in AUXILIARIES | _COMING:
        return True
    begin = scene.past(ADVERBS, at)
    return scene.word(begin) in AUXILIARIES or predicate_at(scene.words, begin) is not None


def verbs_after(scene: Scene, at: int) -> Iterator[int]:
    """Where the verbs may begin whose subject ends before word `at`, nearest first.

    Steps over descriptions ("of the town", "identified as"), relative pronouns, appositions between
    commas and a second subject without a number ("and civilians").
    """
    begin, stop = at, min(len(scene.words), at + _REACH)
    while at < stop:
        word = scene.words[at]
        is_of_who = at > begin and scene.word(at - 1) in _WHO
        if is_verb(scene, at):
            if not scene.has_subject(begin, at):
                yield at
            if is_of_who:
                yield from _past_relative(scene, begin, at, stop)
            return
        if word.text in "()":
            at = _past_bracket(scene, at, stop)
            continue
        if word.lower == "," and is_verb(scene, at + 1):
            yield at + 1
        is_of_other = at > begin and at in scene.ending  # "a complaint from a man, who was shot"
        if word.lower == "," and scene.words[min(at + 1, stop - 1)].cls is Class.RELATIVE and not is_of_other:
            yield at + 2
        if word.lower == "," or word.lower in _DASHES:
            yield from _past_apposition(scene, at, stop)
            return
        if word.lower in {"and", "or"}:
            yield from _past_bare(scene, at, stop)
            return
        if word.cls is Class.RELATIVE and at > begin and scene.is_of_nearer(begin, at):
            return
        if word.lower in _CLAUSES and scene.word(at + 1).endswith("ing"):
            return  # "killed two before shooting himself"
        if word.cls is Class.RELATIVE or word.lower == "that" or word.lower in QUOTES:
            at += 1
        elif word.cls is Class.PREPOSITION or word.lower in _DESCRIBES or word.lower.endswith("ing"):
            at = _past_description(scene, at + 1, stop)
        else:
            if is_of_who:
                yield from _past_relative(scene, begin, at, stop)
            return


def _past_relative(scene: Scene, begin: int, at: int, stop: int) -> Iterator[int]:
    """Where the verb begins after what "who" tells of the subject: "two men who raided a farm were shot"."""
    for end in range(scene.past(AUXILIARIES | ADVERBS, at) + 1, stop):
        word = scene.words[end]
        if word.lower in BE:
            is_one = word.lower in {"was", "is"}
            # "A man who shot a policeman was killed" leaves open which of the two was.
            is_sure = scene.is_one_at(begin) is is_one and scene.is_one_at(end) is not is_one
            if is_sure and scene.words[end - 1].cls in (Class.OPEN, Class.NUMBER):
                yield end
            return
        is_other = word.cls in (Class.RELATIVE, Class.PRONOUN, Class.AUXILIARY) or word.lower in REPORTING
        if is_other or word.lower in _PARTS_CLAUSES:
            return


def _past_description(scene: Scene, at: int, stop: int) -> int:
    inside = (Class.OPEN, Class.DETERMINER, Class.NUMBER, Class.PRONOUN)
    while at < stop and (scene.words[at].cls in inside or scene.word(at) in QUOTES or _is_hyphen(scene, at)):
        is_noun = scene.word(at - 1) in _ARTICLES and scene.word(at).endswith("ing")  # "of the shelling"
        if (predicate_at(scene.words, at) is not None and not is_noun) or scene.word(at) in REPORTING:
            return at
        at += 1
    return at


def _past_bracket(scene: Scene, at: int, stop: int) -> int:
    """Past what a bracket adds, or past the bracket that the subject itself stands in: "(12 people)"."""
    return next((end + 1 for end in range(at, stop) if scene.word(end) == ")"), stop)


def _is_hyphen(scene: Scene, at: int) -> bool:
    """Whether a dash only hangs on the word before it: "the ABC-ML- Tovak group"."""
    return scene.word(at) == "-" and scene.words[at].start == scene.words[at - 1].end


def _past_apposition(scene: Scene, at: int, stop: int) -> Iterator[int]:
    if scene.word(at + 1) in {"and", "but"}:
        return
    # "Ana Oro, a trader in Orlo was hurt": what only says who she is counts nobody by itself.
    is_bare_article = scene.word(at + 1) in _ARTICLES and at + 1 not in scene.starting
    is_open = scene.word(at + 1) in _DESCRIBES or is_bare_article
    is_bare = True
    for end in range(at + 1, stop):
        closes = scene.word(end) == "," or scene.word(end) in _DASHES
        if (is_open or (is_bare and end > at + 1)) and scene.word(end) in BE:
            yield end
            is_open = False
        if closes and is_verb(scene, end + 1):
            yield end + 1
            is_open = False
        is_bare = is_bare and scene.words[end].is_name and scene.words[end].cls is Class.OPEN
        if scene.word(end) in REPORTING or scene.word(end) in {";", ":"}:
            return


def _past_bare(scene: Scene, at: int, stop: int) -> Iterator[int]:
    for end in range(at + 1, min(stop, at + 6)):
        if scene.word(end) in AUXILIARIES:
            if end > at + 1:
                yield end
            return
        if predicate_at(scene.words, end) is not None and end > at + 1:
            yield end
        if scene.words[end].cls is not Class.OPEN or predicate_at(scene.words, end) is not None:
            return
