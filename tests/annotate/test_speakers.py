"""Who "she" and "it" are, of those who have spoken and those who are named."""

from dataclasses import replace

from sayso.annotate.attributions.speakers import named
from sayso.model import Attribution, Form, Mention, MentionKind, Span


def who(
    text: str, *said: tuple[str, str], bodies: tuple[str, ...] = (), people: tuple[str, ...] = ()
) -> list[str | None]:
    mentions = [Mention(span=where(text, name), kind=MentionKind.ORGANISATION) for name in bodies]
    mentions += [Mention(span=where(text, name), kind=MentionKind.PERSON) for name in people]
    drafts = [
        Attribution(
            source=where(text, source), who=None, cue=None, content=where(text, content), form=Form.INDIRECT
        )
        for source, content in said
    ]
    return named(text, drafts, mentions=mentions, offices=())


def where(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_she_is_nobodys_brother():
    text = "A nurse said three died. Her brother said four were shot. The barn burned, she says."
    told = ("A nurse", "three died"), ("Her brother", "four were shot"), ("she", "The barn burned")
    assert who(text, *told) == ["A nurse", "Her brother", "A nurse"]


def test_it_may_be_the_body_that_the_report_begins_with():
    text = "Radio Orlo has aired footage it says shows a raid."
    assert who(text, ("it", "shows a raid"), bodies=("Radio Orlo",)) == ["Radio Orlo"]


def test_whoever_answers_is_the_only_person_named_before_the_talk():
    talk = "Q: Who fired?\nAnswer: They did."
    told = ("Q", "Who fired?"), ("Answer", "They did.")
    one, two = f"We met Ana Brisk.\n{talk}", f"We met Ana Brisk and Ivo Sand.\n{talk}"
    assert who(one, *told, people=("Ana Brisk",)) == ["Q", "Ana Brisk"]
    assert who(two, *told, people=("Ana Brisk", "Ivo Sand")) == ["Q", "Answer"]


def test_the_group_is_the_body_whose_short_form_stands_in_brackets():
    text = "The Front of Osk (FO) said four fell. The group said five fled."
    told = ("The Front of Osk (FO)", "four fell"), ("The group", "five fled")
    assert who(text, *told, bodies=("Front of Osk",)) == ["The Front of Osk", "The Front of Osk"]


def test_he_is_whoever_quotes_and_not_whoever_is_quoted():
    text = "Governor Kess, quoting Colonel Brak, said forty fell. They fled, he said."
    told = ("Governor Kess", "forty fell"), ("Colonel Brak", "forty fell"), ("he", "They fled")
    drafts = [
        Attribution(
            source=where(text, source), who=None, cue=None, content=where(text, content), form=Form.INDIRECT
        )
        for source, content in told
    ]
    drafts[1] = replace(drafts[1], parent=0)
    mentions = [Mention(span=where(text, name), kind=MentionKind.PERSON) for name in ("Kess", "Brak")]
    assert named(text, drafts, mentions=mentions, offices=())[2] == "Governor Kess"


def test_who_is_named_once_for_two_verbs_is_known_by_that_name_for_both():
    text = "The envoy, Ana Brisk, denied it and said two fled."
    denied = Attribution(
        source=where(text, "The envoy"),
        who=None,
        cue=where(text, "denied"),
        content=where(text, "it"),
        form=Form.INDIRECT,
    )
    told = replace(denied, cue=where(text, "said"), content=where(text, "two fled"))
    mentions = [Mention(span=where(text, "Ana Brisk"), kind=MentionKind.PERSON)]
    assert named(text, [denied, told], mentions=mentions, offices=()) == ["Ana Brisk", "Ana Brisk"]


def test_whoever_is_named_behind_their_office_is_known_by_name():
    text = "Two fled, said their lawyer, Ana Brisk."
    told = Attribution(
        source=where(text, "their lawyer"),
        who=None,
        cue=where(text, "said"),
        content=where(text, "Two fled"),
        form=Form.INDIRECT,
    )
    mentions = [Mention(span=where(text, "Ana Brisk"), kind=MentionKind.PERSON)]
    assert named(text, [told], mentions=mentions, offices=()) == ["Ana Brisk"]
    assert who(
        "Two fled, said the guard, and Ana Brisk hid.", ("the guard", "Two fled"), people=("Ana Brisk",)
    ) == ["the guard"]


def test_a_name_in_brackets_alone_is_a_name():
    assert who("Four fell (FO) said.", ("(FO)", "Four fell")) == ["(FO)"]
