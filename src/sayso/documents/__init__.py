"""A raw item into a document: canonical text and what is known of it, or a recorded refusal."""
