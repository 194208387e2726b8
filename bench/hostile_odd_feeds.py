"""Feeds in every dialect and in every state that their makers leave them in."""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape

from hostile_odd_case import EVERY, Article, Odd, article
from hostile_odd_encodings import RUSSIAN

GIVES = "title outlet published"
NAMES = (
    " xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'"
    " xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
)
HEAD = "<?xml version='1.0' encoding='utf-8'?>\n"


def rss(one: Article, item: str, head: str = HEAD) -> str:
    return (
        f"{head}<rss version='2.0'{NAMES}><channel><title>{one.outlet}</title><link>https://orlo.example/</link>"
        f"{item}</channel></rss>"
    )


def item(one: Article, text: str | None = None, *, title: str | None = None, date: str | None = None) -> str:
    when = format_datetime(datetime.fromisoformat(one.published).replace(hour=8, tzinfo=UTC))
    described = f"<description>{escape(one.html)}</description>" if text is None else text
    dated = f"<pubDate>{when}</pubDate>" if date is None else date
    return f"<item><title>{title or one.title}</title><guid>a</guid>{dated}{described}</item>"


def atom(one: Article, entry: str, more: str = "") -> str:
    return (
        f"<feed xmlns='http://www.w3.org/2005/Atom'{more}><title>{one.outlet}</title><entry><id>a</id>"
        f"<title type='html'>{escape(one.title)}</title><published>{one.published}T08:00:00Z</published>"
        f"<updated>2031-09-09T08:00:00Z</updated><author><name>{one.byline}</name></author>{entry}</entry></feed>"
    )


def data(text: str) -> str:
    return f"<![CDATA[{text}]]>"


