from itertools import product

from ftfy.badness import badness
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.canonical import canonical, encoded_twice, unscrambled, without_surrogates
from sayso.model import Repair

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)
QUOTE = "“It’s over,” said the mayor of Vésk — “no café is open.”"
SOUND = "It’s over, said the mayor of Vésk — no café is open."
SCRAMBLED = SOUND.encode().decode("cp1252")


@given(ANY_TEXT)
def test_canonical_text_has_no_nul_and_no_surrogate(text: str) -> None:
    stored = canonical(text).text
    assert "\x00" not in stored
    assert "\r\n" not in stored or "\r\r\n" in text.replace("\x00", "")
    stored.encode("utf-8")


@given(st.text(st.characters(exclude_characters="\x00\r\ufeff", exclude_categories=("Cs",))))
def test_canonical_changes_nothing_else(text: str) -> None:
    assert canonical(text).text == text
    assert canonical(text).repairs == ()


@given(ANY_TEXT)
def test_without_surrogates_keeps_the_length_but_for_pairs(text: str) -> None:
    clean, lone = without_surrogates(text)
    assert clean.count("\ufffd") - text.count("\ufffd") == lone


def test_canonical_counts_each_kind_of_repair() -> None:
    stored = canonical("\ufeffOne\x00 shell.\r\nTwo\x00 \udc80 shells.\r\n")
    assert stored.text == "One shell.\nTwo \ufffd shells.\n"
    assert set(stored.repairs) == {
        Repair(kind="byte-order mark", count=1),
        Repair(kind="NUL", count=2),
        Repair(kind="CRLF", count=2),
        Repair(kind="lone surrogate", count=1),
    }


def test_canonical_joins_a_surrogate_pair() -> None:
    assert canonical("\ud83d\ude00").text == "\U0001f600"


def test_canonical_keeps_and_flags_what_may_mislead() -> None:
    text = "Orlo\u202e fell\x1b[31m\rtoday  \n\n\n e\u0301"
    stored = canonical(text)
    assert stored.text == text
    assert stored.flags == ("control-characters", "bidi-controls")


def test_encoded_twice_undoes_a_wrong_decoding_of_the_whole() -> None:
    assert encoded_twice(SCRAMBLED) == SOUND


def test_encoded_twice_leaves_a_report_that_quotes_mojibake() -> None:
    assert encoded_twice(f"The notice read “{SCRAMBLED}”, the mayor said.") is None


def test_encoded_twice_leaves_sound_text() -> None:
    assert encoded_twice(QUOTE) is None
    assert encoded_twice("Nothing odd here.") is None


def test_marks_of_sound_print_alone_never_look_scrambled() -> None:
    """Texts that hold no others outside ASCII are not judged at all."""
    assert not any(badness("".join(some)) for some in product("aZ9 .\n\xa0‘’“”–—…", repeat=4))


def test_unscrambled_repairs_lines_without_touching_quotation_marks_or_forms() -> None:
    sound = "“It’s ﬁne,” she said e\u0301."
    fixed = unscrambled(f"{sound}\n\nThe cafÃ© in VÃ©sk closed.")
    assert fixed.text == f"{sound}\n\nThe café in Vésk closed."
    assert fixed.repairs == (Repair(kind="mojibake", count=1),)


def test_encoded_twice_knows_cyrillic_in_which_utf_8_was_mistaken_for_windows_1251() -> None:
    text = "Мэр Орло сообщил, что дорога на Кесп закрыта."
    assert encoded_twice(text.encode().decode("sloppy-windows-1251")) == text
