"""Readings as predictions in the terms of the scorers that the data came with."""

from collections.abc import Callable, Mapping, Set
from typing import Any

from sayso.evaluation.extracted.events import given_in
from sayso.evaluation.extracted.names import conll_names_in, re3d_names_in
from sayso.exports.contract import to_contract
from sayso.model import Assertion, Effect, Reading, Span

Prediction = dict[str, Any]


def _ends(span: Span) -> Prediction:
    return {"start": span.start, "end": span.end}


def claims(reading: Reading) -> Prediction:
    return dict(to_contract(reading))


def polnear(reading: Reading) -> Prediction:
    return {
        "attributions": [
            {
                "source": [each.source.start, each.source.end] if each.source else None,
                "content": [each.content.start, each.content.end],
            }
            for each in reading.attributions
        ]
    }


def events(reading: Reading, *, marked: Set[Effect]) -> Prediction:
    return {
        "events": [
            {
                "plover": mention.type.value if mention.type else None,
                "trigger": _ends(mention.trigger),
                "arguments": [{"plover_role": role.name, **_ends(role.span)} for role in mention.roles],
            }
            for mention in given_in(reading, marked=marked)
        ]
    }


def conll(reading: Reading) -> Prediction:
    return {"spans": [{"label": name.label, **_ends(name.span)} for name in sorted(conll_names_in(reading))]}


def re3d(reading: Reading) -> Prediction:
    return {"entities": [{"type": name.label, **_ends(name.span)} for name in sorted(re3d_names_in(reading))]}


def timex(reading: Reading) -> Prediction:
    return {
        "timexes": [
            {"type": each.type.value, "value": each.value, **_ends(each.span)} for each in reading.times
        ]
    }


def happened(reading: Reading) -> Prediction:
    """Each mention of an event in the terms of both factuality sets."""
    found = [
        (_ends(trigger), event.assertion)
        for event in reading.events
        for trigger in (event.trigger, *event.also)
    ]
    later = (Assertion.PLANNED, Assertion.CALLED_FOR)
    return {
        "predicates": [
            ends | {"factuality": 1.0 if assertion is Assertion.HAPPENED else -1.0}
            for ends, assertion in found
        ],
        "events": [
            ends
            | {
                "certainty": "POSSIBLE" if assertion is Assertion.POSSIBLE else "CERTAIN",
                "polarity": "NEG" if assertion is Assertion.DENIED else "POS",
                "time": "FUTURE" if assertion in later else "NON_FUTURE",
            }
            for ends, assertion in found
        ],
    }


def predictions(
    readings: Mapping[str, Reading], predict: Callable[[Reading], Prediction]
) -> list[Prediction]:
    """One prediction a reading."""
    return [{"id": id, **predict(reading)} for id, reading in readings.items()]
