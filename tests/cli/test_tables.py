"""Tables in terminals of any width."""

import io
import re

import pytest
from rich.console import Console
from rich.text import Text

from sayso.cli.tables import NARROW, Rows


def shown(rows: Rows, width: int) -> list[str]:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(rows)
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


@pytest.fixture
def rows() -> Rows:
    made = Rows(("incident", "told by", "killed"), whole={"told by"})
    made.add_row(Text("Ilvane"), Text("3 reports\n2 sources"), Text("14 / 17"))
    made.add_row(Text("Orlo"), Text("1 report"), Text(""))
    return made


def test_a_table_has_its_headings_in_one_line(rows: Rows):
    assert shown(rows, 80)[0].split() == ["incident", "told", "by", "killed"]


def test_a_narrow_terminal_has_each_cell_on_a_line_and_loses_none(rows: Rows):
    assert shown(rows, NARROW - 1) == [
        "Ilvane",
        "  told by: 3 reports, 2 sources",
        "  killed: 14 / 17",
        "Orlo",
        "  told by: 1 report",
    ]


@pytest.mark.parametrize("width", range(NARROW, 100, 3))
def test_a_table_that_would_lose_words_at_its_edge_is_written_as_lines(width: int):
    made = Rows(("incident", "told by", "killed", "injured", "by latest-official"), whole={"told by"})
    id, figures = "INC-2031-05-10-merrane-j6c8n", "8 / at least 11"
    made.add_row(
        Text(id), Text("3 reports\n6 sources"), Text("4 to 6 / 5"), Text(figures), Text("injured 8\nkilled 5")
    )
    made.table.columns[0].min_width = len(id)
    for figures_wide in made.table.columns[2:4]:
        figures_wide.max_width = 13
    words = re.sub("[,:]", " ", " ".join(shown(made, width))).split()
    assert sorted({id, "11", "sources", "killed", "5"} - set(words)) == []
    assert words.count("killed") == 2
