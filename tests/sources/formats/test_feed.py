"""RSS, Atom and JSON feeds."""

import json
import time
from html import escape
from pathlib import Path

import pytest

from sayso.model import Media, PublishedFrom, RawItem, Reason, Refusal
from tests.sources.made import PAGE, PaperWeb, items_of, summary

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Vesk Daily</title><link>http://vesk.test/</link><language>en</language>
{}</channel></rss>"""
STRIKE = """<item><title>Strike in Orlo</title><link>http://vesk.test/1</link><guid>g1</guid>
<pubDate>Mon, 03 Feb 2031 23:30:00 -0500</pubDate><dc:creator>Ana Miru</dc:creator>
<description>&lt;p&gt;Ten people &lt;b&gt;died&lt;/b&gt;.&lt;/p&gt;</description></item>"""
PLAIN = """<item><title>Calm</title><link>http://vesk.test/2</link>
<description>Nothing happened in Orlo &amp;amp; around.</description></item>"""


def rss(*items: str) -> bytes:
    return RSS.format("".join(items)).encode()


def test_feed_gives_each_entry_with_what_the_feed_says_of_it(tmp_path: Path) -> None:
    strike, calm = items_of(tmp_path, rss(STRIKE, PLAIN), "feed.txt")
    assert isinstance(strike, RawItem)
    assert isinstance(calm, RawItem)
    assert strike.media is Media.HTML
    assert "<p>Ten people <b>died</b>.</p>" in str(strike.content)
    known = strike.declared
    assert (known.title, known.outlet, known.byline) == ("Strike in Orlo", "Vesk Daily", "Ana Miru")
    assert (known.published, known.published_from) == ("2031-02-03T23:30:00-05:00", PublishedFrom.FEED)
    assert (known.url, known.external_id, known.language) == ("http://vesk.test/1", "g1", "en")
    assert strike.part == "http://vesk.test/1"
    assert (calm.media, calm.content) == (Media.TEXT, "Nothing happened in Orlo & around.")


def test_feed_reads_atom(tmp_path: Path) -> None:
    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Vesk</title><entry>
    <title type="text">x &lt; y</title><id>tag:vesk.test,2031:1</id><updated>2031-02-03T10:00:00Z</updated>
    <link href="http://vesk.test/1"/><summary>short</summary>
    <content type="html">&lt;p&gt;Ten people died in Orlo.&lt;/p&gt;</content></entry></feed>"""
    (item,) = items_of(tmp_path, atom)
    assert isinstance(item, RawItem)
    assert item.media is Media.HTML
    assert (item.declared.title, item.declared.published) == ("x < y", "2031-02-03T10:00:00Z")


def test_feed_keeps_all_entries_under_one_guid(tmp_path: Path) -> None:
    same = "<item><title>Update {}</title><guid>g</guid><link>http://vesk.test/1</link></item>"
    items = items_of(tmp_path, rss(*(same.format(n) for n in range(1000))))
    assert len({item.part for item in items}) == 1000
    assert {item.content for item in items if isinstance(item, RawItem)} == {
        f"Update {n}" for n in range(1000)
    }


def test_feed_reads_a_headline_alone_and_refuses_nothing_at_all(tmp_path: Path) -> None:
    content = rss("<item><title>Calm in Orlo</title></item>", "<item><guid>g</guid></item>")
    headline, refusal = items_of(tmp_path, content)
    assert isinstance(headline, RawItem)
    assert (headline.media, headline.content) == (Media.TEXT, "Calm in Orlo")
    assert isinstance(refusal, Refusal)
    assert (refusal.reason, refusal.part) == (Reason.EMPTY, "g")


def test_feed_follows_links_when_asked(tmp_path: Path) -> None:
    web = PaperWeb({"http://vesk.test/1": PAGE}, media_type="text/html")
    strike, refusal = items_of(tmp_path, rss(STRIKE, PLAIN), web=web, follow=True)
    assert isinstance(strike, RawItem)
    assert strike.content == PAGE
    assert strike.declared.title == "Strike in Orlo"
    assert isinstance(refusal, Refusal)
    assert (refusal.reason, refusal.part) == (Reason.FETCH_FAILED, "http://vesk.test/2")


def test_feed_fetches_nothing_unless_asked(tmp_path: Path) -> None:
    web = PaperWeb({})
    items_of(tmp_path, rss(STRIKE, PLAIN), web=web)
    assert web.asked == []


def test_feed_stops_fetching_at_its_limit(tmp_path: Path) -> None:
    web = PaperWeb({"http://vesk.test/1": PAGE})
    items = items_of(tmp_path, rss(STRIKE, STRIKE, STRIKE), web=web, follow=True, max_pages=2)
    assert summary(items) == ["html", "html", "too-large"]
    assert len(web.asked) == 2


