"""How well articles are grouped by incident on the GVA set, beside plain tf-idf; writes a predictions file.

    python bench/incidents_gva.py gva/dev.jsonl --cache readings.pickle --out predictions.jsonl

Score the file with the set's own scorer.
"""

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gva import Article, articles, with_leads
from sayso.evaluation.grouped.incidents import lead_of
from sayso.incidents.grouper import Grouper
from sayso.incidents.judging import Rulings
from sayso.incidents.shelf import Desk, MemoryShelf
from sayso.incidents.traces import Trace
from sayso.incidents.weights import shipped_weights
from sayso.model import Effect


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    found = with_leads(articles(asked.articles, cache=asked.cache))
    started = time.perf_counter()
    predicted, traces = predictions(found)
    print(f"{len(found)} articles, {len(traces)} tellings, {time.perf_counter() - started:.1f} s")
    with asked.out.open("w", encoding="utf-8") as out:
        for line in (*({"doc_id": id, "group": group} for id, group in predicted.items()),
                     *casualties(predicted, traces)):  # fmt: skip
            out.write(json.dumps(line) + "\n")
    return 0


def predictions(found: Sequence[Article]) -> tuple[dict[str, str], dict[str, list[Trace]]]:
    """The group of each article, which is that of its lead, and all tellings by group."""
    grouper = Grouper(Desk(MemoryShelf()), weights=shipped_weights(), rulings=Rulings())
    for report in {article.report.document: article.report for article in found}.values():
        grouper.receive(report)
    grouper.file({})
    group_of: dict[str, str] = {}
    by_document: dict[str, list[Trace]] = defaultdict(list)
    by_group: dict[str, list[Trace]] = {}
    for number, group in enumerate(grouper.settle().groups):
        by_group[f"g{number}"] = [grouper.trace(member) for member in group]
        for trace in by_group[f"g{number}"]:
            group_of[trace.id] = f"g{number}"
            by_document[trace.story.document].append(trace)
    leads = {document: group_of[lead_of(told).id] for document, told in by_document.items()}
    return {article.id: leads[article.report.document] for article in found}, by_group


def casualties(
    predicted: Mapping[str, str], traces: Mapping[str, list[Trace]]
) -> Iterator[dict[str, object]]:
    """The median of the last whole count of every telling, where the incident tells of any."""
    for group in sorted(set(predicted.values())):
        yield {"group": group} | {
            name: median(traces[group], effect)
            for name, effect in (("killed", Effect.KILLED), ("injured", Effect.INJURED))
        }


def median(traces: Sequence[Trace], effect: Effect) -> int:
    counts = sorted(
        max(toll.low for toll in tolls if toll.low is not None)
        for tolls in (trace.tolls.get(effect, ()) for trace in traces)
        if any(toll.low is not None for toll in tolls)
    )
    return counts[len(counts) // 2] if counts else 0


if __name__ == "__main__":
    sys.exit(main())
