"""One module per format, and the table of them."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from sayso.model import RawItem, Refusal
from sayso.sources.detect import Format
from sayso.sources.fetch import Web
from sayso.sources.formats.feed import items_in_feed
from sayso.sources.formats.mail import items_in_mail
from sayso.sources.formats.mailbox import items_in_mailbox
from sayso.sources.formats.records import items_in_records
from sayso.sources.formats.single import items_in_single
from sayso.sources.formats.sitemap import items_in_sitemap
from sayso.sources.formats.warc import items_in_warc
from sayso.sources.options import SourceOptions
from sayso.sources.stream import Source


class Reader(Protocol):
    """From an opened source to its items, in order.

    May raise `Refused` where it cannot go on; what it yielded before that stands.
    """

    def __call__(self, source: Source, *, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
        """The items in `source`."""


READERS: Mapping[Format, Reader] = {
    Format.EMAIL: items_in_mail,
    Format.FEED: items_in_feed,
    Format.HTML: items_in_single,
    Format.MAILBOX: items_in_mailbox,
    Format.PDF: items_in_single,
    Format.RECORDS: items_in_records,
    Format.SITEMAP: items_in_sitemap,
    Format.TEXT: items_in_single,
    Format.WARC: items_in_warc,
}
"""How each format is read."""