def test_feed_does_not_follow_a_link_to_another_feed(tmp_path: Path) -> None:
    web = PaperWeb({"http://vesk.test/1": rss(STRIKE)})
    assert summary(items_of(tmp_path, rss(STRIKE), web=web, follow=True)) == ["unsupported-format"]


@pytest.mark.parametrize(
    "trap",
    [
        '<!DOCTYPE rss [<!ENTITY path "C:\\data">]>',
        "&#1114112;",
        "&#x110000;",
        "&#55296;",
    ],
)
def test_feed_keeps_its_entries_in_spite_of_what_makes_the_parser_fail(tmp_path: Path, trap: str) -> None:
    doctype, text = (trap, "&path;") if trap.startswith("<") else ("", trap)
    content = rss(STRIKE, f"<item><title>odd</title><description>{text} odd</description></item>", PLAIN)
    content = content.replace(b"<rss", doctype.encode() + b"<rss")
    assert summary(items_of(tmp_path, content)) == ["html", "text", "text"]


@pytest.mark.parametrize("label", ["undefined", "unicode_escape", "utf_16_be", "utf-7", "hex", "no-such", ""])
def test_feed_believes_no_encoding_that_its_own_declaration_is_not_in(tmp_path: Path, label: str) -> None:
    entry = "<item><title>Čeva \\u0041 +ADw-</title></item>"
    content = rss(entry).replace(b'"utf-8"', f'"{label}" standalone="yes"'.encode())
    [item] = items_of(tmp_path, content)
    assert isinstance(item, RawItem)
    assert item.content == "Čeva \\u0041 +ADw-"


@pytest.mark.parametrize("label", ["windows-1250", "iso-8859-2", "ISO8859_2"])
def test_feed_believes_an_encoding_that_can_be(tmp_path: Path, label: str) -> None:
    content = rss("<item><title>Řev</title></item>").decode().replace('"utf-8"', f'"{label}"')
    [item] = items_of(tmp_path, content.encode(label))
    assert item.content == "Řev"


@pytest.mark.parametrize(
    ("declaration", "reason"),
    [
        ('<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">', "bomb"),
        (f'<!ENTITY c "{"lol" * 5000}">', "bomb"),
        ('<!ENTITY c SYSTEM "file:///etc/hostname">', "malformed"),
    ],
)
def test_feed_with_an_entity_trap_is_refused(tmp_path: Path, declaration: str, reason: str) -> None:
    entry = f"<item><title>t</title><description>{'&c;' * 1000}</description></item>"
    content = rss(entry).replace(b"<rss", f"<!DOCTYPE rss [{declaration}]><rss".encode())
    assert summary(items_of(tmp_path, content)) == [reason]


def test_feed_without_entries_is_empty(tmp_path: Path) -> None:
    assert summary(items_of(tmp_path, rss())) == ["empty"]


def test_feed_over_the_cap_is_too_large(tmp_path: Path) -> None:
    assert summary(items_of(tmp_path, rss(*[STRIKE] * 50), max_bytes=5000)) == ["too-large"]


def json_feed(*items: object, **about: object) -> bytes:
    feed = {"title": "Vesk Daily", "items": items, "version": "https://jsonfeed.org/version/1.1"}
    return json.dumps(feed | about).encode()


@pytest.mark.parametrize("name", ["feed.json", "feed"])
def test_json_feed_gives_each_item(tmp_path: Path, name: str) -> None:
    first = {
        "id": 1,
        "url": "http://vesk.test/1",
        "title": "Strike",
        "content_html": "<p>Ten people died.</p>",
        "date_published": "2031-02-03T10:00:00-05:00",
        "authors": [{"name": "Ana Miru"}, {"name": "Bor Telak"}, {}],
    }
    second = {
        "id": "2",
        "external_url": "http://vesk.test/2",
        "content_text": "x < y",
        "author": {"name": "B"},
    }
    html, text, refusal, odd = items_of(tmp_path, json_feed(first, second, {"id": "3"}, "odd"), name)
    assert isinstance(html, RawItem)
    assert isinstance(text, RawItem)
    assert html.media is Media.HTML
    assert (html.declared.byline, html.declared.outlet) == ("Ana Miru, Bor Telak", "Vesk Daily")
    assert (html.declared.external_id, html.declared.published) == ("1", "2031-02-03T10:00:00-05:00")
    assert (text.media, text.content, text.part) == (Media.TEXT, "x < y", "http://vesk.test/2")
    assert text.declared.byline == "B"
    assert summary([refusal, odd]) == ["empty", "empty"]


