"""Sayso keeps, for every fact a report states, on whose say-so it stands.

>>> import sayso
>>> reading = sayso.read("Two boats sank, the harbour master of Orlo said.", published="2031-05-03")
>>> reading.attributions[0].who
'the harbour master of Orlo'

`read` reads one text; `Ledger` opens what `sayso ingest` keeps of many files, pages and feeds. Every error
that Sayso raises on purpose is a `SaysoError`.
"""

import os
from datetime import date
from typing import TYPE_CHECKING

from sayso.errors import Refused, SaysoError, UsageError
from sayso.model import Reading
from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.model import Document

# onnxruntime (1.32, Linux) keeps a log of its use, to be sent to its maker, unless this is set when it loads.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

__all__ = ["Ledger", "Reading", "Refused", "SaysoError", "__version__", "read"]


def read(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    outlet: str | None = None,
    any_language: bool = False,
) -> Reading:
    """What one report says, each value pinned to the characters that say it.

    `text` is the report itself, not the name of a file. `published` is its own date (`2031-05-03`, or a
    `date`); without it, and without a dateline, "yesterday" has no calendar date. Spans index `reading.text`,
    which is `text` but for what `docs/canonical-text.md` lists. Raises `Refused` for a text that is empty or
    in a language that Sayso does not read, and `UsageError` for a date that cannot be read.
    """
    from sayso.annotate import ANNOTATORS
    from sayso.pipeline import read as read_all

    document = _document(
        text, published=_day(published), title=title, outlet=outlet, any_language=any_language
    )
    return read_all([document], annotators=ANNOTATORS)[0]


def _document(
    text: str, *, published: str | None, title: str | None, outlet: str | None, any_language: bool
) -> "Document":
    from sayso.documents import DocumentOptions, to_document
    from sayso.model import Declared, Media, RawItem, Refusal

    if not isinstance(text, str):
        raise UsageError(f"`read` takes the text of a report, not {type(text).__name__}; open files first")
    item = RawItem(
        origin="text",
        media=Media.TEXT,
        content=text,
        declared=Declared(title=title, outlet=outlet, published=published),
    )
    document = to_document(item, options=DocumentOptions(any_language=any_language))
    if isinstance(document, Refusal):
        raise Refused(origin=document.origin, reason=document.reason.value, detail=document.detail)
    return document


def _day(published: str | date | None) -> str | None:
    if published is None:
        return None
    from sayso.documents.published import iso_date

    day = iso_date(str(published))
    if day is None:
        raise UsageError(f"published={published!r} is no date; write it as 2031-05-03")
    return day


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> object:
    # The ledger's database library takes half a second to load; reading a text does not need it.
    if name == "Ledger":
        from sayso.ledger import Ledger

        return Ledger
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
