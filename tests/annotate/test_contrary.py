"""What is said against a claim is not the claimant's."""

import pytest

from sayso.annotate.attributions.settling import not_contradicted
from sayso.model import Attribution, Form, Span


def said(text: str, source: str, cue: str, content: str) -> Attribution:
    source_at, cue_at, at = text.index(source), text.index(cue), text.index(content)
    return Attribution(
        source=Span(source_at, source_at + len(source)),
        who=source,
        cue=Span(cue_at, cue_at + len(cue)),
        content=Span(at, at + len(content)),
        form=Form.INDIRECT,
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        ("Contrary to claims by the rebels, nobody fell.", "the rebels", "claims", "nobody fell", False),
        ("Despite what the army says, mills were hit.", "the army", "says", "mills were hit", False),
        ("Despite the army's claim that it left, nine died.", "the army", "claim", "it left", True),
        ("Contrary to habit, the army says, mills were hit.", "the army", "says", "mills were hit", True),
        ("The army said that, despite a truce, mills were hit.", "The army", "said", "mills were hit", True),
    ],
)
def test_nobody_says_what_a_sentence_opposes_to_their_claim(
    text: str, source: str, cue: str, content: str, kept: bool
) -> None:
    one = said(text, source, cue, content)
    assert list(not_contradicted(text, [one])) == ([one] if kept else [])


def test_words_that_nobody_is_named_for_are_kept() -> None:
    text = "Despite the rain, “no mill was hit”."
    bare = Attribution(source=None, who=None, cue=None, content=Span(18, 35), form=Form.DIRECT)
    assert list(not_contradicted(text, [bare])) == [bare]
