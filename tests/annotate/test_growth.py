"""A text four times as long takes some four times the steps, whatever its words: counted in lines of code."""

import re
import sys
from collections.abc import Callable
from itertools import product
from types import FrameType
from typing import Any

import pytest

from sayso.annotate import ANNOTATORS
from sayso.annotate.sentences import sentences_in
from sayso.annotate.tolls import tolls_in
from sayso.claims import claims_in
from sayso.model import Reading, Span
from tests.factory import document

SYLLABLES = tuple(a + b for a, b in product("bdgklmnrtv", "aeiou"))
FEW, TIMES = 40, 4
# Four is what grows with the text; what grows with its square would be sixteen.
MOST = 5.5
LEAST = 20_000
"""Fewer lines than this say nothing about growth."""
# It weighs all triggers of 3,000 words against one another, and these texts are shorter.
IN_SECTIONS = "told"


def name(number: int) -> str:
    """A made-up name, another one for each number."""
    high, low = divmod(number, len(SYLLABLES))
    return f"{SYLLABLES[high % len(SYLLABLES)]}{SYLLABLES[low]}n".capitalize()


LINES: dict[str, Callable[[int], str]] = {
    "bodies": lambda at: f"The {name(at)} Ministry met. It said no. The ministry said so. ",
    "denials": lambda at: f"{name(at)} denied that {name(at + 7)} had shelled Orlo, which Kesh denied. ",
    "dated attacks": lambda at: f"On {at % 28 + 1} March 2031 rebels attacked {name(at)} with rockets. ",
    "namesakes": lambda at: f"{name(at)} Varga waved. Varga said so. He said that he had. ",
    "quotations": lambda at: f"“The road to {name(at)} is shut,” said Ines {name(at + 3)}. ",
    "tolls": lambda at: f"{at % 90 + 2} soldiers were killed in {name(at)} and some were hurt. ",
    "victims": lambda at: f"{name(at)} {name(at + 3)}, {20 + at % 60}, was killed on the road. ",
    "further victims": lambda at: f"Another farmer from {name(at)} was hurt, and a {name(at)} died. ",
    "fates": lambda at: f"A farmer was shot near {name(at)}. Then he was taken away. He died. ",
    "turns": lambda at: f"Mayor {name(at)}: We shelled {name(at + 5)} and they denied it.\n",
}


def counted(run: Callable[[], Any]) -> tuple[int, Any]:
    """How many lines of our code run, and what they give."""
    count = 0

    def line(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, event: str, _: object) -> Any:
        return line if frame.f_globals.get("__name__", "").startswith("sayso.") else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        given = run()
    finally:
        sys.settrace(before)
    return count, given


def steps_over(text: str) -> dict[str, int]:
    """By step of reading, how many lines run."""
    reading, steps = Reading(document=document(text)), dict[str, int]()
    for annotator in ANNOTATORS:
        steps[annotator.name], (reading,) = counted(lambda: annotator.annotate([reading]))  # noqa: B023
    steps["claims"], _ = counted(lambda: list(claims_in(reading)))
    return steps


@pytest.mark.parametrize("what", LINES)
def test_no_step_of_reading_grows_with_the_square_of_the_text(what: str):
    short, long = (steps_over("".join(map(LINES[what], range(size)))) for size in (FEW, TIMES * FEW))
    grown = {
        step: round(long[step] / short[step], 1)
        for step in long
        if long[step] > LEAST and step != IN_SECTIONS
    }
    assert {step: times for step, times in grown.items() if times > MOST} == {}


VICTIMS: dict[str, Callable[[int], str]] = {
    "of one surname": lambda at: f"{name(at)} Varga, {20 + at % 60}, was killed on the road. ",
    "shot, then dead": lambda at: f"{name(at)} Varga was shot. {name(at + 9)} Varga died. He died, too. ",
    "further ones": LINES["further victims"],
}


@pytest.mark.parametrize("what", VICTIMS)
def test_tolls_in_takes_steps_by_the_number_of_victims_not_by_its_square(what: str):
    def steps(size: int) -> int:
        text = "".join(map(VICTIMS[what], range(size)))
        people = [Span(*found.span()) for found in re.finditer(r"\w+ Varga", text)]
        count, _ = counted(lambda: list(tolls_in(text, tuple(sentences_in(text)), people=people)))
        return count

    assert steps(4 * TIMES * FEW) / steps(4 * FEW) < MOST
