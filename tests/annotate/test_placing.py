"""Where it happened: places told apart, and those beside them."""

from dataclasses import replace

import pytest

from sayso.annotate.events.placing import placed
from sayso.model import Argument, Attribution, Event, EventType, Form, Mention, MentionKind, Reading, Span
from tests import factory

NAMES = ("Orlo", "Kesh", "Dunmar", "Velmaria", "Tarvo")


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def _read(
    text: str,
    *places: str,
    actor: str = "",
    source: str = "",
    trigger: str = "raid",
    type_: EventType = EventType.ASSAULT,
) -> Reading:
    """A reading of one event, which happened at these words; every place name of the text is known."""
    named = sorted(_span(text, name) for name in NAMES if name in text)
    event = Event(
        trigger=_span(text, trigger),
        type=type_,
        actors=tuple(Argument(span=_span(text, words)) for words in [actor] if words),
        places=tuple(Argument(span=_span(text, place)) for place in places),
    )
    said = [
        Attribution(
            source=_span(text, source), who=source, cue=None, content=event.trigger, form=Form.INDIRECT
        )
        for _ in [source]
        if source
    ]
    return replace(
        factory.reading(text),
        mentions=tuple(Mention(span=span, kind=MentionKind.PLACE) for span in named),
        attributions=tuple(said),
        events=(event,),
    )


def _places(reading: Reading) -> list[str]:
    (event,) = placed(reading).events
    return [place.span.of(reading.text) for place in event.places]


@pytest.mark.parametrize(
    ("text", "told", "places"),
    [
        ("A raid on Orlo, Kesh and Dunmar.", ["Kesh"], ["Kesh", "Orlo", "Dunmar"]),
        ("A raid hit Orlo, in northern Velmaria.", ["Orlo"], ["Orlo", "Velmaria"]),
        ("A raid hit Orlo (Velmaria).", ["Orlo"], ["Orlo", "Velmaria"]),
        ("ORLO: a raid on Kesh, Velmaria, on Friday.", ["Kesh"], ["Kesh", "Velmaria"]),
        ("A raid on Orlo. Kesh was quiet.", ["Orlo"], ["Orlo"]),
        ("A raid on Orlo from Kesh.", ["Orlo"], ["Orlo"]),
        ("A raid in Orlo in Velmaria.", ["Velmaria"], ["Velmaria"]),
    ],
)
def test_placed_adds_the_places_listed_beside_one_and_those_that_it_lies_in(text, told, places):
    assert _places(_read(text, *told)) == places


@pytest.mark.parametrize(
    ("text", "place", "places"),
    [
        ("A raid on Orlo and the Dunmar valley.", "Orlo and the Dunmar valley", ["Orlo", "Dunmar valley"]),
        ("A raid at the border between Orlo and Kesh.", "border between Orlo and Kesh", None),
        ("A raid in the Orlo area of Kesh.", "Orlo area of Kesh", None),
    ],
)
def test_placed_parts_a_list_of_places_but_not_one_place_that_names_two(text, place, places):
    assert _places(_read(text, place)) == (places or [place])


def test_placed_takes_nobody_who_acts_or_speaks_there_for_a_place():
    text = "A raid hit Orlo, Velmaria said."
    assert _places(_read(text, "Orlo", source="Velmaria")) == ["Orlo"]
    text = "A raid hit Orlo and Kesh answered."
    assert _places(_read(text, "Orlo", actor="Kesh")) == ["Orlo"]


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "places"),
    [
        ("Men from Orlo fought the raid.", "raid", EventType.ASSAULT, []),
        ("The raid was 10 km from the Orlo.", "raid", EventType.ASSAULT, []),
        ("The ambassador to Orlo resigned.", "resigned", EventType.RETREAT, []),
        ("A raid on the road from Orlo to Kesh.", "raid", EventType.ASSAULT, ["Orlo"]),
        ("Troops withdrew from Orlo.", "withdrew", EventType.RETREAT, ["Orlo"]),
        ("Boys were kidnapped from northern Orlo.", "kidnapped", EventType.ASSAULT, ["Orlo"]),
    ],
)
def test_placed_leaves_out_where_somebody_or_something_is_only_from(text, trigger, type_, places):
    assert _places(_read(text, "Orlo", trigger=trigger, type_=type_)) == places


def test_placed_leaves_a_place_listed_beside_one_to_the_event_that_befell_it():
    reading = _read("A raid hit Orlo and Kesh fell.", "Orlo")
    (raid,) = reading.events
    hit = (Argument(span=_span(reading.text, "Kesh")),)
    fell = replace(raid, trigger=_span(reading.text, "fell"), places=(), recipients=hit)
    found = placed(replace(reading, events=(raid, fell)))
    assert [len(event.places) for event in found.events] == [1, 0]
    found = placed(replace(reading, events=(replace(raid, recipients=hit), fell)))
    assert [len(event.places) for event in found.events] == [2, 0]


def test_placed_names_a_place_between_others_by_those():
    assert _places(_read("A raid between Orlo and Kesh.", "between Orlo", "Kesh")) == ["Orlo", "Kesh"]


def test_placed_leaves_what_happened_nowhere_as_it_is():
    reading = _read("A raid was planned in Orlo.")
    assert placed(reading) == reading


def test_a_list_without_end_adds_a_few_places():
    text = "A raid on " + ", ".join(f"Orlo{number}" for number in range(2000)) + "."
    names = [Span(at, text.index(",", at) if "," in text[at:] else len(text) - 1) for at in _begins(text)]
    event = Event(trigger=_span(text, "raid"), type=EventType.ASSAULT, places=(Argument(span=names[0]),))
    mentions = tuple(Mention(span=span, kind=MentionKind.PLACE) for span in names)
    reading = replace(factory.reading(text), mentions=mentions, events=(event,))
    assert len(placed(reading).events[0].places) == 20


def _begins(text: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith("Orlo", at)]
