"""Letters."""

import io
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Media, PublishedFrom, RawItem
from sayso.sources.formats.mail import items_in_mail
from sayso.sources.options import SourceOptions
from sayso.sources.refused import Refused
from sayso.sources.stream import Source, buffered
from tests.sources.made import PaperWeb, items_of, summary


def letter(**headers: str) -> EmailMessage:
    message = EmailMessage()
    known = {
        "From": "Бор Телак <bor@vesk.test>",
        "To": "desk@vesk.test",
        "Subject": "Strike in Orlø",
        "Date": "Mon, 03 Feb 2031 23:30:00 -0500",
        "Message-ID": "<1@vesk.test>",
    }
    for name, value in (known | headers).items():
        message[name] = value
    return message


def test_mail_gives_the_plain_text_with_what_the_header_says(tmp_path: Path) -> None:
    message = letter()
    message.set_content("Ten people died in Orlø.\n", charset="iso-8859-1")
    message.add_alternative("<p>Ten people died.</p>", subtype="html")
    message.add_attachment("secret", filename="notes.txt")
    (item,) = items_of(tmp_path, message.as_bytes(), "letter")
    assert isinstance(item, RawItem)
    assert (item.media, item.charset) == (Media.TEXT, "iso-8859-1")
    assert isinstance(item.content, bytes)
    assert item.content.decode("iso-8859-1").strip() == "Ten people died in Orlø."
    known = item.declared
    assert (known.title, known.byline) == ("Strike in Orlø", "Бор Телак <bor@vesk.test>")
    assert (known.published, known.published_from) == ("2031-02-03T23:30:00-05:00", PublishedFrom.GIVEN)
    assert known.external_id == "<1@vesk.test>"


def test_a_page_saved_with_its_pictures_keeps_its_address(tmp_path: Path) -> None:
    saved = (
        b'MIME-Version: 1.0\r\nSubject: Bus\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\nContent-Location: https://orlo.test/bus\r\n\r\n"
        b"<p>Ten people died in Orlo.</p>\r\n--b\r\nContent-Type: text/css\r\n\r\np {}\r\n--b--\r\n"
    )
    (item,) = items_of(tmp_path, saved, "bus.mhtml")
    assert isinstance(item, RawItem)
    assert (item.media, item.declared.url, item.declared.title) == (
        Media.HTML,
        "https://orlo.test/bus",
        "Bus",
    )


def test_mail_gives_the_page_where_there_is_no_plain_text(tmp_path: Path) -> None:
    message = letter()
    message.set_content("<p>Ten people died.</p>", subtype="html")
    assert summary(items_of(tmp_path, message.as_bytes())) == ["html"]


@pytest.mark.parametrize("body", ["", "  \n"])
def test_mail_without_text_is_empty(tmp_path: Path, body: str) -> None:
    message = letter()
    message.set_content(body)
    assert summary(items_of(tmp_path, message.as_bytes())) == ["empty"]


def test_mail_nested_beyond_measure_is_told(tmp_path: Path) -> None:
    head = b"From: a@vesk.test\nSubject: x\nDate: x\n"
    deep = head + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5000)
    )
    assert summary(items_of(tmp_path, deep, max_bytes=1 << 20))[0] in {"malformed", "empty"}


def test_mail_keeps_a_header_that_cannot_be_decoded(tmp_path: Path) -> None:
    raw = b"From: a@vesk.test\nTo: b@vesk.test\nSubject: =?no-such-set?b?AAAA?= x\n\nTen people died.\n"
    (item,) = items_of(tmp_path, raw)
    assert isinstance(item, RawItem)
    assert item.declared.title is not None
    assert "no-such-set" in item.declared.title


HEAD = b"From: bor@vesk.test\nTo: desk@vesk.test\nSubject: Strike\n"
PLAIN = b"Content-Type: text/plain; charset=utf-8\n\n"


@pytest.mark.parametrize(
    "rest",
    [
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
        + PLAIN
        + b" \n--b\n"
        + PLAIN
        + b"Ten died.\n--b--\n",
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
        + PLAIN
        + b"\xc2\xa0\n--b\nContent-Type: text/html\n\n"
        b"Ten died.\n--b--\n",
        b'Content-Type: multipart/mixed; boundary="c"\n\nTen died.\n',
        b"Content-Type: multipart/mixed\n\n--b\n" + PLAIN + b"Ten died.\n--b--\n",
        b"Content-Type: text/markdown\n\nTen died.\n",
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: message/rfc822\n\n'
        + HEAD
        + PLAIN
        + b"Ten died.\n--b--\n",
    ],
    ids=["blank first", "blank beside HTML", "other boundary", "no boundary", "markdown", "forwarded"],
)
def test_words_that_a_mail_program_shows_are_read(tmp_path: Path, rest: bytes) -> None:
    (item,) = items_of(tmp_path, HEAD + rest, "letter.eml")
    assert isinstance(item, RawItem)
    assert b"Ten died." in (item.content if isinstance(item.content, bytes) else item.content.encode())


def test_an_appointment_is_no_text(tmp_path: Path) -> None:
    content = HEAD + b"Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n"
    assert summary(items_of(tmp_path, content, "letter.eml")) == ["empty"]


