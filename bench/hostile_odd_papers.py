"""PDF as offices, typesetters and scanners make it: lines, columns, running heads, pages that are turned."""

import random
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hostile_odd_case import Article, Odd, article

WIDE, NARROW, STEP, SIZE = 90, 40, 14, 10


class Word(NamedTuple):
    """Words and where on their page they stand."""

    across: int
    up: int
    text: str


Sheets = Sequence[Sequence[Word]]


def paper(sheets: Sheets, *, turned: int = 0, show: Callable[[Word], str] | None = None) -> bytes:
    """A PDF of these pages, in Latin letters."""
    show = show or _shown
    count = len(sheets)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, words in enumerate(sheets):
        drawn = "\n".join(show(each) for each in words).encode("cp1252")
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate {turned} "
            f"/Contents {5 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    content, places = bytearray(b"%PDF-1.4\n"), []
    for at, body in enumerate(bodies, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (at, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(content))
    return bytes(content) + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _shown(word: Word) -> str:
    return f"BT /F1 {SIZE} Tf {word.across} {word.up} Td ({_escaped(word.text)}) Tj ET"


def _kerned(word: Word) -> str:
    pieces = " ".join(f"({_escaped(each)}) -20" for each in word.text)
    return f"BT /F1 {SIZE} Tf {word.across} {word.up} Td [{pieces}] TJ ET"


def _by_word(word: Word) -> str:
    drawn, across = [], word.across
    for each in word.text.split():
        drawn.append(_shown(Word(across, word.up, each)))
        across += round(len(each) * SIZE * 0.7) + 4
    return "\n".join(drawn)


def _lines(one: Article, width: int) -> list[str]:
    """The article's lines, a blank one between paragraphs."""
    return [
        line for each in one.paragraphs for line in (*textwrap.wrap(each, width, break_on_hyphens=False), "")
    ]


def _set(lines: Sequence[str], *, across: int = 50, top: int = 700) -> list[Word]:
    return [Word(across, top - STEP * row, line) for row, line in enumerate(lines) if line]


def _in_columns(one: Article) -> tuple[list[Word], list[Word]]:
    lines = _lines(one, NARROW)
    half = len(lines) // 2
    return _set(lines[:half], across=40), _set(lines[half:], across=320)


def _row_by_row(one: Article) -> list[Word]:
    first, second = _in_columns(one)
    return sorted([*first, *second], key=lambda word: (-word.up, word.across))


def _headed(one: Article, *, most: int = 4) -> Sheets:
    """The article over several pages, each with a running head and a number."""
    lines = [line for line in _lines(one, WIDE) if line]
    sheets = [lines[at : at + most] for at in range(0, len(lines), most)]
    return [
        [
            Word(50, 770, f"{one.outlet} - Situation report no. 12"),
            *_set(sheet),
            Word(50, 30, f"Page {number} of {len(sheets)}"),
            Word(300, 30, "For humanitarian use only"),
        ]
        for number, sheet in enumerate(sheets, start=1)
    ]


PAPERS: Mapping[str, Callable[[Article], bytes]] = {
    "lines": lambda one: paper([_set(_lines(one, WIDE))]),
    "columns": lambda one: paper([[*_in_columns(one)[0], *_in_columns(one)[1]]]),
    "columns-by-row": lambda one: paper([_row_by_row(one)]),
    "headed": lambda one: paper(_headed(one)),
    "turned": lambda one: paper([_set(_lines(one, WIDE))], turned=90),
    "upside-down": lambda one: paper([_set(_lines(one, WIDE))], turned=180),
    "kerned": lambda one: paper([_set(_lines(one, WIDE))], show=_kerned),
    "word-by-word": lambda one: paper([_set(_lines(one, WIDE))], show=_by_word),
    "blank-pages": lambda one: paper([[], _set(_lines(one, WIDE)), []]),
    "small-steps": lambda one: paper([[word] for word in _set(_lines(one, WIDE))]),
}


def papers(dice: random.Random) -> Iterator[Odd]:
    """Each article set in each way."""
    for what, make in PAPERS.items():
        one = article(dice)
        latin = Article(
            title=one.title,
            outlet=one.outlet,
            published=one.published,
            byline=one.byline,
            paragraphs=tuple(each.replace("Brâncuș", "Branc") for each in one.paragraphs),
        )
        yield Odd(name=f"{what}.pdf", content=make(latin), article=latin)
