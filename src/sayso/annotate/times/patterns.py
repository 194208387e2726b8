"""The pattern language of the grammar: rules over tokens, compiled into one regular expression over labels.

A pattern is written with categories in capitals (`MONTH`), words in small letters (`ago`), groups and the
operators `? * + |`. Macros are categories that stand for a pattern of their own.
"""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from sayso.annotate.times.tokens import UNKNOWN, Labels, Tokens, register_numbers

__all__ = ["Grammar", "Match", "Phrase", "Rule"]

_ELEMENT = re.compile(r"[A-Z_]+|[a-z']+|[()?*+|]|\s+")

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Meaning]):
    """A pattern and what phrases that fit it mean."""

    pattern: str
    means: Meaning


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `[first, last)` that a rule fits, with the means to ask what is among them."""

    tokens: Tokens
    categories: Mapping[str, frozenset[str]]
    """Of each label, the categories it stands for."""
    first: int
    last: int

    def where(self, *names: str) -> int | None:
        """The first token that has one of the categories (for a word: that is the word)."""
        return next(self.all_where(*names), None)

    def at(self, *names: str) -> int:
        """The same where the rule makes sure that there is one; LookupError where it does not."""
        index = self.where(*names)
        if index is None:
            raise LookupError(f"the rule promises none of {', '.join(names)}")
        return index

    def all_where(self, *names: str) -> Iterator[int]:
        """Every token that has one of the categories, in order."""
        wanted = frozenset(names)
        for index in range(self.first, self.last):
            if not wanted.isdisjoint(self.categories[self.tokens.labels[index]]):
                yield index

    def has(self, *names: str) -> bool:
        """Whether some token has one of the categories."""
        return self.where(*names) is not None

    def word(self, *names: str) -> str:
        """The first token that has one of the categories, in lower case; empty where there is none."""
        index = self.where(*names)
        return "" if index is None else self.tokens.word(index)

    def amount(self, *names: str) -> Fraction | None:
        """What the first number token that has one of the categories amounts to."""
        for index in self.all_where(*names):
            if index in self.tokens.amounts:
                return self.tokens.amounts[index]
        return None

    def number(self, *names: str) -> int | None:
        """The same as a whole number."""
        amount = self.amount(*names)
        return int(amount) if amount is not None and amount.denominator == 1 else None

    def words(self) -> str:
        """The whole phrase in lower case, one blank between tokens."""
        return " ".join(self.tokens.word(index) for index in range(self.first, self.last))

    def before(self, steps: int = 1) -> str:
        """The token that stands so many steps before the phrase."""
        return self.tokens.word(self.first - steps)

    def after(self, steps: int = 1) -> str:
        """The token that stands so many steps after the phrase."""
        return self.tokens.word(self.last - 1 + steps)

    def is_in(self, index: int, *names: str) -> bool:
        """Whether the token at `index`, in the phrase or out of it, has one of the categories."""
        if not 0 <= index < len(self.tokens.labels):
            return False
        return not frozenset(names).isdisjoint(self.categories[self.tokens.labels[index]])


@dataclass(frozen=True, slots=True)
class Match(Generic[Meaning]):
    """A phrase and the rule that fits it."""

    rule: Rule[Meaning]
    phrase: Phrase


Accept = Callable[[Match[Meaning]], bool]
"""Takes a match, or declines it because its words mean something else where they stand."""


class Grammar(Generic[Meaning]):
    """Rules in order: of those that fit at one place, the first wins."""

    def __init__(
        self,
        rules: Sequence[Rule[Meaning]],
        *,
        macros: Mapping[str, str],
        beside: Mapping[str, str],
        labels: Labels,
    ) -> None:
        self.rules = tuple(rules)
        expanded = [_expanded(rule.pattern, macros) for rule in rules]
        besides = {name: _expanded(pattern, macros) for name, pattern in beside.items()}
        for pattern in (*expanded, *besides.values()):
            words = {element for element in _ELEMENT.findall(pattern) if element[0].islower()}
            for word in words:
                labels.know([word], word)
        register_numbers(labels)
        self.labels = labels
        self.categories: Mapping[str, frozenset[str]] = {
            UNKNOWN: frozenset(),
            **{label: categories for categories, label in labels.of.items()},
        }
        compiled = [re.compile(_compiled(pattern, labels)) for pattern in expanded]
        # Of the hundred and more rules few begin with the label of a token, and most tokens begin none.
        self._opened_by: dict[str, list[tuple[Rule[Meaning], re.Pattern[str]]]] = defaultdict(list)
        for rule, pattern, expression in zip(self.rules, expanded, compiled, strict=True):
            for label in _opening(deque(_ELEMENT.findall(pattern)), labels)[0]:
                self._opened_by[label].append((rule, expression))
        self._opens = re.compile(f"[{re.escape(''.join(sorted(self._opened_by)))}]")
        self._beside = {
            name: re.compile(f"(?:{_compiled(pattern, labels)})$") for name, pattern in besides.items()
        }

    def fits(self, name: str, tokens: Tokens, first: int, last: int) -> bool:
        """Whether the tokens `[first, last)`, all of them, fit the pattern of what stands beside a match."""
        return self._beside[name].match(tokens.labels[first:last]) is not None

    def beside(self, name: str, tokens: Tokens, last: int, *, reach: int = 6) -> int | None:
        """The first of the tokens before `last` that fit the pattern; None where none do."""
        window = max(0, last - reach)
        found = self._beside[name].search(tokens.labels[window:last])
        return window + found.start() if found is not None and found.end() > found.start() else None

    def matches(self, tokens: Tokens, accept: Accept[Meaning]) -> None:
        """Offer every match, from left to right, to `accept`.

        It answers whether it takes the match; where it does not, the rules further down are tried.
        """
        position = 0
        while (found := self._opens.search(tokens.labels, position)) is not None:
            position = self._taken(tokens, found.start(), accept)

    def _taken(self, tokens: Tokens, start: int, accept: Accept[Meaning]) -> int:
        """Offer what the rules match at `start`, until one is taken; the token to go on from."""
        for rule, expression in self._opened_by[tokens.labels[start]]:
            found = expression.match(tokens.labels, start)
            if found is not None:
                phrase = Phrase(tokens, self.categories, start, found.end())
                if accept(Match(rule, phrase)):
                    return found.end()
        return start + 1


def _expanded(pattern: str, macros: Mapping[str, str]) -> str:
    def element(found: re.Match[str]) -> str:
        name = found[0]
        return f"({_expanded(macros[name], macros)})" if name in macros else name

    return re.sub(r"[A-Z_]+", element, pattern)


def _compiled(pattern: str, labels: Labels) -> str:
    parts = []
    for element in _ELEMENT.findall(pattern):
        if element.isspace():
            continue
        if element[0].isalpha():
            having = labels.having(element)
            if not having:
                raise ValueError(f"no token can be {element!r}, in the pattern {pattern!r}")
            parts.append(f"[{having}]")
        else:
            parts.append("(?:" if element == "(" else element)
    return "".join(parts)


def _opening(elements: deque[str], labels: Labels) -> tuple[set[str], bool]:
    """The labels that a pattern can begin with, and whether it can be empty.

    Takes the elements of a group off the queue, up to its closing bracket.
    """
    begins: set[str] = set()
    is_empty, may_go_on = False, True
    while elements and elements[0] != ")":
        element = elements.popleft()
        if element == "|":
            is_empty, may_go_on = is_empty or may_go_on, True
        elif not element.isspace():
            inner, is_optional = set(labels.having(element)), False
            if element == "(":
                inner, is_optional = _opening(elements, labels)
                elements.popleft()
            if elements and elements[0] in "?*+":
                is_optional |= elements.popleft() != "+"
            begins |= inner if may_go_on else set()
            may_go_on &= is_optional
    return begins, is_empty or may_go_on
