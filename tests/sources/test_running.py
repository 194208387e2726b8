"""Running heads and feet of pages, and sentences across them."""

import time

from sayso.sources.running import in_one

BODIES = (
    "Shells fell on Orlo for a third day, and the mayor said that nine people were killed in\nthe market.",
    "The army denied it and said in a long statement that it had fired at\n"
    "nothing but depots of ammunition far from the houses, which it said belonged to the",
    "Tolva Front, whose men had left Orlo long before the first of all those shells fell on it.",
)


def headed(number: int, body: str) -> str:
    return f"OCHO Situation report 12\n{body}\nPage {number} of 3\nNot for sale"


def test_a_running_head_is_said_on_the_first_page_and_a_foot_on_the_last() -> None:
    text = in_one([headed(number, body) for number, body in enumerate(BODIES, start=1)])
    first, second, third = BODIES
    assert text == (f"OCHO Situation report 12\n{first}\n\n{second}\n{third}\nPage 3 of 3\nNot for sale")


def test_the_tolls_of_a_bundle_of_sheets_are_no_page_numbers() -> None:
    pages = [
        f"Incident in {town}\nKilled: {killed}\nHurt: 0" for town, killed in (("A", 3), ("B", 9), ("C", 1))
    ]
    text = in_one(pages)
    assert text == "\n\n".join(pages)


def test_what_two_pages_have_alike_is_said_twice() -> None:
    assert (
        in_one(["Calm.\nShells fell.", "Calm.\nNobody died."]) == "Calm.\nShells fell.\n\nCalm.\nNobody died."
    )


def test_a_page_that_ends_in_a_sentence_and_a_heading_stand_alone() -> None:
    assert (
        in_one(["Shells fell on Orlo.", "The army denied it."])
        == "Shells fell on Orlo.\n\nThe army denied it."
    )
    assert in_one(["A report on the war in\nSummary", "Shells fell on Orlo."]).count("\n\n") == 1
    assert in_one(["The army fired at", "depots."]) == "The army fired at\ndepots."


def test_pages_without_words_are_passed_over() -> None:
    assert in_one(["", "Shells fell.", ""]) == "Shells fell."
    assert in_one([]) == ""


def test_two_thousand_pages_take_no_time() -> None:
    began = time.process_time()
    in_one([headed(number, "9 " * 20_000) for number in range(2_000)])
    assert time.process_time() - began < 5
