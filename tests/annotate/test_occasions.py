import pytest

from sayso.annotate.events.occasions import is_occasion


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("news conference", "on Monday"),
        ("press", "briefing in Kesh"),
        ("interview", "with a daily"),
        ("speaking", "to reporters after talks"),
        ("spoke", "to local journalists"),
    ],
)
def test_speaking_to_the_press_is_but_an_occasion(words: str, behind: str):
    assert is_occasion(words.split(), behind.lower().split())


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("conference", "on the dam"),
        ("speaking", "of the raid that journalists saw"),
        ("spoke", "to the envoy"),
        ("meeting", "reporters heard of"),
        ("press", "freedom"),
    ],
)
def test_talks_with_others_are_no_mere_occasion(words: str, behind: str):
    assert not is_occasion(words.split(), behind.split())
