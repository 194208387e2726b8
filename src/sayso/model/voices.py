"""Voices: on whose say-so words of a reading stand."""

from collections.abc import Sequence

from sayso.model.near import Near
from sayso.model.reading import Attribution
from sayso.model.span import Span


class Voices:
    """The attributions of a reading, by where the words stand that are said."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._said = Near((one.content, (one.content, number)) for number, one in enumerate(attributions))

    def innermost(self, span: Span) -> int | None:
        """The index of the shortest attribution whose content holds `span`; None in the outlet's voice."""
        holding = [(len(said), number) for said, number in self._said.touching(span) if said.holds(span)]
        return min(holding)[1] if holding else None
