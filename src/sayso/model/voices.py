"""Voices: on whose say-so words of a reading stand."""

from collections.abc import Sequence

from sayso.model.near import Near
from sayso.model.reading import Attribution
from sayso.model.span import Span


class Voices:
    """The attributions of a reading, by where the words stand that are said."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._attributions = attributions
        self._said = Near((one.content, (one.content, number)) for number, one in enumerate(attributions))

    def innermost(self, span: Span) -> int | None:
        """The index of the shortest attribution whose content holds `span`; None in the outlet's voice.

        Of several who say the very same words it is the one whom the others quote: of "the radio said,
        citing police", the police.
        """
        holding = [
            (len(said), -self._quoted_by(number), number)
            for said, number in self._said.touching(span)
            if said.holds(span)
        ]
        return min(holding)[-1] if holding else None

    def _quoted_by(self, number: int) -> int:
        """How many others pass on what an attribution says; parents that lead back into themselves end."""
        passed = {number}
        parent = self._attributions[number].parent
        while parent is not None and parent not in passed:
            passed.add(parent)
            parent = self._attributions[parent].parent
        return len(passed) - 1
