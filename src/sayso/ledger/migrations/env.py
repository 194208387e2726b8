"""Runs migrations on the connection that `ledger.backends` hands over."""

from alembic import context

from sayso.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # The caller began the transaction, so that two processes opening a new ledger take turns.
    transactional_ddl=False,
)
context.run_migrations()
