"""Screen: pairs of tellings whose dates alone say that they are two happenings, told without opening them."""

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.bars import VAGUE_GAP
from sayso.incidents.roll import Numbers, Roll


def are_days_apart(roll: Roll, ones: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Which pairs `bar` bars for their dates, whatever else the tellings say; it may bar others yet.

    The main news of two reports may be one story, told with a wrong day by one of them.
    """
    dated = (roll.last[ones] > 0) & (roll.last[others] > 0)
    gap = np.maximum(roll.first[others] - roll.last[ones], roll.first[ones] - roll.last[others])
    firm = roll.firm[ones] & roll.firm[others]
    main = roll.core[ones] & roll.core[others]
    found: NDArray[np.bool_] = dated & ((gap > VAGUE_GAP) | (firm & (gap > 1) & ~main))
    return found


def are_weeks_apart(roll: Roll, one: int, other: int) -> bool:
    """Whether `bar` bars a pair because it happened so long apart, however alike the reports are."""
    end, other_end = int(roll.last[one]), int(roll.last[other])
    if not end or not other_end:
        return False
    return int(roll.first[other]) - end > VAGUE_GAP or int(roll.first[one]) - other_end > VAGUE_GAP
