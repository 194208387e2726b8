from dataclasses import replace

from sayso.evaluation.extracted.timex import gold_in, score
from sayso.model import Span, Time, TimeType
from tests.factory import reading

TEXT = "Orlo, 4 May 2031. Shells fell on Monday for two days. It was 2029."


def time(start: int, end: int, value: str, type: TimeType = TimeType.DATE) -> Time:
    return Time(span=Span(start, end), type=type, value=value)


def marked(start: int, end: int, value: str, type: str = "DATE") -> dict[str, object]:
    return {"start": start, "end": end, "value": value, "type": type}


def test_values_count_where_the_words_overlap():
    gold = gold_in({"timexes": [marked(33, 39, "2031-05-04"), marked(44, 52, "P2D", "DURATION")]})
    found = (time(30, 39, "2031-05-04"), time(44, 52, "P2D"), time(61, 65, "2029"))
    counts = score(gold, replace(reading(TEXT), times=found))
    rights = [counts[layer].right for layer in ("found", "same words", "value", "type")]
    assert (rights, counts["found"].given) == ([2, 1, 2, 1], 3)


def test_only_what_was_annotated_is_scored():
    gold = gold_in({"timexes": [], "scope_end": 53, "dateline": [6, 16]})
    found = (time(6, 16, "2031-05-04"), time(33, 39, "2031-05-04"), time(61, 65, "2029"))
    assert score(gold, replace(reading(TEXT), times=found))["found"].given == 1
