import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sayso.errors import UsageError
from sayso.exports.contract import from_contract, schema, to_contract
from sayso.model import Event, EventType, Reading, Span
from tests import factory
from tests.exports.strategies import readings

VALID = Draft202012Validator(schema())


def a_reading() -> Reading:
    reading = factory.reading("Rebels shelled Orlo.")
    event = Event(trigger=Span(7, 14), type=EventType.ASSAULT)
    return Reading(document=reading.document, events=(event,))


@given(readings())
def test_from_contract_gives_back_what_to_contract_was_given(reading):
    assert from_contract(json.loads(json.dumps(to_contract(reading)))) == reading


@given(readings())
def test_to_contract_is_valid_against_the_schema(reading):
    VALID.validate(to_contract(reading))


def test_to_contract_quotes_the_words_of_a_span():
    trigger = to_contract(a_reading())["events"][0]["trigger"]
    assert trigger == {"start": 7, "end": 14, "text": "shelled"}


def test_from_contract_passes_over_fields_it_does_not_know():
    contract = to_contract(a_reading()) | {"relevant": True}
    assert from_contract(contract) == a_reading()


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("document", "text"), None, "document.text: a string is missing"),
        (("document", "sha256"), "0", "document.sha256 is not the hash"),
        (("events",), {}, "events: not a list"),
        (("events", 0), 3, r"events\[0\]: not an object"),
        (("events", 0, "type"), "WAR", r"events\[0\].type: 'WAR' is none of AGREE"),
        (("events", 0, "trigger", "end"), 7, r"events\[0\].trigger: a span needs 0 <= start < end"),
        (("events", 0, "trigger", "end"), True, r"events\[0\].trigger: a span needs `start`"),
        (("events", 0, "trigger", "text"), "shot", r"the text has 'shelled' there, not 'shot'"),
        (
            ("events", 0, "trigger"),
            {"start": 7, "end": 99},
            r"events\[0\].trigger \[7, 99\) ends after the text",
        ),
        (("events", 0, "attribution"), 0, r"events\[0\].attribution is 0, but there are 0 attributions"),
        (("events", 0, "confidence"), "high", r"events\[0\].confidence: str where float belongs"),
        (("events", 0, "confidence"), 10**400, r"events\[0\].confidence: too large"),
        (("events", 0, "confidence"), float("nan"), r"events\[0\].confidence is nan"),
    ],
)
def test_from_contract_names_the_field_that_is_wrong(path, value, message):
    contract = copy.deepcopy(to_contract(a_reading()))
    *way, last = path
    node = contract
    for step in way:
        node = node[step]
    node[last] = value
    with pytest.raises(UsageError, match=message):
        from_contract(contract)


@pytest.mark.parametrize("name", schema()["required"])
def test_from_contract_names_a_required_field_that_is_missing(name):
    contract = to_contract(a_reading())
    del contract[name]
    with pytest.raises(UsageError, match=name):
        from_contract(contract)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@given(JSON, st.sampled_from(["document", *schema()["required"]]), JSON)
def test_from_contract_raises_nothing_but_usage_errors(anything, name, part):
    for contract in (anything, to_contract(a_reading()) | {name: part}):
        try:
            from_contract(contract)
        except UsageError:
            continue


def test_from_contract_lets_a_dateline_without_words_go():
    contract = to_contract(a_reading())
    contract["document"]["dateline"] = {"place": "Orlo", "date": None}
    assert from_contract(contract).document.dateline is None
