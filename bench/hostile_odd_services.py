"""Records and feeds as the services give them out that reporters and recorders get theirs from."""

# ruff: noqa: E501 - each case is one line of a table

import json
import random
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape

from hostile_odd_case import EVERY, Article, Odd, article
from hostile_odd_feeds import HEAD, atom, data, item, rss

Make = Callable[[Article], object]
THREE, TWO = "title outlet published", "outlet published"


def _moment(one: Article) -> datetime:
    return datetime.fromisoformat(one.published).replace(hour=8, tzinfo=UTC)


def _iso(one: Article) -> str:
    return f"{one.published}T08:00:00Z"


def _twice(one: object) -> list[object]:
    return [one, one]


def _message(one: Article, text: object) -> dict[str, object]:
    return {
        "id": 7,
        "type": "message",
        "date": f"{one.published}T08:00:00",
        "date_unixtime": str(int(_moment(one).timestamp())),
        "from": one.outlet,
        "from_id": "channel31",
        "text": text,
    }


def _entities(one: Article) -> list[object]:
    """A text as messengers write it: a list of stretches, some of them set in other type."""
    first, *rest = one.paragraphs
    return [
        {"type": "bold", "text": first},
        "\n\n" + "\n\n".join(rest[:-1]) + "\n\n",
        {"type": "italic", "text": rest[-1]},
    ]


