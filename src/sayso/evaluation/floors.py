"""Floors under the figures: what the reader scored when they were set, less what chance may take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.evaluation.counts import Score
from sayso.evaluation.running import Evaluation
from sayso.evaluation.task import Figure

DEMO: Mapping[str, float] = {
    "attribution with source": 0.77,
    "event typed": 0.52,
    "toll": 0.76,
    "office": 0.84,
    "say-so": 0.8,
    "claim": 0.24,
}
"""Least F1 by layer on the demonstration corpus. Lower one only with the reason in the changelog."""

FLOORS: Mapping[str, Mapping[str, float]] = {
    "claims": {
        "claim F1": 0.5,
        "events typed F1": 0.68,
        "attribution and source F1": 0.84,
        "tolls F1": 0.8,
        "invented events per true one": 0.32,
        "offices F1": 0.85,
        "say-so, of events found": 0.85,
        "assertion, of events found": 0.87,
    },
    "polnear": {"content and source F1": 0.58, "content F1": 0.61},
    "voa": {"event F1, types marked": 0.39, "event recall": 0.77, "argument F1": 0.18},
    "wikievents": {"event F1, types marked": 0.53, "event recall": 0.68, "argument F1": 0.26},
    "rams": {"event recall": 0.44, "trigger recall": 0.52},
    "conllpp": {"exact F1": 0.89, "overlapping F1": 0.91},
    "gum": {"exact F1": 0.66},
    "re3d": {"exact F1": 0.57, "overlapping F1": 0.66},
    "timex": {"value F1": 0.74, "found F1": 0.89},
    "meantime-times": {"value F1": 0.76, "found F1": 0.88},
    "factuality": {"happened, of those read": 0.84},
    "meantime-factuality": {
        "certainty, of those read": 0.95,
        "polarity, of those read": 0.98,
        "time, of those read": 0.78,
    },
    "case21": {"weighted F1": 0.69},
    "muc4": {"roles, CEAF-REE strict F1": 0.48, "incident types F1": 0.75},
    "plover-gsr": {"event type F1": 0.79, "actor's country F1": 0.66, "recipient's country F1": 0.73},
    "petrarch": {"event type F1": 0.48},
    "satp": {"killed, exact where not 0": 0.84, "injured, exact where not 0": 0.82},
    "lgl": {"end to end, within 161 km, F1": 0.65, "matched names within 161 km": 0.85},
    "geovirus": {"end to end, within 161 km, F1": 0.83, "matched names within 161 km": 0.89},
    "geowebnews": {"end to end, within 161 km, F1": 0.7, "matched names within 161 km": 0.88},
    "gva": {
        "B³ F1": 0.89,
        "CEAF-e F1": 0.82,
        "killed, among those listed": 0.86,
        "injured, among those listed": 0.83,
    },
    "neardup": {"copies F1": 0.98, "copies right": 0.98},
}
"""By task, the least (or, where less is better, the most) that each figure may be on the whole dev file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The first records of a dev file, few enough for every run of the tests, and the floors on them."""

    limit: int
    floors: Mapping[str, float]


SAMPLES: Mapping[str, Sample] = {
    "claims": Sample(limit=16, floors=FLOORS["claims"]),
    "polnear": Sample(limit=6, floors={"content and source F1": 0.6}),
    "voa": Sample(limit=8, floors={"event F1, types marked": 0.36, "event recall": 0.7}),
    "wikievents": Sample(limit=5, floors={"event F1, types marked": 0.39, "event recall": 0.54}),
    "rams": Sample(limit=30, floors={"event recall": 0.45}),
    "conllpp": Sample(limit=200, floors={"exact F1": 0.91}),
    "gum": Sample(limit=2, floors={"exact F1": 0.64}),
    "re3d": Sample(limit=10, floors={"exact F1": 0.57}),
    "timex": Sample(limit=8, floors={"value F1": 0.76, "found F1": 0.85}),
    "meantime-times": Sample(limit=8, floors={"value F1": 0.79}),
    "factuality": Sample(limit=60, floors={"happened, of those read": 0.78}),
    "meantime-factuality": Sample(limit=8, floors={"time, of those read": 0.89}),
    "case21": Sample(limit=60, floors={"weighted F1": 0.74}),
    "india-police": Sample(limit=20, floors={"sentences, macro F1": 0.53, "articles, macro F1": 0.9}),
    "isaf": Sample(limit=25, floors={"killed, exact where not 0": 0.52, "captured, exact where not 0": 0.58}),
    "plover-gsr": Sample(limit=64, floors={"event type F1": 0.75}),
    "petrarch": Sample(limit=60, floors={"event type F1": 0.47}),
    "satp": Sample(limit=80, floors={"killed, exact where not 0": 0.77, "killed, exact": 0.88}),
    "lgl": Sample(limit=8, floors={"end to end, within 161 km, F1": 0.34}),
    "geovirus": Sample(limit=8, floors={"end to end, within 161 km, F1": 0.77}),
    "geowebnews": Sample(limit=5, floors={"end to end, within 161 km, F1": 0.45}),
    "gva": Sample(limit=8, floors={"B³ F1": 0.87, "killed exact": 0.74}),
    "neardup": Sample(limit=80, floors={"copies F1": 0.97}),
}
"""By task, what the tests check wherever the data sets are at hand."""


def floors_of(done: Evaluation) -> Mapping[str, float]:
    """The floors that an evaluation must keep: none unless it is of the task's whole dev file."""
    whole = done.gold.limit is None and done.gold.path.parts[-2:] == done.task.gold.parts
    return FLOORS.get(done.task.name, {}) if whole else {}


def below(figures: Sequence[Figure], score: Score, floors: Mapping[str, float]) -> dict[str, float]:
    """The figures that fell through their floors, with their values."""
    values = {figure: figure.of(score) for figure in figures if figure.name in floors}
    return {
        figure.name: value
        for figure, value in values.items()
        if (value > floors[figure.name] if figure.less_is_better else value < floors[figure.name])
    }
