"""Readings and ledgers written out; one file per format."""
