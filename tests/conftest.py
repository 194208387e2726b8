"""Settings that every test shares: Hypothesis runs the same examples on every machine."""

from hypothesis import settings

settings.register_profile("same-everywhere", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("same-everywhere")
