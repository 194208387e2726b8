"""What grouping keeps between runs: named bytes on a shelf, drafts of them, postings and reports as bytes."""
