import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents import DocumentOptions, to_document
from sayso.model import (
    Declared,
    Document,
    Media,
    PublishedFrom,
    RawItem,
    Reason,
    Refusal,
    Repair,
    text_sha256,
)
from tests.factory import raw_item

REPORT = "Two soldiers were hurt when shells fell on the market of Orlo, the town council said on Monday."
MARKUP = ["<p>", "</p>", "<a href='", "'>", "<!--", "<title>", "<meta ", "&#0;", "&", REPORT]
RUSSIAN = "Министерство обороны сообщило, что двое военных ранены при обстреле посёлка Орло. " * 4
FEED_DATE = Declared(published="2031-03-03", published_from=PublishedFrom.FEED)
PAGE = f"""<html><head><title>Shells fall - Orlo Courier</title>
<meta property="og:site_name" content="Orlo Courier"><meta name="author" content="Ada Lunn">
<meta property="article:published_time" content="2031-10-14T22:10:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Shells fall</h1><p>{REPORT}</p>
<p>“Nobody was killed,” the mayor said.</p></article>
<footer>Copyright 2029 Orlo Courier</footer></body></html>"""


def document_of(content: bytes | str, *, options: DocumentOptions | None = None, **known: object) -> Document:
    found = to_document(raw_item(content, **known), options=options or DocumentOptions())
    assert isinstance(found, Document), found
    return found


def reason_of(content: bytes | str, **known: object) -> Reason:
    found = to_document(raw_item(content, **known))
    assert isinstance(found, Refusal), found
    return found.reason


def check_document(found: Document | Refusal) -> None:
    if isinstance(found, Document):
        found.text.encode("utf-8")
        assert "\x00" not in found.text
        assert found.sha256 == text_sha256(found.text)
        assert found.dateline is None or found.dateline.span.end <= len(found.text)


@given(st.binary(max_size=400), st.sampled_from(Media), st.sampled_from([None, "utf-16", "koi8-r", "x"]))
def test_to_document_never_raises_on_any_bytes(content: bytes, media: Media, charset: str | None) -> None:
    check_document(to_document(RawItem(origin="made", media=media, content=content, charset=charset)))


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=300), st.sampled_from(Media))
def test_to_document_never_raises_on_any_text(content: str, media: Media) -> None:
    check_document(to_document(RawItem(origin="made", media=media, content=content)))


@settings(max_examples=40)
@given(st.lists(st.sampled_from(MARKUP), max_size=30))
def test_to_document_never_raises_on_broken_markup(pieces: list[str]) -> None:
    check_document(to_document(RawItem(origin="made", media=Media.HTML, content="".join(pieces))))


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=50))
def test_to_document_takes_any_metadata(words: str) -> None:
    declared = Declared(
        title=words, outlet=words, byline=words, published=words, url=words, external_id=words
    )
    found = document_of(REPORT, declared=declared)
    for known in (found.title, found.outlet, found.byline, found.url, found.external_id, found.id):
        assert known is None or known.encode("utf-8").decode("utf-8") == known


def test_to_document_stores_a_record_as_it_came() -> None:
    text = f"  {REPORT}\r\tcafÃ©  ﬁne e\u0301 \u202etest\n\n\n"
    found = document_of(text)
    assert found.text == text
    assert found.repairs == ()
    assert found.flags == ("control-characters", "bidi-controls", "mojibake")


def test_to_document_repairs_and_records_a_file_encoded_twice() -> None:
    text = f"“It’s over,” said the mayor of Vésk. {REPORT}"
    scrambled = text.replace("”", "'").replace("“", "'").encode().decode("cp1252")
    found = document_of(scrambled.encode())
    assert "It’s over" in found.text
    assert "Vésk" in found.text
    assert Repair(kind="mojibake", count=1) in found.repairs


