"""Sources to ledger over batches, in workers that can be killed."""
