"""Prose made to hurt, by a fifth hand: thousands of lines of one make, with their own names and numbers."""

import random
from collections.abc import Callable, Iterator, Mapping

from hostile_case import Case, report

WORDS = 40_000
"""Words of each text: more that do not repeat want more than an item's time on a busy machine."""
Line = Callable[[random.Random, int], str]


def name(dice: random.Random) -> str:
    """A made-up name."""
    return "".join(dice.choice("BDFGKLMNPRSTV") + dice.choice("aeiou") for _ in range(3)).capitalize()


# One line each, by dice and number.
LINES: Mapping[str, Line] = {
    "attacks-dated": lambda dice, at: (
        f"On {dice.randint(1, 28)} March {1900 + at % 150} rebels attacked {name(dice)}. "
    ),
    "brackets": lambda dice, _: f"({name(dice)} [of {name(dice)}]) ",
    "bullets": lambda dice, _: f"- {name(dice)} shelled by the army\n",
    "capitals": lambda dice, at: f"{name(dice).upper()} ARMY KILLED {at} IN {name(dice).upper()} ",
    "dates": lambda dice, at: f"{dice.randint(1, 28)} March {1900 + at % 150}, ",
    "denials": lambda dice, _: f"{name(dice)} denied that {name(dice)} had shelled {name(dice)}. ",
    "generals": lambda dice, _: f"General {name(dice)} {name(dice)} spoke. ",
    "ministries": lambda dice, _: f"The {name(dice)} Ministry met. It said no. The ministry said so. ",
    "namesakes": lambda dice, _: f"{name(dice)} Varga waved. Varga said so. He said that he had. ",
    "numbers": lambda dice, _: f"{dice.randint(1, 99_999)} ",
    "one-place": lambda dice, _: f"Shells fell on Springfield, {dice.choice(('Ohio', 'Victoria', 'Orlo'))}. ",
    "quotations": lambda dice, _: f"“The road to {name(dice)} is shut,” Ines Varga said. ",
    "stops": lambda dice, _: f"{name(dice)}{'.' * 40} ",
    "tables": lambda dice, _: f"{name(dice)}\t{dice.randint(0, 99)}\t{dice.randint(0, 99)}\n",
    "tolls": lambda dice, _: f"{dice.randint(2, 90)} civilians were killed in {name(dice)} and ",
    "turns": lambda dice, _: f"Mayor {name(dice)}: We shelled {name(dice)} and they denied it.\n",
    "victims": lambda dice, at: f"{name(dice)} {name(dice)}, {20 + at % 60}, was killed. ",
    "zero-width": lambda dice, _: "\u200b".join(f"Rebels shelled {name(dice)}. "),
}


def hurting(dice: random.Random) -> Iterator[Case]:
    """A good sentence, and then thousands of lines of one make."""
    for what, line in LINES.items():
        yield Case(f"{what}.txt", f"{report(dice)}\n\n{_lines(line, dice)}\n".encode())


def _lines(line: Line, dice: random.Random) -> str:
    made: list[str] = []
    words = 0
    while words < WORDS:
        made.append(line(dice, len(made)))
        words += max(1, len(made[-1].split()))
    return "".join(made)
