"""Turns: what each speaker says where a report prints a talk line by line, "Mayor: …", "Q: …"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.annotate import tables
from sayso.annotate.attributions.labels import under_label
from sayso.annotate.attributions.speaking import NAMED, calls_speaker, names_speaker, tells_speech
from sayso.annotate.inside import mentions_inside
from sayso.model import Attribution, Mention, Span, trimmed

_LINE = re.compile(
    r"^[ \t]*[\"“]?(?P<label>[^\W\d_](?:[^\n:]|(?<=\d):(?=\d)){0,70}):[ \t]+(?P<words>\S[^\n]*)",
    re.MULTILINE,
)
_LABEL_ENDS = re.compile(r",|\s\(|\s(?:on|via)\s(?:Facebook|Instagram|Telegram|TikTok|Twitter|WhatsApp|X)\b")
_TALKS = frozenset("a answer interviewer moderator presenter q question speaker unidentified".split())
_OF = frozenset({"of", "for"})
# Behind a town in capitals stand sentences, behind a body in capitals a headline: "UN: Nine died".
_STOP = re.compile(r"\w{3}[.!?]\s+\S")
_OWN_WORDS = re.compile(r"\A[\"“«‘']|\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b")
_FEWEST = 2
"""Labels that make a talk of lines: a report may have one before its only quotation."""
_SHORTEST, _LOOK = 4, 200
"""Words of the shortest statement behind a report's only label, and characters they are looked for in."""
_LONGEST_LABEL = 6
"""Words of the longest label, up to a comma."""


@dataclass(frozen=True, slots=True)
class _Turn:
    start: int
    source: Span
    content: Span


def with_turns(
    text: str, attributions: Sequence[Attribution], *, mentions: Sequence[Mention]
) -> list[Attribution]:
    """The attributions with the turns of a talk that is printed line by line.

    What was found said by a speaker under their own label is that turn.
    """
    turns = _talk(text, list(_turns_in(text, mentions)))
    if not turns:
        return list(attributions)
    labels = [turn.source for turn in turns]
    kept = [one for one in attributions if one.source is None or not _is_labelled(one.source, labels)]
    return [*kept, *(under_label(turn.source, turn.content) for turn in turns)]


def _is_labelled(source: Span, labels: Sequence[Span]) -> bool:
    at = bisect_right(labels, source.start, key=lambda label: label.end)
    return at < len(labels) and labels[at].overlaps(source)


def _turns_in(text: str, mentions: Sequence[Mention]) -> Iterator[_Turn]:
    """The lines that begin with what may be a speaker's label."""
    if ": " not in text:
        return
    opening = len(text) - len(text.lstrip())
    for line in _LINE.finditer(text):
        label = _LABEL_ENDS.split(line["label"], maxsplit=1)[0].rstrip()
        source = Span(line.start("label"), line.start("label") + len(label))
        # A list begins its lines with such words too: "Police: 5 killed".
        is_known = source.start == opening and names_speaker(source, text, mentions)
        is_short = len(label.split()) <= _LONGEST_LABEL and not tells_speech(line["label"])
        if is_short and (is_known or _is_in_talk(source, text, mentions)):
            words = Span(line.start("words"), line.start("words") + len(line["words"].rstrip()))
            yield _Turn(line.start(), source, words)


def _is_in_talk(label: Span, text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a label is one of a talk's, an office or a name: "Q", "Mayor Sand", "Halin Herald"."""
    words = label.of(text).lower().split()
    title = words[: next((at for at, word in enumerate(words) if word in _OF), len(words))]
    if not (tables.cue_words()["office"] | _TALKS).isdisjoint(title[:1] + title[-1:]):
        return True
    return any(one.kind in NAMED and one.span.end == label.end for one in mentions_inside(mentions, label))


def _talk(text: str, turns: Sequence[_Turn]) -> list[_Turn]:
    """The turns, each up to the next one's label, where two speak or one does twice: a list has no two."""
    if len(turns) < _FEWEST and not (turns and _opens(text, turns[0])):
        return []
    ends = [*(following.start for following in turns[1:]), turns[-1].content.end]
    grown = (trimmed(text, turn.content.start, end) for turn, end in zip(turns, ends, strict=True))
    return [
        replace(turn, content=content or turn.content) for turn, content in zip(turns, grown, strict=True)
    ]


def _opens(text: str, turn: _Turn) -> bool:
    """Whether a report opens with a speaker and what they say, more than a name: "Governor of Halin: …".

    One name alone may be the place that a headline is about ("Tarn: 14 killed"), unless "we" speak.
    """
    label, words = turn.source.of(text), turn.content.of(text)
    if " " not in label and not label.isupper() and not calls_speaker(label) and not _OWN_WORDS.search(words):
        return False
    said = text[turn.content.start : min(turn.content.end, turn.content.start + _LOOK)].split()
    is_dateline = turn.source.of(text).isupper() and bool(
        _STOP.search(text, turn.content.start, turn.content.end)
    )
    return not text[: turn.source.start].strip() and len(said) >= _SHORTEST and not is_dateline
