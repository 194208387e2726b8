from dataclasses import replace

from sayso.evaluation.extracted.polnear import gold_in, score
from sayso.model import Attribution, Form, Span
from tests.factory import reading

TEXT = 'Ada Korr said "the bridge is safe" today. It will hold, engineers hope.'
GOLD = gold_in(
    {
        "text": TEXT,
        "attributions": [
            {"source": [[0, 8]], "content": [[14, 34]], "form": "direct"},
            {"source": [], "content": [[42, 54]], "form": "indirect"},
        ],
    }
)


def attribution(source: Span | None, content: Span) -> Attribution:
    return Attribution(source=source, who=None, cue=None, content=content, form=Form.DIRECT)


def given(*attributions: Attribution):
    return replace(reading(TEXT), attributions=attributions)


def test_quotation_marks_do_not_count():
    counts = score(GOLD, given(attribution(Span(0, 3), Span(15, 33))))
    assert (counts["content exact"].right, counts["content and source"].right) == (1, 1)
    assert (counts["recall of direct"].recall, counts["recall of indirect"].recall) == (1, 0)


def test_half_of_a_content_will_do_and_less_will_not():
    half, less = Span(15, 26), Span(15, 22)
    assert score(GOLD, given(attribution(Span(0, 3), half)))["content"].right == 1
    assert score(GOLD, given(attribution(Span(0, 3), less)))["content"].right == 0


def test_nobody_is_met_only_by_nobody():
    assert score(GOLD, given(attribution(None, Span(42, 54))))["content and source"].right == 1
    wrong = score(GOLD, given(attribution(Span(56, 65), Span(42, 54))))
    assert (wrong["content"].right, wrong["content and source"].right) == (1, 0)
