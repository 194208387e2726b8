"""Drawing out: what somebody says in other words, as far as their sentence says nothing else.

To its end where only a harm or a second verb follows: "said a mine went off, killing nine". From its
beginning where they are named at its end. To both sides where they are named in between.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.attributions.reach import STATING, is_finite, touched
from sayso.annotate.attributions.speaking import tells
from sayso.annotate.quotations import MAY_OPEN
from sayso.annotate.words import Class, words_of
from sayso.model import Attribution, Near, Span, changed, trimmed

_GOES_ON = re.compile(r",\s+(?:\w+ly\s+)?(?P<doing>\w+ing)\b|\s+and\b", re.IGNORECASE)
_HARM = frozenset(
    "burning crippling damaging destroying displacing hitting hurting injuring killing maiming trapping"
    " uprooting wounding".split()
)
_SPEAKING = frozenset(
    "accusing adding arguing asking blaming calling citing claiming confirming declaring demanding denying"
    " describing insisting noting pointing praising promising quoting recalling rejecting reiterating saying"
    " stressing urging vowing warning".split()
)
_AGAINST = re.compile(r"(?:[,;]?\s+(?:but|whereas|while)|,\s+(?:where|which|whom)|;)\s+", re.IGNORECASE)
_LAST_AGAINST = re.compile(rf"(?:{_AGAINST.pattern})\Z", re.IGNORECASE)
_LEAD = re.compile(r"(?P<lead>[^\n:;()\[\]–—\"“”«»]*[^\W\d_]),\s+\Z")
"""What a sentence tells up to a comma, with nothing in it that may set it apart from what follows."""
_ADJUNCT = re.compile(r",\s+(?P<led>after|as|because|before|following|since|when)\s", re.IGNORECASE)
"""What tells more of what happened; "at a briefing" or "while answering" tells more of who speaks."""
_DONE_BY = re.compile(r"\bby\b", re.IGNORECASE)
_REST = re.compile(r",\s+(?P<led>[^\W\d_])")
_BULLETS = "-–•▪·* "
_GAP = 30
"""Characters between somebody and what sets their words against another's, at the most."""
_FEWEST_SAID = 4
"""Words of the shortest statement that a content is taken for."""


def drawn_out(
    text: str, attributions: Sequence[Attribution], *, sentences: Sequence[Span]
) -> list[Attribution]:
    """The attributions, each to the end of its sentence where what follows can only be said by the same.

    On the reports kept back this is so of eight in nine that go on with "and", and of all with a participle.
    """
    others = Near((one.source, one) for one in attributions if one.source is not None)
    attributions = [changed(one, content=_apart(text, one, others)) for one in attributions]
    cues = Near((one.cue, one) for one in attributions if one.cue is not None)
    attributions = [changed(one, content=_from_source(one, cues)) for one in attributions]
    marks = Near((mark, mark) for one in attributions for mark in (one.source, one.cue) if mark is not None)
    return [drawn for one in attributions for drawn in _drawn(text, one, marks, sentences)]


def _drawn(
    text: str, one: Attribution, marks: Near[Span], sentences: Sequence[Span]
) -> Iterator[Attribution]:
    """The attribution drawn out; where the speaker stands in between, the rest of what they say, too."""
    home = touched(sentences, one.content)
    if one.cue is None or not home or text[one.content.start] in MAY_OPEN:
        yield one
        return
    own = [mark for mark in (one.source, one.cue) if mark is not None]
    said = Span(min(mark.start for mark in own), max(mark.end for mark in own))
    if _DONE_BY.search(text, said.start, said.end):
        yield one
        return
    content, other = one.content, None
    if content.end <= said.start:
        content = _drawn_back(text, content, marks, home[0])
        other = _run_behind(text, content, said, marks, home[0])
    elif content.start >= said.end:
        content = _drawn_out(text, one, one.cue, marks, home[-1])
        other = _run_before(text, said, marks, home[0])
    runs = sorted(filter(None, (content, other)), key=len)
    yield changed(one, content=runs.pop())
    if runs and _tells(text, *runs):
        yield changed(one, content=runs[0], cue=None)


