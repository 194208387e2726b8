"""Number words: what each is worth, and how it joins the others of a longer number."""

from collections.abc import Mapping

__all__ = ["CARDINAL_WORDS", "ORDINALS", "SCALES", "VAGUE", "kind_of", "value_of"]

UNITS: Mapping[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
TEENS: Mapping[str, int] = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Mapping[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Mapping[str, int] = {
    "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "crore": 10**7, "crores": 10**7,
    "billion": 10**9, "bn": 10**9, "trillion": 10**12,
}  # fmt: skip
ORDINALS: Mapping[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
VAGUE = ("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions")
"""Plurals that count without saying how many."""
CARDINAL_WORDS = (*UNITS, *TEENS, *TENS, *SCALES, *VAGUE, "hundred", "dozen")
"""Every word that counts, alone or as part of a longer number."""


def value_of(word: str) -> int:
    """What a number word in lower case is worth: 40 for "forty", 3 for "third"."""
    for table in (UNITS, TEENS, TENS, SCALES, ORDINALS):
        if word in table:
            return table[word]
    return {"hundred": 100, "dozen": 12}[word]


def kind_of(word: str) -> str:
    """How a number word in lower case joins others: as a unit, teen, ten, hundred, dozen or scale."""
    value = value_of(word)
    if word in SCALES or word == "thousandth":
        return "scale"
    if word in ("hundred", "hundredth"):
        return "hundred"
    if word == "dozen":
        return "dozen"
    return "unit" if value < 10 else "teen" if value < 20 else "ten"
