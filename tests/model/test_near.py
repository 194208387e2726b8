"""What stands at a place, without asking everything."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Near, Span

PLACES = st.tuples(st.integers(0, 900), st.integers(1, 500))


@given(st.lists(PLACES), PLACES)
def test_near_gives_what_touches_a_place_in_the_order_in_which_it_came(
    places: list[tuple[int, int]], place: tuple[int, int]
):
    spans, asked = [Span(at, at + size) for at, size in places], Span(place[0], sum(place))
    expected = [number for number, span in enumerate(spans) if span.overlaps(asked)]
    assert Near((span, number) for number, span in enumerate(spans)).touching(asked) == expected