# Answers that hold two records, or one after what is no report.
ANSWERS: Mapping[str, tuple[Make, str, int]] = {
    "messenger-export": (
        lambda one: {
            "name": one.outlet,
            "type": "public_channel",
            "id": 31,
            "messages": [
                {"id": 1, "type": "service", "date": "2031-01-01T00:00:00", "action": "create_channel", "text": ""},
                _message(one, one.text),
                _message(one, _entities(one)),
            ],
        },
        TWO,
        2,
    ),
    "microblog": (
        lambda one: {"data": _twice({"id": "7", "text": one.text, "created_at": _iso(one), "author_id": "3"}), "meta": {"result_count": 2}},
        "published",
        2,
    ),
    "microblog-old": (
        lambda one: _twice({"created_at": f"{_moment(one):%a %b %d %H:%M:%S +0000 %Y}", "id_str": "7", "full_text": one.text, "user": {"name": one.outlet, "screen_name": "orlo"}, "lang": "en"}),
        "published",
        2,
    ),
    "federated": (
        lambda one: _twice({"id": "7", "created_at": _iso(one), "content": one.html, "account": {"display_name": one.outlet, "acct": "orlo"}, "url": "https://orlo.example/@o/7"}),
        "published",
        2,
    ),
    "relief": (
        lambda one: {
            "href": "https://api.example/v1/reports", "took": 3, "totalCount": 2, "count": 2,
            "data": _twice({"id": "7", "score": 1, "fields": {"title": one.title, "body": one.text, "body-html": one.html,
                            "date": {"created": "2031-09-09T00:00:00+00:00", "original": f"{one.published}T00:00:00+00:00"},
                            "source": [{"name": one.outlet, "shortname": "OC", "id": 9}], "url": "https://r.example/7"}}),
        },
        THREE,
        2,
    ),
    "coded-events": (
        lambda one: {"status": 200, "success": True, "count": 2, "data": _twice({"event_id_cnty": "ORL7", "event_date": one.published, "event_type": "Explosions/Remote violence", "actor1": "x", "location": "Orlo", "source": one.outlet, "notes": one.text, "fatalities": "3", "timestamp": 1_900_000_000})},
        "outlet",
        2,
    ),
    "news-search": (
        lambda one: {"status": "ok", "totalResults": 2, "articles": _twice({"source": {"id": None, "name": one.outlet}, "author": one.byline, "title": one.title, "description": one.paragraphs[0], "url": "https://orlo.example/a", "publishedAt": _iso(one), "content": one.text})},
        EVERY,
        2,
    ),
    "newspaper-fields": (
        lambda one: {"response": {"status": "ok", "total": 2, "results": _twice({"id": "a/b", "webPublicationDate": _iso(one), "webTitle": one.title, "webUrl": "https://orlo.example/a", "fields": {"headline": one.title, "byline": one.byline, "bodyText": one.text}})}},
        "title published byline",
        2,
    ),
    "newspaper-docs": (
        lambda one: {"status": "OK", "response": {"docs": _twice({"abstract": one.paragraphs[0], "lead_paragraph": one.text, "source": one.outlet, "headline": {"main": one.title, "kicker": None}, "pub_date": _iso(one), "byline": {"original": f"By {one.byline}"}})}},
        THREE,
        2,
    ),
    "event-registry": (
        lambda one: {"articles": {"page": 1, "totalResults": 2, "results": _twice({"uri": "7", "lang": "eng", "date": one.published, "time": "08:00:00", "title": one.title, "body": one.text, "source": {"uri": "orlo.example", "dataType": "news", "title": one.outlet}, "authors": [{"name": one.byline, "type": "author"}]})}},
        EVERY,
        2,
    ),
    "index": (lambda one: {"responseHeader": {"status": 0}, "response": {"numFound": 2, "start": 0, "docs": _twice({"title": [one.title], "content": [one.text], "date": [_iso(one)], "publisher": [one.outlet], "author": [one.byline]})}}, EVERY, 2),
    "attributes": (lambda one: {"data": _twice({"id": 7, "attributes": {"title": one.title, "body": one.text, "publishedAt": _iso(one), "author": one.byline}}), "meta": {}}, "title published byline", 2),
    "weblog-posts": (lambda one: {"posts": _twice({"id": "a", "title": one.title, "html": one.html, "published_at": _iso(one), "primary_author": {"name": one.byline}})}, "title published", 2),
    "reader-stream": (lambda one: {"id": "feed/x", "items": _twice({"title": one.title, "published": int(_moment(one).timestamp() * 1000), "author": one.byline, "content": {"content": one.html, "direction": "ltr"}, "origin": {"title": one.outlet, "htmlUrl": "https://orlo.example"}})}, EVERY, 2),
    "extractor": (lambda one: {"title": one.title, "author": one.byline, "hostname": "orlo.example", "date": one.published, "source": "https://orlo.example/a", "source-hostname": one.outlet, "text": one.text, "raw_text": one.text.replace("\n", " "), "comments": ""}, EVERY, 1),
    "extractor-site": (lambda one: {"title": one.title, "author": one.byline, "date": one.published, "url": "https://orlo.example/a", "sitename": one.outlet, "text": one.text}, EVERY, 1),
    "corpus": (lambda one: {"title": one.title, "text": one.text, "authors": [one.byline], "publish_date": f"{_moment(one):%Y-%m-%d %H:%M:%S}", "domain": "orlo.example", "summary": "x", "warc_date": "2031-09-09T00:00:00Z"}, "title published byline", 1),
    "map": (lambda one: {"type": "FeatureCollection", "features": _twice({"type": "Feature", "geometry": {"type": "Point", "coordinates": [1.0, 2.0]}, "properties": {"name": one.title, "description": one.text, "date": one.published, "source": one.outlet}})}, THREE, 2),
    "map-one": (lambda one: {"type": "Feature", "geometry": None, "properties": {"title": one.title, "description": one.text, "date": one.published, "source": one.outlet}}, THREE, 1),
    "bound-values": (lambda one: {"head": {"vars": ["title", "text"]}, "results": {"bindings": _twice({"title": {"type": "literal", "value": one.title}, "text": {"type": "literal", "value": one.text}, "date": {"type": "literal", "value": one.published}})}}, "title published", 2),
    "by-id": (lambda one: {"a7": {"title": one.title, "text": one.text, "published": one.published}, "b8": {"title": one.title, "text": one.text, "published": one.published}}, "title published", 2),
}  # fmt: skip
# What stands around JSON that servers and pages give out.
WRAPPED: Mapping[str, Callable[[str], str]] = {
    "blank-lines.jsonl": lambda text: f"\n\n{text}\r\n\r\n{text}\r\n",
    "separators.jsonl": lambda text: f"{text}\u2028{text}\n".replace("\u2028", "\n"),
    "tabbed.jsonl": lambda text: f"\t{text}\n\t{text}\n",
}


def _described(one: Article, text: str) -> str:
    return f"<description>{one.paragraphs[0]}</description>{text}"


def _title(one: Article) -> str:
    return f"{one.title} - {one.outlet}"


