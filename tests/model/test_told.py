"""An event as each voice tells it."""

from dataclasses import replace

from sayso.model import Argument, Attribution, Event, EventType, Form, Span, Told
from tests import factory

TEXT = "The rebels shelled Orlo. The fire was theirs, he said. The fire went on for an hour."
SAID = {"ada": Span(0, 24), "ben": Span(25, 45)}


def told(*, second: str, parent: int | None = None) -> list[tuple[int | None, list[str], list[str]]]:
    """What each voice tells where Ada names the doers and `second` goes on about it."""
    attributions = (
        Attribution(source=None, who="Ada", cue=None, content=SAID["ada"], form=Form.INDIRECT),
        Attribution(
            source=None, who=second, cue=None, content=SAID["ben"], form=Form.INDIRECT, parent=parent
        ),
    )
    rebels = Argument(span=Span(0, 10))
    event = Event(
        trigger=Span(11, 18),
        also=(Span(29, 33), Span(59, 63)),
        type=EventType.ASSAULT,
        attribution=0,
        actors=(rebels,),
    )
    sentences = (Span(0, 24), Span(25, 54), Span(55, len(TEXT)))
    reading = replace(factory.reading(TEXT), sentences=sentences, attributions=attributions, events=(event,))
    return [
        (
            one.attribution,
            [span.of(TEXT) for span in (one.trigger, *one.also)],
            [actor.span.of(TEXT) for actor in one.actors],
        )
        for one in Told(reading).by_voice(event)
    ]


def test_each_voice_tells_in_its_own_words_and_takes_up_doers_by_pronoun():
    assert told(second="Ben") == [
        (0, ["shelled"], ["The rebels"]),
        (1, ["fire"], ["The rebels"]),
        (None, ["fire"], []),
    ]


def test_a_voice_has_only_the_targets_it_names_unless_it_names_none():
    text = "Jets hit a launcher, the army said. The raid hit a tent, he said. A raid was heard."
    said = {"the army": Span(0, 19), "he": Span(36, 55)}
    attributions = tuple(
        Attribution(source=None, who=who, cue=None, content=content, form=Form.INDIRECT)
        for who, content in said.items()
    )
    event = Event(
        trigger=_span(text, "hit a launcher"),
        also=(_span(text, "raid"), _span(text, "raid was")),
        type=EventType.ASSAULT,
        attribution=0,
        recipients=(Argument(span=_span(text, "a launcher")), Argument(span=_span(text, "a tent"))),
    )
    reading = replace(factory.reading(text), attributions=attributions, events=(event,))
    assert [[target.span.of(text) for target in one.recipients] for one in Told(reading).by_voice(event)] == [
        ["a launcher"],
        ["a tent"],
        ["a launcher", "a tent"],
    ]


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_a_doer_named_once_by_a_speaker_is_named_in_all_that_he_is_quoted_for():
    assert (1, ["fire"], ["The rebels"]) in told(second="Ada")


def test_whoever_is_quoted_by_a_speaker_may_mean_the_doer_whom_that_speaker_named():
    assert (1, ["fire"], ["The rebels"]) in told(second="Ben", parent=0)
