"""Colours that stand on each other, light and dark, by the contrast that WCAG 2.2 asks for at level AA."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "src/sayso/web/static/css"
WORDS, SHAPES = 4.5, 3.0
GROUNDS = ("paper", "raised", "sunk")
LANES = tuple(f"l{number}" for number in range(8))
PAIRS = [
    *((ink, ground, WORDS) for ink in ("ink", "quiet", "link", "link-strong") for ground in GROUNDS),
    *((ink, f"{ink}-back", WORDS) for ink in ("good", "bad", "warn", "mute")),
    *((ink, "paper", WORDS) for ink in ("good", "bad", "warn", "mute")),
    *(("quiet", f"{ground}-back", WORDS) for ground in ("good", "bad", "warn", "mute")),
    *((f"{ink}-ink", ink, WORDS) for ink in ("event", "toll", "source")),
    *((ink, "content", WORDS) for ink in ("ink", "quiet", "source-ink")),
    *((shape, "paper", SHAPES) for shape in ("party", "place", "date", "office")),
    *((shape, ground, SHAPES) for shape in ("focus", "edge") for ground in GROUNDS),
    *((lane, ground, WORDS) for lane in LANES for ground in ("fig-paper", "fig-band")),
    *((ink, ground, WORDS) for ink in ("fig-ink", "fig-quiet") for ground in ("fig-paper", "fig-band")),
]


def colours(dark: bool) -> dict[str, str]:
    """Every colour by its name, as the two sheets that name colours have it."""
    found: dict[str, str] = {}
    for name in ("tokens.css", "figures.css"):
        light, _, other = (
            (CSS / name)
            .read_text(encoding="utf-8")
            .partition("@media screen and (prefers-color-scheme: dark)")
        )
        for part in (light, other) if dark else (light,):
            for colour, value in re.findall(r"--([\w-]+): (#[0-9a-f]{6})\b", part):
                # What comes later in a sheet, such as for print, is not for the screen.
                found.setdefault(colour, value) if part is light else found.update({colour: value})
    return found


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def brightness(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_words_and_shapes_stand_out_from_what_they_are_on(dark: bool):
    known = colours(dark)
    faint = {
        (ink, ground): round(contrast(known[ink], known[ground]), 2)
        for ink, ground, least in PAIRS
        if contrast(known[ink], known[ground]) < least
    }
    assert faint == {}


def test_contrast_is_reckoned_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
