import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate import sentences
from sayso.annotate.events.triggers import hints_in
from sayso.model import EventType
from tests.factory import reading


def hints(text: str) -> list[tuple[str, EventType]]:
    (split,) = sentences.ANNOTATOR.annotate([reading(text)])
    return [(span.of(text), type_) for span, type_ in hints_in(split)]


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Rebels attacked the bridge.", "attacked", EventType.ASSAULT),
        ("REBELS ATTACKED THE BRIDGE.", "ATTACKED", EventType.ASSAULT),
        ("A car bomb explosion shook Orlo.", "car bomb explosion", EventType.ASSAULT),
        ("Gunmen opened fire at the gate.", "opened fire", EventType.ASSAULT),
        ("Police arrested a teacher.", "arrested", EventType.COERCE),
        ("The two sides signed the accord.", "signed", EventType.AGREE),
        ("The ministers held talks in Orlo.", "talks", EventType.CONSULT),
        ("The army deployed tanks.", "deployed", EventType.MOBILIZE),
        ("Miners went on strike.", "went on strike", EventType.PROTEST),
        ("Dock workers extended the strike over pay.", "strike", EventType.PROTEST),
        ("The governor resigned.", "resigned", EventType.RETREAT),
        ("The mayor offered his condolences.", "condolences", EventType.SUPPORT),
    ],
)
def test_triggers_name_what_happened(text: str, trigger: str, type_: EventType):
    assert (trigger, type_) in hints(text)


@pytest.mark.parametrize(
    "text",
    [
        "An attack helicopter stood in the yard.",
        "Shell Oil Co opened an office.",
        "The factory was fired by coal.",
        "They met no one's charge of the state.",
        "The Fighting Falcons won the match.",
    ],
)
def test_no_trigger_is_a_word_that_only_looks_like_one(text: str):
    assert EventType.ASSAULT not in {type_ for _, type_ in hints(text)}


@given(st.text(alphabet=st.sampled_from('aA ,."\n attacked the talks by of killed strike')))
def test_triggers_never_raise_and_point_into_the_text(text: str):
    assert all(words.strip() for words, _ in hints(text))