def _json(one: Article, **more: object) -> str:
    item = {"title": one.title, "content_html": one.html, "date_published": f"{one.published}T08:00:00Z"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": one.outlet, "items": [item | more]}
    return json.dumps(feed)


def _day(one: Article, pattern: str) -> str:
    return rss(one, item(one, date=f"<pubDate>{datetime.fromisoformat(one.published):{pattern}}</pubDate>"))


FEEDS: Mapping[str, tuple[Callable[[Article], str], str]] = {
    "as-it-should-be.xml": (lambda one: rss(one, item(one)), GIVES),
    "as-a-page.html": (lambda one: rss(one, item(one)), GIVES),
    "as-json.json": (lambda one: rss(one, item(one)), GIVES),
    "atom-base.xml": (
        lambda one: atom(
            one, f"<content type='html'>{escape(one.html)}</content>", " xml:base='https://o.example/'"
        ),
        EVERY,
    ),
    "atom-source.xml": (
        lambda one: atom(one, f"<content type='html'>{escape(one.html)}</content>").replace(
            "type='html'", "type='text/html'"
        ),
        EVERY,
    ),
    "atom-xhtml.xml": (
        lambda one: atom(
            one, f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{one.html}</div></content>"
        ),
        EVERY,
    ),
    "bare-ampersand.xml": (
        lambda one: rss(one, item(one, f"<description>{one.text} B&B</description>")),
        GIVES,
    ),
    "blank-first.xml": (lambda one: "\ufeff\n\n " + rss(one, item(one)), GIVES),
    "data-in-data.xml": (
        lambda one: rss(
            one,
            item(one, f"<description>{data(data(one.html).replace(']]>', ']]]]><![CDATA[>'))}</description>"),
        ),
        GIVES,
    ),
    "date-compact.xml": (lambda one: _day(one, "%Y%m%dT081500Z"), GIVES),
    "date-long.xml": (lambda one: _day(one, "%A, %B %d, %Y - 08:15"), GIVES),
    "date-of-scripts.xml": (lambda one: _day(one, "%a %b %d %Y 08:15:00 GMT+0200 (CEST)"), GIVES),
    "date-two-digits.xml": (lambda one: _day(one, "%d %b %y 08:15 GMT"), GIVES),
    "dublin-core.xml": (
        lambda one: rss(
            one,
            item(
                one,
                date=f"<dc:date>{one.published}T23:15:00-07:00</dc:date><dc:creator>{one.byline}</dc:creator>",
            ),
        ),
        EVERY,
    ),
    "encoded.xml": (
        lambda one: rss(
            one,
            item(
                one,
                f"<description>{one.paragraphs[0]} […]</description>"
                f"<content:encoded>{data(one.html)}</content:encoded>",
            ),
        ),
        GIVES,
    ),
    "encoded-undeclared.xml": (
        lambda one: rss(one, item(one, f"<content:encoded>{data(one.html)}</content:encoded>")).replace(
            NAMES, ""
        ),
        GIVES,
    ),
    "entities-of-html.xml": (
        lambda one: rss(one, item(one, f"<description>{one.text.replace('“', '&ldquo;')}</description>")),
        GIVES,
    ),
    "header-before.xml": (
        lambda one: "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n" + rss(one, item(one)),
        GIVES,
    ),
    "json.json": (_json, GIVES),
    "json-bom.json": (lambda one: "\ufeff" + _json(one, authors=[{"name": one.byline}]), EVERY),
    "json-text.json": (lambda one: _json(one, content_html=None, content_text=one.text), GIVES),
    "media.xml": (
        lambda one: rss(
            one, item(one, f"<media:group><media:description>{one.text}</media:description></media:group>")
        ),
        GIVES,
    ),
    "notice-before.xml": (lambda one: "Notice: foo in /a.php on line 3\n" + rss(one, item(one)), GIVES),
    "podcast.xml": (lambda one: rss(one, item(one, f"<itunes:summary>{one.text}</itunes:summary>")), GIVES),
    "tags-unescaped.xml": (
        lambda one: rss(one, item(one, f"<description>{one.html}</description>")),
        GIVES,
    ),
    "title-cut-open.xml": (lambda one: rss(one, item(one))[:-20], GIVES),
    "title-in-bold.xml": (lambda one: rss(one, item(one, title=escape(f"<b>{one.title}</b>"))), GIVES),
    "title-twice-escaped.xml": (
        lambda one: rss(one, item(one, title=escape(one.title.replace(",", "&#44;")))),
        GIVES,
    ),
    "upper-case.xml": (
        lambda one: rss(one, item(one).replace("<item>", "<ITEM>").replace("</item>", "</ITEM>")),
        GIVES,
    ),
    "warning-before.xml": (
        lambda one: "<br />\n<b>Warning</b>: foo on line <b>3</b><br />\n" + rss(one, item(one)),
        GIVES,
    ),
}
# The encoding of a feed, and what it says of that.
DECLARED = (
    ("cp1251", "windows-1251"),
    ("cp1251", "utf-8"),
    ("cp1251", ""),
    ("cp1251", "iso-8859-1"),
    ("koi8-r", "koi8-r"),
    ("koi8-r", ""),
    ("utf-8", "windows-1251"),
    ("utf-8", "us-ascii"),
    ("utf-16", "utf-16"),
)


def feeds(dice: random.Random) -> Iterator[Odd]:
    """Each article in a feed of its own dialect; several under one name; other scripts under false names."""
    for name, (make, gives) in FEEDS.items():
        one = article(dice)
        yield Odd(name=name, content=make(one).encode(), article=one, gives=gives)
    one = article(dice)
    yield Odd(
        name="one-name.xml", content=rss(one, item(one) * 5).encode(), article=one, gives=GIVES, count=5
    )
    for encoding, label in DECLARED:
        head = f"<?xml version='1.0' encoding='{label}'?>" if label else ""
        xml = (
            f"{head}<rss version='2.0'><channel><item><title>Орло</title><description>{escape(RUSSIAN.html)}"
        )
        content = f"{xml}</description></item></channel></rss>".encode(encoding)
        yield Odd(name=f"{encoding}-{label or 'none'}.xml", content=content, article=RUSSIAN)
