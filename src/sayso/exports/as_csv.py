"""Claims, incidents and figures as comma-separated values (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO, Unpack

if TYPE_CHECKING:
    import pyarrow as pa

    from sayso.ledger import Ledger, OnlyIncidents

LIST_MARK = " | "
"""Between the values of a column that holds several."""

# What a spreadsheet would run as a formula (OWASP, "CSV Injection"): in some languages the wide signs of East
# Asian keyboards too, and after blanks where the blanks are dropped as the file is opened. Apostrophes before
# it as well, so that `plain` can undo `guarded`.
_FORMULA = re.compile("'*[\\s\ufeff\u200b]*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def write_csv(ledger: "Ledger", target: BinaryIO) -> int:
    """Write every current claim as a row under one row of column names; how many claims.

    A missing value is an empty cell. A cell that a spreadsheet would take for a formula begins with an
    apostrophe.
    """
    from sayso.ledger import CLAIMS

    return _write_table(CLAIMS.names, ledger.claim_batches(), target)


def write_incidents_csv(ledger: "Ledger", target: BinaryIO, **only: "Unpack[OnlyIncidents]") -> int:
    """Write the incidents that are wanted as rows, in the way of `write_csv`; how many incidents."""
    from sayso.ledger import INCIDENTS

    return _write_table(INCIDENTS.names, ledger.incidents(**only).to_batches(), target)


def write_figures_csv(ledger: "Ledger", target: BinaryIO, **only: "Unpack[OnlyIncidents]") -> int:
    """Write every figure that a source of those incidents gives, in the way of `write_csv`; how many."""
    from sayso.ledger import FIGURES

    return _write_table(FIGURES.names, ledger.figures(**only).to_batches(), target)


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """The cell without the apostrophe that `guarded` put before it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _write_table(names: list[str], batches: "Iterable[pa.RecordBatch]", target: BinaryIO) -> int:
    _write_rows(target, [names])
    written = 0
    for batch in batches:
        _write_rows(target, ([_cell(value) for value in row.values()] for row in batch.to_pylist()))
        written += batch.num_rows
    return written


def _write_rows(target: BinaryIO, rows: Iterable[Iterable[str]]) -> None:
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows(rows)
    target.write(lines.getvalue().encode("utf-8"))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return guarded(LIST_MARK.join("" if one is None else str(one) for one in value))
    return guarded(value) if isinstance(value, str) else str(value)
