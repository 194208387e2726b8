"""Voices: on whose say-so words of a reading stand."""

from collections.abc import Iterator, Sequence

from sayso.model.near import Near
from sayso.model.reading import Attribution
from sayso.model.span import Span


def line_from(index: int | None, attributions: Sequence[Attribution]) -> Iterator[int]:
    """An attribution and those that pass it on, the outlet's nearest last, by their numbers; none for None.

    A line of parents that leads back into itself is cut where it does.
    """
    passed: set[int] = set()
    while index is not None and index not in passed:
        passed.add(index)
        yield index
        index = attributions[index].parent


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
        holding = [(said, number) for said, number in self._said.touching(span) if said.holds(span)]
        if len(holding) < 2:  # Most words are nobody's but the outlet's, or of one voice.
            return holding[0][1] if holding else None
        return min((len(said), -self._quoted_by(number), number) for said, number in holding)[-1]

    def _quoted_by(self, number: int) -> int:
        """How many voices pass on what one says, with its own."""
        return sum(1 for _ in line_from(number, self._attributions))
