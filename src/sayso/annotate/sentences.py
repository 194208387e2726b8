"""Sentences: the stretches between full stops, never across a paragraph, never inside the dateline."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.model import Reading, Span, trimmed

# A full stop after these does not end a sentence, however large the next letter. Months and "No." only in
# front of a digit, "St." and the titles only in front of a name, but telling those apart gained nothing.
_ABBREVIATIONS = frozenset(
    (
        "adm amb apr art assn aug ave bldg brig bros capt cf cmdr co col corp cpl dec dept det dist dr e.g"
        " est etc feb fig fr ft gen gov hon i.e inc insp jan jr jul jun lt ltd maj mar messrs mr mrs ms mt"
        " no nos nov oct pres prof pvt rep reps rev sen sens sep sept sgt sr st supt ret vs vol a.m p.m u.s"
        " u.k u.n a.k.a"
    ).split()
)
# Those that no name follows end one where the next word is one that a sentence begins with.
_MAY_END = frozenset("a.m co corp dec etc inc jr ltd nov oct p.m sept sr u.k u.n u.s".split())
_BEGINS = re.compile(
    r"\s+(?:A|An|And|At|But|He|Her|His|However|In|It|Its|Meanwhile|On|She|That|The|Their|There|These|They|This"
    r"|Those|We|When)\s"
)
_LAST_WORD, _LONGEST_WORD = re.compile(r"[\w.&-]*$"), 40
_INITIALS, _LONGEST_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.){1,3}[A-Z]\Z"), 8
# After these stand the letters of a place or body: "Orlo, D.C.", "of the O.B.I."
_BEFORE_ACRONYM = re.compile(r"(?:,|\b(?i:a|an|at|from|in|near|of|the|to))\s\Z")
_LONGEST_BEFORE = 6
# A row of stops is looked at once, from its first: a hundred thousand of them may stand in a row.
_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++(?:[\"”’»')\]]*+(?=\s)|[\"”’»')\]]+(?=[\"“‘A-Z]))"
    r"|(?<=[a-z]{2})[.!?](?=[\"“‘]?[A-Z][a-z])"  # pasted pages lose the space between paragraphs
)
_OPENS = re.compile(r"\s+[\"“‘«(\['-]*\s?[\w¡¿]")
# A row of spaces is looked at once, too.
_SPACES = r"(?:(?<![ \t\xa0])[ \t\xa0]++)?"
_BREAK = re.compile(rf"{_SPACES}(?:\r?\n[ \t\xa0]*+){{2,}}|\u2029")
_LINE_END = re.compile(rf"{_SPACES}[\n\u2028\x85][ \t\xa0]*+")
_ENDS_LINE = re.compile(r"[.!?:;\"”’)\]]$")
# Of 143,569 sentences in the reports to learn from, 11 have over 2,000 characters; the longest has 3,303.
_LONGEST = 4_000
_CLAUSE_ENDS = ("; ", ", ", " ")
# A text is hard-wrapped when most of its lines run on to one width; wire terminals used 60 to 80 columns.
_WRAP_WIDTHS = range(45, 110)
_BEGINNING = 1_000


def sentences_in(text: str, *, skip: Span | None = None) -> Iterator[Span]:
    """The sentences of `text`, in order, white space trimmed; `skip` (a dateline) is left out.

    What goes on for more than 4,000 characters without a stop is cut where a clause or a word ends: it is a
    list, and what readers do about a sentence may cost the square of its length.
    """
    for sentence in _to_their_stops(text, skip=skip):
        yield from [sentence] if len(sentence) <= _LONGEST else _cut(text, sentence)


def _cut(text: str, sentence: Span) -> Iterator[Span]:
    """What is too long for a sentence, in pieces."""
    start = sentence.start
    while start < sentence.end:
        end = min(sentence.end, start + _LONGEST)
        if end < sentence.end:
            ends = (text.rfind(mark, start + _LONGEST // 2, end) + 1 for mark in _CLAUSE_ENDS)
            end = next(filter(None, ends), end)
        piece = trimmed(text, start, end)
        if piece is not None:
            yield piece
        start = end


def _to_their_stops(text: str, *, skip: Span | None) -> Iterator[Span]:
    is_small = _is_small(text)
    for start, end in _paragraphs(text, skip=skip):
        begin = start
        for stop in _STOP.finditer(text, start, end):
            if _ends_sentence(text, begin, stop, end, is_small=is_small):
                sentence = trimmed(text, begin, stop.end())
                if sentence is not None:
                    yield sentence
                begin = stop.end()
        rest = trimmed(text, begin, end)
        if rest is not None:
            yield rest


def _paragraphs(text: str, *, skip: Span | None) -> Iterator[tuple[int, int]]:
    pieces = [(0, len(text))] if skip is None else [(0, skip.start), (skip.end, len(text))]
    wrapped = _is_wrapped(text)
    for low, high in pieces:
        start = low
        for gap in _BREAK.finditer(text, low, high):
            yield from _lines(text, start, gap.start(), wrapped=wrapped)
            start = gap.end()
        yield from _lines(text, start, high, wrapped=wrapped)


def _lines(text: str, start: int, end: int, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    """Split one paragraph at the line ends that are more than a wrap."""
    begin = start
    for gap in _LINE_END.finditer(text, start, end):
        following = text[gap.end() : gap.end() + 1]
        last = text[max(begin, gap.start() - 1) : gap.start()]
        if following.islower() or following in ",;)" or (wrapped and not _ENDS_LINE.match(last)):
            continue
        yield begin, gap.start()
        begin = gap.end()
    yield begin, end


def _is_wrapped(text: str) -> bool:
    lengths = [len(line) for line in text.splitlines() if line.strip()]
    widest = max(lengths, default=0)
    return (
        len(lengths) >= 4
        and widest in _WRAP_WIDTHS
        and sum(n > widest * 0.7 for n in lengths) * 2 > len(lengths)
    )


def _is_small(text: str) -> bool:
    """Whether the text is written without capitals, so that a small letter may begin a sentence."""
    # The capitals of its beginning are nearly always enough to tell.
    if sum(map(str.isupper, text[:_BEGINNING])) * 200 >= len(text):
        return False
    return text.islower() or sum(map(str.isupper, text)) * 200 < sum(map(str.islower, text))


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int, *, is_small: bool) -> bool:
    following = _OPENS.match(text, stop.end(), end)
    if following is not None and text[following.end() - 1].islower() and not is_small:
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(begin, stop.start() - _LONGEST_WORD), stop.start())
    last = word.group().lower() if word else ""
    is_initial = len(last) == 1 and last.isalpha() and last != "i" and text[stop.start() - 1].isupper()
    is_acronym = last in _MAY_END or _opens_name(text, begin, stop.start())
    if is_acronym and _BEGINS.match(text, stop.end(), end):
        return True
    return not (last in _ABBREVIATIONS or is_initial or is_acronym) or stop.end() == end


def _opens_name(text: str, begin: int, end: int) -> bool:
    """Whether initials end at `end` that a surname may follow: "J.D" of "Sen. J.D. Oro"."""
    found = _INITIALS.search(text, max(begin, end - _LONGEST_INITIALS), end)
    if found is None:
        return False
    before = max(begin, found.start() - _LONGEST_BEFORE)
    return _BEFORE_ACRONYM.search(text, before, found.start()) is None


def _annotate(reading: Reading) -> Reading:
    dateline = reading.document.dateline
    spans = sentences_in(reading.text, skip=dateline.span if dateline else None)
    return replace(reading, sentences=tuple(spans))


ANNOTATOR = Annotator(
    name="sentences", reads=frozenset(), writes=frozenset({Layer.SENTENCES}), annotate=each(_annotate)
)
