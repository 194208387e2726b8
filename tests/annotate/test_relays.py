"""Whoever passes on what another says, and who said it first."""

from dataclasses import replace

import pytest

import sayso
from sayso.annotate.attributions.relays import relayed
from sayso.annotate.sentences import sentences_in
from sayso.claims import claims_in
from sayso.model import Attribution, Form, Span


def where(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def said(text: str, source: str, cue: str, content: str) -> Attribution:
    spans = where(text, source), where(text, cue), where(text, content)
    return Attribution(source=spans[0], who=None, cue=spans[1], content=spans[2], form=Form.INDIRECT)


def voices(text: str, *found: Attribution) -> set[tuple[str, str, str]]:
    told = relayed(text, found, mentions=(), sentences=list(sentences_in(text)))
    return {
        (one.source.of(text), one.cue.of(text), one.content.of(text))
        for one in told
        if one.source and one.cue
    }


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Local radio said, citing police, that two guards died.", "police", "citing"),
        ("Local radio, which cited the army, said that two guards died.", "the army", "which cited"),
        ("Local radio, quoting the army, said that two guards died.", "the army", "quoting"),
        (
            "Local radio said, in a note carried by the state agency, that two guards died.",
            "the state agency",
            "carried by",
        ),
        (
            "Local radio, cited by the state agency, said that two guards died.",
            "the state agency",
            "cited by",
        ),
    ],
)
def test_who_quotes_and_who_is_quoted_say_the_same(text: str, source: str, cue: str):
    found = said(text, "Local radio", "said", "two guards died")
    others = voices(text, found) - {("Local radio", "said", "two guards died")}
    assert others == {(source, cue, "two guards died")}


def test_who_quotes_is_not_the_one_quoted():
    text = "State television, quoting the ministry, put the toll at ten."
    misheard = said(text, "State television", "quoting", "put the toll at ten")
    put = said(text, "State television", "put", "the toll at ten")
    assert voices(text, misheard, put) == {
        ("State television", "put", "the toll at ten"),
        ("the ministry", "quoting", "the toll at ten"),
    }
    assert voices(text, misheard) == {("the ministry", "quoting", "put the toll at ten")}


def test_whoever_was_quoted_said_it_by_whomever():
    by_media = "The president was quoted by state media as saying that six men died."
    media = said(by_media, "state media", "was quoted by", "six men died")
    assert voices(by_media, media) == {
        ("state media", "was quoted by", "six men died"),
        ("The president", "was quoted", "six men died"),
    }
    by_nobody = "The president was also quoted as saying that six men died."
    unnamed = replace(said(by_nobody, "The", "was also quoted as saying", "six men died"), source=None)
    assert voices(by_nobody, unnamed) == {("The president", "was also quoted as saying", "six men died")}


def test_reasons_are_nobody_who_speaks():
    text = "The army said it withdrew, citing the spread of fever."
    assert voices(text, said(text, "The army", "said", "it withdrew")) == {
        ("The army", "said", "it withdrew")
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Halin Herald quoted General Orn as saying that his troops had killed 30 rebels.",
        "His troops had killed 30 rebels, General Orn said, quoted by the Halin Herald.",
    ],
)
def test_the_toll_is_the_quoted_speakers_and_the_chain_names_who_quotes_him(text: str):
    reading = sayso.read(text, published="2031-05-10")
    chains = {
        tuple(voice.who for voice in claim.chain) for claim in claims_in(reading) if claim.effect is not None
    }
    assert [[who and who.removeprefix("The ").removeprefix("the ") for who in chain] for chain in chains] == [
        ["Halin Herald", "General Orn"]
    ]
