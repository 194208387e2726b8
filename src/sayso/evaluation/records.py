"""Gold files: one JSON object a line."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from sayso.errors import UsageError
from sayso.model import Declared, Media, RawItem

Record: TypeAlias = Mapping[str, Any]
"""A line of a gold file as it stands; whoever takes one makes a typed object of it at once."""

W = TypeVar("W")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A gold file, or its first `limit` records."""

    path: Path
    limit: int | None = None

    def parsed(self, parse: Callable[[Record], W]) -> Iterator[W]:
        """Each record through `parse`.

        Raises `UsageError`, naming the line, for a record that is not of the shape that `parse` expects.
        """
        with self.path.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(islice(lines, self.limit), start=1):
                try:
                    yield parse(json.loads(line))
                except (ValueError, KeyError, TypeError, IndexError) as error:
                    raise UsageError(
                        f"{self.path}, line {number}: not gold of this task ({error!r})"
                    ) from error

    def beside(self, name: str) -> "Gold":
        """The whole file called `name` in the same folder. Raises `UsageError` where there is none."""
        path = self.path.with_name(name)
        if not path.is_file():
            raise UsageError(f"{path} is missing; this task needs it beside {self.path.name}")
        return Gold(path=path)


def item_in(
    record: Record,
    *,
    id: str = "id",
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
) -> RawItem:
    """A record as a user would hand it in: its text, and what the record's fields of these names declare."""

    def field(name: str | None) -> str | None:
        return record.get(name) or None if name else None

    return RawItem(
        origin=str(record[id]),
        media=Media.TEXT,
        content=record["text"],
        declared=Declared(published=field(published), title=field(title), outlet=field(outlet)),
    )
