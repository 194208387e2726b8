"""The scope of a count: a whole toll, a part of one, a sum over some time, or a superseded one."""

import re

from sayso.model import Scope, Span

_BEFORE, _AFTER = 60, 60
_CLAUSE_END = re.compile(r"[.;:!?\n]|, (?:and|but|while|said|says)\b")

_NUMBER = r"(?:\w+[ -])?\w+"
_PART_BEFORE = re.compile(
    r"\b(?:including|among(?:st)?(?: them| the \w+)?(?: (?:were|was|are|is))?|of (?:them|whom|these|those),?"
    r"|counting|a further part)\s*$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"^\W{0,2}(?:of (?:them|whom|the (?:dead|killed|wounded|injured|victims|missing|hurt))\b"
    r"|(?:patients |people |others |victims )?(?:remain(?:ed|s)?|were still|are still)\s(?:\w+\s){0,3}"
    r"(?:in hospital|hospitali[sz]ed|missing|critical|in (?:a )?(?:critical|serious|intensive))"
    r"|(?:patients |people |victims )?(?:are|were|was) in (?:a )?(?:critical|serious|grave|intensive)"
    r"|(?:patients |people )?in (?:a )?(?:critical|serious|grave|intensive)"
    r"|(?:(?!(?:were|was|are|is|been|being)\b)\w+\s){0,3}(?:critically|seriously|gravely)\b)",
    re.IGNORECASE,
)
_GLIMPSE_BEFORE = re.compile(
    r"\b(?:I|we|who|reporters?|correspondents?|workers)\s(?:\w+\s)?(?:saw|counted|carried|pulled out|helped)"
    r"\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_LONG_AGO = (
    r"(?:the )?(?:war|conflict|fighting|uprising|insurgency|offensive|siege|crisis|unrest|campaign|invasion)"
)
_UNIT = r"(?:days?|weeks?|months?|years?|decades?)"
_WINDOW = re.compile(
    rf"(?<!missing )\bsince (?:the (?:start|beginning|outbreak) of\b|{_LONG_AGO}\b|last\b|early\b|late\b|mid-"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d|(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b|then\b)"
    rf"|\b(?:this|so far this) (?:week|month|year)\b|\bso far this\b"
    rf"|\b(?:in|over|during|within|for) the (?:past|last|previous) (?:\w+ ){{0,2}}{_UNIT}\b"
    r"|\bin (?:\w+ ){0,2}(?:separate|unrelated) (?:\w+ )?\w+s\b"
    rf"|\bin (?:\w+|\d+) {_UNIT} of\b|\bper (?:day|week|month|year)\b"
    r"|^\s(?:\w+\s)?(?:a|each|every) (?:day|week|month|year)\b(?!\s(?:earlier|later|before|after|ago|since))"
    rf"|\b(?:in|during|throughout) {_LONG_AGO} of \d{{4}}\b|\bsince \d{{4}}\b",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest|worst"
    r"|(?:dead|blood|heav|bigg|larg|fierc|great|grav|strong)i?est) (?:\w+ ){0,2}\w+,?\s*$",
    re.IGNORECASE,
)
"""A happening told by its rank: "the third attack", "the deadliest single strike"."""
_EARLIER_BEFORE = re.compile(
    r"\b(?:(?:up|down|revised|raised|lowered|rose|risen|rising|increased|fell|changed|corrected)\b[^.;]{0,40}"
    r"\bfrom|earlier|initially|previously|at first|first (?:said|reported|put at)|originally"
    r"|(?:earlier|previous|initial|first) (?:\w+ ){0,2}of|instead of|not)\s(?:\w+\s)?$"
    r"|\b(?:earlier|initially|previously|originally|at first)\s(?:put|said|reported|gave|given|announced"
    r"|counted|estimated|spoken? of)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_EARLIER_AFTER = re.compile(
    r"^(?:\s\w+){0,3}\s(?:had been |were |was )?(?:first|initially|earlier|previously|originally)\s"
    r"(?:reported|said|given|announced|counted|put)",
    re.IGNORECASE,
)
_RISEN = re.compile(
    r"\b(?:toll|deaths?|dead|fatalities|number of (?:dead|deaths|victims))\b[^.;\n]{0,90}"
    r"\b(?:rose|rises|risen|rising|climbed|climbs|increased|jumped|went up|up)\b[^.;\n]{0,20}\bto\s"
    r"|\b(?:bring|brings|bringing|brought|take|takes|taking|took|raise|raises|raising|raised|push|pushes|pushing"
    r"|pushed)\s(?:[\w'’]+\s){0,4}(?:toll|deaths?|dead|fatalities)\b[^.;\n]{0,30}\bto\s",
    re.IGNORECASE,
)
"""What comes after it is the whole; what else the sentence counts among the dead has been added."""
_DEATH = re.compile(
    r"\b(?:died|dies|dead|deaths?|killed|killing|succumbed|perished|bod(?:y|ies))\b", re.IGNORECASE
)
_NUMBER_NEXT = re.compile(
    r"(?:(?:at|least|about|around|some|more|than|nearly|almost|over|as|many)\s){0,3}", re.IGNORECASE
)
_SENTENCE = 200
_NEAR = 2
_STOP = re.compile(r"[.;!?\n]")


def scope_of(text: str, toll: Span) -> Scope:
    """What a toll counts, told by the words of its clause.

    "Eleven of them children" is a part, "since Monday" a window, "raised from three" an earlier count, and
    what one person saw of the dead a part too: nobody sees all of them.
    """
    before, after = _clause(text, toll)
    words = toll.of(text)
    if _EARLIER_BEFORE.search(before) or _EARLIER_AFTER.search(after):
        return Scope.EARLIER
    if _PART_BEFORE.search(before) or _PART_AFTER.search(after) or _GLIMPSE_BEFORE.search(before):
        return Scope.PART
    if _PART_AFTER.search(words.partition(" ")[2]):
        return Scope.PART
    if _is_over_time(before) or _is_over_time(after):
        return Scope.WINDOW
    told = " ".join((*before.split()[-_NEAR:], words, after))
    return Scope.PART if _DEATH.search(told) and _is_added(text, toll) else Scope.WHOLE


def _is_over_time(clause: str) -> bool:
    """Whether a clause counts over a while; "the third attack this week" counts attacks, not their dead."""
    return any(not _RANKED.search(clause, 0, window.start()) for window in _WINDOW.finditer(clause))


def _is_added(text: str, toll: Span) -> bool:
    """Whether the toll's sentence tells a whole that it came to: "five died, so that the toll rose to 14"."""
    start, end = max(0, toll.start - _SENTENCE), toll.end + _SENTENCE
    cuts = [match.end() for match in _STOP.finditer(text, start, toll.start)]
    cut = _STOP.search(text, toll.end, end)
    risen = _RISEN.search(text, cuts[-1] if cuts else start, cut.start() if cut else end)
    return risen is not None and not _NUMBER_NEXT.fullmatch(text, risen.end(), toll.start)


def _clause(text: str, toll: Span) -> tuple[str, str]:
    """The words of the toll's own clause before and after it."""
    before = text[max(0, toll.start - _BEFORE) : toll.start]
    cuts = [match.end() for match in _CLAUSE_END.finditer(before)]
    after = text[toll.end : toll.end + _AFTER]
    cut = _CLAUSE_END.search(after)
    return before[cuts[-1] :] if cuts else before, after[: cut.start()] if cut else after
