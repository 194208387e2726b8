"""Quotations that stand by themselves."""

import pytest

from sayso.annotate.attributions.bare import with_bare
from sayso.annotate.quotations import quotations_in
from sayso.model import Attribution, Form, Span

QUOTED = '"They came at dawn and shot two boys."'


def where(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def said(text: str, source: str, cue: str, content: str) -> Attribution:
    spans = where(text, source), where(text, cue), where(text, content)
    return Attribution(source=spans[0], who=None, cue=spans[1], content=spans[2], form=Form.INDIRECT)


def bare(text: str, *found: Attribution) -> list[tuple[str | None, str]]:
    told = with_bare(text, found, quotations=list(quotations_in(text)))[len(found) :]
    return [(one.source and one.source.of(text), one.content.of(text)) for one in told]


def test_a_quotation_of_its_own_is_whoever_s_spoke_last():
    text = f"The mayor said eleven died.\n\n{QUOTED}\n\nThe town is a port."
    assert bare(text, said(text, "The mayor", "said", "eleven died")) == [("The mayor", QUOTED)]


def test_a_quotation_that_nobody_spoke_near_is_nobodys_who_is_named():
    text = f"The mayor said eleven died. {'The town is a port. ' * 30}\n\n{QUOTED}"
    assert bare(text, said(text, "The mayor", "said", "eleven died")) == [(None, QUOTED)]
    assert bare(QUOTED) == [(None, QUOTED)]


@pytest.mark.parametrize(
    "text",
    [f"{QUOTED}, a mother said.", f"This is the {QUOTED} of a mother.", '"No mercy"\n\nThe mill fell.'],
)
def test_quotations_within_a_sentence_and_short_ones_are_left(text: str):
    assert bare(text) == []


def test_what_is_found_said_is_not_said_again():
    text = f"{QUOTED}\n\nThe mayor said so."
    assert bare(text, said(text, "The mayor", "said", QUOTED)) == []
