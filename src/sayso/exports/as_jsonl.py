"""Readings as JSON lines, in the form of the contract."""

import json
from typing import TYPE_CHECKING, BinaryIO

from sayso.exports.contract import to_contract

if TYPE_CHECKING:
    from sayso.ledger import Ledger


def write_jsonl(ledger: "Ledger", target: BinaryIO) -> int:
    """Write every document's current reading as one line; how many.

    Only ASCII is written, so that a line separator inside a text cannot end a line.
    """
    written = 0
    for reading in ledger.readings():
        target.write(json.dumps(to_contract(reading)).encode("ascii") + b"\n")
        written += 1
    return written
