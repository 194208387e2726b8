"""The shipped pipeline scored against gold readings."""
