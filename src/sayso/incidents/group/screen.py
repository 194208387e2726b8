"""Screen: pairs of tellings whose dates alone say that they are two happenings, told without opening them."""

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.compare.bars import VAGUE_GAP
from sayso.incidents.group.roll import Numbers, Roll


def are_days_apart(roll: Roll, ones: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Which pairs `bar` bars for their dates, whatever else the tellings say; it may bar others yet.

    The main news of two reports may be one story, told with a wrong day by one of them.
    """
    dated = (roll.last[ones] > 0) & (roll.last[others] > 0)
    gap = np.maximum(roll.first[others] - roll.last[ones], roll.first[ones] - roll.last[others])
    firm = roll.firm[ones] & roll.firm[others]
    main = roll.core[ones] & roll.core[others]
    found: NDArray[np.bool_] = dated & ((gap > VAGUE_GAP) | (firm & (gap > 0) & ~main))
    return found


def are_two_days(roll: Roll, one: int, other: int) -> bool:
    """Whether `are_days_apart` finds one pair."""
    end, other_end = roll.last.item(one), roll.last.item(other)
    if not end or not other_end:
        return False
    gap = max(roll.first.item(other) - end, roll.first.item(one) - other_end)
    if gap > VAGUE_GAP:
        return True
    firm = gap > 0 and roll.firm[one] and roll.firm[other]
    return bool(firm and not (roll.core[one] and roll.core[other]))
