"""The report of a run: one line of JSON for each input item, written as soon as its batch is committed."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TextIO

from sayso.run.ingest import Account


def write_accounts(accounts: Iterable[Account], file: TextIO) -> None:
    """Append accounts to a report and hand them to the operating system, so that a crash loses none."""
    for account in accounts:
        file.write(json.dumps(asdict(account)) + "\n")
    file.flush()
