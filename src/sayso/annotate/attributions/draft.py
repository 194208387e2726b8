"""A draft attribution, before its speaker is known by name and its place in the nest is found."""

from dataclasses import dataclass

from sayso.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Who is said to say what, in spans alone."""

    source: Span | None
    cue: Span | None
    content: Span
    carried: bool = False
    """The source is that of an earlier attribution: a quotation that goes on, "adding that"."""
    verbatim: bool = False
    """The content is a statement printed word for word without quotation marks."""