@given(
    st.lists(
        st.sampled_from([b"Content-Type: ", b"multipart/mixed; boundary=b", b"\n", b"--b", b"=?utf-8?b?"])
        | st.binary(max_size=20)
    )
)
def test_mail_raises_nothing_but_refusals(pieces: list[bytes]) -> None:
    stream = buffered(io.BytesIO(b"From: a\nSubject: " + b"".join(pieces)))
    source = Source(origin="letter", stream=stream)
    try:
        items = list(items_in_mail(source, options=SourceOptions(), web=PaperWeb({})))  # type: ignore[arg-type]
    except Refused:
        return
    assert len(items) == 1


NUMBERED = (
    "From: bor@vesk.test\nTo: desk@vesk.test\nSubject: Letter {}\nDate: Mon, 0{} Feb 2031 09:00:00 +0000\n"
)


def parts(kind: str, *each: str, boundary: str = "b") -> str:
    body = "".join(f"--{boundary}\n{part}\n" for part in each)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n{body}--{boundary}--\n'


def plain(text: str, more: str = "") -> str:
    return f"Content-Type: text/plain; charset=utf-8\n{more}\n{text}"


def test_letters_that_a_letter_encloses_are_items_of_their_own(tmp_path: Path) -> None:
    enclosed = [
        f"Content-Type: message/rfc822\n\n{NUMBERED.format(n, n)}\n{n} people died in Orlo.\n" for n in (4, 5)
    ]
    content = NUMBERED.format(1, 1) + parts("mixed", plain("See below."), *enclosed)
    items = [item for item in items_of(tmp_path, content.encode(), "a.eml") if isinstance(item, RawItem)]
    assert [(item.part, item.declared.title, (item.declared.published or "")[:10]) for item in items] == [
        (None, "Letter 1", "2031-02-01"),
        ("1", "Letter 4", "2031-02-04"),
        ("2", "Letter 5", "2031-02-05"),
    ]
    assert b"4 people died" in bytes(items[1].content)  # type: ignore[arg-type]


def test_each_letter_of_a_digest_is_read(tmp_path: Path) -> None:
    digest = parts("digest", *(f"\n{NUMBERED.format(n, n)}\n{n} people died.\n" for n in (2, 3, 4)))
    items = items_of(tmp_path, (NUMBERED.format(1, 1) + digest).encode(), "a.eml")
    assert [item.part for item in items] == ["1", "2", "3"]


def test_plain_parts_around_a_picture_are_one_text(tmp_path: Path) -> None:
    picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA"
    content = NUMBERED.format(1, 1) + parts(
        "mixed", plain("Ten died in Orlø."), picture, plain("Kesp is calm.")
    )
    (item,) = items_of(tmp_path, content.encode(), "a.eml")
    assert isinstance(item, RawItem)
    assert item.content == "Ten died in Orlø.\n\nKesp is calm.".encode()


def test_a_page_is_read_where_the_plain_part_only_points_to_it(tmp_path: Path) -> None:
    page = f"Content-Type: text/html\n\n<html><body><p>{'Ten people died in Orlo. ' * 20}</p></body></html>"
    content = NUMBERED.format(1, 1) + parts("alternative", plain("This letter is in HTML."), page)
    (item,) = items_of(tmp_path, content.encode(), "a.eml")
    assert isinstance(item, RawItem)
    assert item.media is Media.HTML


def test_an_attached_text_is_read_where_there_is_no_other(tmp_path: Path) -> None:
    attached = plain("Ten died in Orlo.", "Content-Disposition: attachment; filename=a.txt\n")
    (alone,) = items_of(tmp_path, (NUMBERED.format(1, 1) + parts("mixed", attached)).encode(), "a.eml")
    (beside,) = items_of(
        tmp_path, (NUMBERED.format(1, 1) + parts("mixed", attached, plain("Kesp is calm."))).encode(), "a.eml"
    )
    assert isinstance(alone, RawItem)
    assert isinstance(beside, RawItem)
    assert (alone.content, beside.content) == (b"Ten died in Orlo.", b"Kesp is calm.")


def test_a_subject_in_bare_utf_8_is_read(tmp_path: Path) -> None:
    content = "From: a@vesk.test\nTo: b@vesk.test\nSubject: Обстрел\n в Орло\n\nTen died.\n"
    (item,) = items_of(tmp_path, content.encode(), "a.eml")
    assert isinstance(item, RawItem)
    assert item.declared.title == "Обстрел в Орло"


def test_a_letter_of_apple_s_mail_is_read_without_what_surrounds_it(tmp_path: Path) -> None:
    content = f"{NUMBERED.format(1, 1)}\nTen died in Orlo.\n".encode()
    kept = b"%d\n" % len(content) + content + b"<?xml version='1.0'?><plist><dict/></plist>"
    (item,) = items_of(tmp_path, kept, "1.emlx")
    assert isinstance(item, RawItem)
    assert (item.content, item.declared.title) == (b"Ten died in Orlo.\n", "Letter 1")


def test_mail_leaves_out_what_signs_a_letter(tmp_path: Path) -> None:
    message = letter()
    message.set_content(
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nTen people died in Orlo.\n- -- so they said\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAd\n-----END PGP SIGNATURE-----\n"
    )
    (item,) = items_of(tmp_path, message.as_bytes(), "letter")
    assert item.content == b"Ten people died in Orlo.\n-- so they said\n"


def test_mail_leaves_out_the_name_below_a_letter(tmp_path: Path) -> None:
    message = letter()
    message.set_content("Ten people died -- or nine.\n\n-- \nBor Telak\nVesk\n")
    (item,) = items_of(tmp_path, message.as_bytes(), "letter")
    assert item.content == b"Ten people died -- or nine.\n\n"
