"""Ledgers in a database on a PostgreSQL server."""
