"""Files that are one report."""

import builtins
import sys
from pathlib import Path

import pytest

from sayso.model import Declared, Media, RawItem, Reason, Refusal
from tests.sources.made import PAGE, items_of, summary

pdfium = pytest.importorskip("pypdfium2")
LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
    b"00" * 32,
    b"11" * 32,
)


def pdf(*pages: str) -> bytes:
    """A PDF with a line of text on each page, written by hand."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body = "%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    body += (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
        f"startxref\n{len(body)}\n%%EOF\n"
    )
    return body.encode()


def test_plain_text_comes_as_the_bytes_it_is(tmp_path: Path) -> None:
    content = "Десять человек погибли в Орло.".encode("cp1251")
    assert items_of(tmp_path, content, "a.txt") == [
        RawItem(origin=str(tmp_path / "a.txt"), media=Media.TEXT, content=content, declared=Declared())
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_in_wide_characters_is_text(tmp_path: Path, encoding: str) -> None:
    content = "Ten people died in Orlo, police said.".encode(encoding)
    (item,) = items_of(tmp_path, content)
    assert isinstance(item, RawItem)
    assert (item.media, item.content) == (Media.TEXT, content)


def test_a_page_is_html_whatever_its_name(tmp_path: Path) -> None:
    assert summary(items_of(tmp_path, PAGE, "a.txt")) == ["html"]


def test_a_pdf_gives_the_text_of_its_pages(tmp_path: Path) -> None:
    (item,) = items_of(tmp_path, pdf("Ten people died in Orlo.", "Nothing else happened."), "a.html")
    assert isinstance(item, RawItem)
    assert (item.media, item.content) == (Media.TEXT, "Ten people died in Orlo.\n\nNothing else happened.")


def test_a_pdf_without_text_is_refused(tmp_path: Path) -> None:
    assert summary(items_of(tmp_path, pdf(""))) == ["empty-extraction"]


def test_a_broken_pdf_is_refused(tmp_path: Path) -> None:
    assert summary(items_of(tmp_path, b"%PDF-1.7\nnonsense")) == ["malformed"]


@pytest.mark.parametrize("before", [b"HTTP/1.1 200 OK\r\n\r\n", b"\x01junk" * 100, b"\n" * 900])
def test_a_pdf_is_one_after_what_a_server_left_before_it(tmp_path: Path, before: bytes) -> None:
    (item,) = items_of(tmp_path, before + pdf("Ten people died in Orlo."))
    assert isinstance(item, RawItem)
    assert item.content == "Ten people died in Orlo."


def test_a_text_that_mentions_pdf_is_a_text(tmp_path: Path) -> None:
    (item,) = items_of(tmp_path, b"The file opens with %PDF-1.4 and no object; ten people died in Orlo.")
    assert isinstance(item, RawItem)


def test_a_pdf_that_is_locked_says_so(tmp_path: Path) -> None:
    locked = pdf("Ten people died.").replace(b"trailer\n<<", b"trailer\n<< " + LOCK)
    (refusal,) = items_of(tmp_path, locked)
    assert isinstance(refusal, Refusal)
    assert (refusal.reason, refusal.detail) == (Reason.UNREADABLE, "the PDF is locked with a password")


def test_a_pdf_without_the_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *args: object, **known: object) -> object:
        if name == "pypdfium2":
            raise ImportError(name)
        return real(name, *args, **known)  # type: ignore[arg-type]

    monkeypatch.delitem(sys.modules, "pypdfium2")
    monkeypatch.setattr(builtins, "__import__", without)
    (refusal,) = items_of(tmp_path, pdf("Ten people died."))
    assert isinstance(refusal, Refusal)
    assert str(refusal.reason) == "missing-extra"
    assert "sayso[pdf]" in refusal.detail


def test_a_word_that_a_pdf_breaks_at_a_line_s_end_is_whole(tmp_path: Path) -> None:
    content = pdf("Ten people were in-) Tj 0 -14 Td (jured near Orlo and the Tolva-) Tj 0 -14 Td (Kesp road.")
    (item,) = items_of(tmp_path, content, "given.pdf")
    assert isinstance(item, RawItem)
    assert "injured near Orlo" in str(item.content)
    assert "\ufffe" not in str(item.content)
