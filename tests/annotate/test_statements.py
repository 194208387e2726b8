"""Statements that are printed whole, in their authors' own "we"."""

import pytest

import sayso
from sayso.annotate.attributions.statements import stated
from sayso.model import Attribution, Form, Mention, MentionKind, Span

BODY = "On 8 May our fighters attacked Sarin.\n\nWe killed 22 soldiers.\n\nFreedom for Velmar!"


def where(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def headed(text: str) -> list[tuple[str, str, str]]:
    front = "Velmar Liberation Front"
    mentions = [Mention(span=where(text, front), kind=MentionKind.ARMED_ACTOR)] if front in text else []
    return [
        (one.source.of(text), one.cue.of(text), one.content.of(text))
        for one in stated(text, (), mentions=mentions)
        if one.source and one.cue
    ]


@pytest.mark.parametrize(
    ("heading", "who", "cue"),
    [
        ("COMMUNIQUE No. 14 of the Velmar Liberation Front", "the Velmar Liberation Front", "COMMUNIQUE"),
        ("Statement by the Ministry of Justice on the raid", "the Ministry of Justice", "Statement"),
        ("Press release of the Dorrin Rights Centre, 9 May", "the Dorrin Rights Centre", "Press release"),
        (
            "KESH, 1 Aug (Radio Orlo) -- [Communique] [Velmar Liberation Front] [Text]",
            "Velmar Liberation Front",
            "Communique",
        ),
        ("Velmar Liberation Front: military communiqué 3", "Velmar Liberation Front", "military communiqué"),
    ],
)
def test_a_statement_under_a_heading_is_its_authors(heading: str, who: str, cue: str):
    assert headed(f"{heading}\n\n{BODY}") == [(who, cue, BODY)]


@pytest.mark.parametrize(
    "text",
    [
        "Statement by the Ministry of Justice\n\nThe ministry regrets the raid.",
        'Statement by the Ministry of Justice\n\n"We regret the raid," it said.',
        f"Declaration of 8 May\n\n{BODY}",
        f"Velmar Liberation Front attacks Sarin\n\n{BODY}",
    ],
)
def test_headings_of_reports_about_a_statement_make_nobody_speak(text: str):
    assert headed(text) == []


def behind_colon(behind: str, *further: Attribution, to: str = "We killed 22 soldiers.") -> str:
    text = f"The group said:\n\n{behind}"
    content = Span(text.index(behind), text.index(to) + len(to.removesuffix(".")))
    said = Attribution(
        source=where(text, "The group"),
        who=None,
        cue=where(text, "said"),
        content=content,
        form=Form.DIRECT,
    )
    return stated(text, [said, *further], mentions=())[0].content.of(text)


def test_a_statement_behind_a_colon_goes_on_to_its_last_we():
    own = f"{BODY}\n\nWe shall come again."
    assert behind_colon(f"{own}\n\nThe town is a port.") == own.removesuffix(".")


def test_a_statement_may_end_with_its_report():
    assert behind_colon("We killed 22 soldiers", to="We killed 22 soldiers") == "We killed 22 soldiers"


def test_a_statement_ends_where_another_speaks():
    text = f"The group said:\n\n{BODY}\n\nThe army denied it.\n\nWe asked both."
    army = Attribution(
        source=where(text, "The army"), who=None, cue=where(text, "denied"), content=where(text, "it"),
        form=Form.INDIRECT,
    )  # fmt: skip
    assert behind_colon(f"{BODY}\n\nThe army denied it.\n\nWe asked both.", army) == (
        "On 8 May our fighters attacked Sarin.\n\nWe killed 22 soldiers"
    )


def test_whoever_says_we_in_a_statement_is_its_author():
    text = f"COMMUNIQUE No. 14 of the Velmar Liberation Front\n\n{BODY}\n\nWe warn the regime that we return."
    reading = sayso.read(text, published="2031-05-10")
    assert {one.who for one in reading.attributions} == {"the Velmar Liberation Front"}
    assert reading.attributions[0].form is Form.DIRECT
