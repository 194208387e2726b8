"""What a fact check repeats is somebody's claim, which the outlet may find false."""

import pytest

import sayso
from sayso.annotate.attributions.verdicts import checked_in, judged_in
from sayso.annotate.sentences import sentences_in
from sayso.model import Assertion, Attribution, Form, Span

CLAIM = "Soldiers of the Orlo army executed 40 prisoners at the Tarsk quarry"


def checked(text: str) -> list[tuple[str, str, bool]]:
    return [(one.cue.of(text), one.content.of(text), one.is_false) for one in checked_in(text)]


@pytest.mark.parametrize(
    ("verdict", "is_false"),
    [
        ("VERDICT: False", True),
        ("Fact: FAKE. The video was filmed years ago.", True),
        ("Rating: Mostly false", False),
        ("Our verdict: True", False),
        ("**Conclusion:** This is fabricated.", True),
    ],
)
def test_a_claim_is_false_where_its_verdict_says_so(verdict: str, is_false: bool):
    text = f"CLAIM: {CLAIM}.\n\n{verdict}"
    assert checked(text) == [("CLAIM", CLAIM, is_false)]


def test_each_claim_has_the_verdict_that_follows_it():
    text = "Claim 1: Rebels took the mill.\nVerdict: false\nClaim 2: Rebels left the port.\nVerdict: true"
    assert [is_false for _, _, is_false in checked(text)] == [True, False]


def test_a_label_that_calls_it_false_needs_no_verdict():
    assert checked("FAKE: Rebels killed 12 nurses in Marun") == [
        ("FAKE", "Rebels killed 12 nurses in Marun", True)
    ]


def test_a_label_for_claims_without_any_verdict_is_no_fact_check():
    assert checked("Claim: Rebels took the mill.\nThey left it at noon.") == []


def test_a_false_claim_is_somebodys_and_the_outlet_denies_it():
    reading = sayso.read(f"CLAIM: {CLAIM}.\nRating: False", published="2031-05-10")
    (claim,) = reading.attributions
    assert (claim.source, claim.who, claim.content.of(reading.text)) == (None, None, CLAIM)
    told = {(one.attribution, one.assertion) for one in reading.events}
    assert told == {(0, Assertion.HAPPENED), (None, Assertion.DENIED)}
    assert [toll.attribution for toll in reading.every_toll] == [0]


@pytest.mark.parametrize(
    ("judgement", "is_judged"),
    [
        ("This is false.", True),
        ("However, the claim is entirely baseless.", True),
        ("These reports are not true.", True),
        ("This is what they saw.", False),
        ("It was filmed in Orlo.", False),
    ],
)
def test_what_the_outlet_calls_false_next_is_judged(judgement: str, is_judged: bool):
    text = f"Posts claim that Orlo bombed a church. {judgement}"
    content = Span(text.index("Orlo"), text.index(". "))
    posts = Attribution(source=Span(0, 5), who=None, cue=Span(6, 11), content=content, form=Form.INDIRECT)
    judged = list(judged_in(text, [posts], sentences=list(sentences_in(text))))
    assert judged == ([content] if is_judged else [])


def test_what_another_calls_false_the_outlet_does_not():
    text = 'Posts claim that Orlo bombed a church. "This is false," the mayor said.'
    content = Span(text.index("Orlo"), text.index(". "))
    posts = Attribution(source=Span(0, 5), who=None, cue=Span(6, 11), content=content, form=Form.INDIRECT)
    assert list(judged_in(text, [posts], sentences=list(sentences_in(text)))) == []
