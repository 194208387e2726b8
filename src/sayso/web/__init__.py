"""The desk: a local web app over a ledger."""
