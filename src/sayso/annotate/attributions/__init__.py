"""Attributions: whether one is word for word, which stands inside which, and who its speaker is by name."""
