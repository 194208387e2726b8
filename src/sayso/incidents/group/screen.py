"""Screen: what the roll alone tells of two tellings, so that their reports need not be opened.

Most that are looked at together have nothing between them, and few are barred by more than their dates.
"""

import math

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.compare.bars import VAGUE_GAP
from sayso.incidents.group.roll import ARMS, Numbers, Roll

_SURELY_NEAR = 140.0 / 6371.0
"""In radii of the globe: ten kilometres less than what bars two, lest rounding should matter."""


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


def is_barred(roll: Roll, one: int, other: int) -> bool | None:
    """Whether a bar stands between two tellings; None where only their reports can tell."""
    if are_two_days(roll, one, other):
        return True
    if roll.family.item(one) != roll.family.item(other):
        return True
    if _may_be_exchange(roll, one, other):
        return None
    if roll.exact.item(one) and roll.exact.item(other) and not _are_near(roll, one, other):
        return None
    if _is_ahead(roll, one, other) or _is_ahead(roll, other, one) or _is_firm_gap(roll, one, other):
        return None
    return False


def _may_be_exchange(roll: Roll, one: int, other: int) -> bool:
    """Whether each may have hit the country of the other's doer, or one the arms of the other's."""
    there, back = roll.doers.item(one) & roll.hit.item(other), roll.doers.item(other) & roll.hit.item(one)
    if (there | back) & ARMS:
        return True
    return bool(there and back) and roll.side.item(one) != roll.side.item(other)


def _are_near(roll: Roll, one: int, other: int) -> bool:
    return math.dist(roll.point[one].tolist(), roll.point[other].tolist()) <= _SURELY_NEAR


def _is_ahead(roll: Roll, one: int, other: int) -> bool:
    """Whether the first was told before the day on which the other happened."""
    return bool(roll.firm.item(other) and 0 < roll.day.item(one) < roll.first.item(other))


def _is_firm_gap(roll: Roll, one: int, other: int) -> bool:
    if not (roll.firm.item(one) and roll.firm.item(other)):
        return False
    return bool(roll.first.item(other) > roll.last.item(one) or roll.first.item(one) > roll.last.item(other))
