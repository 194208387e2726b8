"""Tolls that are none: what may come, what is asked, what was only feared to come."""

import pytest

from tests.annotate.tolls_read import read_tolls


@pytest.mark.parametrize(
    "text",
    [
        "A strike on the Velm dam could kill thousands, the governor warned.",
        "The offensive could kill or wound thousands and displace 200,000 people.",
        "The new quarry would displace 40,000 families.",
        "Hundreds more will die unless the road opens, he said.",
        "The flood might leave 12,000 people homeless.",
        "A cold winter could claim 30 lives a day.",
        "The group said that 12 clerks would be executed at dawn.",
        "The mine was found in time; it could have killed dozens of pupils.",
        "The army said it will not kill 12 deserters.",
    ],
)
def test_tolls_in_counts_nobody_whom_it_has_not_hit_yet(text: str) -> None:
    assert read_tolls(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials fear as many as 200 may have died.", "as many as 200: killed -200 people"),
        ("Up to 50 may be dead.", "Up to 50: killed -50 people"),
        ("Two soldiers may have been killed.", "Two soldiers: killed 2 military"),
        ("Two miners would later die.", "Two miners: killed 2 civilians"),
        ("There could be more than 30 wounded.", "more than 30: injured 31+ people"),
    ],
)
def test_tolls_in_counts_those_who_may_have_been_hit_already(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How many people were killed?", ""),
        ("It is unclear how many were wounded.", ""),
        ("Did 300 people die in Orlo?", ""),
        ("Were 12 pupils killed? The ministry says 3 were killed.", "3: killed 3 people"),
        ("Who killed the 43 students?", "43 students: killed 43 civilians"),
    ],
)
def test_tolls_in_counts_nobody_where_it_is_asked_whether_or_how_many(text: str, expected: str) -> None:
    assert read_tolls(text) == expected
