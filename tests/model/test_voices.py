"""On whose say-so words stand."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Attribution, Form, Span, Voices

PLACES = st.tuples(st.integers(0, 900), st.integers(1, 500))


def said(start: int, end: int, parent: int | None = None) -> Attribution:
    return Attribution(
        source=None, who=None, cue=None, content=Span(start, end), form=Form.INDIRECT, parent=parent
    )


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


def test_of_two_who_say_the_same_words_the_quoted_one_is_the_innermost():
    assert Voices([said(0, 10), said(0, 10, parent=0)]).innermost(Span(2, 6)) == 1
    assert Voices([said(0, 10, parent=1), said(0, 10)]).innermost(Span(2, 6)) == 0


def test_voices_whose_parents_lead_back_into_themselves_are_told_apart_by_their_order():
    assert Voices([said(0, 10, parent=1), said(0, 10, parent=0)]).innermost(Span(2, 6)) == 0
