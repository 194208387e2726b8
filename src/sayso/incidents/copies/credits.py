"""Credits: whom a report names as the outlet or agency that its words come from."""

import re
from collections.abc import Iterable

from sayso.incidents.copies.owners import Owners, folded
from sayso.model import Document

_NAME = r"[A-Z][\w&.'’-]*(?:[ -](?:of |the |and |de |du )?[A-Z][\w&.'’-]*){0,5}"
_SAID = r"quot(?:es|ed)|reports|reported|cites|cited|writes|wrote|has learned|carried"
_BY = "By|BY|Source|SOURCE|Via|From|Reporting by"
_FROM = (
    "according to|told|citing|quoted by|reported by|report by|statement (?:by|of|from)|courtesy of|"
    "first published (?:by|in)|reprinted from|by arrangement with"
)
_CREDITS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        # (Reuters), (AP), [Orlan Press], /TW/
        r"[(\[]([^()\[\]\n]{2,50})[)\]]",
        r"/([A-Z][A-Za-z ]{1,30})/",
        # © 2031 Tessera Wire; (c) Tessera Wire
        rf"(?:©|\([cC]\)|[Cc]opyright)[ ,]*(?:\d{{4}})?[ ,]*(?:[Tt]he )?({_NAME})",
        # By Tessera Wire; Source: Orlan Press; From our partners at Orlan Press
        rf"^(?:{_BY})\b:? (?:[\w .]+, |[\w ]+ (?:at|of) )?({_NAME})[ .]*$",
        # a line of its own
        rf"^[-–— ]*({_NAME})[ .]*$",
        # Tessera Wire quotes; the Courant reported; … the daily Courant, citing …
        rf"({_NAME}),? (?:has |had )?(?:{_SAID})\b",
        rf"\b(?i:{_FROM}) (?:the )?({_NAME})",
        # The Interior Ministry has issued the following statement
        rf"({_NAME}) (?:has |have |had )?(?:issued|released|published|put out) (?:the following|this)\b",
    )
)
# "PR" or "UK" stand in brackets for much else than an outlet's initials; two letters need brackets, and all
# the initials of a name of two words.
_FEWEST_INITIALS = 2


def credits_of(document: Document) -> frozenset[str]:
    """Names in the places where credits stand, folded: most of them no outlets at all."""
    named: set[str] = {folded(match.group(1)) for each in _CREDITS for match in each.finditer(document.text)}
    if document.byline:
        named.add(folded(re.sub(r"^\s*[Bb][Yy]\s+", "", document.byline)))
    if document.dateline and document.dateline.agency:
        named.add(folded(document.dateline.agency))
    return frozenset(named - {""})


def is_credited(outlet: str, credits: Iterable[str], *, owners: Owners) -> bool:
    """Whether one of the folded names in a report's credits means this outlet.

    It may be named in full, by a name from the owner table, by its initials, or by at least two words of
    its name ("the Interior Ministry" for a ministry's press service).
    """
    names = {folded(name) for name in owners.names(outlet)}
    return any(_means(credit, name) for credit in credits for name in names)


def _means(credit: str, name: str) -> bool:
    if credit == name:
        return True
    said, known = credit.split(), name.split()
    initials = "".join(word[0] for word in known)
    if len(initials) >= _FEWEST_INITIALS and credit.replace(" ", "") == initials:
        return True
    if len(known) > 1 and _follows(known, said):
        return True
    return len(said) > 1 and set(said) <= set(known)


def _follows(name: list[str], words: list[str]) -> bool:
    return any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))
