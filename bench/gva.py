"""The Gun Violence Archive's news (SemEval-2018 task 5) as reports: read once, kept in a cache file."""

import json
import pickle
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlparse

from sayso.annotate import ANNOTATORS
from sayso.documents import DocumentOptions, to_document
from sayso.evaluation.grouped.incidents import with_lead
from sayso.incidents.telling.reports import report_of
from sayso.model import (
    Declared,
    Document,
    Media,
    RawItem,
    Report,
)
from sayso.pipeline import checked, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of the set, with the incident that the Archive files it under."""

    id: str
    group: str
    report: Report


def articles(path: Path, *, cache: Path) -> list[Article]:
    """The articles of one file; read by the pipeline unless `cache` holds them."""
    if cache.exists():
        found: list[Article] = pickle.loads(cache.read_bytes())  # noqa: S301 - our own file
        return found
    found = list(_read(path))
    cache.write_bytes(pickle.dumps(found))
    return found


def _read(path: Path) -> Iterator[Article]:
    annotators = checked(ANNOTATORS)
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            document = to_document(item_of(record), options=DocumentOptions(any_language=True))
            if isinstance(document, Document):
                report = report_of(read([document], annotators=annotators)[0])
                yield Article(id=record["doc_id"], group=record["group"], report=report)
            if number % 500 == 0:
                print(number, file=sys.stderr)


def item_of(record: Mapping[str, str]) -> RawItem:
    outlet = urlparse(record["url"] or "").netloc.removeprefix("www.")
    declared = Declared(title=record["title"], outlet=outlet or None, published=record["date"])
    return RawItem(origin=record["doc_id"], media=Media.TEXT, content=record["text"], declared=declared)


def with_leads(found: Sequence[Article]) -> list[Article]:
    """The articles, each with a telling that stands for it; the set asks for an incident of every article."""
    return [replace(article, report=with_lead(article.report)) for article in found]
