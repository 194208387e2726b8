import time
from collections.abc import Iterator

import pytest

from sayso.model import Outcome, Reading, Refusal
from sayso.model.document import Reason
from sayso.run.flow import Skipped, Works, outcomes
from sayso.run.limits import Limits
from sayso.run.workers import Zygote
from tests import factory
from tests.run.stubs import made, open_made, read_made

WORKS = Works(opening=open_made, reading=read_made)
QUICK = Limits(seconds=1.0, memory=1 << 30)


def run(*locators: object, workers: int = 2, **how: object) -> list[Outcome | Skipped]:
    with Zygote(limits=QUICK) as zygote:
        return list(outcomes(locators, works=WORKS, zygote=zygote, workers=workers, **how))  # type: ignore[arg-type]


def said(results: list[Outcome | Skipped]) -> list[str]:
    """Each result in a word: the text read, or why it was not."""
    return list(words_of(results))


def words_of(results: list[Outcome | Skipped]) -> Iterator[str]:
    for result in results:
        match result:
            case Skipped():
                yield "skipped"
            case Outcome(result=Reading() as reading):
                yield reading.text
            case Outcome(result=Refusal() as refusal):
                yield refusal.reason.value


def test_outcomes_come_in_input_order_however_long_each_takes():
    texts = ["read nap", *(f"text {number}" for number in range(40)), "read nap", "last"]
    assert said(run(made(*texts), made("other"))) == [*texts, "other"]


def test_outcomes_keeps_refusals_of_locators_and_of_openers_in_their_place():
    results = run(made("a", "refuse", "b"), factory.refusal(Reason.NOT_FOUND), made("c"))
    assert said(results) == ["a", "malformed", "b", "not-found", "c"]


@pytest.mark.parametrize(
    ("spell", "reason"),
    [
        ("loop", Reason.TIMEOUT),
        ("sleep", Reason.TIMEOUT),
        ("allocate", Reason.MEMORY),
        ("exit", Reason.CRASHED),
        ("segfault", Reason.CRASHED),
        ("raise", Reason.CRASHED),
    ],
)
def test_outcomes_refuses_exactly_the_item_that_harms_its_reader(spell: str, reason: Reason):
    results = run(made("a", "b", f"read {spell}", "c", "d"), made("e"))
    assert said(results) == ["a", "b", reason.value, "c", "d", "e"]
    assert results[2].part == "2"
    assert results[2].external_id == "x2"


@pytest.mark.parametrize(
    ("spell", "reason"),
    [("sleep", Reason.TIMEOUT), ("allocate", Reason.MEMORY), ("segfault", Reason.CRASHED)],
)
def test_outcomes_gives_up_a_container_that_harms_its_opener_but_not_what_came_before(
    spell: str, reason: Reason
):
    results = run(made("a", "b", f"open {spell}", "never", origin="bad.warc"), made("next"))
    assert said(results) == ["a", "b", reason.value, "next"]
    refusal = results[2].result  # type: ignore[union-attr]
    assert refusal.origin == "bad.warc"
    assert "after 2 items" in refusal.detail


def test_outcomes_skips_items_that_are_done():
    results = run(made("a", "b"))
    again = run(made("a", "b"), done=lambda key: key == results[0].key)
    assert said(again) == ["skipped", "b"]
    assert again[0].external_id == "x0"


def test_outcomes_reads_on_when_every_item_is_poisoned():
    spells = ["read exit", "read segfault", "read raise", "read allocate"] * 3
    results = run(made(*spells, "good"), workers=1)
    assert said(results) == [*(["crashed"] * 3 + ["memory"]) * 3, "good"]


def test_outcomes_survives_a_consumer_slower_than_the_time_cap():
    texts = [f"text {number} " + "x" * 300_000 for number in range(12)]
    results = []
    with Zygote(limits=Limits(seconds=0.5)) as zygote:
        for result in outcomes([made(*texts)], works=WORKS, zygote=zygote, workers=1):  # type: ignore[list-item]
            time.sleep(0.3)
            results.append(result)
    assert said(results) == texts


def test_outcomes_end_their_processes_when_nobody_wants_more():
    started = time.monotonic()
    with Zygote(limits=Limits(seconds=60)) as zygote:
        flow = outcomes([made("a"), made("read sleep")], works=WORKS, zygote=zygote, workers=2)  # type: ignore[list-item]
        assert said([next(flow)]) == ["a"]
    assert time.monotonic() - started < 30
