"""Official: whether those who speak do so for a public body, and do not only work or heal in one."""

import re
from collections.abc import Collection

from sayso.incidents.words import fold, stem

_BODIES = frozenset(
    stem(word)
    for word in (
        "ministry army command police hospital prosecutor court brigade fire council government parliament"
        " navy presidency embassy administration authority municipality mayor governor president premier"
        " coastguard forces generalstaff service office directorate secretariat headquarters prefecture"
        " inspectorate"
    ).split()
)
_HOLDERS = frozenset(
    stem(word)
    for word in "minister sheriff coroner official officials policeman policemen policewoman".split()
)
"""Those who hold a public office, whose body need not be named."""
_PRIVATE = frozenset(
    stem(word)
    for word in (
        "doctor doctors nurse nurses medic medics surgeon surgeons paramedic paramedics source sources"
        " employee employees patient patients former ex retired veteran veterans deserter deserters defector"
        " defectors company party university school church club union association airline bank rebel rebels"
        " insurgent insurgents guerrilla guerrillas separatist separatists militia militias opposition front"
        " movement proclaimed styled"
    ).split()
)
"""Whoever is called so speaks for no public body, even where one is named."""
_WORD = re.compile(r"[^\W\d_]+")
_NAMED_RANK = re.compile(
    r"\b(?:Sgt|Sergeant|Lt|Lieutenant|Capt|Captain|Maj|Major|Col|Colonel|Brig|Brigadier|Gen|General|Adm|Admiral"
    r"|Cpl|Corporal|Det|Detective|Insp|Inspector|Supt|Superintendent)\b\.?,? (?:[A-Z]\w*\.? )*[A-Z]\w+"
)
"""An officer with a name answers for the force; "a lieutenant" who gives none does not."""


def is_official(words: str, bodies: Collection[str]) -> bool:
    """Whether a speaker's words, of which `bodies` are stems of nouns for bodies, mean a public body."""
    called = {stem(word) for word in _WORD.findall(fold(words))}
    if not called.isdisjoint(_PRIVATE):
        return False
    known = not _BODIES.isdisjoint(bodies) or not called.isdisjoint(_HOLDERS)
    return known or _NAMED_RANK.search(words) is not None
