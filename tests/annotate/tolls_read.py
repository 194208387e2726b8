"""Tolls of a short text in one line each, for tests that lay many texts beside what they say."""

import re

from sayso.annotate.sentences import sentences_in
from sayso.annotate.tolls import tolls_in
from sayso.model import Qualifier, Span, Toll


def read_tolls(marked: str) -> str:
    """The tolls of a text, such as "two guards: killed 2 police; dozens: injured ? people".

    Braces in the text mark persons' names. Bounds are written `9`, `9+`, `-30`, `20-30~`, `200~` for "about
    200" and `?` where the words give no number.
    """
    people, text = _names(marked)
    tolls = tolls_in(text, tuple(sentences_in(text)), people=people)
    return "; ".join(
        f"{toll.span.of(text)}: {toll.effect.value} {_bounds(toll)} {toll.of.value}" for toll in tolls
    )


def _names(marked: str) -> tuple[list[Span], str]:
    people: list[Span] = []
    text = ""
    for piece in re.split(r"(\{[^}]*\})", marked):
        name = piece.strip("{}")
        if name != piece:
            people.append(Span(len(text), len(text) + len(name)))
        text += name
    return people, text


def _bounds(toll: Toll) -> str:
    if toll.low is None and toll.high is None:
        return "?"
    if toll.qualifier is Qualifier.AT_LEAST:
        return f"{toll.low}+"
    if toll.qualifier is Qualifier.AT_MOST:
        return f"-{toll.high}"
    number = str(toll.low) if toll.low == toll.high else f"{toll.low}-{toll.high}"
    return f"{number}~" if toll.qualifier is Qualifier.ABOUT else number
