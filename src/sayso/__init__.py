"""Sayso keeps, for every fact a report states, on whose say-so it stands."""

__version__ = "0.1.0"
