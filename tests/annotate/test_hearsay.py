"""Reports and rumours that nobody is named for, and who dismisses them."""

import pytest

import sayso
from sayso.annotate.attributions.hearsay import with_hearsay
from sayso.annotate.sentences import sentences_in
from sayso.model import Assertion, Attribution, Form, Span


def where(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def heard(text: str, *found: Attribution) -> list[tuple[str | None, str | None, str]]:
    told = with_hearsay(text, found, sentences=list(sentences_in(text)))
    return [
        (one.source and one.source.of(text), one.cue and one.cue.of(text), one.content.of(text))
        for one in told
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("There are reports of shelling near Sarin.", "reports", "shelling near Sarin"),
        ("Rumours of a raid on Kesh by rebels spread.", "Rumours", "a raid on Kesh by rebels spread"),
        ("Allegations about torture are old.", "Allegations", "torture"),
        ("It is also noted that two tanks burned.", "is also noted", "two tanks burned"),
        ("It has been alleged that the lorries held arms.", "has been alleged", "the lorries held arms"),
    ],
)
def test_reports_of_a_happening_are_said_by_nobody_who_is_named(text: str, cue: str, content: str):
    assert heard(text) == [(None, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The army's claims of a raid were loud.",
        "He repeated his claims of torture.",
        "She filed two reports of great length.",
    ],
)
def test_what_somebodys_claims_are_or_what_is_no_happening_is_no_hearsay(text: str):
    assert heard(text) == []


def test_what_somebody_was_found_to_say_is_no_hearsay():
    text = "Police confirmed reports of shelling."
    police = Attribution(
        source=where(text, "Police"),
        who=None,
        cue=where(text, "confirmed reports"),
        content=where(text, "shelling"),
        form=Form.INDIRECT,
    )
    assert heard(text, police) == [("Police", "confirmed reports", "shelling")]


def test_whoever_dismisses_hearsay_denies_it():
    text = "Reports of a massacre in Temra were flatly dismissed as lies by the army."
    assert heard(text) == [
        (None, "Reports", "a massacre in Temra"),
        ("the army", "dismissed", "a massacre in Temra"),
    ]
    reading = sayso.read(text, published="2031-05-10")
    told = {
        (reading.attributions[one.attribution].who, one.assertion)
        for one in reading.events
        if one.attribution is not None
    }
    assert told == {(None, Assertion.HAPPENED), ("the army", Assertion.DENIED)}
