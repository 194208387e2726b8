"""Mailboxes."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import RawItem
from tests.sources.made import gz, items_of, summary


def letter(number: int, body: str = "Ten people died in Orlo.", *, end: str = "\n") -> bytes:
    lines = [
        f"From bor@vesk.test Mon Feb  3 23:30:0{number % 10} 2031",
        "From: Bor Telak <bor@vesk.test>",
        "To: desk@vesk.test",
        f"Subject: Strike {number}",
        f"Message-ID: <{number}@vesk.test>",
        "",
        *body.split("\n"),
        "",
        "",
    ]
    return end.join(lines).encode()


def texts(items: list[object]) -> list[str]:
    return [item.content.decode().strip() for item in items if isinstance(item, RawItem)]  # type: ignore[union-attr]


def test_mailbox_gives_each_letter_with_its_number_and_id(tmp_path: Path):
    items = items_of(tmp_path, b"".join(map(letter, range(300))))
    assert [item.part for item in items] == [str(number) for number in range(1, 301)]
    assert isinstance(items[299], RawItem)
    assert (items[299].declared.title, items[299].declared.external_id) == ("Strike 299", "<299@vesk.test>")


def test_mailbox_with_windows_line_ends_packed_by_gzip(tmp_path: Path):
    items = items_of(tmp_path, gz(letter(1, end="\r\n") + letter(2, end="\r\n")))
    assert texts(items) == ["Ten people died in Orlo."] * 2


def test_mailbox_of_one_letter_and_no_end(tmp_path: Path):
    assert texts(items_of(tmp_path, letter(1).rstrip())) == ["Ten people died in Orlo."]


def test_mailbox_keeps_lines_of_a_letter_that_look_like_its_borders(tmp_path: Path):
    body = (
        "From Orlo we hear this.\n\nFrom Orlo we hear more.\nAnd:\n\n>From here it was quoted.\n>>From there."
    )
    (item,) = items_of(tmp_path, letter(1, body))
    assert texts([item]) == [body.replace(">From", "From").replace(">From", ">From", 1)]


def test_mailbox_refuses_a_letter_that_is_too_long_or_empty_and_reads_its_neighbours(tmp_path: Path):
    long = letter(2, "Ten people died in Orlo. " * 400 + "\n" + "x\n" * 4000)
    items = items_of(tmp_path, letter(1) + long + letter(3, "") + letter(4), max_bytes=4_000)
    assert summary(items) == ["text", "too-large", "empty", "text"]
    assert [item.part for item in items] == ["1", "2", "3", "4"]


def test_text_that_opens_with_from_is_no_mailbox(tmp_path: Path):
    text = b"From our correspondent in Orlo\n\nTen people died: the mayor said so.\n"
    (item,) = items_of(tmp_path, text)
    assert isinstance(item, RawItem)
    assert item.content == text


@given(
    st.lists(
        st.sampled_from([b"From a 1:23\n", b"From: a\n", b"\n", b"x\n", b"\r\n", b"To: b\n"]), max_size=40
    )
)
def test_mailbox_loses_no_letter_whatever_lies_between(tmp_path_factory, between: list[bytes]):
    folder = tmp_path_factory.mktemp("box")
    items = items_of(folder, letter(1) + b"".join(between) + b"\n" + letter(2))
    ids = [item.declared.external_id for item in items if isinstance(item, RawItem)]
    assert {"<1@vesk.test>", "<2@vesk.test>"} <= set(ids)


def test_mailbox_knows_a_dated_postmark_without_a_blank_line_before_it(tmp_path: Path):
    box = letter(1).rstrip(b"\n") + b"\n" + letter(2)
    assert len(texts(items_of(tmp_path, box))) == 2
