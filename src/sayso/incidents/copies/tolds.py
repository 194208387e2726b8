"""Documents ready to be compared, by number; those that are not at hand are fetched and made ready again."""

import json
import zlib
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

import numpy as np

from sayso.incidents.copies.boilerplate import Page, ordinal_day
from sayso.incidents.copies.credits import credits_of
from sayso.incidents.copies.owners import folded
from sayso.incidents.copies.told import Told, outlet_of, told
from sayso.incidents.copies.words import Hashes
from sayso.model import Document

Fetch = Callable[[Collection[str]], Iterable[Document]]
"""The documents of some ids, in any order."""
_OPEN = 8_000
"""How many documents are at hand, some 10 kB each: a batch, and three times as many before it."""


@dataclass(slots=True)
class Columns:
    """What is known of every document without its text."""

    ids: list[str] = field(default_factory=list)
    published: list[str | None] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    """Whose page it is; empty where that is not known."""
    outlets: list[str] = field(default_factory=list)
    """The outlet's name, folded."""
    headlines: list[str] = field(default_factory=list)

    def to_bytes(self) -> bytes:
        """The columns as compressed JSON."""
        columns = [self.ids, self.published, self.sites, self.outlets, self.headlines]
        return zlib.compress(json.dumps(columns).encode("utf-8", "surrogatepass"), 1)


def columns_in(content: bytes) -> Columns:
    """The columns that `to_bytes` wrote."""
    return Columns(*json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass")))


class Tolds:
    """Every document taken in; without `fetch` all of them stay at hand."""

    def __init__(
        self, *, columns: Columns | None = None, fetch: Fetch | None = None, at_hand: int = _OPEN
    ) -> None:
        self.columns = columns or Columns()
        self.numbers = {id: number for number, id in enumerate(self.columns.ids)}
        self.boilerplate: Hashes = np.empty(0, dtype=np.uint64)
        """The lines that count for nothing, sorted."""
        self.printed: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        """By day and outlet's name, what was published."""
        self._fetch, self._at_hand = fetch, at_hand
        self._open: OrderedDict[int, Told] = OrderedDict()
        self._prints: dict[int, Hashes] = {}
        self._credits: dict[int, frozenset[str]] = {}
        for number in range(len(self)):
            self._file(number)

    def __len__(self) -> int:
        return len(self.columns.ids)

    def __getitem__(self, number: int) -> Told:
        if number not in self._open:
            self.open([number])
        self._open.move_to_end(number)
        return self._open[number]

    def find(self, id: str) -> Told:
        """The document of an id."""
        return self[self.numbers[id]]

    def prints(self, number: int) -> Hashes:
        """The fingerprints of a document; those asked for once, of half a kilobyte, stay at hand."""
        if number not in self._prints:
            self._prints[number] = self[number].prints
        return self._prints[number]

    def print_all(self, numbers: Iterable[int]) -> None:
        """Have the fingerprints of several documents at hand, fetching all that are not at once."""
        wanted = [number for number in numbers if number not in self._prints]
        self.open(wanted)
        for number in wanted:
            self.prints(number)

    def credits(self, number: int) -> frozenset[str]:
        """Whom a document credits; looked up once, for a group is made again whenever a copy comes in."""
        if number not in self._credits:
            self._credits[number] = credits_of(self[number].document)
        return self._credits[number]

    def add(self, documents: Iterable[Document]) -> range:
        """Take in documents; returns their numbers."""
        first, columns = len(self), self.columns
        for document in documents:
            one = told(document)
            self.numbers[document.id] = len(self)
            self._open[len(self)] = one
            self._prints[len(self)] = one.prints
            columns.ids.append(document.id)
            columns.published.append(document.published)
            columns.sites.append(outlet_of(document))
            columns.outlets.append(folded(document.outlet or ""))
            columns.headlines.append(one.page.headline)
            self._file(len(self) - 1)
        return range(first, len(self))

    def open(self, numbers: Iterable[int]) -> None:
        """Have several documents at hand, fetching all that are not at once."""
        wanted = dict.fromkeys(numbers)
        for number in wanted.keys() & self._open.keys():
            self._open.move_to_end(number)
        missing = [self.columns.ids[number] for number in wanted if number not in self._open]
        if missing and self._fetch is not None:
            for document in self._fetch(missing):
                self._open[self.numbers[document.id]] = told(document).without(self.boilerplate)
        while self._fetch is not None and len(self._open) > max(self._at_hand, len(wanted)):
            self._open.popitem(last=False)

    def strike(self, numbers: Iterable[int]) -> None:
        """Take out of documents what has become known for boilerplate."""
        for number in numbers:
            if number in self._open:
                self._open[number] = self._open[number].without(self.boilerplate)

    def page(self, number: int) -> Page:
        """A document as a page on which its lines stand."""
        return Page(self.columns.headlines[number], self.columns.published[number])

    def day(self, number: int) -> int | None:
        """The day on which a document was published, as an ordinal."""
        return ordinal_day(self.columns.published[number])

    def _file(self, number: int) -> None:
        if (day := self.day(number)) is not None:
            self.printed[day][self.columns.outlets[number]].append(number)
