# ruff: noqa: T201
"""Calibrate: choose thresholds on the held-out hand-read reports, and fit what a confidence is worth.

    python -m training.calibrate --data ../shared/data --model FOLDER

Writes `thresholds` and `calibrations` into the folder's `reader.json` and prints a reliability table.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, fields, replace
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from sayso.annotate.reader.filling import PARTIES, Filling
from sayso.annotate.reader.filling import clues as party_clues
from sayso.annotate.reader.model import opened
from sayso.annotate.reader.occurrences import Likeness, candidates_at, clues
from sayso.annotate.reader.thresholds import Calibration, Thresholds
from sayso.model import Reading
from sayso.pipeline import read
from training.validate import annotators, counted, documents_of, gold_of

# An invented event costs more than a missed one.
_INVENTED = 0.25
_GRID = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
_FINE_GRID = (0.0, 0.02, 0.05, *_GRID)
Score = Callable[[Counter[str]], float]


def f1(counts: Counter[str], hits: str, layer: str) -> float:
    """F1 of one layer of the scorer's counts."""
    return 2 * counts[hits] / max(1, counts[f"{layer}.p"] + counts[f"{layer}.g"])


def said_score(counts: Counter[str]) -> float:
    """Attributions with their source."""
    return f1(counts, "att.tp", "att")


def event_score(counts: Counter[str]) -> float:
    """Typed events, less a fine for those invented."""
    invented = (counts["ev.p"] - counts["ev.found"]) / max(1, counts["ev.g"])
    return (
        f1(counts, "ev.tp", "ev") + 0.5 * f1(counts, "claim.tp", "ev") - _INVENTED * max(0.0, invented - 0.2)
    )


def party_score(counts: Counter[str]) -> float:
    """Whole claims above all, then who did it to whom and where."""
    parties = [f1(counts, f"{r}.tp", r) for r in ("actor", "recipient", "place")]
    return 2 * f1(counts, "claim.tp", "ev") + sum(parties) / len(parties)


# Each is chosen with the ones before it settled; those of events are gone through twice.
SAID_STEPS: Sequence[tuple[str, Score]] = (
    ("cue", said_score),
    ("bare", said_score),
    ("cue", said_score),
    ("unsaid", said_score),
)
EVENT_STEPS: Sequence[tuple[str, Score]] = (
    ("trigger", event_score),
    ("trigger_inside", event_score),
    ("event", event_score),
    ("hinted", event_score),
    ("hint", event_score),
    ("event_hinted", event_score),
    ("same", event_score),
    ("actor", party_score),
    ("recipient", party_score),
    ("further", party_score),
    ("place", party_score),
    ("happened", party_score),
)


class Bench:
    """The held-out reports, read once as far as the model, and read on with any thresholds."""

    def __init__(self, data: Path, folder: Path) -> None:
        sys.path.insert(0, str(data / "scorers"))
        import claims_score

        # Most contents come again with other thresholds, and comparing two is what takes the scorer's time.
        claims_score.iou = cache(claims_score.iou)
        self.scorer = claims_score
        self.gold = gold_of(data, "held-out")
        plain = {"events": Calibration(), "attributions": Calibration()}
        self.model = replace(opened(folder), calibrations=plain)
        chain = annotators(lambda: self.model)
        names = [one.name for one in chain]
        at, events = names.index("said"), names.index("told")
        self.start = read(documents_of(self.gold), annotators=chain[:at])
        self.attributions, self.between, self.events = chain[at], chain[at + 1 : events], chain[events]
        self.said: dict[tuple[float, ...], list[Reading]] = {}

    def readings(self, thresholds: Thresholds, *, only_said: bool = False) -> list[Reading]:
        """The reports read with these thresholds, confidences as the heads give them."""
        self.model = replace(self.model, thresholds=thresholds)
        if only_said:
            return self.attributions.annotate(self.start)
        return self.events.annotate(self.said_with(thresholds))

    def said_with(self, thresholds: Thresholds) -> list[Reading]:
        """The reports read as far as the events; the last of them are kept."""
        self.model = replace(self.model, thresholds=thresholds)
        key = (thresholds.cue, thresholds.cue_inside, thresholds.bare, thresholds.unsaid)
        if key not in self.said:
            readings = self.attributions.annotate(self.start)
            for annotator in self.between:
                readings = annotator.annotate(readings)
            self.said = {key: readings}
        return self.said[key]

    def counts(self, thresholds: Thresholds, *, only_said: bool = False) -> Counter[str]:
        """The scorer's counts with these thresholds."""
        return counted(self.readings(thresholds, only_said=only_said), self.gold, self.scorer)


