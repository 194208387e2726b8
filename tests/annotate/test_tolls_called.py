import pytest

from sayso.annotate.tolls.called import full_names
from tests.annotate.tolls_read import read_tolls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{Ana Oro}, a nurse, lived by the harbour. Guards said {Ana} was shot at noon."
            " {Oro} was pronounced dead in the clinic.",
            "Oro: killed 1 civilians",
        ),
        (
            "{Ana Oro} and {Rem Oro} ran a bakery. Guards said {Ana} was shot at noon."
            " {Rem} was pronounced dead in the clinic.",
            "Ana: injured 1 civilians; Rem: killed 1 civilians",
        ),
        (
            "{Ana Oro} was killed at the gate. Her sister said {Ana} was killed by a shell."
            " {Oro} was killed on her way home.",
            "Ana Oro: killed 1 civilians",
        ),
    ],
    ids=["first name and surname", "two of one surname", "said again"],
)
def test_tolls_in_knows_one_person_by_the_parts_of_a_name(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


def test_full_names_finds_the_one_fuller_name_that_holds_a_short_one() -> None:
    found = full_names(["Ana Oro", "Ana", "Oro", "Ana “Nan” Oro", "Rem Tov", "Ado Tov", "Tov"])
    assert found[frozenset({"ana"})] == found[frozenset({"ana", "oro"})] == {"ana", "nan", "oro"}
    assert frozenset({"tov"}) not in found
