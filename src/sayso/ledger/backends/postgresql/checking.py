"""Whether what is stored on a server is sound."""

from collections.abc import Iterator

from sqlalchemy import Connection, Table, exists, func, select, table
from sqlalchemy import column as named
from sqlalchemy.exc import DBAPIError

from sayso.ledger import schema
from sayso.ledger.backends.postgresql.nul import to_json
from sayso.ledger.backends.postgresql.writing import SEARCHED, indexed, steps, words_of

_TAKEN = table("decisions_taken", named("many"))


def decisions_taken(connection: Connection) -> int:
    """How many decisions were ever taken, as a trigger counts that deleting does not run."""
    return connection.scalar(select(_TAKEN.c.many)) or 0


def file_problems(connection: Connection) -> Iterator[tuple[str, str]]:
    """Rows that refer to nothing: whoever may drop a constraint can have written some.

    Damaged pages are for the server to tell, which reads all of them on the way.
    """
    for child in schema.metadata.sorted_tables:
        for refers in child.foreign_keys:
            parent = refers.column.table.alias()
            there = exists().where(parent.c[refers.column.name] == refers.parent)
            lost = select(refers.parent).where(refers.parent.is_not(None), ~there)
            for _ in connection.execute(lost):
                yield child.name, f"a row refers to a row of {refers.column.table.name} that is not there"


def index_problems(connection: Connection) -> Iterator[tuple[str, str]]:
    """Vectors that do not say the words of the rows they stand for."""
    for name, searched in SEARCHED.items():
        try:
            wrong = list(_wrong(connection, name, searched))
        except DBAPIError as error:
            wrong = [str(error.orig)]
        if wrong:
            yield searched.name, f"does not fit the rows that it indexes: {', '.join(wrong)}"
        connection.rollback()


def _wrong(connection: Connection, name: str, searched: Table) -> Iterator[str]:
    """The rows whose words are stored otherwise than they should be, up to the first few of them."""
    number = schema.metadata.tables[name].c.number
    last = connection.scalar(select(func.max(number))) or 0
    last = max(last, indexed(connection)[name])
    for low, high in steps(0, last):
        rows = to_json(words_of(connection, name, after=low, until=high))
        statement = _DIFFERENT.format(table=searched.name)
        found = connection.exec_driver_sql(statement, (rows, low, high)).scalars().all()
        if found:
            yield from (f"{name} {number}" for number in found)
            return


_DIFFERENT = """
    SELECT number FROM json_populate_recordset(NULL::{table}, %s::json) AS wanted
    FULL JOIN (SELECT * FROM {table} WHERE number > %s AND number <= %s) AS stored USING (number, part)
    WHERE wanted.words IS DISTINCT FROM stored.words ORDER BY number LIMIT 3
"""
