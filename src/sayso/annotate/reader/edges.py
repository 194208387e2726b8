"""Edges: where the words of an argument begin and end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate import tables
from sayso.annotate.phrases import HOURS
from sayso.annotate.reader.once import told_once
from sayso.annotate.reader.scores import Scores, WordRange
from sayso.model import Argument, Near, Office, Reading, Span, Toll

_BLANK_LINE = re.compile(r"\s*\n[ \t]*\n")
_OPENS_PHRASE = re.compile(
    r"\b(?i:a|an|the|his|her|its|our|their|another|both|each|every|some|several|these|this|those"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)"
    r"(?:[ \n][a-z]+(?:al|an|ary|ed|er|ese|ian|ic|ing|ior|ish|ive|ous))?[ \n]\Z"
)
"""An article or number that opens a phrase, with the adjective that may follow it."""
_CLAUSE = re.compile(r"(?<=[a-z]s|en|ce|le) (?:[a-z]+ing|[a-z]+ed)\Z")
"""A verb right behind people, at the end of an argument: "men wearing", "youths suspected"."""
_GOES_ON = re.compile(r" (?:at|by|from|in|of|on|to|with)\b")
_QUOTES = (('"', '"'), ("“", "”"), ("«", "»"))
_BEFORE = 30
_VERB = re.compile(r"[a-z]+ed")
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
    while first < end and _is_before_party(scores, first):
        first += 1
    end = _trimmed(scores, first, _before_open_bracket(scores, first, _trimmed(scores, first, end)))
    return (first, _with_thousands(scores, _with_site(scores, end))) if first < end else None


def _trimmed(scores: Scores, first: int, end: int) -> int:
    while end > first and (scores.lower[end - 1] in _EDGES or scores.is_small[end - 1]):
        end -= 1
    return end


def _is_before_party(scores: Scores, at: int) -> bool:
    """Whether a word at a span's start only leads up to it; "at" of "at least five drones" does not."""
    is_hedge = scores.lower[at : at + 2] in (["at", "least"], ["at", "most"])
    is_hour = at > 0 and scores.lower[at - 1] == "by" and scores.lower[at] in HOURS
    return (scores.lower[at] in _BEFORE_PARTIES and not is_hedge) or is_hour or _is_possessive(scores, at)


def _is_possessive(scores: Scores, at: int) -> bool:
    return at > 0 and scores.lower[at] == "s" and scores.lower[at - 1] in _APOSTROPHES


def _before_open_bracket(scores: Scores, first: int, end: int) -> int:
    """Where a span ends that would break off within brackets: "the Orlo Guard (OG"."""
    opened = [at for at in range(first + 1, end) if scores.lower[at] == "("]
    return opened[-1] if opened and ")" not in scores.lower[opened[-1] : end] else end


def _with_site(scores: Scores, end: int) -> int:
    """Where a span ends that would break off before the site that it names: "the Kesh oil" of a refinery."""
    last, size = scores.words.span(end - 1, end).of(scores.text), len(scores.words)
    is_cut = last.isalpha() and last.islower() and not scores.is_small[end - 1]
    return end + 1 if is_cut and end < size and scores.lower[end] in _sites() else end


@cache
def _sites() -> frozenset[str]:
    return tables.cues_of("facility", "site")


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


def _in_paragraph(text: str, span: Span) -> Span:
    """The span up to the blank line that it runs over, from a headline into the text."""
    blank = _BLANK_LINE.search(text, span.start, span.end)
    return Span(span.start, blank.start()) if blank is not None and blank.start() > span.start else span


def times_in(reading: Reading) -> Near[Span]:
    """Where a report names times."""
    return Near((time.span, time.span) for time in reading.times)


def without_time(text: str, span: Span, times: Near[Span]) -> Span | None:
    """The span without a time that it begins in; None where it is all of a time."""
    for time in times.touching(span):
        if time.holds(span):
            return None
        if time.start < span.start:
            lead = span.end - len(text[time.end : span.end].lstrip())
            span = Span(lead, span.end)
    return span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pinned:
    """Where names, counts and times of a report stand, through which no argument may cut."""

    text: str
    sentences: Near[Span]
    named: Near[Span]
    """Names and counts."""
    times: Near[Span]
    offices: Near[Office]
    """By where the name of who holds each stands."""

    @classmethod
    def of(cls, reading: Reading, tolls: Sequence[Toll]) -> "Pinned":
        """Those of a reading."""
        return cls(
            text=reading.text,
            sentences=Near((sentence, sentence) for sentence in reading.sentences),
            named=Near((one.span, one.span) for layer in (reading.mentions, tolls) for one in layer),
            times=times_in(reading),
            offices=Near((office.person, office) for office in reading.offices),
        )

    def arguments(self, spans: Sequence[Span]) -> tuple[Argument, ...]:
        """The spans of one role, each grown to hold the names and counts that it cuts through, and each once.

        No time fills a role, and none begins one: of "13:10 Rockets hit" that is "Rockets".
        """
        parts = (part for span in spans for part in self._by_sentence(span))
        cuts = (without_time(self.text, part, self.times) for part in parts)
        whole = [self._whole(cut) for cut in cuts if cut is not None]
        whole = [span for span in whole if not _VERB.fullmatch(self.text, span.start, span.end)]
        offices = [office for span in whole for office in self.offices.touching(span)]
        return tuple(Argument(span=span) for span in told_once(self.text, whole, offices))

    def _by_sentence(self, span: Span) -> Sequence[Span]:
        """The span, or where it runs over the end of a sentence its parts that name or count somebody.

        Where none does it is the longest of them: "Access. Food convoys" is the convoys.
        """
        span = _in_paragraph(self.text, span)
        holding = self.sentences.touching(span)
        if len(holding) < 2:
            return (span,)
        parts = [Span(max(span.start, one.start), min(span.end, one.end)) for one in holding]
        return [part for part in parts if self.named.touching(part)] or [max(parts, key=len)]

    def _whole(self, span: Span) -> Span:
        own = [span, *self.named.touching(span)]
        start, end = min(one.start for one in own), max(one.end for one in own)
        opening = _OPENS_PHRASE.search(self.text, max(0, start - _BEFORE), start)
        is_cut = opening is not None and self.text[start].islower()
        whole = Span(opening.start() if opening is not None and is_cut else start, end)
        return _quoted(self.text, _without_clause(self.text, whole))


def _without_clause(text: str, span: Span) -> Span:
    """The span without the verb that opens a clause behind it: "riding" of "gunmen riding" on horses."""
    verb = _CLAUSE.search(text, span.start, span.end)
    is_clause = verb is not None and _GOES_ON.match(text, span.end) is not None
    return Span(span.start, verb.start()) if verb is not None and is_clause else span


def _quoted(text: str, span: Span) -> Span:
    """The span with the mark beside it that closes or opens a quotation which it would cut through."""
    for opening, closing in _QUOTES:
        words = span.of(text)
        if opening == closing:
            opens, closes = words.count(opening) % 2, words.count(opening) % 2
        else:
            opens, closes = (
                words.count(opening) > words.count(closing),
                words.count(opening) < words.count(closing),
            )
        if opens and text.startswith(closing, span.end):
            return Span(span.start, span.end + 1)
        if closes and span.start and text[span.start - 1] == opening:
            return Span(span.start - 1, span.end)
    return span
