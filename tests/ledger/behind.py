"""What somebody does to a database who does not go through the ledger."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import create_engine

from sayso.ledger import Ledger


@contextmanager
def behind(ledger: Ledger) -> Iterator[Callable[..., Any]]:
    """A function that executes a statement with no check of what rows refer to; committed in the end."""
    if ledger.path:
        engine = create_engine(f"sqlite:///{ledger.path}")
        with engine.connect() as connection:
            yield connection.exec_driver_sql
            connection.commit()
        engine.dispose()
        return
    with ledger._store.engine.connect().execution_options(lock=True) as connection:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        yield connection.exec_driver_sql
        connection.commit()


def done(ledger: Ledger, *statements: str) -> None:
    """Executes statements, each of which must change something."""
    with behind(ledger) as execute:
        for statement in statements:
            assert execute(statement).rowcount != 0, f"{statement} must change something"
