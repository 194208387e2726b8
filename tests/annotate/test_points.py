"""Statements in numbered points are said from the first to the last."""

from sayso.annotate.attributions.statements import to_last_point
from sayso.model import Attribution, Form, Span

STATEMENT = (
    "The Red Dawn Front informs the people of the following:\n\n"
    "1. Our men shot down a helicopter.\n\n2. They left Kesh.\n\n3. They will return. It is near.\n\n"
    "[Signed] Red Dawn Front"
)


def said(text: str, content: str) -> Attribution:
    start = text.index(content)
    return Attribution(
        source=None, who=None, cue=None, content=Span(start, start + len(content)), form=Form.INDIRECT
    )


def whole(text: str, content: str) -> str:
    return to_last_point(text, said(text, content)).content.of(text)


def test_a_statement_runs_to_the_end_of_its_last_point():
    found = whole(STATEMENT, "Our men shot down a helicopter")
    assert found.startswith("Our men")
    assert found.endswith("It is near")


def test_a_statement_that_leads_up_to_its_points_holds_them():
    text = "He said it came as follows: 1) the bridge was shut; 2) the town was taken."
    assert whole(text, "it came as follows: 1) the bridge was shut").endswith("the town was taken")


def test_what_is_said_before_or_between_points_stays_as_it_is():
    for content in ("They left Kesh", "The Red Dawn Front informs the people"):
        assert whole(STATEMENT, content) == content


def test_one_point_is_no_list():
    text = "The council said: 1. the road is shut. Nothing moved in May."
    assert whole(text, "the road is shut") == "the road is shut"
