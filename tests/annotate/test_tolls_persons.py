"""Tolls of single persons: who is another than the one before, who came along, who did it to himself."""

import pytest

from tests.annotate.tolls_read import read_tolls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Guards found a 31-year-old man shot in the arm. Later a 17-year-old man was shot in the leg.",
            "a 31-year-old man: injured 1 people; a 17-year-old man: injured 1 people",
        ),
        (
            "A woman, 45, was shot in the foot. A woman aged 18 was shot in the leg.",
            "A woman: injured 1 civilians; A woman aged 18: injured 1 civilians",
        ),
        (
            "A man was shot in the arm. An 18-month-old boy was shot in the face.",
            "A man: injured 1 people; An 18-month-old boy: injured 1 people",
        ),
        (
            "A 16-year-old boy was shot in the arm. The youth, a boy of 16, was wounded by a guard.",
            "A 16-year-old boy: injured 1 people",
        ),
        ("A 9-year-old girl was killed. A girl was killed.", "A 9-year-old girl: killed 1 civilians"),
    ],
)
def test_tolls_in_tells_persons_of_different_ages_apart(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{Cael}, who had been in the cart, took {Romer} to the clinic, where he was pronounced dead.",
            "Romer: killed 1 civilians",
        ),
        (
            "A man began fighting with a police canine before shooting and killing himself.",
            "A man: killed 1 people",
        ),
        (
            "A man was shot by a guard who then killed himself.",
            "A man: injured 1 people; a guard: killed 1 civilians",
        ),
        (
            "A man and police officer suffered minor injuries.",
            "A man: injured 1 people; police officer: injured 1 police",
        ),
        (
            "Guards found a 16-year-old male and 15-year-old male, who had received a wound to the leg.",
            "a 16-year-old male: injured 1 people; 15-year-old male: injured 1 people",
        ),
        ("The shooting claimed the life of a 9-year-old.", "a 9-year-old: killed 1 people"),
        ("The boy was shot and killed less than an hour later.", "The boy: killed 1 people"),
        ("About 5,000 people were attending the feast, held at the mill.", ""),
    ],
)
def test_tolls_in_reads_which_one_was_hit(text: str, expected: str) -> None:
    assert read_tolls(text) == expected
