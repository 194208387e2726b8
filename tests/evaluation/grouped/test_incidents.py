import json
from pathlib import Path

import pytest

from sayso.annotate import ANNOTATORS
from sayso.evaluation import Case, Evaluation, Gold, added, evaluate
from sayso.evaluation.grouped.incidents import GVA

_ARTICLES = [
    (
        "a",
        "1",
        "Two killed in Orlo shooting",
        "2031-05-04",
        "Two people were shot dead in Orlo on Sunday, police said.",
    ),
    (
        "b",
        "1",
        "Orlo shooting leaves two dead",
        "2031-05-04",
        "Gunmen shot and killed two people in Orlo on Sunday.",
    ),
    (
        "c",
        "2",
        "Council repairs bridge in Varn",
        "2031-07-09",
        "The bridge in Varn was repaired on Wednesday.",
    ),
]


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gva")
    articles = [
        {
            "doc_id": id,
            "group": group,
            "title": title,
            "date": date,
            "url": f"https://{id}.example/",
            "text": text,
        }
        for id, group, title, date, text in _ARTICLES
    ]
    incidents = [
        {"incident": "1", "killed": 2, "injured": 0, "doc_ids": ["a", "b"]},
        {"incident": "2", "killed": 0, "injured": None, "doc_ids": ["c"]},
    ]
    for name, records in {"dev.jsonl": articles, "dev_incidents.jsonl": incidents}.items():
        (folder / name).write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return folder / "dev.jsonl"


def case(done: Evaluation, id: str) -> Case:
    return next(case for case in done.ours if case.id == id)


def test_gva_scores_each_article_and_each_incident(gold: Path):
    done = evaluate(GVA, Gold(path=gold), annotators=ANNOTATORS)
    assert [case.id for case in done.ours] == ["a", "b", "c", "incident 1", "incident 2"]
    assert case(done, "c").score["B³ recall"].recall == 1  # no use of force, yet an incident of its own
    assert case(done, "incident 2").score.keys() == {"CEAF-e", "killed", "killed listed"}
    assert case(done, "incident 1").score["killed, where any were"].recall == 1
    assert case(done, "incident 1").score["killed listed"].recall == 1
    figures = {figure.name: figure.of(added(case.score for case in done.ours)) for figure in GVA.figures}
    assert figures["CEAF-e F1"] == 1


def test_gva_takes_whole_incidents_where_there_is_a_limit(gold: Path):
    done = evaluate(GVA, Gold(path=gold, limit=1), annotators=ANNOTATORS)
    assert [case.id for case in done.ours] == ["a", "b", "incident 1"]
