from sayso.evaluation.extracted.names import Name, score
from sayso.model import Span

GOLD = {Name(Span(0, 4), "PER"), Name(Span(6, 10), "ORG"), Name(Span(12, 15), "MISC")}


def test_names_count_by_words_and_label():
    given = {Name(Span(0, 4), "PER"), Name(Span(6, 10), "LOC"), Name(Span(13, 15), "MISC")}
    counts = score(GOLD, given)
    assert [counts[layer].right for layer in ("exact", "overlapping", "exact, whatever the label")] == [
        1,
        2,
        2,
    ]
    assert (counts["exact PER"].f1, counts["exact LOC"].given, counts["exact ORG"].gold) == (1, 1, 1)
