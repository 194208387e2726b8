"""Tables without frames that a narrow terminal can show, too."""

from collections.abc import Collection, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

NARROW = 60
"""In fewer columns than these a table is hard to read, even where its words have room."""


class Rows:
    """Rows under headings: a table, or in a narrow terminal the cells of each row below each other."""

    def __init__(self, headings: Sequence[str], *, whole: Collection[str] = ()) -> None:
        """Columns in `whole` are never wrapped."""
        self.table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
        self._headings = headings
        self._rows: list[tuple[Text, ...]] = []
        for heading in headings:
            self.table.add_column(Text(heading, style="dim"), no_wrap=heading in whole, overflow="fold")

    def add_row(self, *cells: Text, style: str | None = None) -> None:
        """Add one row, a cell for each heading."""
        self.table.add_row(*cells, style=style)
        self._rows.append(cells)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The table where there is room for its words: cut, "at least 11" might become "at least 1"."""
        if options.max_width >= NARROW:
            laid_out = list(console.render(self.table, options))
            # Rich gives columns their least width even where that pushes others out of sight.
            widest = max(map(Segment.get_line_length, Segment.split_lines(laid_out)), default=0)
            if widest <= options.max_width:
                yield from laid_out
                return
        for first, *others in self._rows:
            yield first
            for heading, cell in zip(self._headings[1:], others, strict=True):
                if cell.plain:
                    yield Text.assemble((f"  {heading}: ", "dim"), Text(", ").join(cell.split("\n")))
