from dataclasses import replace

from hypothesis import given

import sayso
from sayso.claims import claims_in
from sayso.model import (
    Argument,
    Assertion,
    Attribution,
    ClaimKind,
    Effect,
    Entity,
    EntityKind,
    Event,
    EventType,
    Form,
    Group,
    Mention,
    MentionKind,
    Office,
    Qualifier,
    Reading,
    Span,
    Time,
    TimeType,
    Toll,
    claim_id,
)
from tests import factory
from tests.exports.strategies import readings

TEXT = "Police said rebels shelled Orlo, killing nine. Mayor Ana Vell fled. Two are missing since 2 May."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def toll(words: str, effect: Effect, **known: object) -> Toll:
    fields = {"of": Group.PEOPLE, "low": 2, "high": 2, "qualifier": Qualifier.EXACT}
    return Toll(span=at(words), effect=effect, **(fields | known))


def a_reading(**known: object) -> Reading:
    police = Attribution(
        source=at("Police"),
        who="Police",
        cue=at("said"),
        content=at("rebels shelled Orlo, killing nine"),
        form=Form.INDIRECT,
    )
    shelling = Event(
        trigger=at("shelled"),
        type=EventType.ASSAULT,
        actors=(Argument(span=at("rebels")),),
        places=(Argument(span=at("Orlo")),),
        date="2031-05-02",
        attribution=0,
        tolls=(toll("nine", Effect.KILLED, low=9, high=9, attribution=0),),
        confidence=0.75,
    )
    rebels = Entity(id="e1", name="rebels", kind=EntityKind.ARMED_ACTOR, country="ORL", sector="REB")
    layers = {
        "document": factory.document(TEXT),
        "sentences": (Span(0, 46), Span(47, 67), Span(68, 96)),
        "mentions": (Mention(span=at("rebels"), kind=MentionKind.ARMED_ACTOR, entity="e1"),),
        "times": (
            Time(
                span=at("2 May"),
                type=TimeType.DATE,
                value="2031-05-02",
                earliest="2031-05-02",
                latest="2031-05-02",
            ),
        ),
        "entities": (rebels,),
        "attributions": (police,),
        "events": (shelling,),
        "tolls": (toll("Two", Effect.MISSING),),
        "offices": (Office(person=at("Ana Vell"), title=at("Mayor"), of=None),),
    }
    return Reading(**(layers | known))


def test_claims_in_makes_one_claim_of_each_event_toll_and_office():
    kinds = [claim.kind for claim in claims_in(a_reading())]
    assert kinds == [ClaimKind.EVENT, ClaimKind.TOLL, ClaimKind.TOLL, ClaimKind.OFFICE]


def test_an_event_claim_says_who_did_what_to_whom_where_and_when():
    claim = next(claims_in(a_reading()))
    assert (claim.actors, claim.recipients, claim.places) == (("rebels",), (), ("Orlo",))
    assert (claim.type, claim.date, claim.confidence) == (EventType.ASSAULT, "2031-05-02", 0.75)
    assert claim.evidence.of(TEXT) == "shelled"
    assert claim.context.of(TEXT) == "Police said rebels shelled Orlo, killing nine."
    assert [voice.who for voice in claim.chain] == ["Police"]


def test_a_toll_claim_names_the_event_it_belongs_to():
    event, killed, missing, _ = claims_in(a_reading())
    assert (killed.event, missing.event) == (event.id, None)
    assert (killed.effect, killed.low, killed.high) == (Effect.KILLED, 9, 9)


def test_claims_in_leaves_the_chain_empty_when_nobody_is_quoted():
    *_, missing, office = claims_in(a_reading())
    assert missing.chain == office.chain == ()


def test_an_office_claim_gives_person_title_and_body():
    *_, office = claims_in(a_reading())
    assert (office.person, office.title, office.body) == ("Ana Vell", "Mayor", None)


def test_two_occurrences_named_by_one_verb_are_two_claims_whatever_their_order():
    here = a_reading().events[0]
    there = replace(here, places=(Argument(span=at("Vell")),), tolls=())
    one_way = {claim.id: claim.places for claim in claims_in(a_reading(events=(here, there)))}
    other_way = {claim.id: claim.places for claim in claims_in(a_reading(events=(there, here)))}
    assert one_way == other_way
    assert len(one_way) == 5


def test_the_same_event_twice_is_one_claim():
    event = a_reading().events[0]
    again = replace(event, confidence=0.5)
    assert list(claims_in(a_reading(events=(event, again)))) == list(claims_in(a_reading()))


