from sayso.evaluation.dumb import read_dumbly
from sayso.model import Effect, EventType, MentionKind
from tests.factory import document


def read(text: str, **known: object):
    return read_dumbly(document(text, **known)), text


def test_events_are_verbs_of_a_list_between_two_names():
    reading, text = read("Rebels from Orlo shelled Varn on May 4, 2031.")
    (event,) = reading.events
    assert (event.type, event.trigger.of(text)) == (EventType.ASSAULT, "shelled")
    assert [argument.span.of(text) for argument in event.actors + event.recipients] == ["Orlo", "Varn"]


def test_attributions_are_quotation_marks_and_said():
    reading, text = read('Ines Varga said that Orlo was lost. "We will not leave it," the sign read.')
    contents = {each.content.of(text): each.who for each in reading.attributions}
    assert contents == {"Orlo was lost": "Ines Varga", '"We will not leave it,"': None}


def test_tolls_are_numbers_beside_what_hurt():
    reading, text = read("Three soldiers were killed and 1,200 people injured.")
    assert [(toll.effect, toll.low, toll.span.of(text)) for toll in reading.tolls] == [
        (Effect.KILLED, 3, "Three"),
        (Effect.INJURED, 1200, "1,200"),
    ]


def test_times_are_dates_in_full_and_today():
    reading, _ = read("On 4 May 2031, in 2029 and today.", published="2031-05-06")
    assert [time.value for time in reading.times] == ["2031-05-04", "2031-05-06", "2029"]


def test_names_are_runs_of_capitals():
    reading, text = read("Yesterday Ines Varga met the OSG in Orlo.")
    assert [(each.span.of(text), each.kind) for each in reading.mentions][1:] == [
        ("OSG", MentionKind.ORGANISATION),
        ("Orlo.", MentionKind.PLACE),
    ]