# Feeds in the dialects of countries and programs.
FEEDS: Mapping[str, tuple[Callable[[Article], str], str]] = {
    "full-text-yandex": (lambda one: rss(one, item(one, _described(one, f"<yandex:full-text>{one.text}</yandex:full-text>"))).replace("<rss ", "<rss xmlns:yandex='http://news.yandex.ru' "), THREE),
    "full-text-turbo": (lambda one: rss(one, item(one, _described(one, f"<turbo:content>{data(one.html)}</turbo:content>"))).replace("<rss ", "<rss xmlns:turbo='http://turbo.yandex.ru' "), THREE),
    "full-text-rambler": (lambda one: rss(one, item(one, _described(one, f"<rambler:fulltext>{data(one.html)}</rambler:fulltext>"))).replace("<rss ", "<rss xmlns:rambler='http://news.rambler.ru' "), THREE),
    "full-text-mail": (lambda one: rss(one, item(one, _described(one, f"<mailru:full-text>{one.text}</mailru:full-text>"))).replace("<rss ", "<rss xmlns:mailru='http://news.mail.ru/' "), THREE),
    "full-text-bare": (lambda one: rss(one, item(one, _described(one, f"<fulltext>{escape(one.html)}</fulltext>"))), THREE),
    "body-in-item": (lambda one: rss(one, item(one, _described(one, f"<xhtml:body>{one.html}</xhtml:body>"))).replace("<rss ", "<rss xmlns:xhtml='http://www.w3.org/1999/xhtml' "), THREE),
    "content-bare": (lambda one: rss(one, item(one, _described(one, f"<content>{escape(one.html)}</content>"))), THREE),
    "rdf": (lambda one: (
        f"{HEAD}<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        f"<channel rdf:about='a'><title>{one.outlet}</title><items><rdf:Seq><rdf:li rdf:resource='b'/></rdf:Seq></items></channel>"
        f"<item rdf:about='b'><title>{one.title}</title><link>https://orlo.example/b</link><description>{escape(one.html)}</description>"
        f"<dc:creator>{one.byline}</dc:creator><dc:date>{_iso(one)}</dc:date></item></rdf:RDF>"), EVERY),
    "rdf-prefixed": (lambda one: (
        f"{HEAD}<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:s='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        f"<s:channel><s:title>{one.outlet}</s:title></s:channel><s:item><s:title>{one.title}</s:title><s:description>{one.text}</s:description>"
        f"<dc:creator>{one.byline}</dc:creator><dc:date>{_iso(one)}</dc:date></s:item></r:RDF>"), EVERY),
    "atom-old": (lambda one: (
        f"{HEAD}<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>{one.outlet}</title><entry><title>{one.title}</title>"
        f"<issued>{_iso(one)}</issued><modified>2031-09-09T00:00:00Z</modified><author><name>{one.byline}</name></author>"
        f"<content type='text/html' mode='escaped'>{escape(one.html)}</content></entry></feed>"), EVERY),
    "atom-old-xml": (lambda one: (
        f"{HEAD}<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>{one.outlet}</title><entry><title>{one.title}</title>"
        f"<issued>{_iso(one)}</issued><author><name>{one.byline}</name></author>"
        f"<content type='application/xhtml+xml' mode='xml'><div xmlns='http://www.w3.org/1999/xhtml'>{one.html}</div></content></entry></feed>"), EVERY),
    "atom-updated-alone": (lambda one: atom(one, f"<content type='html'>{escape(one.html)}</content>").replace(f"<published>{one.published}T08:00:00Z</published>", "").replace("2031-09-09", one.published), EVERY),
    "atom-prefixed": (lambda one: (
        f"{HEAD}<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>{one.outlet}</a:title><a:entry><a:title>{one.title}</a:title>"
        f"<a:published>{_iso(one)}</a:published><a:author><a:name>{one.byline}</a:name></a:author><a:content type='html'>{escape(one.html)}</a:content></a:entry></a:feed>"), EVERY),
    "atom-entry-alone": (lambda one: (
        f"{HEAD}<entry xmlns='http://www.w3.org/2005/Atom'><title>{one.title}</title><published>{_iso(one)}</published>"
        f"<author><name>{one.byline}</name></author><content type='html'>{escape(one.html)}</content></entry>"), "title published byline"),
    "author-of-feed": (lambda one: atom(one, f"<content type='html'>{escape(one.html)}</content>").replace(f"<author><name>{one.byline}</name></author>", "").replace("<entry>", f"<author><name>{one.byline}</name></author><entry>"), EVERY),
    "address-before-author": (lambda one: rss(one, item(one).replace("<guid>", f"<author>a@orlo.example ({one.byline})</author><guid>")), THREE),
    "source-named": (lambda one: rss(one, item(one).replace("<guid>", f"<source url='https://orlo.example/f'>{one.outlet}</source><guid>")).replace(f"<title>{one.outlet}</title>", "<title>All the news</title>"), THREE),
    "date-zone-named": (lambda one: rss(one, item(one, date=f"<pubDate>{_moment(one):%a, %d %b %Y %H:%M:%S} EEST</pubDate>")), THREE),
    "date-only": (lambda one: rss(one, item(one, date=f"<pubDate>{one.published}</pubDate>")), THREE),
    "date-slashed": (lambda one: rss(one, item(one, date=f"<pubDate>{one.published.replace('-', '/')} 08:00:00</pubDate>")), THREE),
    "date-blank": (lambda one: rss(one, item(one, date=f"<pubDate>\n  {format_datetime(_moment(one))}\n </pubDate>")), THREE),
    "date-of-prism": (lambda one: rss(one, item(one, date=f"<prism:publicationDate>{_iso(one)}</prism:publicationDate>")).replace("<rss ", "<rss xmlns:prism='http://prismstandard.org/namespaces/basic/2.0/' "), THREE),
    "date-in-capitals": (lambda one: rss(one, item(one).replace("pubDate", "pubdate")), THREE),
    "styled": (lambda one: rss(one, item(one), HEAD + "<?xml-stylesheet type='text/xsl' href='/a.xsl'?>\n<!-- made by Orlo -->\n"), THREE),
    "typed": (lambda one: rss(one, item(one, f"<description>{one.text.replace('é', '&eacute;').replace('“', '&ldquo;').replace('”', '&rdquo;').replace('—', '&mdash;')}</description>"), HEAD + "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'>"), THREE),
    "page-in-data": (lambda one: rss(one, item(one, f"<description>{data(f'<html><head><title>z</title></head><body>{one.html}</body></html>')}</description>")), THREE),
    "breaks-in-data": (lambda one: rss(one, item(one, f"<description>{data('<br/><br/>'.join(one.paragraphs))}</description>")), THREE),
    "picture-first": (lambda one: rss(one, item(one, f"<description>{data(f'<img src=a.jpg alt=b /><br clear=all>{one.html}')}</description>")), THREE),
    "counted-pixel": (lambda one: rss(one, item(one, f"<description>{data(f'{one.html}<img height=1 width=1 src=p.gif><p>The post <a href=/a>{one.title}</a> first appeared on <a href=/>{one.outlet}</a>.</p>')}</description>")), THREE),
    "escaped-twice": (lambda one: rss(one, item(one, f"<description>{escape(escape(one.html))}</description>")), THREE),
    "control-inside": (lambda one: rss(one, item(one, f"<description>{escape(one.html).replace(' the ', chr(11) + ' the ')}</description>")), THREE),
    "two-roots": (lambda one: rss(one, item(one)) + rss(one, item(one)), THREE),
    "encoding-unhyphenated": (lambda one: rss(one, item(one), "<?xml version='1.0' encoding='UTF8'?>"), THREE),
    "encoding-in-capitals": (lambda one: rss(one, item(one), "<?xml version='1.0' encoding='UTF_8' standalone='yes'?>"), THREE),
    "version-1.1": (lambda one: rss(one, item(one), "<?xml version='1.1' encoding='utf-8'?>"), THREE),
    "no-channel": (lambda one: f"{HEAD}<rss version='2.0'>{item(one)}</rss>", "title published"),
    "items-outside": (lambda one: rss(one, "").replace("</channel>", f"</channel>{item(one)}"), THREE),
    "commented": (lambda one: rss(one, f"<!-- {item(one)} -->{item(one)}"), THREE),
}  # fmt: skip


def services(dice: random.Random) -> Iterator[Odd]:
    """Each article as every service would give it out."""
    for what, (make, gives, count) in ANSWERS.items():
        one = article(dice)
        content = json.dumps(make(one), ensure_ascii=bool(dice.randrange(2))).encode()
        yield Odd(name=f"{what}.json", content=content, article=one, gives=gives, count=count)
    for name, wrap in WRAPPED.items():
        one = article(dice)
        record = {"title": one.title, "text": one.text, "outlet": one.outlet, "published": one.published}
        yield Odd(
            name=name,
            content=wrap(json.dumps(record)).encode(),
            article=one,
            gives=THREE,
            count=1 + name.endswith("l"),
        )
    for what, (write, gives) in FEEDS.items():
        one = article(dice)
        yield Odd(
            name=f"{what}.xml",
            content=write(one).encode(),
            article=one,
            gives=gives,
            count=1 + (what == "two-roots"),
        )
