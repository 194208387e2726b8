import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.query import MOST_TERMS, Query, Term, parsed


def word(words: str, **known: object) -> Term:
    return Term(words=words, **known)


@pytest.mark.parametrize(
    ("typed", "groups", "without"),
    [
        ("", [], []),
        ("rebels Orlo", [[word("rebels")], [word("Orlo")]], []),
        ('"shelled Orlo" nine', [[word("shelled Orlo")], [word("nine")]], []),
        ('"shelled Orlo', [[word("shelled Orlo")]], []),
        ("rebels -army", [[word("rebels")]], [word("army")]),
        ('-"cease fire"', [], [word("cease fire")]),
        ("nine OR ten dead", [[word("nine"), word("ten")], [word("dead")]], []),
        ("OR nine OR", [[word("nine")]], []),
        ("nine OR -ten", [[word("nine")]], [word("ten")]),
        ("shell*", [[word("shell", prefix=True)]], []),
        ("type:ASSAULT", [[word("ASSAULT", field="type")]], []),
        ('Who:"Ana Vell"', [[word("Ana Vell", field="who")]], []),
        ("-outlet:Post", [], [word("Post", field="outlet")]),
        ("type:", [[word("type:")]], []),
        ("http://orlo.example", [[word("http://orlo.example")]], []),
        ("cease-fire", [[word("cease-fire")]], []),
        ("(nine AND ten)", [[word("(nine")], [word("AND")], [word("ten)")]], []),
        ("* - -- () 🔥 ''", [], []),
        ("a\0b", [[word("a")], [word("b")]], []),
    ],
)
def test_parsed(typed, groups, without):
    assert parsed(typed) == Query(groups=tuple(map(tuple, groups)), without=tuple(without))


def test_parsed_passes_over_terms_past_the_most():
    assert len(parsed("word " * 5_000).groups) == MOST_TERMS


@given(st.text(st.characters()))
def test_parsed_takes_anything(typed):
    parsed(typed)
