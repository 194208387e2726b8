"""A reading into claims, each with its attribution chain."""
