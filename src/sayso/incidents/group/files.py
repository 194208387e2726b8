"""Files: the reports that grouping has taken in, by number, and their tellings ready to be compared."""

import json
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from sayso.incidents.compare.closeness import Words, weighed, words_in
from sayso.incidents.compare.rarity import Rarity
from sayso.incidents.compare.traces import Trace, traces_of
from sayso.incidents.days import days_of
from sayso.incidents.kept.draft import Draft, packed
from sayso.incidents.kept.written import Written, counts_in, to_report
from sayso.incidents.spread import spread
from sayso.model import Report

_REPORTS, _COUNTS, _WORDS = "reports", "words", "stories"
"""Parts of the shelf: reports without their words, how often each has which word, and what those weigh."""
_OPEN = 60_000
"""How many tellings are kept ready, some 5 kB each: 60 days' news is compared again and again."""
_UNDATED = (0, 0)
_MANY = 500
"""Reports for whose words another process is worth while."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A report at hand."""

    bare: Report
    """Without its words, which its tellings carry as far as they are needed."""
    traces: Sequence[Trace]


class Files:
    """Reports in a draft; a report that is put in again gets a new number."""

    def __init__(self, draft: Draft, *, rarity: Rarity) -> None:
        self._draft = draft
        self.rarity = rarity
        copied = draft.one("grouping", "origins")
        self._origins: Mapping[str, str] = json.loads(copied) if copied else {}
        self._copies = _turned(self._origins)
        known = draft.one("grouping", "documents")
        self._ids: list[str | None] = json.loads(known) if known else []
        self._numbers = {id: number for number, id in enumerate(self._ids) if id is not None}
        columns = draft.arrays("grouping", "firsts")
        self._firsts: list[int] = columns[0].tolist() if columns else []
        self._days: list[int] = columns[1].tolist() if columns else []
        self._open: OrderedDict[int, _Opened] = OrderedDict()
        self._ready = 0
        self.within_reach = False
        """Whether forked processes may open all reports: they must not ask a database."""

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers.values())

    def number(self, document: str) -> int | None:
        """The number of a document; None where it is not in."""
        return self._numbers.get(document)

    def id(self, number: int) -> str:
        """The id of a document."""
        return self._ids[number] or ""

    def put(self, report: Written) -> int:
        """Take in a report; returns its number."""
        self.strike(report.document)
        number = len(self._ids)
        self._ids.append(report.document)
        self._firsts.append(-1)
        self._days.append((days_of(report.published) or _UNDATED)[0])
        self._numbers[report.document] = number
        self._draft.put(_REPORTS, report.document, report.bare)
        self._draft.put(_COUNTS, report.document, report.counts)
        return number

    def strike(self, document: str) -> None:
        """Forget a report."""
        number = self._numbers.pop(document, None)
        if number is not None:
            self.close([number])
            self._ids[number] = None
            for part in (_REPORTS, _COUNTS, _WORDS):
                self._draft.put(part, document, None)

    def copy(self, origins: Mapping[str, str]) -> set[str]:
        """Note the document that each copy was copied from; returns those documents that this changes."""
        before, self._origins = self._origins, {id: origin for id, origin in origins.items() if id != origin}
        self._copies = _turned(self._origins)
        both = before.keys() | self._origins.keys()
        changed = {id for id in both if before.get(id) != self._origins.get(id)}
        self.close(number for id in changed if (number := self.number(id)) is not None)
        return changed

    def beside(self, document: str) -> list[str]:
        """The document that one was copied from, or its copies."""
        origin = self._origins.get(document)
        return [origin] if origin is not None else self._copies.get(document, [])

    def origins_of(self, documents: Iterable[str]) -> dict[str, str]:
        """The documents that those of some documents which are copies were copied from."""
        return {id: self._origins[id] for id in documents if id in self._origins}

    def day(self, number: int) -> int:
        """The day on which a report was published, as an ordinal; 0 where it is not known."""
        return self._days[number]

    def counts(self, numbers: Iterable[int]) -> Iterator[Mapping[str, int]]:
        """How often each word stands in the reports of these numbers, in their order."""
        ids = [self.id(number) for number in numbers]
        found = self._draft.get(_COUNTS, ids)
        yield from (counts_in(found[id]) for id in ids)

    def weigh(self, numbers: Iterable[int], *, processes: int = 1) -> None:
        """Weigh the words of these reports by the rarity that holds now."""
        found = self._draft.get(_COUNTS, map(self.id, numbers))
        work = partial(_weighed, rarity=self.rarity)
        made = spread(work, list(found.values()), processes=processes, at_least=_MANY)
        for id, content in zip(found, made, strict=True):
            self._draft.put(_WORDS, id, content)

    def bring(self) -> None:
        """Have all reports within the reach of forked processes, to be weighed anew."""
        for part in (_REPORTS, _COUNTS):
            self._draft.bring(part, self._numbers)
        self.within_reach = True

    def anew(self, numbers: Sequence[int]) -> Iterator[tuple[Words, Sequence[Trace]]]:
        """The words of reports, weighed by the rarity that holds now, and their tellings; kept nowhere."""
        ids = [self.id(number) for number in numbers]
        reports, counts = (self._draft.get(part, ids) for part in (_REPORTS, _COUNTS))
        for id in ids:
            words = weighed(counts_in(counts[id]), self.rarity)
            yield words, self._traces(to_report(reports[id]), words)

    def put_words(self, number: int, words: bytes) -> None:
        """Keep the words of a report, weighed."""
        self._draft.put(_WORDS, self.id(number), words)

    def traces(self, number: int) -> Sequence[Trace]:
        """The tellings of one report, ready to be compared."""
        if number not in self._open:
            self.open([number])
        self._open.move_to_end(number)
        return self._open[number].traces

    def tellings(self, numbers: Sequence[int], documents: Sequence[int]) -> list[Trace]:
        """The tellings of some numbers on the roll, given their reports, which are opened at once."""
        self.open(documents)
        known = {each: (self._open[each].traces, self._firsts[each]) for each in dict.fromkeys(documents)}
        found = []
        for number, document in zip(numbers, documents, strict=True):
            traces, first = known[document]
            found.append(traces[number - first])
        return found

    def bare(self, numbers: Iterable[int]) -> list[Report]:
        """The reports of these numbers without their words, in their order."""
        wanted = list(numbers)
        self.open(wanted)
        return [self._open[number].bare for number in wanted]

    def open(self, numbers: Iterable[int]) -> None:
        """Make the tellings of several reports ready at once."""
        wanted = dict.fromkeys(numbers)
        for number in wanted.keys() & self._open.keys():
            self._open.move_to_end(number)
        ids = {number: self.id(number) for number in wanted if number not in self._open}
        reports, words = (self._draft.get(part, ids.values()) for part in (_REPORTS, _WORDS))
        for number, id in ids.items():
            report = to_report(reports[id])
            traces = self._traces(report, words_in(words[id]))
            self._open[number] = _Opened(report, traces)
            self._ready += len(traces)
        while self._ready > _OPEN and len(self._open) > len(wanted):
            _, oldest = self._open.popitem(last=False)
            self._ready -= len(oldest.traces)

    def close(self, numbers: Iterable[int] | None = None) -> None:
        """Forget what was made ready, because it holds no more."""
        for number in list(self._open) if numbers is None else numbers:
            if number in self._open:
                self._ready -= len(self._open.pop(number).traces)

    def _traces(self, report: Report, words: Words) -> Sequence[Trace]:
        known = {report.document: words}
        return traces_of([report], rarity=self.rarity, copies=self._origins, words=known)

    def first(self, number: int) -> int:
        """The number on the roll of a report's first telling."""
        return self._firsts[number]

    def enrol(self, number: int, first: int) -> None:
        """Note where on the roll a report's tellings begin."""
        self._firsts[number] = first

    def keep(self) -> None:
        """Write down what is not written yet."""
        self._draft.put("grouping", "documents", json.dumps(self._ids).encode())
        self._draft.put("grouping", "origins", json.dumps(self._origins).encode())
        self._draft.put(
            "grouping",
            "firsts",
            packed([np.array(each, dtype=np.int64) for each in (self._firsts, self._days)]),
        )


def _weighed(written: Sequence[bytes], *, rarity: Rarity) -> list[bytes]:
    return [weighed(counts_in(each), rarity).to_bytes() for each in written]


def _turned(origins: Mapping[str, str]) -> dict[str, list[str]]:
    copies: dict[str, list[str]] = defaultdict(list)
    for copy, origin in origins.items():
        copies[origin].append(copy)
    return copies
