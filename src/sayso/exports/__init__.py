"""Readings and ledgers written out; one file per format."""

from sayso.exports.contract import from_contract, to_contract
from sayso.exports.writers import WRITERS, Writer

__all__ = ["WRITERS", "Writer", "from_contract", "to_contract"]
