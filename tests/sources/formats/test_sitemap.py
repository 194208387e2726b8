"""Sitemaps, whose pages are fetched."""

from pathlib import Path

import pytest

from sayso.model import PublishedFrom, RawItem
from tests.sources.made import PAGE, PaperWeb, gz, items_of, summary

NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)


def urlset(*urls: str, more: str = "") -> bytes:
    listed = "".join(f"<url><loc> {url} </loc><lastmod>2031-05-05</lastmod>{more}</url>" for url in urls)
    return f'<?xml version="1.0"?><urlset {NAMESPACES}>{listed}</urlset>'.encode()


def index(*urls: str) -> bytes:
    listed = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return f"<sitemapindex {NAMESPACES}>{listed}</sitemapindex>".encode()


def test_a_sitemap_in_a_file_is_fetched_only_with_follow(tmp_path: Path) -> None:
    web = PaperWeb({"http://orlo.test/a": PAGE})
    assert summary(items_of(tmp_path, urlset("http://orlo.test/a"), web=web)) == ["unsupported-format"]
    assert web.asked == []
    (item,) = items_of(tmp_path, urlset("http://orlo.test/a"), web=web, follow=True)
    assert isinstance(item, RawItem)
    assert (item.part, item.content) == ("http://orlo.test/a", PAGE)
    # `lastmod` is when the page changed, not when it was published.
    assert item.declared.published is None


def test_a_news_sitemap_says_what_a_page_is(tmp_path: Path) -> None:
    news = (
        "<news:news><news:publication><news:name>Vesk</news:name><news:language>en</news:language>"
        "</news:publication><news:publication_date>2031-02-03</news:publication_date>"
        "<news:title>Strike</news:title></news:news>"
    )
    web = PaperWeb({"http://orlo.test/a": PAGE})
    (item,) = items_of(tmp_path, urlset("http://orlo.test/a", more=news), web=web, follow=True)
    assert isinstance(item, RawItem)
    assert (item.declared.title, item.declared.outlet, item.declared.language) == ("Strike", "Vesk", "en")
    assert (item.declared.published, item.declared.published_from) == ("2031-02-03", PublishedFrom.FEED)


def test_an_index_leads_to_its_sitemaps_and_each_page_is_fetched_once(tmp_path: Path) -> None:
    web = PaperWeb(
        {
            "http://orlo.test/1.xml": urlset("http://orlo.test/a", "http://orlo.test/b"),
            "http://orlo.test/2.xml.gz": gz(urlset("http://orlo.test/b", "http://orlo.test/gone")),
            "http://orlo.test/a": PAGE,
            "http://orlo.test/b": PAGE,
        }
    )
    content = index("http://orlo.test/1.xml", "http://orlo.test/2.xml.gz", "http://orlo.test/none.xml")
    items = items_of(tmp_path, content, web=web, follow=True)
    assert [item.part for item in items] == [
        "http://orlo.test/a",
        "http://orlo.test/b",
        "http://orlo.test/gone",
        "http://orlo.test/none.xml",
    ]
    assert summary(items) == ["html", "html", "fetch-failed", "fetch-failed"]


def test_an_index_that_leads_to_itself_comes_to_an_end(tmp_path: Path) -> None:
    web = PaperWeb({"http://orlo.test/s.xml": index("http://orlo.test/s.xml")})
    items = items_of(tmp_path, index("http://orlo.test/s.xml"), web=web, follow=True)
    assert summary(items) == ["empty"]
    assert web.asked == ["http://orlo.test/s.xml"]


def test_an_index_that_leads_on_for_ever_is_refused(tmp_path: Path) -> None:
    pages = {f"http://orlo.test/{n}.xml": index(f"http://orlo.test/{n + 1}.xml") for n in range(50)}
    web = PaperWeb(pages)
    assert summary(items_of(tmp_path, pages["http://orlo.test/0.xml"], web=web, follow=True)) == ["malformed"]
    assert len(web.asked) < 5


def test_a_sitemap_is_fetched_up_to_its_limit(tmp_path: Path) -> None:
    urls = [f"http://orlo.test/{n}" for n in range(9)]
    web = PaperWeb(dict.fromkeys(urls, PAGE))
    items = items_of(tmp_path, urlset(*urls), web=web, follow=True, max_pages=3)
    assert summary(items) == ["html", "html", "html", "too-large"]


@pytest.mark.parametrize(
    ("content", "outcome"),
    [
        (urlset(), "empty"),
        (urlset(""), "empty"),
        (b"<urlset><url><loc>http://orlo.test/a</loc></url><url><loc>&bad;</loc", "html"),
        (
            b'<!DOCTYPE u [<!ENTITY a "x"><!ENTITY b "&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
            "bomb",
        ),
        (b'<!DOCTYPE u [<!ENTITY a SYSTEM "file:///etc/hostname">]><urlset>&a;</urlset>', "malformed"),
    ],
)
def test_a_sitemap_that_is_odd(tmp_path: Path, content: bytes, outcome: str) -> None:
    web = PaperWeb({"http://orlo.test/a": PAGE})
    assert summary(items_of(tmp_path, content, web=web, follow=True)) == [outcome]


def test_a_page_in_a_sitemap_that_is_no_page_is_refused(tmp_path: Path) -> None:
    web = PaperWeb({"http://orlo.test/a": b"\x89PNG\r\n\x1a\n", "http://orlo.test/b": b""})
    content = urlset("http://orlo.test/a", "http://orlo.test/b")
    assert summary(items_of(tmp_path, content, web=web, follow=True)) == ["binary", "empty"]
