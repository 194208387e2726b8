import time

import pytest

from sayso.documents.decode import decoded

ENGLISH = "“We counted four shells,” the mayor of Orlo said – “and nobody’s hurt.” The café stayed open."
RUSSIAN = "Министерство обороны сообщило, что двое военных ранены при обстреле посёлка Орло. " * 3
GREEK = "Το υπουργείο ανακοίνωσε ότι δύο στρατιώτες τραυματίστηκαν κοντά στο χωριό. " * 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_decoded_believes_a_byte_order_mark(encoding: str) -> None:
    found = decoded(RUSSIAN.encode(encoding))
    assert found is not None
    assert found.text.removeprefix("\ufeff") == RUSSIAN
    assert not found.guessed


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, GREEK], ids=["english", "russian", "greek"])
def test_decoded_tells_wide_encodings_by_their_nuls(encoding: str, text: str) -> None:
    found = decoded(text.encode(encoding))
    assert found is not None
    assert found.text == text
    assert found.guessed


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (GREEK, "windows-1253"),
        (ENGLISH, "windows-1252"),
        (ENGLISH, "mac-roman"),
    ],
)
def test_decoded_guesses_legacy_encodings_and_says_so(text: str, encoding: str) -> None:
    found = decoded(text.encode(encoding))
    assert found is not None
    assert found.text == text
    assert found.guessed


def test_decoded_takes_a_declared_charset_for_bytes_that_are_not_utf8() -> None:
    found = decoded(RUSSIAN.encode("windows-1251"), charset="windows-1251")
    assert found is not None
    assert (found.text, found.guessed) == (RUSSIAN, False)


def test_decoded_reads_the_charset_that_a_page_declares() -> None:
    html = f'<html><head><meta charset="koi8-r"></head><body>{RUSSIAN}</body></html>'
    found = decoded(html.encode("koi8-r"))
    assert found is not None
    assert (found.text, found.guessed) == (html, False)


@pytest.mark.parametrize(
    "charset", ["latin-1", "windows-1251", "nonsense", "unicode_escape", "", "rot13", "zip"]
)
def test_decoded_prefers_valid_utf8_to_any_declaration(charset: str) -> None:
    found = decoded(ENGLISH.encode(), charset=charset)
    assert found is not None
    assert found.text == ENGLISH


def test_decoded_reads_latin1_as_browsers_do() -> None:
    found = decoded(ENGLISH.encode("windows-1252"), charset="iso-8859-1")
    assert found is not None
    assert found.text == ENGLISH


def test_decoded_keeps_utf8_that_is_cut_off_inside_a_character() -> None:
    found = decoded(RUSSIAN.strip(". ").encode()[:-1])
    assert found is not None
    assert found.lost == 1
    assert found.text.startswith(RUSSIAN[:100])


def test_decoded_keeps_ascii_with_stray_nuls_as_ascii() -> None:
    found = decoded(b"Shells fell on Orlo\x00 and on Vesk\x00 on Monday.")
    assert found is not None
    assert found.encoding == "utf-8"


@pytest.mark.parametrize(("other", "encoding"), [(ENGLISH, "cp1252"), (RUSSIAN, "cp1251")])
def test_decoded_reads_a_file_put_together_from_several_encodings(other: str, encoding: str) -> None:
    lines = ["“Ten people died”, the café’s owner said.", other, "“Nine people died”, the café’s owner said."]
    content = lines[0].encode() + b"\n" + other.encode(encoding) + b"\n" + lines[2].encode()
    found = decoded(content)
    assert found is not None
    assert (found.text, found.guessed, found.lost) == ("\n".join(lines), True, 0)


def test_decoded_gives_up_on_bytes_that_spell_nothing() -> None:
    picture = bytes(range(256)) * 40
    assert decoded(b"\x89PNG\r\n\x1a\n" + picture) is None


