"""Sayso keeps, for every fact a report states, on whose say-so it stands.

>>> import sayso
>>> reading = sayso.read("Two boats sank, the harbour master of Orlo said.", published="2031-05-03")
>>> reading.attributions[0].who
'the harbour master of Orlo'
"""

import os
from typing import TYPE_CHECKING

from sayso.model import Reading
from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.ledger import Ledger

# onnxruntime (1.32, Linux) keeps a log of its use, to be sent to its maker, unless this is set when it loads.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

__all__ = ["Ledger", "Reading", "__version__", "read"]


def read(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    any_language: bool = False,
) -> Reading:
    """What one report says, each value pinned to the characters that say it.

    `published` is the report's own date (`2031-05-03`); without it, and without a dateline, "yesterday" has
    no calendar date. Spans index `reading.text`, which is `text` but for what `docs/canonical-text.md` lists.
    Raises `sayso.errors.Refused` for a text that is empty or in a language that Sayso does not read.
    """
    from sayso.annotate import ANNOTATORS
    from sayso.documents import DocumentOptions, to_document
    from sayso.errors import Refused
    from sayso.model import Declared, Media, RawItem, Refusal
    from sayso.pipeline import read as read_all

    item = RawItem(
        origin="text",
        media=Media.TEXT,
        content=text,
        declared=Declared(title=title, outlet=outlet, published=published),
    )
    document = to_document(item, options=DocumentOptions(any_language=any_language))
    if isinstance(document, Refusal):
        raise Refused(origin=document.origin, reason=document.reason.value, detail=document.detail)
    return read_all([document], annotators=ANNOTATORS)[0]


def __getattr__(name: str) -> object:
    # The ledger's database library takes half a second to load; reading a text does not need it.
    if name == "Ledger":
        from sayso.ledger import Ledger

        return Ledger
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
