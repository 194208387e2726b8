"""Talks that are printed line by line: each turn is its speaker's."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.annotate.attributions.turns import with_turns
from sayso.model import Attribution, Form, Mention, MentionKind, Span


def where(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def turns(text: str, *people: str, found: tuple[Attribution, ...] = ()) -> list[tuple[str | None, str]]:
    mentions = [Mention(span=where(text, name), kind=MentionKind.PERSON) for name in people]
    told = with_turns(text, found, mentions=mentions)
    return [(one.source.of(text) if one.source else None, one.content.of(text)) for one in told]


def test_a_turn_runs_to_the_next_speakers_label():
    text = "Q: Who fired?\nA: We did.\n\nThey fired first.\nQ: When?"
    assert turns(text) == [("Q", "Who fired?"), ("A", "We did.\n\nThey fired first."), ("Q", "When?")]


def test_offices_and_names_of_people_are_labels():
    text = "Spokesman: A mine went off.\nReporter: Where?\nIvo Sand: At the gate."
    assert [source for source, _ in turns(text, "Ivo Sand")] == ["Spokesman", "Reporter", "Ivo Sand"]


def test_a_label_names_its_speaker_up_to_a_comma():
    text = "Governor of Halin, by phone, 07:10: Nine drones fell over the region last night."
    assert turns(text) == [("Governor of Halin", "Nine drones fell over the region last night.")]


def test_headings_and_lists_are_no_talk():
    assert turns("Access: two lorries reached Orlo.\nFood: none was left.") == []
    assert turns("The crew of the ferry\nCaptain: Ivo Sand") == []
    assert turns("Captain: Ivo Sand") == []


def test_a_report_may_open_with_a_sort_of_people_and_what_they_say():
    assert turns("HOSPITAL: TWELVE DEAD AFTER STRIKE\n\nPlanes came at noon.") == [
        ("HOSPITAL", "TWELVE DEAD AFTER STRIKE")
    ]
    assert turns("Police: 5 killed\nArmy: 3 killed") == []


def test_a_town_in_capitals_before_a_report_is_no_speaker():
    town = "KESH: Nine died on Sunday. The mayor said so."
    assert turns(town, "KESH") == []
    assert turns("OCHA: Nine died on Sunday.", "OCHA") == [("OCHA", "Nine died on Sunday.")]


def test_where_a_speaker_is_heard_is_no_part_of_their_name():
    text = "Mayor Sand on Telegram: The bridge is open to cars again."
    assert turns(text) == [("Mayor Sand", "The bridge is open to cars again.")]


def test_what_was_found_said_under_a_speakers_own_label_is_the_turn():
    text = "Mayor: The army left.\nReporter: Why? The union says it was made to."
    mayor, union = where(text, "Mayor"), where(text, "The union")
    cut = Attribution(source=mayor, who=None, cue=None, content=where(text, "The army"), form=Form.DIRECT)
    inner = Attribution(
        source=union, who=None, cue=where(text, "says"), content=where(text, "it was"), form=Form.INDIRECT
    )
    assert turns(text, found=(cut, inner)) == [
        ("The union", "it was"),
        ("Mayor", "The army left."),
        ("Reporter", "Why? The union says it was made to."),
    ]


@given(st.text(alphabet=st.sampled_from("QA: \nMayor.,07"), max_size=80))
def test_turns_lie_apart_in_the_text(text: str):
    told = with_turns(text, (), mentions=())
    assert all(one.content.end <= other.content.start for one, other in pairwise(told))
    assert all(one.content.of(text).strip() for one in told)


def test_one_name_before_a_headline_is_no_speaker_unless_we_speak() -> None:
    headline = "Tarn: 14 killed in market bombing\n\nA bomber blew himself up in Velm on Friday."
    assert not sayso.read(headline, published="2033-05-06").attributions


def test_whoever_said_something_is_no_label():
    assert turns('Captain Sand, who was hurt, said: "We had no choice. They came at night."', "Sand") == []


def test_a_label_may_open_with_a_quotation_mark_and_end_in_a_bracket():
    text = '"REPORTER: Who fired?\n"IVO SAND (minister): They did.'
    assert turns(text, "IVO SAND") == [("REPORTER", "Who fired?"), ("IVO SAND", "They did.")]


def test_whoever_is_not_identified_speaks_under_a_label_too():
    text = "HOST: Who fired?\nUNIDENTIFIED PERSON #1: (Through interpreter) They did."
    assert [source for source, _ in turns(text, "HOST")] == ["HOST", "UNIDENTIFIED PERSON #1"]