@pytest.mark.parametrize(
    ("content", "known", "reason"),
    [
        (b"", {}, Reason.EMPTY),
        (b" \r\n\t\x00\xef\xbb\xbf ", {}, Reason.EMPTY),
        ("\u2028\xa0\n", {}, Reason.EMPTY),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, {}, Reason.UNDECODABLE),
        (RUSSIAN.encode("windows-1251"), {}, Reason.UNSUPPORTED_LANGUAGE),
        (b"%PDF-1.7", {"media": Media.PDF}, Reason.UNSUPPORTED_FORMAT),
        (b"<html><body><nav>Home World</nav></body></html>", {"media": Media.HTML}, Reason.EMPTY_EXTRACTION),
        (
            "<html><body><p>Please enable JavaScript to read this page.</p></body></html>",
            {"media": Media.HTML},
            Reason.EMPTY_EXTRACTION,
        ),
        ("<div>" * 2000 + REPORT, {"media": Media.HTML}, Reason.BOMB),
    ],
)  # fmt: skip
def test_to_document_refuses_with_a_reason(
    content: bytes | str, known: dict[str, object], reason: Reason
) -> None:
    assert reason_of(content, **known) is reason


def test_to_document_gives_the_records_own_id_back_with_a_refusal() -> None:
    found = to_document(raw_item("", declared=Declared(external_id="r-7")))
    assert isinstance(found, Refusal)
    assert found.external_id == "r-7"


def test_to_document_keeps_any_language_when_told_to() -> None:
    found = document_of(RUSSIAN.encode("windows-1251"), options=DocumentOptions(any_language=True))
    assert found.text == RUSSIAN
    assert found.language == "ru"
    assert found.flags == ("encoding-guessed:cp1251",)


def test_to_document_reads_a_page() -> None:
    found = document_of(PAGE.encode(), media=Media.HTML)
    assert found.text == f"Shells fall\n\n{REPORT}\n\n“Nobody was killed,” the mayor said."
    assert (found.title, found.outlet, found.byline) == ("Shells fall", "Orlo Courier", "Ada Lunn")
    assert (found.published, found.published_from) == ("2031-10-14", PublishedFrom.PAGE)
    assert found.language == "en"


@pytest.mark.parametrize(
    "html",
    [
        REPORT,
        f"<p>{REPORT}</p>",
        f"<p>{REPORT}</p><p>More follows.</p>",
        f"{REPORT}<br/><br/>More follows.",
        f"<html><body><div>{REPORT}</div></body></html>",
        f"<html><body><article><p>{REPORT}</p></article></body></html>",
        "<script>"
        + "x;" * 100_000
        + f"</script><html><body><article><p>{REPORT}</p></article></body></html>",
        f"<div {' '.join(f'a{n}=1' for n in range(100_000))}><p>{REPORT}</p></div>",
    ],
    ids=range(8),
)
def test_to_document_finds_short_reports_fragments_and_reports_behind_ballast(html: str) -> None:
    assert document_of(html, media=Media.HTML).text.startswith(REPORT)


def test_to_document_names_the_outlet_by_host_when_nothing_else_does() -> None:
    found = document_of(f"<p>{REPORT}</p>", media=Media.HTML, origin="https://www.orlo.example/a?b")
    assert (found.outlet, found.url) == ("orlo.example", "https://www.orlo.example/a?b")


def test_to_document_takes_no_date_from_the_copyright_line() -> None:
    page = PAGE.replace("2031-10-14T22:10:00Z", "")
    assert document_of(page, media=Media.HTML).published is None


