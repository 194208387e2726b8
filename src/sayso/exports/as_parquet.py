"""Claims, incidents and figures as Parquet files, for databases and data frames."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO, Unpack

if TYPE_CHECKING:
    import pyarrow as pa

    from sayso.ledger import Ledger, OnlyIncidents


class _Counted(io.RawIOBase):
    """A stream that knows how much went through it: Parquet asks, and a pipe cannot tell."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._target.write(content)
        self._written += len(content)
        return len(content)

    def tell(self) -> int:
        return self._written


def write_parquet(ledger: "Ledger", target: BinaryIO) -> int:
    """Write every current claim as a row, with the column types of `ledger.CLAIMS`; how many claims."""
    from sayso.ledger import CLAIMS

    return _write(CLAIMS, ledger.claim_batches(), target)


def write_incidents_parquet(ledger: "Ledger", target: BinaryIO, **only: "Unpack[OnlyIncidents]") -> int:
    """Write the incidents that are wanted, with the column types of `ledger.INCIDENTS`; how many."""
    from sayso.ledger import INCIDENTS

    return _write(INCIDENTS, ledger.incidents(**only).to_batches(), target)


def write_figures_parquet(ledger: "Ledger", target: BinaryIO, **only: "Unpack[OnlyIncidents]") -> int:
    """Write every figure of those incidents, with the column types of `ledger.FIGURES`; how many."""
    from sayso.ledger import FIGURES

    return _write(FIGURES, ledger.figures(**only).to_batches(), target)


def _write(columns: "pa.Schema", batches: "Iterable[pa.RecordBatch]", target: BinaryIO) -> int:
    from pyarrow.parquet import ParquetWriter

    written = 0
    with ParquetWriter(_Counted(target), columns) as parquet:
        for batch in batches:
            parquet.write_batch(batch)
            written += batch.num_rows
    return written
