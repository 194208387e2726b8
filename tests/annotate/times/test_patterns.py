import ast
from pathlib import Path

import pytest

from sayso.annotate import times
from sayso.annotate.times.grammar import CATEGORIES, GRAMMAR, MACROS, RULES
from sayso.annotate.times.patterns import Grammar, Match, Rule
from sayso.annotate.times.tokens import base_labels, tokens_in


def made(*patterns: str) -> "Grammar[str]":
    labels = base_labels()
    labels.know(["shell", "mine"], "WEAPON")
    rules = [Rule(pattern, pattern) for pattern in patterns]
    return Grammar(rules, macros={"PAIR": "WEAPON and WEAPON"}, beside={"near": "near the?"}, labels=labels)


def offered(grammar: "Grammar[str]", text: str, *, take: bool = True) -> list[tuple[str, str]]:
    seen: list[tuple[str, str]] = []

    def accept(match: "Match[str]") -> bool:
        seen.append((match.rule.means, match.phrase.words()))
        return take

    grammar.matches(tokens_in(text, grammar.labels), accept)
    return seen


def test_the_first_rule_that_fits_wins() -> None:
    grammar = made("PAIR", "WEAPON")
    assert offered(grammar, "A shell and mine, a shell") == [("PAIR", "shell and mine"), ("WEAPON", "shell")]


def test_a_declined_match_is_offered_to_the_rules_below() -> None:
    grammar = made("the WEAPON", "the")
    assert offered(grammar, "the shell", take=False) == [("the WEAPON", "the shell"), ("the", "the")]


def test_a_pattern_of_an_unknown_category_is_refused() -> None:
    with pytest.raises(ValueError, match="NONSENSE"):
        made("the NONSENSE")


def test_beside_finds_what_ends_at_a_token() -> None:
    grammar = made("WEAPON")
    tokens = tokens_in("found near the shell", grammar.labels)
    assert grammar.beside("near", tokens, 3) == 1
    assert grammar.beside("near", tokens, 1) is None


def test_every_macro_and_category_is_used() -> None:
    patterns = " ".join([*(rule.pattern for rule in RULES), *MACROS.values()])
    for name in (*MACROS, *CATEGORIES):
        assert name in patterns, name


def test_every_rule_can_begin_a_match() -> None:
    assert len(GRAMMAR.rules) == len(RULES)
    assert all(rule.pattern.strip() for rule in RULES)


def test_meanings_ask_only_for_categories_that_a_token_can_have() -> None:
    known = set().union(*GRAMMAR.categories.values())
    folder = Path(times.__file__).parent
    asked = set()
    for module in folder.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                of = node.func.value
                if (
                    isinstance(of, ast.Name)
                    and of.id == "phrase"
                    and node.func.attr not in {"before", "after"}
                ):
                    asked |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    assert {name for name in asked if isinstance(name, str)} <= known
