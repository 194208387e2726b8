"""A hostile file that is made, and the good reports that are put around what is wrong with it."""

import random
from dataclasses import dataclass

TOWNS = ("Orlo", "Varn", "Kesp", "Mirand", "Tolva", "Eshk", "Dunmare", "Pyrr", "Sennow")


@dataclass(frozen=True, slots=True)
class Case:
    """A file: its name, its bytes, and how many good reports in it have to be read."""

    name: str
    content: bytes
    good: int = 0


def report(dice: random.Random) -> str:
    """A sentence about an accident that never was."""
    return (
        f"Police in {dice.choice(TOWNS)} said on Monday that {dice.randint(2, 60)} people were injured "
        f"when bus number {dice.randint(1, 9_999)} overturned near the port."
    )


def page(text: str) -> str:
    """The sentence as a page."""
    return (
        "<!doctype html><html><head><title>Bus</title></head>"
        f"<body><article><p>{text}</p><p>The road is closed.</p></article></body></html>"
    )


def bitten(content: bytes, dice: random.Random, *, by: bytes, instead_of: int) -> bytes:
    """The bytes with some in their middle third replaced."""
    third = len(content) // 3
    at = third + dice.randrange(max(1, third))
    return content[:at] + by + content[at + instead_of :]