def _from_source(one: Attribution, cues: Near[Attribution]) -> Span:
    """The content with whoever speaks in it: of "reports that Oro said …", with Oro."""
    for other in cues.touching(one.content):
        source = other.source
        is_cut = other.cue is not None and other.cue.start <= one.content.start
        if is_cut and source and one.cue and one.cue.end <= source.start < source.end <= one.content.start:
            return Span(source.start, one.content.end)
    return one.content


def _apart(text: str, one: Attribution, others: Near[Attribution]) -> Span:
    """The content without another's words that its sentence sets against it or beside it.

    "But the mayor said three", "in Veld, where police say 14 died", "nine fled, police said, but".
    """
    content = one.content
    if one.cue is None or text[content.start] in MAY_OPEN:
        return content
    for other in others.touching(content):
        marks = [mark for mark in (other.source, other.cue) if mark is not None and content.holds(mark)]
        start, end = (marks[0].start, max(mark.end for mark in marks)) if marks else (0, 0)
        cut: Span | None = None
        if marks and one.cue.end <= content.start:
            against = _LAST_AGAINST.search(text, max(content.start, start - _GAP), start)
            cut = against and trimmed(text, content.start, against.start())
        elif marks and other.content.end <= start:
            against = _AGAINST.match(text, end, content.end)
            cut = against and trimmed(text, against.end(), content.end)
        if cut:
            return cut
    return content


def _drawn_back(text: str, content: Span, marks: Near[Span], home: Span) -> Span:
    """The content from where its sentence begins, if what leads up to it is nobody else's."""
    lead = _LEAD.fullmatch(text, home.start, content.start) if home.start < content.start else None
    if lead is None or marks.touching(Span(*lead.span())):
        return content
    return trimmed(text, home.start, content.end, strip=_BULLETS) or content


def _run_before(text: str, said: Span, marks: Near[Span], home: Span) -> Span | None:
    """What is told before a speaker who is named between two commas: "Nine fell, the army says, at dawn"."""
    lead = _LEAD.fullmatch(text, home.start, said.start) if home.start < said.start else None
    if lead is None or not text.startswith(",", said.end) or marks.touching(Span(*lead.span("lead"))):
        return None
    run = trimmed(text, *lead.span("lead"), strip=_BULLETS)
    return run if run and _tells(text, run) else None


def _run_behind(text: str, content: Span, said: Span, marks: Near[Span], home: Span) -> Span | None:
    """What is told behind such a speaker of when, where and why it was: "…, police say, when a wall fell".

    Or all that is told where it has only begun: "They had, said Oro, burned the mill".
    """
    is_begun = len(words_of(text, content)) < _FEWEST_SAID and not _tells(text, content)
    rest = (_REST if is_begun else _ADJUNCT).match(text, said.end, home.end)
    if rest is None or marks.touching(Span(rest.end(), home.end)):
        return None
    return trimmed(text, rest.start("led"), home.end, strip=".")


def _tells(text: str, run: Span) -> bool:
    """Whether words tell of something, or of how many."""
    words = words_of(text, run)
    return tells(words) or any(word.cls is Class.NUMBER for word in words)


def _drawn_out(text: str, one: Attribution, cue: Span, marks: Near[Span], home: Span) -> Span:
    content = one.content
    if content.end >= home.end:
        return content
    goes_on = _GOES_ON.match(text, content.end, home.end)
    is_one_voice = goes_on and _is_same_voice(cue.of(text), goes_on["doing"])
    if not is_one_voice and not _is_begun(text, cue, content):
        return content
    others = [mark.start for mark in marks.touching(Span(content.end, home.end)) if mark.start >= content.end]
    return content if others else trimmed(text, content.start, home.end, strip=".") or content


def _is_begun(text: str, cue: Span, content: Span) -> bool:
    """Whether a clause has come no further than its subject: "said that the strike, crippled by frost"."""
    is_led_in = text[cue.end : content.start].split()[-1:] == ["that"]
    is_open = text.startswith(",", content.end)
    return is_led_in and is_open and not any(is_finite(word) for word in words_of(text, content))


def _is_same_voice(cue: str, doing: str | None) -> bool:
    """Whether whoever says what goes before says as well that something does this."""
    if doing is not None and doing.lower() in _HARM:
        return True
    is_said = cue.lower().split()[-1] in STATING
    return is_said and (doing is None or doing.lower() not in _SPEAKING)
