"""Decisions: kept in a chain, undone by others, never changed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import LedgerError, NotInLedger, UsageError
from sayso.ledger.rulings import judgements_in, merge_of, split_of
from sayso.model import Decision, Ruling, Subject, Verdict
from tests.ledger.behind import behind, done

AT = "2031-05-08T06:00:00+00:00"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
REALS = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | REALS | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def decision(subject: str = "c-1", verdict: Ruling = Ruling.ACCEPT, **known: object) -> Decision:
    fields = {"kind": Subject.CLAIM, "by": "Ana", "at": AT}
    return Decision(subject=subject, verdict=verdict, **(fields | known))  # type: ignore[arg-type]


@settings(max_examples=30)
@given(st.lists(st.tuples(st.text("aé\U0001f525", min_size=1), JSON), max_size=4))
def test_decisions_come_back_as_they_were_taken(new_ledger, some):
    with new_ledger() as ledger:
        taken = [
            ledger.decide(decision(subject, Ruling.CORRECT, field="low", value=value))
            for subject, value in some
        ]
        assert ledger.decisions() == taken
        assert ledger.decisions(newest_first=True) == taken[::-1]
        assert list(ledger.verify()) == []


def test_of_several_on_one_value_the_last_stands(ledger):
    ledger.decide(decision(field="low", verdict=Ruling.REJECT))
    other = ledger.decide(decision(field="high"))
    last = ledger.decide(decision(field="low"))
    assert set(ledger.decisions(standing=True)) == {last, other}


def test_undoing_gives_way_to_what_stood_before_and_can_be_undone(ledger):
    first, second = ledger.decide(decision()), ledger.decide(decision(verdict=Ruling.REJECT))
    undoing = ledger.undo(second.id, by="Bo", at=AT)
    assert ledger.decisions(standing=True) == [first]
    again = ledger.undo(undoing.id[:9], by="Ana", at=AT)
    assert ledger.decisions(standing=True) == [second]
    ledger.undo(again.id, by="Bo", at=AT)
    assert ledger.decisions(standing=True) == [first]
    assert len(ledger.decisions()) == 5


def test_decisions_can_be_chosen_and_paged(ledger):
    taken = [ledger.decide(decision(f"c-{number}", by="Ana" if number % 2 else "Bo")) for number in range(6)]
    assert ledger.decisions(subjects=["c-1", "c-2"]) == taken[1:3]
    assert ledger.decisions(by="Bo") == taken[::2]
    assert ledger.decisions(kind=Subject.INCIDENT) == []
    assert ledger.decisions(newest_first=True, limit=2) == [taken[5], taken[4]]
    assert ledger.decisions(newest_first=True, before=taken[4].id, limit=2) == [taken[3], taken[2]]


def test_decisions_that_make_no_sense_are_refused(ledger):
    for wrong in (decision(by=" "), decision(at=""), decision(undoes="j-1"), decision(verdict=Ruling.UNDO)):
        with pytest.raises(UsageError):
            ledger.decide(wrong)
    with pytest.raises(NotInLedger):
        ledger.undo("j-none", by="Ana", at=AT)
    with pytest.raises(LedgerError):
        ledger.decide(decision(value=float("nan")))
    assert ledger.decisions() == []


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        ("UPDATE decisions SET why = 'forged' WHERE number = 3", "decision 3"),
        ("UPDATE decisions SET by = 'Eve' WHERE number = 1", "decision 1"),
        ("UPDATE decisions SET value = '7' WHERE number = 5", "decision 5"),
        ("DELETE FROM decisions WHERE number = 3", "decision 4"),
        ("DELETE FROM decisions WHERE number > 3", "decisions"),
        ("DELETE FROM decisions", "decisions"),
        ("UPDATE decisions SET previous = hash WHERE number = 2", "decision 2"),
        ("UPDATE decisions SET number = 9 WHERE number = 2", "decision 3"),
    ],
)
def test_verify_finds_where_the_chain_is_broken(ledger, damage, where):
    for number in range(5):
        ledger.decide(decision(f"c-{number}"))
    assert list(ledger.verify()) == []
    done(ledger, damage)
    assert any(problem.where.split(" (")[0] == where for problem in ledger.verify())


def test_a_forger_who_hashes_again_breaks_the_next_link(ledger):
    from sayso.ledger.deciding import chained

    for number in range(3):
        ledger.decide(decision(f"c-{number}"))
    with behind(ledger) as execute:
        row = dict(execute("SELECT * FROM decisions WHERE number = 2").mappings().one())
        forged = chained(row | {"by": "Eve"}, row["previous"])
        changed = f"by = 'Eve', hash = '{forged}', id = 'j-{forged[:20]}'"
        execute(f"UPDATE decisions SET {changed} WHERE number = 2")  # noqa: S608
    [problem] = ledger.verify()
    assert problem.where.startswith("decision 3 ")


def pairs(*decisions: Decision) -> dict[str, Verdict]:
    return {judgement.one + judgement.other: judgement.verdict for judgement in judgements_in(decisions)}


def test_a_later_ruling_on_a_pair_outweighs_an_earlier_one():
    about = {"by": "Ana", "at": AT, "why": ""}
    merged = merge_of({"INC-1": ["a", "b"], "INC-2": ["c"]}, **about)
    split = split_of("INC-1", ["a", "b", "c"], {"c"}, **about)
    assert pairs(merged) == {"ac": Verdict.SAME, "bc": Verdict.SAME}
    assert pairs(merged, split) == {"ab": Verdict.SAME, "bc": Verdict.APART, "ac": Verdict.APART}
    assert Verdict.APART not in pairs(merged, split, replace(merged)).values()


@given(st.lists(st.booleans(), max_size=6))
def test_no_two_verdicts_on_a_pair(kinds):
    about = {"by": "Ana", "at": AT, "why": ""}
    merged = merge_of({"INC-1": ["a", "b"], "INC-2": ["c", "d"]}, **about)
    split = split_of("INC-1", ["a", "b", "c", "d"], {"b", "c"}, **about)
    some = judgements_in(merged if kind else split for kind in kinds)
    assert len({frozenset((one.one, one.other)) for one in some}) == len(some)
    if kinds:
        last = {judgement.verdict for judgement in some if {judgement.one, judgement.other} == {"a", "c"}}
        assert last == {Verdict.SAME if kinds[-1] else Verdict.APART}
