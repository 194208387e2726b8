"""The trained reader: one encoder pass, and thin decoders that turn its scores into layers of a reading."""
