"""JSON by the letter."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Reason
from sayso.sources.refused import Refused
from sayso.sources.strict_json import Ambiguous, parsed

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_parsed_reads_whatever_json_can_say(value: object) -> None:
    assert parsed(json.dumps(value).encode()) == value


@given(st.binary())
def test_parsed_refuses_whatever_is_no_json_and_raises_nothing_else(content: bytes) -> None:
    with suppress(Refused):
        value = parsed(content)
        assert value == json.loads(content)


@pytest.mark.parametrize(
    "content",
    [
        b"NaN",
        b'{"a": Infinity}',
        b"[-Infinity]",
        b"[1,]",
        b'{"a":1,}',
        b"{'a':1}",
        b"[1] 2",
        b'"\x01"',
        b"nul",
        b"",
        b"\xff",
        b'"\xff"',
        b"01",
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000,
    ],
    ids=lambda content: repr(content[:20]),
)
def test_parsed_refuses_what_is_no_json(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        parsed(content)
    assert refused.value.reason is Reason.MALFORMED


def test_parsed_keeps_a_number_too_long_to_be_one() -> None:
    value = parsed(b'{"n": ' + b"9" * 5000 + b"}")
    assert value == {"n": "9" * 5000}


def test_parsed_tells_keys_that_contradict_themselves() -> None:
    assert parsed(b'{"a": 1, "a": 1}') == {"a": 1}
    value = parsed(b'{"a": 1, "b": 2, "a": 3}')
    assert isinstance(value, Ambiguous)
    assert value.keys_in_doubt == {"a"}


def test_parsed_keeps_lone_surrogates_for_those_who_store_the_text() -> None:
    assert parsed(b'"a \\ud800 b"') == "a \ud800 b"
