"""The agreement matrix: fields down, sources across, each cell signed with how it stands to the others."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from sayso.web import wording
from sayso.web.figures.svg import LANES, drawing, el, link, marker
from sayso.web.views.matrix import Cell, Line
from sayso.web.views.mouths import Mouth

STANCES: Mapping[str, tuple[str, str]] = {
    "agrees": ("=", "agrees with all others"),
    "mixed": ("≈", "agrees with some, differs from others"),
    "differs": ("≠", "differs"),
    "denies": ("✕", "denies that it happened"),
    "alone": ("○", "alone in saying anything"),
    "silent": ("·", "silent"),
}
"""Every stance with its sign, so that none is told by colour alone, and its meaning."""

_LEFT, _TOP, _FOOT = 96.0, 62.0, 34.0
_WIDE, _TALL = 158.0, 50.0
_LETTERS = 20
"""About as many letters as fit across a cell."""


def matrix(lines: Sequence[Line], sources: Sequence[Mouth], *, title: str) -> Markup | None:
    """The matrix of an incident as a figure; None where nobody says anything."""
    if not lines or not sources:
        return None
    width = max(_LEFT + _WIDE * len(sources), 760.0)
    height = _TOP + _TALL * len(lines) + _FOOT
    return drawing(
        *(part for column, mouth in enumerate(sources) for part in _head(column, mouth)),
        *(part for row, line in enumerate(lines) for part in _row(row, line, sources)),
        *_legend(lines, height),
        width=width,
        height=height,
        title=f"What each source says: {title}",
        description=_description(lines, sources),
        id="matrix",
        name="grid",
    )


def _head(column: int, mouth: Mouth) -> Iterator[Markup]:
    x = _LEFT + _WIDE * column
    yield marker(mouth.lane, x + 9, 14.0, size=4.5)
    for index, words in enumerate(_lines(mouth.name, _LETTERS - 3, most=2)):
        yield el(
            "text", el("title", mouth.name), words, x=x + 20, y=18.0 + 15 * index,
            class_=f"label lane-{mouth.lane % LANES}",
        )  # fmt: skip
    if not mouth.named:
        yield el("text", "unnamed", x=x + 20, y=50.0, class_="tick")


def _row(row: int, line: Line, sources: Sequence[Mouth]) -> Iterator[Markup]:
    y = _TOP + _TALL * row
    yield el("text", wording.words(line.field), x=_LEFT - 10, y=y + 28, class_="label", text_anchor="end")
    for column, (cell, mouth) in enumerate(zip(line.cells, sources, strict=True)):
        yield from _cell(cell, line.field, mouth.name, _LEFT + _WIDE * column, y)


def _cell(cell: Cell, field: str, name: str, x: float, y: float) -> Iterator[Markup]:
    """One cell; a link to the words where its source says anything, and over it what is to be seen."""
    phrase = (wording.day(cell.phrase) if field == "date" else cell.phrase) if cell.phrase else ""
    beside = f"{cell.beside}, revised" if cell.revised else cell.beside
    ground = el(
        "rect", x=x + 2, y=y + 2, width=_WIDE - 4, height=_TALL - 4, rx=3, class_=f"cell stance-{cell.stance}"
    )
    if phrase:
        about = f"{name}, {wording.words(field)}: {phrase}; {beside}"
        href = f"/documents/{cell.document}?claim={cell.claim}#{cell.claim}"
        yield link(href, about, ground, class_="point")
    else:
        yield el("g", el("title", f"{name}, {wording.words(field)}: silent"), ground)
    # Whoever hears the page has heard all of it with the link.
    over = {"pointer_events": "none", "aria_hidden": "true"}
    yield el("text", STANCES[cell.stance][0], x=x + 12, y=y + 29, class_="sign", **over)
    if phrase:
        yield el("text", _short(phrase, _LETTERS - 2), x=x + 28, y=y + 22, class_="said", **over)
        yield el("text", _briefly(beside), x=x + 28, y=y + 38, class_="tick", **over)


def _briefly(beside: str) -> str:
    """How a cell stands to the others, in signs where the words would not fit."""
    if len(beside) <= _LETTERS + 2:
        return beside
    return beside.replace("agrees with", "=").replace("differs from", "≠")


def _legend(lines: Sequence[Line], height: float) -> Iterator[Markup]:
    used = {cell.stance for line in lines for cell in line.cells}
    x = _LEFT
    for stance, (sign, meaning) in STANCES.items():
        if stance in used:
            yield el("text", f"{sign} {meaning}", x=x, y=height - 10, class_="tick")
            x += 6.3 * len(meaning) + 34


def _description(lines: Sequence[Line], sources: Sequence[Mouth]) -> str:
    told = []
    for line in lines:
        says = [
            f"{mouth.name} {cell.phrase}, {cell.beside}"
            for mouth, cell in zip(sources, line.cells, strict=True)
            if cell.phrase
        ]
        told.append(f"{wording.words(line.field)}: {'; '.join(says)}")
    return ". ".join(told) + "."


def _lines(name: str, letters: int, *, most: int) -> list[str]:
    """A name in at most so many lines of at most so many letters."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [_short(line, letters) for line in lines]


def _short(words: str, letters: int) -> str:
    return words if len(words) <= letters else words[: letters - 1].rstrip() + "…"
