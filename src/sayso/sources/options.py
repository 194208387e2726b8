"""What a user may choose about how sources are opened."""

from collections.abc import Mapping
from dataclasses import dataclass

MIB = 1 << 20

RECORD_FIELDS: Mapping[str, str] = {
    "id": "id",
    "text": "text",
    "title": "title",
    "published": "published",
    "outlet": "outlet",
    "url": "url",
    "byline": "byline",
    "language": "language",
}
"""Under which key a JSON record is expected to hold each field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOptions:
    """How sources are opened, and where that stops. Hashable, so that one web session serves a worker."""

    fields: tuple[tuple[str, str], ...] = ()
    """Other keys for JSON records, as (our field, their key) pairs; see `RECORD_FIELDS`."""
    follow: bool = False
    """Fetch the page behind each feed entry, and the pages of a sitemap that came as a file."""
    allow_hosts: frozenset[str] = frozenset()
    """Hosts, as `name` or `name:port`, that may be fetched from although their address is private."""
    max_bytes: int = 16 * MIB
    """The most that one item may hold, before and after unpacking; also the most that one download may."""
    max_ratio: int = 200
    """How many times its packed size an item may unpack to before it counts as a bomb.

    Text packs 3 to 20 times and a log of equal lines some 100 times; deflate cannot exceed 1,032 times.
    """
    max_pages: int = 5_000
    """The most pages fetched on behalf of one feed or sitemap."""
    fetch_seconds: float = 60.0
    """The most time for one page, redirects included and waiting for the sake of politeness left out."""
    pause_seconds: float = 1.0
    """The least time between two requests to one host; a longer `Crawl-delay` in robots.txt is respected."""

    def key_of(self, field: str) -> str:
        """The key under which a JSON record holds `field`."""
        return dict(self.fields).get(field, RECORD_FIELDS[field])
