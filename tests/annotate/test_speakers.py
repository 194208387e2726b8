"""Who "she" and "it" are, of those who have spoken and those who are named."""

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
