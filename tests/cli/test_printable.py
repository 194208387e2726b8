import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.printable import printable, spaced


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("two\n lines\tand  gaps", "two lines and gaps"),
        ("\x1b[2Jgone", "<U+001B>[2Jgone"),
        ("abc\u202ecba", "abc<U+202E>cba"),
        ("new\u2028line", "new line"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),
        ("nul\x00l", "nul<U+0000>l"),
    ],
)
def test_printable_keeps_words_and_spells_out_what_could_move_the_cursor(text: str, shown: str):
    assert printable(text) == shown


@given(st.text())
def test_printable_is_one_line_without_controls(text: str):
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)


@given(st.lists(st.text(), max_size=4))
def test_spaced_pieces_join_to_what_printable_makes_of_the_whole(pieces: list[str]):
    joined = "".join(map(spaced, pieces))
    assert " ".join(joined.split()) == printable("".join(pieces))