def chosen(bench: Bench) -> Thresholds:
    """The thresholds that score best, one after another, from those that the folder came with."""
    best = bench.model.thresholds
    for steps in (SAID_STEPS, EVENT_STEPS):
        for name, score in steps:
            grid = _FINE_GRID if name in {"event", "hinted", "hint", "event_hinted"} else _GRID
            tried = _tried(bench, best, name, grid, score, only_said=steps is SAID_STEPS)
            # The middle of the values that are within a hair of the best: a lone peak is luck.
            top = max(tried.values())
            good = [value for value, got in tried.items() if got >= top - 0.004]
            best = replace(best, **{name: good[len(good) // 2]})
            print(name, good[len(good) // 2], round(top, 3), flush=True)
    return best


def _tried(
    bench: Bench, best: Thresholds, name: str, grid: Sequence[float], score: Score, *, only_said: bool
) -> dict[float, float]:
    """What each value of one threshold scores, on as many cores as there are."""
    if not only_said:
        bench.said_with(best)
    # Forked, so that what has been read is there already; what comes back is a number.
    with ProcessPoolExecutor(mp_context=get_context("fork"), initializer=_take, initargs=(bench,)) as cores:
        tries = [replace(best, **{name: value}) for value in grid]
        scores = cores.map(partial(_scored, score=score, only_said=only_said), tries)
        return dict(zip(grid, scores, strict=True))


_BENCHES: list[Bench] = []


def _take(bench: Bench) -> None:
    _BENCHES[:] = [bench]


def _scored(thresholds: Thresholds, *, score: Score, only_said: bool) -> float:
    return score(_BENCHES[0].counts(thresholds, only_said=only_said))


def likeness_of(bench: Bench) -> Likeness:
    """Weights of the clues by which triggers are one happening, from the triggers of the hand readings."""
    rows: list[np.ndarray] = []
    same: list[bool] = []
    for reading, row in zip(bench.start, bench.gold, strict=True):
        for scores in bench.model.scores(reading).sections():
            found = [
                (at, number)
                for number, event in enumerate(row["events"])
                for trigger in (event["trigger"], *event["also"])
                if (at := scores.words.within(*trigger))[0] < at[1]
            ]
            found.sort()
            told = clues(candidates_at(scores, [at for at, _ in found]))
            for later, (_, number) in enumerate(found):
                rows += list(told[:later, later])
                same += [number == earlier for _, earlier in found[:later]]
    weights = _logistic(np.array(rows), np.array(same, dtype=float))
    return Likeness(**dict(zip((f.name for f in fields(Likeness)), weights.round(3).tolist(), strict=True)))


def filling_of(bench: Bench, role: str) -> Filling:
    """Weights of the clues by which words are a party, from the happenings of the hand readings."""
    rows: list[np.ndarray] = []
    right: list[bool] = []
    for reading, row in zip(bench.start, bench.gold, strict=True):
        for scores in bench.model.scores(reading).sections():
            for event in row["events"]:
                mentions = [scores.words.within(*trigger) for trigger in (event["trigger"], *event["also"])]
                found = candidates_at(scores, [at for at in mentions if at[0] < at[1]])
                told = party_clues(scores, found, role) if found else {}
                rows += map(np.array, told.values())
                named = [scores.words.span(*span) for span in told]
                right += [any(one.start < e and s < one.end for s, e in event[role]) for one in named]
    weights = _logistic(np.array(rows), np.array(right, dtype=float))
    return Filling(*weights.round(3).tolist())


def _logistic(rows: np.ndarray, right: np.ndarray, *, ridge: float = 1.0) -> np.ndarray:
    """A logistic line by Newton's method, its weights drawn a little towards nought."""
    weights = np.zeros(rows.shape[1])
    keep = np.diag([0.0, *[ridge] * (rows.shape[1] - 1)])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - right) + keep @ weights
        weights -= np.linalg.solve((rows * (likely * (1 - likely))[:, None]).T @ rows + keep, slope)
    return weights


def outcomes(
    readings: Sequence[Reading], gold: Sequence[dict[str, Any]]
) -> dict[str, list[tuple[float, bool]]]:
    """For each layer the confidences, and whether each finding is in the hand reading."""
    found: dict[str, list[tuple[float, bool]]] = {"events": [], "attributions": []}
    for reading, row in zip(readings, gold, strict=True):
        for event in reading.events:
            hit = any(
                one["type"] == event.type
                and any(
                    s < t.end and t.start < e
                    for t in (event.trigger, *event.also)
                    for s, e in [one["trigger"], *one["also"]]
                )
                for one in row["events"]
            )
            found["events"].append((event.confidence, hit))
        for attribution in reading.attributions:
            content = attribution.content
            hit = any(
                2 * max(0, min(e, content.end) - max(s, content.start))
                >= max(e, content.end) - min(s, content.start)
                for s, e in (one["content"] for one in row["attributions"])
            )
            found["attributions"].append((attribution.confidence, hit))
    return found


def fitted(pairs: Sequence[tuple[float, bool]]) -> Calibration:
    """Platt's line by gradient descent, drawn a little towards leaving confidences as they are."""
    likely = np.clip(np.array([p for p, _ in pairs]), 1e-6, 1 - 1e-6)
    odds, right = np.log(likely / (1 - likely)), np.array([float(r) for _, r in pairs])
    slope, intercept = 1.0, 0.0
    for _ in range(2000):
        off = 1 / (1 + np.exp(-(slope * odds + intercept))) - right
        slope -= 0.05 * (float((off * odds).mean()) + 0.01 * (slope - 1))
        intercept -= 0.05 * (float(off.mean()) + 0.01 * intercept)
    return Calibration(slope=round(slope, 3), intercept=round(intercept, 3))


def reliability(pairs: Sequence[tuple[float, bool]]) -> list[tuple[str, int, float, float]]:
    """How often findings of like confidence are right: band, count, mean confidence, share right."""
    rows = []
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        band = [(p, r) for p, r in pairs if low <= p < low + 0.2 or (low == 0.8 and p >= 1)]
        if band:
            mean = sum(p for p, _ in band) / len(band)
            rows.append(
                (
                    f"{low:.1f}-{low + 0.2:.1f}",
                    len(band),
                    round(mean, 2),
                    round(sum(r for _, r in band) / len(band), 2),
                )
            )
    return rows


def main() -> None:
    """Choose, fit, write and show."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    bench = Bench(args.data, args.model)
    fillings = {role: filling_of(bench, role) for role in PARTIES}
    bench.model = replace(bench.model, likeness=likeness_of(bench), fillings=fillings)
    print(bench.model.likeness, fillings)
    thresholds = chosen(bench)
    raw = outcomes(bench.readings(thresholds), bench.gold)
    calibrations = {layer: fitted(pairs) for layer, pairs in raw.items()}
    path = args.model / "reader.json"
    tables = json.loads(path.read_text())
    tables["likeness"] = asdict(bench.model.likeness)
    tables["fillings"] = {role: filling._asdict() for role, filling in fillings.items()}
    tables["thresholds"] = asdict(thresholds)
    tables["calibrations"] = {layer: asdict(line) for layer, line in calibrations.items()}
    path.write_text(json.dumps(tables) + "\n")
    bench.scorer.report(bench.counts(thresholds))
    for layer, pairs in raw.items():
        for row in reliability([(calibrations[layer](p), r) for p, r in pairs]):
            print(layer, *row)


if __name__ == "__main__":
    main()
