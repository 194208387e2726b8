"""What needs the development data: the floors, and that our scores are those of the scorers beside it."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Any

import pytest

from sayso.annotate import ANNOTATORS
from sayso.evaluation import TASKS, Counts, Gold, Score, Task, added
from sayso.evaluation.extracted import events
from sayso.evaluation.floors import SAMPLES, below
from sayso.evaluation.grouped import copies, incidents
from sayso.evaluation.readers import pipeline_reader
from sayso.model import RawItem, Reading, Refusal
from tests.evaluation import predictions
from tests.evaluation.shared import DATA, records, scorer

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the development data are not on this machine")

Rates = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    task: Task
    score: Score
    readings: Mapping[str, Reading]
    limit: int

    def gold(self) -> list[dict[str, Any]]:
        return records(self.task.gold)[: self.limit]


@pytest.fixture(scope="module", params=list(SAMPLES))
def sample(request: pytest.FixtureRequest) -> Sample:
    task, limit = TASKS[request.param], SAMPLES[request.param].limit
    kept: dict[str, Reading] = {}

    def reading_of(items: Iterable[RawItem]) -> Iterator[Reading | Refusal]:
        items = list(items)
        for item, given in zip(items, pipeline_reader(ANNOTATORS)(items), strict=True):
            if isinstance(given, Reading):
                kept[item.origin] = given
            yield given

    cases = list(task.cases(Gold(path=DATA / task.gold, limit=limit), reading_of))
    return Sample(task, added(case.score for case in cases), kept, limit)


def test_figures_stay_above_their_floors(sample: Sample):
    floors = SAMPLES[sample.task.name].floors
    assert below(sample.task.figures, sample.score, floors) == {}


def test_scores_are_those_of_the_scorer_that_came_with_the_data(sample: Sample):
    if sample.task.name not in _COMPARED:
        pytest.skip("compared elsewhere")
    for layer, theirs in _COMPARED[sample.task.name](sample):
        ours = sample.score.get(layer, Counts())
        if isinstance(theirs, float):
            assert ours.recall == pytest.approx(theirs, abs=1e-4), layer
        else:
            assert (ours.right, ours.given, ours.gold) == theirs, layer


Theirs = Iterator[tuple[str, float | tuple[int, int, int]]]


def _counts(rates: Rates) -> tuple[int, int, int]:
    return rates["tp"], rates["pred"], rates["gold"]


def _claims(sample: Sample) -> Theirs:
    module, c = scorer("claims"), Counter[str]()
    for gold in sample.gold():
        given = predictions.claims(sample.readings[gold["id"]])
        module.score_doc(module.norm(gold, gold["text"]), module.norm(given, gold["text"]), c)
    yield "attribution content", (c["att.content"], c["att.p"], c["att.g"])
    yield "attribution with source", (c["att.tp"], c["att.p"], c["att.g"])
    yield "toll", (c["toll.tp"], c["toll.p"], c["toll.g"])
    for layer, key in {"event found": "ev.found", "event typed": "ev.tp", "claim": "claim.tp"}.items():
        yield layer, (c[key], c["ev.p"], c["ev.g"])
    for layer in ("actor", "recipient", "place"):
        yield layer, (c[f"{layer}.tp"], c[f"{layer}.p"], c[f"{layer}.g"])
    for layer, right, asked in (
        ("event date", "date.tp", "date.g"),
        ("assertion", "assert.tp", "assert.n"),
        ("assertion other than happened", "assert.marked.tp", "assert.marked.g"),
        ("say-so", "sayso.tp", "sayso.n"),
        ("say-so of the attributed", "sayso.att.tp", "sayso.att.n"),
        ("toll group", "toll.of.tp", "toll.of.n"),
    ):
        yield layer, (c[right], c[asked], c[asked])


def _polnear(sample: Sample) -> Theirs:
    given = predictions.predictions(sample.readings, predictions.polnear)
    rates = scorer("polnear").score(sample.gold(), given)
    yield "content and source", _counts(rates["content_source"])
    yield "content", _counts(rates["content"])
    yield "content exact", _counts(rates["content_exact"])
    for form, found in rates["recall_by_form"].items():
        if form != "quoted":
            yield f"recall of {form}", float(found["content_source"])


def _events(sample: Sample) -> Theirs:
    """The scorer knows victims as a role of their own, and every type that is given."""
    gold = sample.gold()
    for event in (event for record in gold for event in record["events"]):
        roles = {"victim": "recipient"}
        kept = [part for part in event["arguments"] if part["plover_role"] != "other"]
        event["arguments"] = [
            part | {"plover_role": roles.get(part["plover_role"], part["plover_role"])} for part in kept
        ]
    marked = events.DEATHS if sample.task is events.VOA else events.HARMS
    given = predictions.predictions(sample.readings, partial(predictions.events, marked=marked))
    module, one_each = scorer("event"), sample.task is events.RAMS
    if not one_each:
        everything = module.score(gold, given, "plover")
        yield "event, whatever types are given", _counts(everything["event_overlap"])
        types = {event["plover"] for record in records(sample.task.gold) for event in record["events"]}
        for record in given:
            record["events"] = [event for event in record["events"] if event["plover"] in types]
    rates = module.score(gold, given, "plover", given=one_each)
    yield "trigger", _counts(rates["trigger_overlap"])
    yield "event", _counts(rates["event_overlap"])
    yield "event, same words", _counts(rates["event_exact"])
    yield "argument", _counts(rates["argument_overlap"])


def _conll(sample: Sample) -> Theirs:
    given = predictions.predictions(sample.readings, predictions.conll)
    rates = scorer("ner").score(sample.gold(), given)
    yield "exact", _counts(rates["micro"])
    yield "exact, whatever the label", _counts(rates["unlabelled"])
    for label, found in rates["per_label"].items():
        yield f"exact {label}", _counts(found)


def _re3d(sample: Sample) -> Theirs:
    given = predictions.predictions(sample.readings, predictions.re3d)
    rates = scorer("re3d").score(sample.gold(), given)
    yield "exact", _counts(rates["entity_exact"])
    yield "overlapping", _counts(rates["entity_overlap"])


def _timex(sample: Sample) -> Theirs:
    given = predictions.predictions(sample.readings, predictions.timex)
    rates = scorer("timex").score(sample.gold(), given)
    layers = {"found": "relaxed", "same words": "strict", "same words and value": "strict_value"}
    for layer in ("found", "same words", "value", "type", "same words and value"):
        yield layer, _counts(rates[layers.get(layer, layer)])


def _happened(sample: Sample) -> Theirs:
    given = predictions.predictions(sample.readings, predictions.happened)
    rates = scorer("factuality").score(sample.gold(), given)
    if "uds" in rates:
        yield "happened", rates["uds"]["sign_accuracy"]
        yield "happened, gold is sure", rates["uds_confident"]["sign_accuracy"]
        yield "read as an event", rates["uds"]["coverage"]
    for question, found in rates.get("meantime", {}).items():
        yield question, found["accuracy"]


def _gva(sample: Sample) -> Theirs:
    known = records(sample.task.gold.with_name("dev_incidents.jsonl"))[: sample.limit]
    wanted = {document for incident in known for document in incident["doc_ids"]}
    gold = [record for record in records(sample.task.gold) if record["doc_id"] in wanted]
    grouped = incidents.by_incident(sample.readings)
    given = [{"doc_id": id, "group": group} for id, group in grouped.groups.items()]
    tolls = [
        {"group": group} | {effect.value: number for effect, number in counts.items()}
        for group, counts in grouped.tolls.items()
    ]
    rates = scorer("grouping").score(gold, [*given, *tolls], known)
    yield "B³ precision", rates["all"]["b3"]["p"]
    yield "B³ recall", rates["all"]["b3"]["r"]
    yield "pairs", _counts(rates["all"]["pairwise"])
    for effect, found in rates["casualties"].items():
        yield effect, found["exact"]
        yield f"{effect}, where any were", found["exact_nonzero"]


def _neardup(sample: Sample) -> Theirs:
    gold = Gold(path=DATA / sample.task.gold, limit=sample.limit)
    documents = copies.documents_of(gold, copies.pairs_of(gold))
    groups = copies.by_copying(documents)
    given = [{"id": id, "group": group} for id, group in groups.items()]
    pairs = records(sample.task.gold.with_name("dev_pairs.jsonl"))[: sample.limit]
    yield "copies", _counts(scorer("neardup").score(records(sample.task.gold), pairs, given))


_COMPARED = {
    "claims": _claims,
    "polnear": _polnear,
    "voa": _events,
    "wikievents": _events,
    "rams": _events,
    "conllpp": _conll,
    "gum": _conll,
    "re3d": _re3d,
    "timex": _timex,
    "meantime-times": _timex,
    "factuality": _happened,
    "meantime-factuality": _happened,
    "gva": _gva,
    "neardup": _neardup,
}


@pytest.fixture(autouse=True, scope="module")
def _scipy() -> Iterator[None]:
    """The grouping scorer wants scipy for a figure that is not compared, and this project does not."""
    stand_in, optimize = ModuleType("scipy"), ModuleType("scipy.optimize")
    optimize.linear_sum_assignment = lambda _: ([], [])  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        if "scipy" not in sys.modules:
            patch.setitem(sys.modules, "scipy", stand_in)
            patch.setitem(sys.modules, "scipy.optimize", optimize)
        yield
