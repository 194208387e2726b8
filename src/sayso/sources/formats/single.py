"""Files that are one report: plain text, a page, a PDF."""

from collections.abc import Iterator

from sayso.model import Declared, RawItem, Refusal
from sayso.sources.fetch import Web
from sayso.sources.options import SourceOptions
from sayso.sources.page import to_item
from sayso.sources.stream import Source, whole


def items_in_single(source: Source, *, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
    """The one item that the source is."""
    del web
    yield to_item(
        whole(source.stream, cap=options.raw_bytes),
        cap=options.max_bytes,
        origin=source.origin,
        named=source.named,
        charset=source.charset,
        declared=Declared(url=source.url),
    )
