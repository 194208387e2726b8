"""Answers of web servers that were saved whole."""

from pathlib import Path

import pytest

from sayso.model import Media, RawItem
from tests.sources.made import PAGE, http, items_of

FEED = (
    b"<rss version='2.0'><channel><title>Vesk Agency</title>"
    b"<item><title>Ten died</title></item></channel></rss>"
)


@pytest.mark.parametrize("name", ["saved.html", "saved", "saved.txt"])
def test_a_page_behind_its_header_is_the_page(tmp_path: Path, name: str) -> None:
    redirect = b"HTTP/2 301 \r\nlocation: /b\r\n\r\n"
    (item,) = items_of(tmp_path, redirect + http(Content_Type="text/html; charset=koi8-r"), name)
    assert isinstance(item, RawItem)
    assert (item.media, item.content, item.charset) == (Media.HTML, PAGE, "koi8-r")


def test_a_feed_behind_its_header_is_a_feed(tmp_path: Path) -> None:
    (item,) = items_of(tmp_path, http(FEED, Content_Type="application/rss+xml"), "saved.xml")
    assert isinstance(item, RawItem)
    assert (item.content, item.declared.outlet) == ("Ten died", "Vesk Agency")


def test_a_text_that_only_begins_like_a_header_is_a_text(tmp_path: Path) -> None:
    text = b"HTTP/1.1 200 OK is what the server of Orlo said.\n\nIt then fell silent."
    (item,) = items_of(tmp_path, text, "given.txt")
    assert isinstance(item, RawItem)
    assert item.content == text


def test_headers_without_end_are_left_where_they_stand(tmp_path: Path) -> None:
    header = b"HTTP/1.1 302 Found\r\nLocation: /a\r\n\r\n"
    (item,) = items_of(tmp_path, header * 500 + b"Ten died in Orlo.", "given.txt")
    assert isinstance(item, RawItem)
    assert item.content == header * 490 + b"Ten died in Orlo."