@pytest.mark.parametrize(
    ("declared", "given", "html", "expected"),
    [
        (Declared(published="2031-01-01"), "2031-02-02", True, ("2031-01-01", PublishedFrom.GIVEN)),
        (Declared(), "2031-02-02", True, ("2031-02-02", PublishedFrom.GIVEN)),
        (FEED_DATE, None, True, ("2031-10-14", PublishedFrom.PAGE)),
        (FEED_DATE, None, False, ("2031-03-03", PublishedFrom.FEED)),
        (Declared(), None, False, ("1988-08-23", PublishedFrom.DATELINE)),
        (Declared(), "2031-02-02", False, ("2031-02-02", PublishedFrom.GIVEN)),
    ],
)  # fmt: skip
def test_to_document_prefers_dates_in_the_documented_order(
    declared: Declared, given: str | None, html: bool, expected: tuple[str, PublishedFrom]
) -> None:
    content, media = (PAGE, Media.HTML) if html else (f"ORLO, 23 Aug 88 (VNP) -- {REPORT}", Media.TEXT)
    options = DocumentOptions(published=given)
    found = document_of(content, media=media, declared=declared, options=options)
    assert (found.published, found.published_from) == expected


@pytest.mark.parametrize("words", ["03/04/2031", "soon", "2031-02-30"])
def test_to_document_flags_a_date_it_cannot_read(words: str) -> None:
    found = document_of(REPORT, declared=Declared(published=words))
    assert found.published is None
    assert "published-unreadable" in found.flags


def test_to_document_names_the_agency_as_outlet_only_for_want_of_a_better_one() -> None:
    text = f"ORLO, 23 Aug 88 (VNP) -- {REPORT}"
    assert document_of(text).outlet == "VNP"
    assert document_of(text, declared=Declared(outlet="Orlo Courier")).outlet == "Orlo Courier"


def test_document_id_depends_on_words_outlet_and_date_alone() -> None:
    here = document_of(REPORT, origin="a.txt", declared=Declared(outlet="VNP", external_id="1"))
    there = document_of(REPORT.encode(), origin="b.txt", part="3", declared=Declared(outlet="VNP"))
    other = document_of(REPORT, declared=Declared(outlet="Orlo Courier"))
    assert here.id == there.id
    assert here.id != other.id


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>Two killed in Orlo.</p>", "Two killed in Orlo."),
        ("<b>Orlo:</b> bridge closed<br>until May", "Orlo: bridge closed\n\nuntil May"),
    ],
)
def test_to_document_keeps_a_feed_entry_however_short(fragment: str, text: str) -> None:
    assert document_of(fragment, media=Media.HTML).text == text


def test_to_document_keeps_a_page_that_says_one_short_sentence_and_nothing_else() -> None:
    page = "<html><head><title>Orlo</title></head><body><p>The ferry to Kesh sank today.</p></body></html>"
    assert document_of(page, media=Media.HTML).text == "The ferry to Kesh sank today."
    menu = "<html><body><ul><li>Home</li><li>News</li><li>Sport</li></ul></body></html>"
    assert reason_of(menu, media=Media.HTML) is Reason.EMPTY_EXTRACTION


def test_to_document_counts_words_of_scripts_without_spaces() -> None:
    said = "部长表示大桥将于五月开通，三名工人受伤。"
    page = f"<html><body><article><p>{said}</p></article></body></html>"
    assert document_of(page, media=Media.HTML, options=DocumentOptions(any_language=True)).text == said


def test_to_document_reads_a_page_that_a_frame_bears() -> None:
    report = f"&lt;p&gt;{REPORT}&lt;/p&gt;" * 2
    found = document_of(f"<html><body><iframe srcdoc='{report}'></iframe></body></html>", media=Media.HTML)
    assert found.text == f"{REPORT}\n\n{REPORT}"


def test_to_document_reads_an_article_whatever_its_wrapping_is_called() -> None:
    found = document_of(
        PAGE.replace("<article>", "<div class='post-comments-on'>").replace("</article>", "</div>"),
        media=Media.HTML,
    )
    assert REPORT in found.text
    assert "2029" not in found.text


def test_to_document_leaves_out_references_to_notes() -> None:
    noted = PAGE.replace("said on Monday.", "said on Monday.<sup><a href='#note-1'>[1]</a></sup> So it did.")
    assert f"{REPORT} So it did." in document_of(noted, media=Media.HTML).text
