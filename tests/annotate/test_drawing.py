"""What somebody says runs as far as their sentence says nothing else."""

import pytest

from sayso.annotate.attributions.drawing import drawn_out
from sayso.annotate.sentences import sentences_in
from sayso.model import Attribution, Form, Span


def where(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def said(text: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution(
        source=where(text, source),
        who=None,
        cue=where(text, cue),
        content=where(text, content),
        form=Form.INDIRECT,
    )


def drawn(text: str, *found: Attribution) -> list[str]:
    return [one.content.of(text) for one in drawn_out(text, found, sentences=list(sentences_in(text)))]


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        ("Orlo accused Velmar of the raid, killing nine.", "accused", "Velmar of the raid", True),
        ("Orlo said two fell and had been found.", "said", "two fell", True),
        ("Orlo said two fell, adding that one lived.", "said", "two fell", False),
        ("Orlo praised the men and left the hall.", "praised", "the men", False),
    ],
)
def test_a_content_goes_on_to_the_harm_done_and_to_a_second_verb(text, cue, content, whole):
    one = Attribution(
        source=where(text, "Orlo"),
        who=None,
        cue=where(text, cue),
        content=where(text, content),
        form=Form.INDIRECT,
    )
    (drawn,) = drawn_out(text, [one], sentences=list(sentences_in(text)))
    expected = text[one.content.start :].removesuffix(".") if whole else content
    assert drawn.content.of(text) == expected


def test_a_content_does_not_go_on_to_where_another_speaks():
    text = "Police said two fell and the mayor said three."
    police = Attribution(
        source=where(text, "Police"),
        who=None,
        cue=where(text, "said"),
        content=where(text, "two fell"),
        form=Form.INDIRECT,
    )
    mayor = Attribution(
        source=where(text, "the mayor"),
        who=None,
        cue=Span(text.rindex("said"), text.rindex("said") + 4),
        content=where(text, "three"),
        form=Form.INDIRECT,
    )
    assert drawn_out(text, [police, mayor], sentences=list(sentences_in(text)))[0] == police


@pytest.mark.parametrize("joint", [" while", ", but", ", where"])
def test_what_is_set_beside_anothers_words_is_not_ones_own(joint: str):
    text = f"Rebels say 40 fell in Veld{joint} the army puts it at nine."
    rebels = Attribution(
        source=where(text, "Rebels"),
        who=None,
        cue=where(text, "say"),
        content=where(text, f"40 fell in Veld{joint} the army puts it at nine"),
        form=Form.INDIRECT,
    )
    army = Attribution(
        source=where(text, "the army"),
        who=None,
        cue=where(text, "puts"),
        content=where(text, "it at nine"),
        form=Form.INDIRECT,
    )
    kept = drawn_out(text, [rebels, army], sentences=list(sentences_in(text)))
    assert [one.content.of(text) for one in kept] == ["40 fell in Veld", "it at nine"]


def test_what_leads_up_to_what_is_told_is_told_as_well():
    text = "Days after the truce, in heavy rain, thousands fled to Veld, the mission said."
    told = said(text, "the mission", "said", "thousands fled to Veld")
    assert drawn(text, told) == ["Days after the truce, in heavy rain, thousands fled to Veld"]


def test_of_what_is_told_on_both_sides_of_a_speaker_the_longer_run_comes_first():
    text = "The shelling of Parn, residents said, began at dawn and went on for hours."
    told = said(text, "residents", "said", "began at dawn and went on for hours")
    assert drawn(text, told) == ["began at dawn and went on for hours", "The shelling of Parn"]
    assert drawn_out(text, [told], sentences=list(sentences_in(text)))[1].cue is None


def test_what_tells_when_it_happened_is_told_by_the_same():
    text = "Four people, one a child, were killed, the mayor said, when a rocket hit a mill."
    told = said(text, "the mayor", "said", "Four people, one a child, were killed")
    assert drawn(text, told) == ["Four people, one a child, were killed", "when a rocket hit a mill"]
    briefed = "Four people were killed, the mayor said, while opening a mill."
    assert drawn(briefed, said(briefed, "the mayor", "said", "Four people were killed")) == [
        "Four people were killed"
    ]


def test_what_is_hardly_begun_before_a_speaker_is_told_behind():
    text = "They had, said Oro, executed two deserters."
    assert drawn(text, said(text, "Oro", "said", "They had")) == ["executed two deserters"]


def test_a_clause_goes_on_to_its_verb():
    text = "The state charged that the strike, crippled by frost, was a plot."
    told = said(text, "The state", "charged", "the strike")
    assert drawn(text, told) == ["the strike, crippled by frost, was a plot"]


def test_whoever_speaks_in_what_is_told_is_a_part_of_it():
    text = "According to the Post, Ana Oro, a judge, said the road was shut."
    post = said(text, "the Post", "According to", "said the road was shut")
    oro = said(text, "Ana Oro", "said", "the road was shut")
    assert drawn(text, post, oro)[0] == "Ana Oro, a judge, said the road was shut"


def test_what_another_says_before_a_but_is_not_told_by_whoever_comes_last():
    text = "Troops freed thirty men, officials said, but four were shot, according to two nurses."
    officials = said(text, "officials", "said", "Troops freed thirty men")
    nurses = said(text, "two nurses", "according to", text.split(", according")[0])
    assert drawn(text, officials, nurses) == ["Troops freed thirty men", "four were shot"]
