"""Since: how many are left of the hurt, after one whom a report counts among them is told of as dead."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from sayso.incidents.agreement.totals import Told, total_of
from sayso.incidents.words import fold
from sayso.model import Count, Effect, Group, Qualifier, Scope

Said: TypeAlias = tuple[str, str, str]
"""A source, a document and a field."""
_NUMERALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_AGE = re.compile(rf"\b(\d+|{'|'.join(_NUMERALS)})[ -](year|month|week|day)s?[ -]old\b", re.IGNORECASE)
_MALE = frozenset("boy man male son brother father husband nephew grandson grandfather uncle".split())
_FEMALE = frozenset(
    "girl woman female daughter sister mother wife niece granddaughter grandmother aunt".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FULL = 2
"""Words of a name that hardly two victims of one happening share."""
_NOTE = "[dead; hurt in an earlier report]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One whom a count tells of, as far as its words tell them from others."""

    name: frozenset[str]
    """The words of a full name; empty where none is given."""
    age: str | None
    sex: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Single:
    """A count of one person, and where it stands."""

    source: str
    document: str
    told: Told
    person: Person


def left_since(
    given: Mapping[Said, Sequence[Told]], published: Mapping[str, str]
) -> Iterator[tuple[Said, Sequence[Told]]]:
    """What each voice leaves of the hurt that tells of some of them as dead, and of nobody as hurt.

    "A 9-year-old boy was hurt", then "the 9-year-old boy has died": of one hurt none is left. That is a last
    word where the voice had counted the hurt itself; of the hurt that others counted it tells but a part. The
    count has the claim and the words of the death, and a note in brackets that it was worked out.
    """
    hurt = list(_singles(given, Effect.INJURED))
    dead = list(_singles(given, Effect.KILLED)) if hurt else []
    hurt_in, dead_in = _by_document(hurt), _by_document(dead)
    voices: defaultdict[tuple[str, str], list[_Single]] = defaultdict(list)
    for one in dead:
        voices[one.source, one.document].append(one)
    for (source, document), died in voices.items():
        told = given.get((source, document, Effect.INJURED.value), ())
        if document not in published or any(count.scope is Scope.WHOLE for _, count in told):
            continue
        before = [
            one
            for one in hurt
            if published.get(one.document, "~") <= published[document]
            and _is_one_of(one.person, (other.person for other in died))
            and not _is_one_of(one.person, hurt_in[document])
            and not _is_one_of(one.person, dead_in[one.document])
        ]
        if before:
            yield from _left(before, died, given, published)


def person_of(count: Count) -> Person | None:
    """The one whom a count tells of by a full name or an age: "Ana Oro", "a 12-year-old girl"."""
    if (count.low, count.high) != (1, 1) or count.scope not in (Scope.WHOLE, Scope.PART):
        return None
    written = _WORD.findall(count.words)
    is_name = len(written) >= _FULL and all(word[0].isupper() for word in written)
    age = _AGE.search(count.words)
    words = frozenset(fold(word) for word in written)
    sex = "male" if words & _MALE else "female" if words & _FEMALE else None
    if not is_name and age is None:
        return None
    return Person(name=words if is_name else frozenset(), age=None if age is None else _age(age), sex=sex)


def are_one(one: Person, other: Person) -> bool:
    """Whether two counts of one happening tell of one person: by a full name, or by age and no other sex."""
    if one.name and other.name:
        return len(one.name & other.name) >= _FULL and (one.name <= other.name or other.name <= one.name)
    may_be = one.sex == other.sex or None in (one.sex, other.sex)
    return may_be and one.age is not None and one.age == other.age


def _left(
    before: Sequence[_Single],
    died: Sequence[_Single],
    given: Mapping[Said, Sequence[Told]],
    published: Mapping[str, str],
) -> Iterator[tuple[Said, Sequence[Told]]]:
    """What is left of the hurt of one report: of the voice's own last one, or else of anybody's."""
    source, document = died[0].source, died[0].document
    last = max(
        before,
        key=lambda one: (one.source == source, published[one.document], one.source, one.document),
    )
    field = Effect.INJURED.value
    total = total_of(given[last.source, last.document, field])
    gone = {one.person for one in before if (one.source, one.document) == (last.source, last.document)}
    dead = [one for one in died if _is_one_of(one.person, gone)]
    if total is None or total.low is None or total.low != total.high:
        return
    telling, count = dead[0].told
    number = max(0, total.low - min(len(gone), len(dead)))
    left = replace(
        count, effect=Effect.INJURED, of=Group.PEOPLE, low=number, high=number, qualifier=Qualifier.EXACT,
        words=f"{count.words} {_NOTE}", scope=Scope.WHOLE if last.source == source else Scope.PART,
        beside=None, as_read=None,
    )  # fmt: skip
    yield (source, document, field), [(telling, left)]


def _singles(given: Mapping[Said, Sequence[Told]], effect: Effect) -> Iterator[_Single]:
    """The counts of one person each, where their words tell whom they count."""
    for (source, document, field), counts in given.items():
        if field != effect.value:
            continue
        for told in counts:
            person = person_of(told[1])
            if person is not None:
                yield _Single(source=source, document=document, told=told, person=person)


def _by_document(singles: Sequence[_Single]) -> Mapping[str, set[Person]]:
    found: defaultdict[str, set[Person]] = defaultdict(set)
    for one in singles:
        found[one.document].add(one.person)
    return found


def _is_one_of(person: Person, others: Iterable[Person]) -> bool:
    return any(are_one(person, other) for other in others)


def _age(said: re.Match[str]) -> str:
    number = said[1].lower()
    years = _NUMERALS.index(number) + 1 if number in _NUMERALS else number
    return f"{years} {said[2].lower()}"
