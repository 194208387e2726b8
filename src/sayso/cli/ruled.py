"""Decisions in words: what was decided about what."""

from collections.abc import Iterable, Mapping
from typing import cast

from sayso.model import Decision, Ruling


def decision_words(decision: Decision) -> str:
    """What was decided, such as `merge INC-1 with INC-2` or `correct c-4f1c places → Orlo`."""
    said = f"{decision.verdict.value} {decision.subject}"
    if decision.verdict is Ruling.MERGE:
        others = set(_named(decision, "tellings")) - {decision.subject}
        return f"{said} with {', '.join(sorted(others))}" if others else said
    if decision.verdict is Ruling.SPLIT:
        return f"{said}, taking out {', '.join(_named(decision, 'out'))}"
    return f"{said} {decision.field}{corrected_to(decision)}" if decision.field else said


def corrected_to(decision: Decision) -> str:
    """What a value was corrected to: ` → Orlo`; nothing of any other decision."""
    if decision.verdict is not Ruling.CORRECT:
        return ""
    value = decision.value.get("words") if isinstance(decision.value, Mapping) else decision.value
    return f" → {value or 'nothing'}"


def _named(decision: Decision, name: str) -> Iterable[str]:
    return cast(Mapping[str, Iterable[str]], decision.value)[name]
