"""Lists and logs: what one item says of a place, a day or the dead is not said of another's happening."""

from sayso.model import Argument, Event, EventType, Span, items_in, within_item

BULLETS = """SITUATION REPORT
- Orlo: shells hit the grain market.
- Tamsin: a drone was shot down.
- Port Veld: the harbour is shut.

The next report follows on Friday."""
LOG = """Our live coverage of the river war.

07:40 Police say that a drone has hit Orlo.

It was the second this week.

09:15 The army says that two men died in Tamsin yesterday.

10:30 Mortar bombs have landed in Port Veld."""


def test_items_in_finds_bullets_up_to_the_end_of_their_paragraph():
    assert [item.of(BULLETS)[:7] for item in items_in(BULLETS)] == ["- Orlo:", "- Tamsi", "- Port "]
    assert items_in(BULLETS)[-1].of(BULLETS).endswith("is shut.")


def test_items_in_lets_an_entry_of_a_log_go_on_to_the_next():
    first, second, _ = items_in(LOG)
    assert "second this week" in first.of(LOG)
    assert second.of(LOG).startswith("09:15")


def test_items_in_takes_two_dashes_for_no_list():
    assert items_in("- Who goes there? asked Wim Tolk.\n- A friend, said Ada Brenn.") == ()


def test_items_in_takes_numbered_chapters_for_one_story():
    chapter = "The shells fell on the grain market at noon, while traders were carrying sacks. " * 3
    assert items_in("\n".join(f"{number}. {chapter}" for number in range(1, 5))) == ()


def test_within_item_takes_no_place_or_day_from_another_item():
    event = Event(
        trigger=_span(LOG, "landed"),
        type=EventType.ASSAULT,
        places=(Argument(span=_span(LOG, "Tamsin")), Argument(span=_span(LOG, "Port Veld"))),
        date="2031-05-02",
        date_span=_span(LOG, "yesterday"),
    )
    own = within_item(event, items_in(LOG), LOG)
    assert [place.span.of(LOG) for place in own.places] == ["Port Veld"]
    assert own.date is None


def test_within_item_keeps_what_stands_above_the_list():
    event = Event(
        trigger=_span(LOG, "hit"),
        type=EventType.ASSAULT,
        places=(Argument(span=_span(LOG, "river")),),
        date="2031-05-03",
        date_span=_span(LOG, "live"),
    )
    assert within_item(event, items_in(LOG), LOG) == event


def test_within_item_leaves_an_item_without_a_name_the_place_named_above_it():
    event = Event(
        trigger=_span(LOG, "died"),
        type=EventType.ASSAULT,
        places=(Argument(span=_span(LOG, "army")), Argument(span=_span(LOG, "Orlo"))),
    )
    assert within_item(event, items_in(LOG), LOG).places == event.places


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
