"""Tasks that ask for words in a text: claims, attributions, events, names, times, assertions."""

from sayso.evaluation.extracted import claims, events, factuality, names, polnear, timex
from sayso.evaluation.task import Task

TASKS: tuple[Task, ...] = (
    claims.TASK,
    polnear.TASK,
    events.VOA,
    events.WIKIEVENTS,
    events.RAMS,
    names.CONLL,
    names.GUM,
    names.RE3D,
    timex.TEMPEVAL,
    timex.AIRBUS,
    factuality.UDS,
    factuality.MEANTIME,
)
"""The tasks, in the order in which they are listed."""
