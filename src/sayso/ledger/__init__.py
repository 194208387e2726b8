"""All of it in one SQLite file."""
