"""A mix of documents of any size, with their readings: real reports told again of happenings that never were.

Stories are drawn from the visible sets: what several outlets reported of one incident (gva), one report
with its reprints, cuts and edits (neardup), single reports of all subjects (bulk). Each is read once by the
reader that ships. Telling a story again changes its days, its towns, its numbers and all but the commonest
of its words, letter for letter, so that every span of the readings still holds, and the same way in all its
reports: what they shared they share still, and two tellings of a story have no more in common than two
stories. New words come as often as they do in news (Zipf), new names from ever more names, towns from a
world of 8,000 of which some are in the news every day.
"""

import gzip
import json
import math
import pickle
import random
import re
import string
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b, sha256
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from sayso.annotate import ANNOTATORS
from sayso.documents import DocumentOptions, to_document
from sayso.model import Declared, Document, Entity, Event, Media, RawItem, Reading, Span, content_id
from sayso.pipeline import checked, read

Story = Sequence[Reading]
"""The reports of one happening."""

_WORD = re.compile(r"[^\W_]+")
_LEFT_ALONE = 150
"""The commonest words stay: they are what sentences are held together by."""
_TOWNS, _LANDS, _NAMES = 8000, 40, 2_000_000
_BROAD_KM = 100.0
_LETTERS = string.ascii_lowercase
_FIRST = date(2031, 1, 1)
_A_DAY = 120
"""Reports a day."""
_SHARES = {"gva": 0.6, "bulk": 0.25, "neardup": 0.15}
"""Of stories, by where they come from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Stories by the set that they come from."""

    gva: Sequence[Story]
    bulk: Sequence[Story]
    neardup: Sequence[Story]


