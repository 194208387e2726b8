"""Unseen marks inside words of pages: those that spelling needs stay, those that hide words go."""

import pytest

from sayso.documents import DocumentOptions, to_document
from sayso.documents.joiners import hidden, shown
from sayso.model import Document, Media, RawItem

PERSIAN = (
    "نیروهای شورشی روز دوشنبه به روستای اورلو حمله کردند و می\u200cگویند که ده نفر کشته شده\u200cاند. "
    "خانه\u200cها آتش گرفتند و مردم از روستا می\u200cروند."
)
HINDI = "ओर्लो के पास सोमवार को हुए हमले में दस लोग मारे गए, क्\u200dष अक्षर वाले गाँव के मुखिया ने बताया और घर जल गए।"
EMOJI = (
    "Rebels posted \U0001f468\u200d\U0001f469\u200d\U0001f467 under the words that they had taken the bridge."
)


def text_of(words: str) -> str:
    page = f"<html><head><title>Orlo</title></head><body><article><p>{words}</p></article></body></html>"
    item = RawItem(origin="orlo.html", media=Media.HTML, content=page)
    document = to_document(item, options=DocumentOptions(any_language=True))
    assert isinstance(document, Document)
    return document.text


@pytest.mark.parametrize("words", [PERSIAN, HINDI, EMOJI], ids=["Persian", "Hindi", "emoji"])
def test_a_page_keeps_the_joiners_of_its_spelling(words: str) -> None:
    assert text_of(words) == words


@pytest.mark.parametrize("reference", ["&zwnj;", "&#8204;", "&#x200C;", "&#x0200c;"])
def test_a_page_keeps_joiners_that_are_written_as_references(reference: str) -> None:
    assert text_of(PERSIAN.replace("\u200c", reference)) == PERSIAN


def test_marks_that_hide_a_word_are_dropped() -> None:
    words = "Rebels at\u200ctacked the market of Orlo on Monday, killing\u200d nine people and wounding four."
    assert text_of(words) == words.replace("\u200c", "").replace("\u200d", "")


def test_a_joiner_at_the_edge_of_a_word_is_dropped() -> None:
    assert text_of(PERSIAN.replace(" روز", "\u200c روز")) == PERSIAN


def test_a_page_that_has_the_letters_of_the_stand_ins_keeps_them() -> None:
    words = "The stone of Orlo, which reads \ua7f7\ua7fb, was broken by shells on Monday, the museum said."
    assert text_of(words) == words


def test_the_title_has_its_joiners_too() -> None:
    head = "<head><title>خانه\u200cها در اورلو</title></head>"
    page = f"<html>{head}<body><article><p>{PERSIAN}</p></article></body></html>"
    document = to_document(
        RawItem(origin="orlo.html", media=Media.HTML, content=page),
        options=DocumentOptions(any_language=True),
    )
    assert isinstance(document, Document)
    assert document.title == "خانه\u200cها در اورلو"


def test_markup_without_joiners_is_left_as_it_is() -> None:
    markup = "<p>Shells fell on Orlo &amp; Kesh.</p>"
    assert hidden(markup) == markup
    assert shown(hidden(f"<p>{PERSIAN}</p>")) == f"<p>{PERSIAN}</p>"
