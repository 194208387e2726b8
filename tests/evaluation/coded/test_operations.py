"""Police actions by sentence, and operations of armed forces."""

from sayso.evaluation.coded import india_police, isaf
from sayso.evaluation.counts import Counts
from sayso.model import Assertion, Effect, EventType, Group, Qualifier, Span
from tests.evaluation.coded.made import event, reading, span, toll

ORLO = "police opened fire and two men died. four were held. the police did nothing in vesh."
FIRED = event(ORLO, "opened fire", actors=("police",), mode="firearms")


def labels(sentence: str, *events, tolls=()) -> frozenset[str]:
    return india_police.labels_of(span(ORLO, sentence), reading(ORLO, *events, tolls=tolls))


def test_force_with_dead_is_killing():
    dead = toll(ORLO, "two men", Effect.KILLED, 2)
    assert labels("police opened fire and two men died.", FIRED, tolls=(dead,)) == {
        "ANY_ACTION", "FORCE", "KILL",
    }  # fmt: skip


def test_people_held_are_arrests():
    held = toll(ORLO, "four", Effect.DETAINED, 4)
    assert labels("four were held.", tolls=(held,)) == {"ANY_ACTION", "ARREST"}


def test_doing_nothing_is_failing():
    assert labels("the police did nothing in vesh.") == {"FAIL"}


def test_what_did_not_happen_or_was_done_by_others_is_no_action():
    planned = event(ORLO, "opened fire", actors=("police",), assertion=Assertion.PLANNED)
    by_men = event(ORLO, "opened fire", actors=("two men",))
    assert labels("police opened fire and two men died.", planned, by_men) == set()


def test_police_score_counts_sentences_and_articles():
    gold = (
        india_police.Labelled(span=Span(0, 36), labels=frozenset({"ANY_ACTION", "FORCE"})),
        india_police.Labelled(span=Span(37, 52), labels=frozenset({"ARREST"})),
    )
    counts = india_police.score(gold, reading(ORLO, FIRED))
    assert counts["sentence FORCE"] == counts["article FORCE"] == Counts(1, 1, 1)
    assert counts["sentence ARREST"] == Counts(0, 0, 1)


RAID = "On Tuesday an airstrike killed several insurgents, and two insurgents were detained."
KILLED = toll(RAID, "several insurgents", Effect.KILLED, None, of=Group.INSURGENTS, qualifier=Qualifier.VAGUE)
HELD = toll(RAID, "two insurgents", Effect.DETAINED, 2, of=Group.INSURGENTS)


def test_operation_in_counts_enemies_by_the_coders_convention():
    strike = event(RAID, "airstrike", mode="aerial", tolls=(KILLED,), date="2011-12-06")
    arrest = event(RAID, "detained", EventType.COERCE, tolls=(HELD,))
    assert isaf.operation_in(reading(RAID, strike, arrest)) == isaf.Operation(
        start_date="2011-12-06",
        flags={"kill": True, "capture": True, "airstrike": True},
        numbers={"min_killed": 3, "min_captured": 2},
    )


def test_operation_in_takes_the_releases_own_day_where_no_event_has_one():
    assert isaf.operation_in(reading(RAID, published="2011-12-07")).start_date == "2011-12-07"


def test_operation_score_leaves_out_numbers_that_are_not_coded():
    gold = isaf.Operation(
        start_date="2011-12-06",
        flags={"kill": True, "capture": False, "airstrike": False},
        numbers={"min_killed": 3, "min_captured": None},
    )
    counts = isaf.score(gold, isaf.operation_in(reading(RAID)))
    assert counts["kill"] == Counts(0, 0, 1)
    assert counts["min_killed, value"] == Counts(0, 0, 1)
    assert "min_captured" not in counts
