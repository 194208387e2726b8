"""Names: a person said by name to have been hit is a toll of one."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.annotate.inside import words_inside
from sayso.annotate.tolls.bounds import ONE
from sayso.annotate.tolls.groups import group_of_noun, is_plural
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import Predicate, Side, predicate_at
from sayso.annotate.words import Class, Word
from sayso.model import Span

_STOPS = frozenset(
    "said says say told announced reported added named identified yesterday today meanwhile found located"
    " discovered took saw".split()
)
_ALIASES = frozenset("alias aka a.k.a. a.k.a @".split())
_MAX_TITLE = 9
_MAX_OWNED = 4
# "Her murders" are those she did.
_OWNED_BY_DOERS = frozenset("murders killings deaths lives remains assassinations executions arrests".split())


def names_in(words: Sequence[Word], people: Iterable[Span]) -> Iterator[Phrase]:
    """A phrase for each person named in a sentence's words, with the titles in front of the name."""
    for name, last in _with_aliases(words, people):
        state = None
        if last < len(words) and words[last].lower == "'s":
            state = _deed_after(words, last + 1)
            if state is None:
                continue
        first = _titles_start(words, name)
        nouns = tuple(word.lower for word in words[first:last])
        yield Phrase(first=first, last=last, name=name, bounds=ONE, kind=Kind.NAME, nouns=nouns, state=state)


def _with_aliases(words: Sequence[Word], people: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """The words `[name, last)` of each name, with the other names of the same one: "Rem Tov alias Ado"."""
    known: tuple[int, int] | None = None
    for person in people:
        inside = [at for at in words_inside(words, person) if words[at].end <= person.end]
        if not inside or (len(inside) == 1 and _is_kind(words[inside[0]].lower)):
            continue
        name, last = inside[0], inside[-1] + 1
        if known is not None and _is_alias(words, known[1], name):
            known = known[0], last
            continue
        if known is not None:
            yield known
        known = name, last
    if known is not None:
        yield known


def _is_alias(words: Sequence[Word], start: int, end: int) -> bool:
    between = [word.lower for word in words[start:end] if word.cls is not Class.MARK]
    return between != [] and _ALIASES.issuperset(between)


def _is_kind(word: str) -> bool:
    """Whether a word taken for a name says what several are: "Paramedics"."""
    return is_plural(word) and group_of_noun(word) is not None


def _deed_after(words: Sequence[Word], at: int) -> Predicate | None:
    """What befell the owner of a deed: "Oro's arrest", "Oro's burned body", not "Oro's murder trial"."""
    for end in range(at, min(len(words), at + _MAX_OWNED)):
        if words[end].cls not in (Class.OPEN, Class.ADVERB):
            return None
        found = predicate_at(words, end)
        if found is not None and found[0].side & Side.OF and words[end].lower not in _OWNED_BY_DOERS:
            after = words[found[1]] if found[1] < len(words) else None
            goes_on = after is not None and (after.cls is Class.OPEN or after.lower in {"of", "on"})
            return None if goes_on else found[0]
    return None


def _titles_start(words: Sequence[Word], name: int) -> int:
    first = name
    while first > max(0, name - _MAX_TITLE) and _is_title_word(words, first - 1):
        first -= 1
    return first


def _is_title_word(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.cls is Class.NUMBER and word.lower.endswith("-year-old"):
        return True
    if word.cls is not Class.OPEN or word.lower == "'s" or word.lower in _STOPS:
        return False
    return not any(_ends_at(words, at - length + 1, at + 1) for length in (1, 2, 3))


def _ends_at(words: Sequence[Word], start: int, end: int) -> bool:
    found = predicate_at(words, start) if start >= 0 else None
    return found is not None and found[1] == end
