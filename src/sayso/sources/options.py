"""What a user may choose about how sources are opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

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

OTHER_KEYS: Mapping[str, tuple[str, ...]] = {
    "id": ("_id", "guid"),
    "text": (
        "body", "content", "maintext", "article_text", "full_text", "article_body", "article", "story",
        "paragraphs", "body_text", "html", "description", "summary", "lead_paragraph", "abstract", "notes",
    ),
    "title": ("headline", "web_title", "name"),
    "published": (
        "date", "published_at", "date_published", "pub_date", "date_publish", "publish_date",
        "publication_date", "created_at", "web_publication_date",
    ),
    "outlet": (
        "publisher", "source_name", "site_name", "source_hostname", "source", "source_domain",
        "container_title", "origin", "from", "account", "user",
    ),
    "url": ("link", "permalink", "web_url"),
    "byline": ("author", "authors", "creator"),
    "language": ("lang",),
}  # fmt: skip
"""What else records call a field, most telling first: looked at where the key itself is not there. Case,
hyphens, blanks and underscores make no difference.

A date under a name that nobody asked for would be lost without a word, and all the weekdays with it. Who
posts a message is its outlet.
"""

SHORT: frozenset[str] = frozenset({"description", "summary", "abstract", "notes"})
"""Under which keys the text may be one about a list of records that stands beside it."""

ENVELOPES = (
    "articles", "article", "attributes", "data", "docs", "documents", "entries", "features", "fields", "hits",
    "items", "messages", "news", "posts", "properties", "records", "response", "results", "_source",
    "stories",
)  # fmt: skip
"""Under which keys the answers of programs hold records, where they are none themselves."""

OF_ONE: frozenset[str] = frozenset({"attributes", "fields", "properties", "_source"})
"""Those under which the fields of one record stand, whose other fields may stand beside that."""


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
    """The most that one item may hold once it is unpacked, the scripts of a page not counted."""
    max_script: int = 7
    """How many times as much a page, record or download may hold with its scripts."""
    max_ratio: int = 200
    """How many times its packed size an item may unpack to before it counts as a bomb.

    Text packs 3 to 20 times and a log of equal lines some 100 times; deflate cannot exceed 1,032 times.
    """
    pipe_seconds: float = 20.0
    """How long to wait for somebody to write to a pipe that was named."""
    max_pages: int = 5_000
    """The most pages fetched on behalf of one feed or sitemap."""
    fetch_seconds: float = 60.0
    """The most time for one page, redirects included and waiting for the sake of politeness left out."""
    pause_seconds: float = 1.0
    """The least time between two requests to one host; a longer `Crawl-delay` in robots.txt is respected."""

    @property
    def raw_bytes(self) -> int:
        """The most that is read of one page, record or download."""
        return self.max_bytes * (1 + self.max_script)

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Every key under which each of our fields is looked for, in this order; one alone if chosen."""
        return _names(self.fields)


@cache
def _names(fields: tuple[tuple[str, str], ...]) -> Mapping[str, tuple[str, ...]]:
    usual = {field: (key, *OTHER_KEYS.get(field, ())) for field, key in RECORD_FIELDS.items()}
    return {**usual, **{field: (key,) for field, key in fields}}
