"""Readings into reports: the happenings that each tells of, and what its tolls count."""
