"""Ways in which pages say their title, outlet, date and author."""

# ruff: noqa: E501 - each case is one line of a table

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from hostile_odd_case import EVERY, Article
from hostile_odd_pages import graph


def _when(one: Article, pattern: str) -> str:
    return f"{datetime.fromisoformat(one.published):{pattern}}"


def _linked(said: object, before: str = "", after: str = "") -> str:
    return (
        f'<script type="application/ld+json">{before}{json.dumps(said, ensure_ascii=False)}{after}</script>'
    )


def _meta(**named: str) -> str:
    return "".join(
        f'<meta name="{name.replace("_", ".")}" content="{value}">' for name, value in named.items()
    )


# Ways of saying title, outlet, date and author, of which each is all that the page says.
HEADS: Mapping[str, tuple[Callable[[Article], tuple[str, str]], str]] = {
    "graph": (lambda one: (_linked({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": one.outlet}, one.as_schema_org()]}), ""), EVERY),
    "in-list": (lambda one: (_linked([{"@type": "BreadcrumbList"}, one.as_schema_org()]), ""), EVERY),
    "two-types": (lambda one: (_linked(one.as_schema_org(**{"@type": ["Article", "NewsArticle"]})), ""), EVERY),
    "reportage": (lambda one: (_linked(one.as_schema_org(**{"@type": "ReportageNewsArticle"})), ""), EVERY),
    "blog-posting": (lambda one: (_linked(one.as_schema_org(**{"@type": "BlogPosting"})), ""), EVERY),
    "authors": (lambda one: (_linked(one.as_schema_org(author=[{"@type": "Person", "name": one.byline}])), ""), EVERY),
    "author-bare": (lambda one: (_linked(one.as_schema_org(author=one.byline)), ""), EVERY),
    "in-data": (lambda one: (_linked(one.as_schema_org(), "//<![CDATA[\n", "\n//]]>"), ""), EVERY),
    "in-comment": (lambda one: (_linked(one.as_schema_org(), "<!--\n", "\n-->"), ""), EVERY),
    "two-scripts": (lambda one: (_linked({"@type": "Organization", "name": one.outlet}) + _linked(one.as_schema_org()), ""), EVERY),
    "dublin-core": (lambda one: (_meta(DC_title=one.title, DC_creator=one.byline, DC_publisher=one.outlet, DC_date=one.published), ""), EVERY),
    "dublin-terms": (lambda one: (_meta(dcterms_title=one.title, dcterms_creator=one.byline, dcterms_publisher=one.outlet, dcterms_date=one.published), ""), EVERY),
    "parsely": (lambda one: (f'<meta name="parsely-title" content="{one.title}"><meta name="parsely-author" content="{one.byline}"><meta name="parsely-pub-date" content="{one.published}T08:00:00Z">', ""), "title published byline"),
    "sailthru": (lambda one: (_meta(sailthru_title=one.title, sailthru_author=one.byline, sailthru_date=f"{one.published} 08:00:00"), ""), "title published byline"),
    "microdata": (lambda one: ("", f'<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop=headline>{one.title}</h1><span itemprop=author itemscope itemtype="http://schema.org/Person"><span itemprop=name>{one.byline}</span></span><span itemprop=publisher itemscope itemtype="http://schema.org/Organization"><meta itemprop=name content="{one.outlet}"></span><meta itemprop=datePublished content="{one.published}T08:00:00Z"><div itemprop=articleBody>{one.html}</div></div>'), "title published byline"),
    "microformats": (lambda one: ("", f'<div class=hentry><h1 class=entry-title>{one.title}</h1><span class="author vcard"><span class=fn>{one.byline}</span></span> <span class="source-org vcard"><span class="org fn">{one.outlet}</span></span> <abbr class=published title="{one.published}T08:00:00Z">{_when(one, "%d %B")}</abbr><div class=entry-content>{one.html}</div></div>'), "title published byline"),
    "rdfa": (lambda one: ("", f'<article vocab="http://schema.org/" typeof="NewsArticle"><h1 property="headline">{one.title}</h1><span property="author" typeof="Person"><span property="name">{one.byline}</span></span><meta property="datePublished" content="{one.published}"><div property="articleBody">{one.html}</div></article>'), "title published"),
    "modified-later": (lambda one: (graph(one) + '<meta property="article:modified_time" content="2031-09-09T10:00:00Z"><meta property="og:updated_time" content="2031-09-09T10:00:00Z">', ""), EVERY),
    "modified-first": (lambda one: ('<meta http-equiv="last-modified" content="Tue, 09 Sep 2031 10:00:00 GMT">' + graph(one), ""), EVERY),
    "title-with-house": (lambda one: (f"<title>{one.title} | {one.outlet}</title>", ""), ""),
    "title-with-dash": (lambda one: (f'<title>{one.title} - {one.outlet}</title><meta property="og:site_name" content="{one.outlet}">', ""), "title outlet"),
    "date-compact": (lambda one: (_meta(date=one.published.replace("-", "")), ""), "published"),
    "date-spelt": (lambda one: (_meta(pubdate=_when(one, "%a, %d %b %Y %H:%M:%S GMT")), ""), "published"),
    "date-seen": (lambda one: ("", f"<h1>{one.title}</h1><div class=date>Published: {_when(one, '%d %B %Y')}, 10:15 EEST</div>{one.html}"), "title published"),
    "date-dotted": (lambda one: ("", f"<h1>{one.title}</h1><span class=news-date-time>{_when(one, '%d.%m.%Y')}</span>{one.html}"), "title"),
    "date-american": (lambda one: ("", f"<h1>{one.title}</h1><p class=byline>By {one.byline}, {_when(one, '%B %-d, %Y')} at 10:15 a.m.</p>{one.html}"), "title published"),
    "date-of-event-later": (lambda one: (graph(one), one.html + "<div class=events><time datetime='2031-12-24'>24 December 2031</time> Fair at Kesp</div>"), EVERY),
}  # fmt: skip
