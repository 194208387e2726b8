"""Which tellings are one happening: blocks, neighbours, links, and clusters settled around changes."""
