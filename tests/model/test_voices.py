"""On whose say-so words stand."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Attribution, Event, EventType, Form, Span, Voices, triggers_by_voice

PLACES = st.tuples(st.integers(0, 900), st.integers(1, 500))


def said(start: int, end: int) -> Attribution:
    return Attribution(source=None, who=None, cue=None, content=Span(start, end), form=Form.INDIRECT)


@given(st.lists(PLACES), PLACES)
def test_the_innermost_voice_is_the_first_of_the_shortest_that_hold_the_words(
    places: list[tuple[int, int]], place: tuple[int, int]
):
    attributions = [said(at, at + size) for at, size in places]
    asked = Span(place[0], sum(place))
    holding = [at for at, one in enumerate(attributions) if one.content.holds(asked)]
    expected = min(holding, key=lambda at: len(attributions[at].content), default=None)
    assert Voices(attributions).innermost(asked) == expected


def test_what_nobody_is_quoted_for_stands_in_the_outlets_voice():
    assert Voices([said(0, 10)]).innermost(Span(8, 12)) is None


def test_the_triggers_of_an_event_are_told_by_voice_its_own_first():
    attributions = [said(0, 20), said(30, 60)]
    event = Event(
        trigger=Span(35, 40), also=(Span(5, 9), Span(50, 55)), type=EventType.ASSAULT, attribution=1
    )
    assert triggers_by_voice(event, Voices(attributions)) == {
        1: [Span(35, 40), Span(50, 55)],
        0: [Span(5, 9)],
    }
