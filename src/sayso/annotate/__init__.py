"""A document into a reading: annotators, each a function over a batch of readings."""