def test_a_long_line_with_high_bytes_at_its_ends_is_decoded_in_an_instant() -> None:
    content = b"\xff" + b"x" * 2_000_000 + b"\x81\x8d"
    since = time.process_time()
    decoded(content)
    assert time.process_time() - since < 5


@pytest.mark.parametrize("charset", ["zip", "rot13", "base64"])
def test_decoded_passes_over_a_charset_that_is_a_codec_of_no_text(charset: str) -> None:
    found = decoded(RUSSIAN.encode("windows-1251"), charset=charset)
    assert found is not None
    assert found.text == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "windows-1251"), (RUSSIAN, "koi8-r"), (GREEK, "cp1253")]
)
def test_decoded_does_not_believe_that_another_script_is_latin_1(text: str, encoding: str) -> None:
    html = "<p class='report'>" * 20 + text
    found = decoded(html.encode(encoding), charset="iso-8859-1")
    assert found is not None
    assert found.text == html
    assert found.guessed


def test_decoded_reads_the_charset_of_the_page_not_of_its_scripts_or_comments() -> None:
    html = (
        "<!doctype html><!-- <meta charset=koi8-r> --><script src=a charset=greek></script>"
        f"<!-- {'-' * 9_000} --><meta charset=windows-1251><p>{RUSSIAN}"
    )
    found = decoded(html.encode("windows-1251"))
    assert found is not None
    assert (found.text, found.guessed) == (html, False)


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xef\xbb\xbf", "windows-1251"), (b"\xff\xfe", "utf-8"), (b"\xfe\xff", "utf-8")]
)
def test_decoded_does_not_believe_a_mark_before_bytes_of_another_encoding(mark: bytes, encoding: str) -> None:
    found = decoded(mark + RUSSIAN.encode(encoding))
    assert found is not None
    assert (found.text, found.guessed) == (RUSSIAN, True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("昨日オルロで九人が死亡したと市長が述べた。", "iso2022_jp"),
        ("시장은 오를로에서 아홉 명이 숨졌다고 말했다.", "iso2022_kr"),
    ],
)
@pytest.mark.parametrize("charset", [None, "iso-8859-1"])
def test_decoded_knows_letters_spelt_in_seven_bits(text: str, encoding: str, charset: str | None) -> None:
    found = decoded(text.encode(encoding), charset=charset)
    assert found is not None
    assert (found.text, found.guessed) == (text, True)


def test_decoded_joins_what_java_writes_as_utf_8() -> None:
    content = (ENGLISH + " ").encode() + "\ud83d\ude00".encode("utf-8", "surrogatepass") + b"\xc0\x80"
    found = decoded(content)
    assert found is not None
    assert (found.text, found.lost, found.encoding) == (f"{ENGLISH} 😀\x00", 0, "utf-8")


def test_decoded_keeps_utf_8_around_one_spoilt_place() -> None:
    found = decoded(ENGLISH.encode() * 2 + b"\xed\xa0\x80\xed\xa0\x80 " + ENGLISH.encode())
    assert found is not None
    assert (found.encoding, found.text.count(ENGLISH)) == ("utf-8", 3)
    assert found.lost


@pytest.mark.parametrize("declared", [None, "windows-1251", "iso-8859-1"])
@pytest.mark.parametrize(
    "text",
    [
        "در سپیده‌دم یکشنبه، توپخانه به بازار مرو شلیک کرد و چند نفر زخمی شدند.",
        "قصفت المدفعية سوق مرو فجر الأحد وأصيب عدة أشخاص.",
        "На рассвете артиллерия обстреляла рынок в Мерве, ранены трое.",
    ],
)
def test_decoded_keeps_spoilt_utf_8_whatever_it_is_declared_as(text: str, declared: str | None) -> None:
    content = text.encode().replace(b" ", b" \x93", 1) + b"\xa0"
    found = decoded(content, charset=declared)
    assert found is not None
    assert (found.encoding, found.lost) == ("utf-8", 2)
    assert found.text.replace("\ufffd", "") == text
