"""Claims as a Parquet file, for databases and data frames."""

import io
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from sayso.ledger import Ledger


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
    from pyarrow.parquet import ParquetWriter

    from sayso.ledger import CLAIMS

    written = 0
    with ParquetWriter(_Counted(target), CLAIMS) as parquet:
        for batch in ledger.claim_batches():
            parquet.write_batch(batch)
            written += batch.num_rows
    return written
