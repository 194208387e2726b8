from dataclasses import replace

from sayso.evaluation.extracted.names import Name, conll_names_in, re3d_names_in, score
from sayso.model import (
    Argument,
    Attribution,
    Effect,
    Entity,
    EntityKind,
    Event,
    EventType,
    Form,
    Group,
    Mention,
    MentionKind,
    Qualifier,
    Span,
    Toll,
)
from tests.factory import reading

TEXT = "Coast Front men, as he said, launched rockets at Orlo."
READING = replace(
    reading(TEXT),
    mentions=(
        Mention(span=Span(0, 15), kind=MentionKind.ARMED_ACTOR),
        Mention(span=Span(38, 45), kind=MentionKind.WEAPON),
        Mention(span=Span(49, 53), kind=MentionKind.PLACE),
    ),
    attributions=(
        Attribution(source=Span(20, 22), who=None, cue=None, content=Span(29, 53), form=Form.INDIRECT),
    ),
)

GOLD = [Name(Span(0, 4), "PER"), Name(Span(6, 10), "ORG"), Name(Span(12, 15), "MISC")]


def test_names_count_by_words_and_label():
    given = {Name(Span(0, 4), "PER"), Name(Span(6, 10), "LOC"), Name(Span(13, 15), "MISC")}
    counts = score(GOLD, given)
    assert [counts[layer].right for layer in ("exact", "overlapping", "exact, whatever the label")] == [
        1,
        2,
        2,
    ]
    assert (counts["exact PER"].f1, counts["exact LOC"].given, counts["exact ORG"].gold) == (1, 1, 1)


def test_forces_are_organisations_and_weapons_no_names_to_conll():
    assert conll_names_in(READING) == {Name(Span(0, 15), "ORG"), Name(Span(49, 53), "LOC")}


def test_re3d_has_who_speaks_and_acts_as_well():
    assert re3d_names_in(READING) == {
        Name(Span(0, 15), "Organisation"),
        Name(Span(20, 22), "Person"),
        Name(Span(38, 45), "Weapon"),
        Name(Span(49, 53), "Location"),
    }


def test_re3d_has_the_numbers_of_tolls_and_where_it_happened():
    text = "At least two men were killed in the old port."
    toll = Toll(
        span=Span(0, 16),
        effect=Effect.KILLED,
        of=Group.PEOPLE,
        low=2,
        high=None,
        qualifier=Qualifier.AT_LEAST,
    )
    event = Event(
        trigger=Span(22, 28), type=EventType.ASSAULT, places=(Argument(span=Span(32, 44)),), tolls=(toll,)
    )
    assert re3d_names_in(replace(reading(text), events=(event,))) == {
        Name(Span(9, 12), "Quantity"),
        Name(Span(32, 44), "Location"),
    }


def test_re3d_has_the_country_that_a_body_s_name_tells():
    text = "The Bank of Peru and a Peruvian Guard in Chilean colours."
    bodies = [
        Entity(id=f"e-{at}", name=name, kind=EntityKind.ORGANISATION, country=country)
        for at, (name, country) in enumerate([("Bank of Peru", "PER"), ("Peruvian Guard", "PER")])
    ]
    mentions = [
        Mention(span=Span(4, 16), kind=MentionKind.ORGANISATION, entity="e-0"),
        Mention(span=Span(23, 56), kind=MentionKind.ARMED_ACTOR, entity="e-1"),
    ]
    given = re3d_names_in(replace(reading(text), mentions=tuple(mentions), entities=tuple(bodies)))
    assert {(name.span.of(text), name.label) for name in given} == {
        ("Bank of Peru", "Organisation"),
        ("Peru", "Location"),
        ("Peruvian Guard in Chilean colours", "Organisation"),
        ("Peruvian", "Nationality"),
    }
