"""What is passed on whole under its author's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.attributions.posts import posted
from sayso.model import Attribution, Form, Span

SAID = "A convoy was ambushed near Sarin, four soldiers killed."


def told(text: str) -> list[tuple[str | None, str]]:
    return [(one.source and one.source.of(text), one.content.of(text)) for one in posted(text, ())]


@pytest.mark.parametrize(
    ("above", "author"),
    [
        ("@OrloPress: ", "@OrloPress"),
        ("RT @OrloPress: ", "@OrloPress"),
        ("@OrloPress - ", "@OrloPress"),
        ("Orlo Press @orlopress · May 9\n", "Orlo Press"),
        ("Orlo Press (@orlopress): ", "Orlo Press"),
        ("Forwarded from Orlo Press\n", "Orlo Press"),
        ("Orlo Press [Telegram]\n", "Orlo Press"),
        ("Orlo Press [Telegram]\nForwarded from Orlo Press:\n", "Orlo Press"),
    ],
)
def test_a_post_is_its_authors(above: str, author: str):
    assert told(above + SAID) == [(author, SAID)]


@pytest.mark.parametrize(
    "above", ["By Ana Brisk @brisk\n", "Ana Brisk @brisk\n", "Follow us @orlo for more.\n", "Kesh @orlo was "]
)
def test_bylines_and_names_within_a_sentence_begin_no_post(above: str):
    assert told(above + SAID) == []


def test_a_report_that_opens_with_its_author_is_all_of_it_one_post():
    assert told(f"@orlo: {SAID}\n\nThe road is cut.") == [("@orlo", f"{SAID}\n\nThe road is cut.")]


def test_within_a_report_a_post_ends_with_its_paragraph_or_at_the_next():
    text = f"The town is calm.\n\n@orlo: {SAID}\n@kesh: It was taken at dawn.\n\nThe army was silent."
    assert told(text) == [("@orlo", SAID), ("@kesh", "It was taken at dawn.")]


@pytest.mark.parametrize("line", ["Source: Ministry of Health", "[Source: Ministry of Health]"])
def test_what_a_source_line_closes_is_that_sources(line: str):
    listed = f"Last week.\n\n{SAID}\n{line}\n\nA mill was burned down.\n{line}"
    assert told(listed) == [
        ("Ministry of Health", SAID),
        ("Ministry of Health", "A mill was burned down."),
    ]
    assert told(f"{SAID}\n\n{line}") == [("Ministry of Health", SAID)]


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID}\n\nThe army was silent.\n\nSource: VNA",
        f"{SAID}\n\nSource: https://orlo.example/a",
        "A map of Orlo\nSource: VNA",
    ],
)
def test_credits_under_whole_articles_maps_and_addresses_say_nothing(text: str):
    assert told(text) == []


def test_what_was_found_said_by_a_posts_author_is_the_post():
    text = f"@orlo: {SAID}"
    cut = Attribution(source=Span(0, 5), who=None, cue=None, content=Span(7, 20), form=Form.DIRECT)
    assert [one.content.of(text) for one in posted(text, [cut])] == [SAID]


@given(st.text(alphabet=st.sampled_from("@abc: \n·killed(Source)"), max_size=120))
def test_posts_lie_in_the_text(text: str):
    assert all(one.content.end <= len(text) and one.source is not None for one in posted(text, ()))