def test_a_claim_keeps_its_id_when_a_later_reading_finds_another_place():
    moved = replace(a_reading().events[0], places=(Argument(span=at("Vell")),), confidence=0.5)
    assert next(claims_in(a_reading(events=(moved,)))).id == next(claims_in(a_reading())).id


@given(readings())
def test_claims_in_never_repeats_an_id_and_every_id_can_be_derived_again(reading):
    claims = list(claims_in(reading))
    ids = [claim.id for claim in claims]
    assert len(set(ids)) == len(ids)
    for claim in claims:
        assert claim.id in {claim_id(claim, nth=nth) for nth in range(len(claims))}


@given(readings())
def test_every_toll_of_an_event_names_an_event_claim(reading):
    claims = list(claims_in(reading))
    events = {claim.id for claim in claims if claim.kind is ClaimKind.EVENT}
    assert {claim.event for claim in claims} - {None} <= events


@given(readings())
def test_ids_do_not_depend_on_the_order_of_a_reading(reading):
    other = replace(reading, events=reading.events[::-1], tolls=reading.tolls[::-1])
    assert {claim.id for claim in claims_in(other)} == {claim.id for claim in claims_in(reading)}


def test_each_voice_that_tells_of_an_event_makes_a_claim_that_names_the_first():
    text = "Shells hit Orlo. The shelling killed nobody, the mayor said. The shelling stopped at noon."
    content = Span(17, 44)
    mayor = Attribution(
        source=Span(46, 55), who="the mayor", cue=Span(56, 60), content=content, form=Form.INDIRECT
    )
    shelling = [Span(at, at + 8) for at in (21, 66)]
    event = Event(trigger=Span(7, 10), also=tuple(shelling), type=EventType.ASSAULT)
    first, further = claims_in(replace(factory.reading(text), attributions=(mayor,), events=(event,)))
    assert (first.evidence.of(text), first.chain, first.event) == ("hit", (), None)
    assert (further.evidence, further.event) == (shelling[0], first.id)
    assert [voice.who for voice in further.chain] == ["the mayor"]


def blamed(first: str, second: str, *, by: str = "The minister", cue: str = "blamed") -> Reading:
    """A blast told in the outlet's words, with "the rebels" as its doer, and somebody who names them."""
    text = f"{first} {second}"
    said = Span(text.index("the rebels"), len(text) - 1)
    minister = Attribution(
        source=Span(text.index(by), text.index(by) + len(by)),
        who=by,
        cue=Span(text.index(cue), text.index(cue) + len(cue)),
        content=said,
        form=Form.INDIRECT,
    )
    doer = Argument(span=Span(said.start, said.start + len("the rebels")), entity="rebels")
    trigger = Span(text.index("blast"), text.index("blast") + 5)
    blast = Event(trigger=trigger, type=EventType.ASSAULT, actors=(doer,))
    sentences = (Span(0, len(first)), Span(len(first) + 1, len(text)))
    mention = Mention(span=doer.span, kind=MentionKind.ORGANISATION, entity="rebels")
    return replace(
        factory.reading(text),
        sentences=sentences,
        attributions=(minister,),
        events=(blast,),
        mentions=(mention,),
    )


def test_a_doer_whom_only_a_speaker_names_is_on_that_speakers_say_so():
    reading = blamed("A blast hit the mill.", "The minister blamed the rebels.")
    own, further = claims_in(reading)
    assert (own.chain, own.actors) == ((), ())
    assert ([voice.who for voice in further.chain], further.actors) == (["The minister"], ("the rebels",))
    assert (further.event, further.evidence) == (own.id, reading.events[0].actors[0].span)


def test_a_pronoun_takes_up_no_doer_who_is_named_only_further_on():
    own, further = claims_in(
        blamed("A blast hit the mill with its owner.", "The minister blamed the rebels.")
    )
    assert (own.actors, further.actors) == ((), ("the rebels",))


def test_whoever_names_the_doer_of_what_another_denies_denies_nothing():
    reading = blamed("There was no blast at the mill, he said.", "The minister blamed the rebels.")
    denied = replace(reading.events[0], assertion=Assertion.DENIED)
    (own,) = claims_in(replace(reading, events=(denied,)))
    assert own.chain == ()


def test_whoever_quotes_themselves_is_one_voice():
    text = 'Shells hit Orlo on Monday. "I counted six bodies," Yoren Talmick, a porter, said.'
    voices = {tuple(voice.who for voice in claim.chain) for claim in claims_in(sayso.read(text))}
    assert ("Yoren Talmick",) in voices
    assert not any("I" in chain for chain in voices)
