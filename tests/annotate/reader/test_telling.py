from dataclasses import replace

from sayso.annotate import sentences, times
from sayso.annotate.reader import telling
from sayso.model import Attribution, Effect, Form, Group, Mention, MentionKind, Qualifier, Span, Toll
from tests.annotate.reader.made import SURE, Given, scores
from tests.factory import reading

TEXT = "Ada Oro said Tervan shelled Old Kesh on May 3, killing nine people."
SHELLED = {("trigger", 4, 1): SURE, ("type", 4, 15): SURE}


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def before(**layers):
    read = sentences.ANNOTATOR.annotate([reading(TEXT, published="2021-06-01")])[0]
    return replace(times.ANNOTATOR.annotate([read])[0], **layers)


def toll(words: str = "nine people") -> Toll:
    return Toll(
        span=span(words), effect=Effect.KILLED, of=Group.PEOPLE, low=9, high=9, qualifier=Qualifier.EXACT
    )


def told(read, fills=None):
    made = scores(TEXT, tags=SHELLED, fills=fills or {})
    (annotated,) = telling.annotator(lambda: Given(made)).annotate([read])
    return annotated


def test_an_event_belongs_to_the_innermost_attribution_around_it():
    wide = Attribution(source=None, who=None, cue=None, content=Span(0, len(TEXT)), form=Form.INDIRECT)
    narrow = replace(wide, content=span("Tervan shelled Old Kesh"))
    (event,) = told(before(attributions=(wide, narrow))).events
    assert event.attribution == 1


def test_a_toll_goes_to_the_event_that_it_fills():
    filled = told(before(tolls=(toll(),)), {(4, 11, "toll"): SURE, (4, 12, "toll"): SURE})
    assert [len(event.tolls) for event in filled.events] == [1]
    assert filled.tolls == ()


def test_an_argument_grows_to_the_name_that_it_cuts_through():
    name = Mention(span=span("Old Kesh"), kind=MentionKind.PLACE)
    (event,) = told(before(mentions=(name,)), {(4, 6, "place"): SURE}).events
    assert [argument.span.of(TEXT) for argument in event.places] == ["Old Kesh"]


def test_no_argument_begins_within_a_time():
    (found,) = before().times
    clock = replace(found, span=span("said Tervan"))
    fills = {(4, 3, "actor"): SURE, (4, 6, "recipient"): SURE}
    (event,) = told(before(times=(clock,)), fills).events
    assert (event.actors, [one.span.of(TEXT) for one in event.recipients]) == ((), ["Kesh"])
    clock = replace(found, span=span("shelled Old"))
    fills = {(4, 5, "place"): SURE, (4, 6, "place"): SURE}
    (event,) = told(before(times=(clock,)), fills).events
    assert [one.span.of(TEXT) for one in event.places] == ["Kesh"]


def test_a_toll_goes_to_the_event_of_its_sentence():
    (event,) = told(before(tolls=(toll(),))).events
    assert [one.span.of(TEXT) for one in event.tolls] == ["nine people"]


def test_a_weapon_is_what_it_was_done_with_and_nobody_who_did_it():
    weapon = Mention(span=span("Tervan"), kind=MentionKind.WEAPON)
    (event,) = told(before(mentions=(weapon,)), {(4, 3, "actor"): SURE}).events
    assert (event.actors, [one.span.of(TEXT) for one in event.instruments]) == ((), ["Tervan"])
    maker = Mention(span=span("Ada Oro"), kind=MentionKind.NATIONALITY)
    fills = {(4, word, "actor"): SURE for word in range(4)}
    (event,) = told(before(mentions=(maker, weapon)), fills).events
    assert [one.span.of(TEXT) for one in event.actors] == ["Ada Oro said Tervan"]