def sources(data: Path, *, cache: Path, every: int) -> Sources:
    """Every so-manieth story of the visible sets under `data`, read; or what `cache` holds of them."""
    if cache.exists():
        found: Sources = pickle.loads(cache.read_bytes())  # noqa: S301 - our own file
        return found
    found = Sources(
        gva=list(_read(_by_group(_records(data / "gva/train.jsonl"), "group", every=every))),
        bulk=list(
            _read([[record] for record in islice(_records(data / "bulk1k.jsonl.gz"), 0, None, every // 4)])
        ),
        neardup=list(_read(_by_group(_records(data / "neardup/train.jsonl"), "family", every=every // 2))),
    )
    cache.write_bytes(pickle.dumps(found))
    return found


def _records(path: Path) -> Iterator[Mapping[str, str]]:
    open_text = gzip.open if path.suffix == ".gz" else open
    with open_text(path, "rt", encoding="utf-8", newline="\n") as lines:
        yield from map(json.loads, lines)


def _by_group(
    records: Iterable[Mapping[str, str]], name: str, *, every: int
) -> list[list[Mapping[str, str]]]:
    groups: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for record in records:
        groups[record[name]].append(record)
    return [groups[key] for key in sorted(groups)[::every]]


def _read(stories: Iterable[Sequence[Mapping[str, str]]]) -> Iterator[Story]:
    annotators = checked(ANNOTATORS)
    for records in stories:
        made = [to_document(_item(record), options=DocumentOptions(any_language=True)) for record in records]
        documents = [each for each in made if isinstance(each, Document)]
        if documents:
            yield tuple(read(documents, annotators=annotators))


def _item(record: Mapping[str, str]) -> RawItem:
    declared = Declared(title=record["title"], published=record.get("date"))
    return RawItem(
        origin=record.get("doc_id") or record["id"],
        media=Media.TEXT,
        content=record["text"],
        declared=declared,
    )


class Mix:
    """Documents of stories told again and again, by number, each made when it is asked for."""

    def __init__(self, found: Sources, size: int, *, seed: int = 7) -> None:
        self._vocabulary = _Vocabulary(found)
        self._told = list(_told(found, size, random.Random(seed)))  # noqa: S311 - the same mix each time
        self._numbers = {content_id("d", "mix", number): number for number in range(size)}

    def documents(self, ids: Collection[str]) -> Iterable[Document]:
        """The documents of some ids."""
        return (self.reading(self._numbers[id]).document for id in ids)

    def reading(self, number: int) -> Reading:
        """The document of a number, read."""
        told = self._told[number]
        return _Retelling(told, self._vocabulary).of(content_id("d", "mix", number), f"Outlet {number % 300}")


@dataclass(frozen=True, slots=True)
class _Told:
    """One report of a story that is told again."""

    base: Reading
    story: int
    """The number of the story among all that are told."""
    day: date
    shift: timedelta
    """How much later than in the base it happens."""


def _told(found: Sources, size: int, chance: random.Random) -> Iterator[_Told]:
    """So many reports in about the order of publication: the days of several stories overlap."""
    sets = [getattr(found, name) for name in _SHARES]
    waiting: list[_Told] = []
    made = 0
    while made < size:
        (stories,) = chance.choices(sets, weights=list(_SHARES.values()))
        story, start = chance.choice(stories), _FIRST + timedelta(days=made // _A_DAY)
        days = [_day(reading.document.published) for reading in story]
        first = min((day for day in days if day is not None), default=start)
        for reading, day in zip(story, days, strict=True):
            # A correction of years is a slip of the set, not news of that age.
            later = min(max(0, ((day or first) - first).days), 30)
            waiting.append(_Told(reading, made, start + timedelta(days=later), start - first))
        made += len(story)
    waiting.sort(key=lambda told: told.day)
    yield from waiting[:size]


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


class _Vocabulary:
    """The words of the sets by length, to draw from as often as they come."""

    def __init__(self, found: Sources) -> None:
        counts = Counter(
            word.casefold()
            for stories in (found.gva, found.bulk, found.neardup)
            for story in stories
            for reading in story
            for word in _WORD.findall(reading.text)
        )
        self.common = frozenset(word for word, _ in counts.most_common(_LEFT_ALONE))
        by_length: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for word, count in sorted(counts.items()):
            if word not in self.common and word.isascii() and word.isalpha():
                by_length[len(word)].append((word, count))
        self._words = {length: [word for word, _ in found] for length, found in by_length.items()}
        self._sums = {
            length: list(accumulate(count for _, count in found)) for length, found in by_length.items()
        }

    def word(self, length: int, chance: float) -> str:
        """A word of a length, common ones more often."""
        if length not in self._words:
            return name_of(int(chance * _NAMES), length)
        sums = self._sums[length]
        return self._words[length][bisect(sums, chance * sums[-1])]


class _Retelling:
    """How the words of one report of a story that is told again are changed."""

    def __init__(self, told: _Told, vocabulary: _Vocabulary) -> None:
        self._told, self._vocabulary = told, vocabulary
        text = told.base.text
        self._places = {
            word.casefold()
            for entity in told.base.entities
            if entity.latitude is not None
            for word in _WORD.findall(entity.name)
        } | {
            word.casefold()
            for event in told.base.events
            for place in event.places
            for word in _WORD.findall(place.span.of(text))
            if word[0].isupper()
        }
        self._broad = {
            word.casefold()
            for entity in told.base.entities
            if (entity.precision_km or 0) > _BROAD_KM
            for word in _WORD.findall(entity.name)
        }
        self._left = tuple(_left_alone(told.base))

    def of(self, id: str, outlet: str) -> Reading:
        """The report as a document of its own."""
        told, document = self._told, self._told.base.document
        text = self._changed(document.text, self._left)
        entities = {entity.id: self._moved(entity) for entity in told.base.entities}
        renamed = {old: entity.id for old, entity in entities.items()}
        return replace(
            told.base,
            document=replace(
                document,
                id=id,
                sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
                text=text,
                title=self._changed(document.title or "", ()) or None,
                outlet=outlet,
                byline=None,
                dateline=None,
                url=None,
                published=told.day.isoformat(),
            ),
            entities=tuple({entity.id: entity for entity in entities.values()}.values()),
            events=tuple(self._event(event, renamed) for event in told.base.events),
            attributions=tuple(
                replace(
                    each,
                    entity=renamed.get(each.entity or ""),
                    who=None if each.who is None else self._changed(each.who, ()),
                )
                for each in told.base.attributions
            ),
            times=tuple(
                replace(each, earliest=self._later(each.earliest), latest=self._later(each.latest))
                for each in told.base.times
            ),
        )

    def _event(self, event: Event, renamed: Mapping[str, str]) -> Event:
        changed: dict[str, Any] = {
            name: tuple(replace(each, entity=renamed.get(each.entity or "")) for each in getattr(event, name))
            for name in ("actors", "recipients", "places", "instruments")
        }
        return replace(event, date=self._later(event.date), **changed)

    def _later(self, written: str | None) -> str | None:
        """A date as much later as the story is; months and years go with their first day."""
        if written is None:
            return None
        return "/".join(self._later_day(each) for each in written.split("/"))

    def _later_day(self, written: str) -> str:
        full = written + "0000-01-01"[len(written) :] if len(written) < len("0000-00-00") else written
        day = _day(full)
        return written if day is None else (day + self._told.shift).isoformat()[: len(written)]

    def _changed(self, text: str, left: Sequence[Span]) -> str:
        starts = [span.start for span in left]

        def changed(match: re.Match[str]) -> str:
            word, at = match.group(), bisect(starts, match.start()) - 1
            if at >= 0 and match.start() < left[at].end:
                return word
            return self._word(word)

        return _WORD.sub(changed, text)

    def _word(self, word: str) -> str:
        folded = word.casefold()
        if folded in self._vocabulary.common or len(folded) != len(word):
            return word
        chance = _chance(self._told.story, folded)
        if word.isdecimal():
            return str(int((0.1 + 0.9 * chance) * 10 ** len(word)))
        if folded in self._places:
            pool = _LANDS if folded in self._broad else _TOWNS
            new = name_of(_zipf(chance, pool), len(word))
        elif word[0].isupper():
            new = name_of(_TOWNS + _zipf(chance, _NAMES), len(word))
        else:
            return self._vocabulary.word(len(word), chance)
        return new.upper() if word.isupper() else new.title() if word[0].isupper() else new

    def _moved(self, entity: Entity) -> Entity:
        name = self._changed(entity.name, ())
        moved = replace(entity, id=content_id("e", name.casefold(), entity.kind), name=name)
        if entity.latitude is None:
            return moved
        north, east = _chance(0, f"north {name}"), _chance(0, f"east {name}")
        land = name_of(_zipf(_chance(0, f"land {name}"), _LANDS), 3).upper()
        # All in a war and its neighbours: thirty degrees by forty.
        return replace(moved, latitude=-60 + 30 * north, longitude=-150 + 40 * east, country=land)


def _left_alone(base: Reading) -> Iterator[Span]:
    """Words that say what kind of thing happened and how many it hit, in order."""
    spans = {span for event in base.events for span in (event.trigger, *event.also)}
    spans |= {toll.span for toll in (*base.tolls, *(toll for event in base.events for toll in event.tolls))}
    spans |= {each.cue for each in base.attributions if each.cue is not None}
    end = 0
    for span in sorted(spans):
        if span.start >= end:
            yield span
            end = span.end


def _zipf(chance: float, most: int) -> int:
    """A number below `most` that is `n` as often as one in `n`."""
    return min(most - 1, int(math.exp(chance * math.log(most + 1))) - 1)


@lru_cache(maxsize=1 << 17)
def name_of(number: int, length: int) -> str:
    """A made name of so many letters, another for each number."""
    seed = int.from_bytes(blake2b(f"{number} {length}".encode(), digest_size=16).digest(), "little")
    letters = []
    for at in range(length):
        seed, which = divmod(seed, len(_LETTERS)) if seed else (number * 31 + at, at % len(_LETTERS))
        letters.append(_LETTERS[which])
    return "".join(letters)


def _chance(story: int, word: str) -> float:
    """A number from 0 to 1, the same for one word in all reports of a story."""
    digest = blake2b(f"{story} {word}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") / 2**64