def test_json_feed_may_be_printed_for_people_and_follow_links(tmp_path: Path) -> None:
    feed = json.dumps(json.loads(json_feed({"url": "http://vesk.test/1"})), indent=1).encode()
    web = PaperWeb({"http://vesk.test/1": PAGE})
    assert summary(items_of(tmp_path, feed, web=web, follow=True)) == ["html"]


@pytest.mark.parametrize("items", [None, [], "x", {}])
def test_json_feed_without_items_is_empty(tmp_path: Path, items: object) -> None:
    assert summary(items_of(tmp_path, json_feed(items=items))) == ["empty"]


def test_feed_reads_the_headline_where_the_text_is_but_a_picture(tmp_path: Path) -> None:
    picture = "<description>&lt;img src='x.png'/&gt;&amp;nbsp;</description>"
    entry = f"<item><title>Bridge closed</title>{picture}</item>"
    (item,) = items_of(tmp_path, rss(entry))
    assert isinstance(item, RawItem)
    assert (item.media, item.content) == (Media.TEXT, "Bridge closed")


@pytest.mark.parametrize(
    "written", ['a{}="1"', "a{}=1", "a{}='>'", "a{}"], ids=["quoted", "bare", "bracket", "names"]
)
def test_feed_reads_an_item_with_more_attributes_than_feedparser_can(tmp_path: Path, written: str) -> None:
    many = " ".join(written.format(n) for n in range(30_000))
    bad = PLAIN.replace("<item>", f"<item {many}>")
    started = time.process_time()
    found = items_of(tmp_path, rss(STRIKE, bad, STRIKE), "feed.xml")
    assert summary(found) == ["html", "text", "html"]
    assert time.process_time() - started < 10


def test_feed_reads_a_report_behind_a_tag_with_100_000_attributes(tmp_path: Path) -> None:
    many = " ".join(f'a{n}="1"' for n in range(100_000))
    hidden = PLAIN.replace("Nothing happened", f"<![CDATA[<p {many}>Nothing</p> happened]]>")
    _, item, _ = items_of(tmp_path, rss(STRIKE, hidden, STRIKE), "feed.xml")
    assert isinstance(item, RawItem)
    assert len(item.content) < 200


def test_feed_keeps_the_attributes_that_a_feed_needs(tmp_path: Path) -> None:
    spaces = " ".join(f'xmlns:n{n}="http://vesk.test/{n}"' for n in range(40))
    feed = rss(STRIKE).replace(b"<rss ", f"<rss {spaces} ".encode())
    (item,) = items_of(tmp_path, feed, "feed.xml")
    assert isinstance(item, RawItem)
    assert item.declared.byline == "Ana Miru"


@pytest.mark.parametrize(
    "broken", ["<title>x<description>y", "<title>x</titel>", "<link><title>", "<![CDATA["]
)
def test_feed_keeps_the_entries_after_one_whose_tags_are_not_closed(tmp_path: Path, broken: str) -> None:
    good = [f"<item><title>Orlo {n}</title><guid>{n}</guid></item>" for n in range(3)]
    feed = f'<rss version="2.0"><channel><title>Sarn</title>{good[0]}<item>{broken}</item>{good[1]}{good[2]}'
    items = items_of(tmp_path, f"{feed}</channel></rss>".encode())
    read = [item for item in items if isinstance(item, RawItem)]
    assert {"Orlo 0", "Orlo 1", "Orlo 2"} <= {item.declared.title for item in read}
    assert {item.declared.outlet for item in read} == {"Sarn"}


RUSSIAN = "Десять человек погибли при обстреле города Орло, сообщил врач местной больницы."


@pytest.mark.parametrize(
    ("encoding", "label"),
    [
        ("cp1251", "utf-8"),
        ("cp1251", ""),
        ("cp1251", "iso-8859-1"),
        ("koi8-r", ""),
        ("utf-8", "windows-1251"),
        ("utf-8", ""),
    ],
)
def test_feed_is_read_in_the_encoding_that_it_is_in(tmp_path: Path, encoding: str, label: str) -> None:
    declared = f"<?xml version='1.0' encoding='{label}'?>" if label else ""
    feed = declared + rss(f"<item><title>Обстрел</title><description>{RUSSIAN}</description></item>").decode()
    (item,) = items_of(tmp_path, feed.encode(encoding), "given.xml")
    assert isinstance(item, RawItem)
    assert (item.content, item.declared.title) == (RUSSIAN, "Обстрел")


