"""Edges: where the words of an argument begin and end."""

from collections.abc import Sequence

from sayso.annotate.reader.scores import Scores, WordRange

_OF, _OF_THE = "of", frozenset("of a an the".split())
# What stands at the edge of an argument without being part of it.
_EDGES = frozenset(",.;:()[]\"'“”‘’-–—")
_APOSTROPHES = frozenset("'’")
_BEFORE_PARTIES = _EDGES | {"and", "at", "by", "for", "from", "in", "of", "on", "or", "to", "with"}


def joined(scores: Scores, pieces: Sequence[WordRange]) -> list[WordRange]:
    """Stretches made one where only a mark that touches both parts them ("Orlo-Kesh"), or an "of the"."""
    joined: list[WordRange] = []
    for first, end in pieces:
        if joined and _is_link(scores, joined[-1][1], first):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((first, end))
    return joined


def _is_link(scores: Scores, first: int, end: int) -> bool:
    """Whether what stands between two stretches keeps them one name."""
    starts, ends = scores.words.starts, scores.words.ends
    if end - first == 1 and starts[first] == ends[first - 1] and starts[end] == ends[first]:
        return True
    between = scores.lower[first:end]
    return _OF_THE.issuperset(between) and (_OF in between or scores.lower[first - 1] == _OF)


def without_edges(scores: Scores, first: int, end: int) -> WordRange | None:
    """The words `[first, end)` without what only joins them to their sentence; None where that is all."""
    while first < end and (scores.lower[first] in _BEFORE_PARTIES or _is_possessive(scores, first)):
        first += 1
    end = _trimmed(scores, first, _before_open_bracket(scores, first, _trimmed(scores, first, end)))
    return (first, _with_thousands(scores, end)) if first < end else None


def _trimmed(scores: Scores, first: int, end: int) -> int:
    while end > first and (scores.lower[end - 1] in _EDGES or scores.is_small[end - 1]):
        end -= 1
    return end


def _is_possessive(scores: Scores, at: int) -> bool:
    return at > 0 and scores.lower[at] == "s" and scores.lower[at - 1] in _APOSTROPHES


def _before_open_bracket(scores: Scores, first: int, end: int) -> int:
    """Where a span ends that would break off within brackets: "the Orlo Guard (OG"."""
    opened = [at for at in range(first + 1, end) if scores.lower[at] == "("]
    return opened[-1] if opened and ")" not in scores.lower[opened[-1] : end] else end


def _with_thousands(scores: Scores, end: int) -> int:
    """Where a span ends that would break off within a number: "some 4" of "some 4,000"."""
    starts, ends = scores.words.starts, scores.words.ends
    while (
        end + 1 < len(scores.words)
        and scores.lower[end] == ","
        and scores.lower[end - 1].isdigit()
        and scores.lower[end + 1].isdigit()
        and ends[end - 1] == starts[end]
        and ends[end] == starts[end + 1]
    ):
        end += 2
    return end
