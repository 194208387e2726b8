import pytest

from sayso.annotate.events.nature import as_nobodys
from sayso.model import Argument, Event, EventType, Reading, Span
from tests.factory import document


def type_told(text: str, actor: str, trigger: str) -> EventType:
    """Of which type an attack by some words of a text is told to be."""
    pins = (Span(text.index(words), text.index(words) + len(words)) for words in (actor, trigger))
    party, pin = pins
    event = Event(trigger=pin, type=EventType.ASSAULT, actors=(Argument(span=party),))
    return as_nobodys(event, Reading(document=document(text))).type


@pytest.mark.parametrize(
    ("text", "actor", "trigger"),
    [
        ("Storm Ana killed nine in Kesh.", "Storm Ana", "killed"),
        ("Lightning struck a church.", "Lightning", "struck"),
        ("A huge fire destroyed the market.", "A huge fire", "destroyed"),
        ("Heavy monsoon rains killed four.", "Heavy monsoon rains", "killed"),
        ("A heart attack killed him.", "A heart", "heart attack"),
    ],
)
def test_as_nobodys_makes_no_attack_of_what_nature_does(text: str, actor: str, trigger: str):
    assert type_told(text, actor, trigger) is EventType.OTHER


@pytest.mark.parametrize(
    ("text", "actor", "trigger"),
    [
        ("Rebel fire killed nine.", "Rebel fire", "killed"),
        ("The Storm Brigade's men killed nine.", "men", "killed"),
        ("Rebels attacked during a storm.", "Rebels", "attacked"),
    ],
)
def test_as_nobodys_leaves_people_their_attacks(text: str, actor: str, trigger: str):
    assert type_told(text, actor, trigger) is EventType.ASSAULT