def test_feed_of_western_words_needs_no_declaration(tmp_path: Path) -> None:
    (item,) = items_of(
        tmp_path, rss("<item><title>Café “Orlo” closed</title></item>").decode().encode("cp1252")
    )
    assert isinstance(item, RawItem)
    assert item.content == "Café “Orlo” closed"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("&lt;b&gt;Ten&lt;/b&gt; died in &lt;i&gt;Orlo&lt;/i&gt;", "Ten died in Orlo"),
        ("<![CDATA[<b>Ten</b> died in Orlo]]>", "Ten died in Orlo"),
        ("Orlo&amp;#8217;s mayor", "Orlo’s mayor"),
        ("Orlo &amp;amp; Kesp", "Orlo & Kesp"),
        ("Toll &lt; 9 in Orlo", "Toll < 9 in Orlo"),
        ("AT&amp;T in Orlo", "AT&T in Orlo"),
    ],
)
def test_feed_gives_titles_without_markup(tmp_path: Path, written: str, title: str) -> None:
    (item,) = items_of(
        tmp_path, rss(f"<item><title>{written}</title><description>Ten died.</description></item>")
    )
    assert isinstance(item, RawItem)
    assert item.declared.title == title


@pytest.mark.parametrize(
    "before", [b"Notice: foo in /a.php on line 3\n", b"<br />\n<b>Warning</b>: foo on line <b>3</b><br />\n"]
)
def test_feed_behind_a_warning_is_a_feed(tmp_path: Path, before: bytes) -> None:
    feed = b"<?xml version='1.0' encoding='utf-8'?>\n" + rss("<item><title>Ten died</title></item>")
    (item,) = items_of(tmp_path, before + feed, "given.xml")
    assert isinstance(item, RawItem)
    assert (item.content, item.media) == ("Ten died", Media.TEXT)


@pytest.mark.parametrize(
    "element", ["yandex:full-text", "rambler:fulltext", "turbo:content", "fulltext", "xhtml:body"]
)
def test_feed_takes_the_whole_text_from_elements_of_search_engines(tmp_path: Path, element: str) -> None:
    long = "Ten people died in Orlo, a doctor said, and twenty were wounded."
    names = "".join(f" xmlns:{name}='urn:{name}'" for name in ("yandex", "rambler", "turbo", "xhtml"))
    item = (
        f"<item><title>Strike</title><description>Ten died.</description><{element}>{long}</{element}></item>"
    )
    (found,) = items_of(tmp_path, rss(item).replace(b"<rss ", f"<rss{names} ".encode()))
    assert isinstance(found, RawItem)
    assert found.content == long


def test_feed_gives_entries_without_an_author_that_of_the_whole_feed(tmp_path: Path) -> None:
    entry = "<entry><id>{}</id><title>Ten died</title>{}</entry>"
    own = "<author><name>Bor Unn</name></author>"
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><author><name>Ana Miru</name></author>"
        f"{entry.format(1, '')}{entry.format(2, own)}</feed>"
    )
    items = items_of(tmp_path, atom.encode())
    assert [item.declared.byline for item in items if isinstance(item, RawItem)] == ["Ana Miru", "Bor Unn"]


def test_feed_does_not_take_its_editor_for_the_author(tmp_path: Path) -> None:
    editor = "<managingEditor>Ana Miru</managingEditor><item><title>Ten died</title></item>"
    (item,) = items_of(tmp_path, rss(editor))
    assert isinstance(item, RawItem)
    assert item.declared.byline is None


def test_feed_undoes_markup_that_was_escaped_twice(tmp_path: Path) -> None:
    twice = escape(escape("<p>Ten <b>died</b>.</p>"))
    (item,) = items_of(tmp_path, rss(f"<item><title>Strike</title><description>{twice}</description></item>"))
    assert isinstance(item, RawItem)
    assert (item.media, item.content) == (Media.HTML, "<p>Ten <b>died</b>.</p>")


def test_feed_leaves_out_that_an_entry_appeared_there(tmp_path: Path) -> None:
    foot = "<p>The post <a href='/1'>{}</a> appeared first on <a href='/'>Vesk</a>.</p>"
    described = (
        "<item><title>Strike &amp; toll</title>"
        "<description><![CDATA[<p>Ten died.</p>{}]]></description></item>"
    )
    own, other = items_of(
        tmp_path,
        rss(
            described.format(foot.format("Strike &#38; toll")),
            described.format(foot.format("Another report")),
        ),
    )
    assert isinstance(own, RawItem)
    assert isinstance(other, RawItem)
    assert own.content == "<p>Ten died.</p>"
    assert "Another report" in str(other.content)
