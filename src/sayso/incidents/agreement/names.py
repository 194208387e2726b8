"""Names of those who speak, taken apart: which body, of which country, or which person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.incidents.agreement.official import is_official
from sayso.incidents.words import fold, stem

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?")

_BODIES = (
    "ministry army command police hospital clinic prosecutor court brigade fire council government railway"
    " company party movement front union committee commission parliament navy presidency embassy foundation"
    " agency administration authority municipality mayor governor president premier coastguard"
    " militia battalion column monitor compact department mission service office directorate secretariat"
    " headquarters prefecture inspectorate institute organisation organization association federation network"
    " league society observatory generalstaff"
)
BODY_STEMS = frozenset(stem(word) for word in _BODIES.split()) | {"forc"}
"""Stems of the nouns that public and private bodies are named with."""
STATE_STEMS = frozenset(
    stem(word)
    for word in "ministry government army command presidency president premier forces generalstaff".split()
)
"""Bodies that speak for a state."""
TROOP_STEMS = frozenset({stem("army"), stem("forces")})
"""Bodies of which the bare noun means the state's own: "the Hill People's Army" is not "the army"."""
_SAME_BODY = {
    stem("mod"): stem("ministry"),
    stem("interior"): stem("interior"),
    stem("defense"): stem("defence"),
}
_FILLER = frozenset(
    stem(word)
    for word in (
        "spokesman spokeswoman spokesperson spokesmen official officials officer officers chief head director"
        " deputy colonel general major captain lieutenant sergeant brigadier commander doctor minister local"
        " city town state national senior duty statement communique bulletin briefing press"
        " media source sources group calling itself told who people late new own daily armed regular"
    ).split()
)
_DEMONYM = re.compile(r"(?:[a-z]{3}(?:an|ish|ese)|[a-z]{3}i)$")
_SUPERSEDED = r"(?:an?|the|our|its)\s(?:earlier|previous|original)\s(?:version|report|account|story|article)"
_OWN_VOICE = re.compile(
    rf"^(?:{_SUPERSEDED}(?:\sof\s(?:this|the|its|our)\s\w+)?|(?:this|our)\s(?:news)?(?:station|paper|agency|channel|newspaper|outlet|site|correspondent|reporter"
    r"|bulletin|article|story|report)s?|we|us|(?:a|an|its|our)\s(?:staff\s)?(?:correspondent|reporter)s?)$",
    re.IGNORECASE,
)
_SOMEBODY_OF = re.compile(
    r"(?:(?:a|an|the|one|another|two|some|several)\s)?(?:[\w-]+\s){0,3}?"
    r"(?:spokes(?:man|woman|person|men|people)|officials?|officers?|sources?|doctors?|nurses?|members?|directors?|heads?"
    r"|chiefs?|commanders?|employees?|workers?)\s(?:for|of|at|in|from|with)\s",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"^(?:(?:the|some|several|other|local|state|social|national|foreign|regional)\s)*"
    r"(?:media|news media|reports?|press|newspapers?|outlets|news agenc(?:y|ies)|sources|news reports)"
    r"(?:\sreports?)?$",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"['’]?s?\s(?:press|media|information|public affairs)"
    r"\s(?:service|office|centre|center|department|bureau)$"
    r"|\s(?:website|telegram channel|spokes(?:man|woman|person))$",
    re.IGNORECASE,
)


_FOR_THE_PRESS = re.compile(
    r"^(?:the\s)?(?:press|media|information|public affairs)\s"
    r"(?:service|office|centre|center|department|bureau)\s(?:of|for|at)\s",
    re.IGNORECASE,
)
_TWO_WORDS = re.compile(r"\b(coast|general)\s(guard|staff)\b", re.IGNORECASE)
"""Bodies written in two words of which neither names one."""
_SUPERSEDED_WORDS = re.compile(rf"^{_SUPERSEDED}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The words for a speaker, taken apart."""

    words: str
    bodies: frozenset[str]
    """Stems of its body nouns; empty for a person, an outlet and the unnamed."""
    marks: frozenset[str]
    """Stems that tell it from others of its kind: "interior", "central", a person's names."""
    lands: frozenset[str]
    """Stems of places and nationalities that say whose it is."""
    proper: bool
    """Whether it has a proper name at all; "a source" and "witnesses" have none."""

    @property
    def official(self) -> bool:
        """Whether it is a public body."""
        return is_official(self.words, self.bodies)


@lru_cache(maxsize=50_000)
def parsed(words: str) -> Name:
    """A speaker's words as a name: "Quendria's Defence Ministry" is a ministry, of defence, of Quendria."""
    bare = _TWO_WORDS.sub(r"\1\2", _FOR_THE_PRESS.sub("", _SERVICE.sub("", words.strip())))
    tokens = list(_tokens(bare))
    first = next((at for at, (word, _) in enumerate(tokens) if stem(word) in BODY_STEMS), None)
    lands = {stem(word) for word, land in tokens if land}
    kept = [(word, land) for word, land in tokens if stem(word) not in _FILLER]
    if first is None:
        marks = {stem(word) for word, _ in kept}
        return Name(
            words=words,
            bodies=frozenset(),
            marks=frozenset(marks),
            lands=frozenset(lands),
            proper=_is_proper(bare),
        )
    end = first
    while end + 1 < len(tokens) and stem(tokens[end + 1][0]) in BODY_STEMS:
        end += 1
    phrase = [item for item in tokens[: end + 1] if item in kept]
    after = {stem(word) for word, land in tokens[end + 1 :] if land}
    return Name(
        words=words,
        bodies=frozenset(stem(word) for word, _ in phrase if stem(word) in BODY_STEMS),
        marks=frozenset(stem(word) for word, land in phrase if not land and stem(word) not in BODY_STEMS),
        lands=frozenset({stem(word) for word, land in phrase if land} | after),
        proper=True,
    )


def body_in(words: str) -> str:
    """The body that somebody speaks for: "St. Anna hospital" for "a doctor at St. Anna hospital"."""
    found = _SOMEBODY_OF.match(words)
    rest = words[found.end() :] if found is not None else ""
    return rest if parsed(rest).bodies else words


def is_own_voice(words: str) -> bool:
    """Whether an outlet speaks of itself: "this station", "our correspondent"."""
    return _OWN_VOICE.match(words.strip()) is not None


def is_superseded(words: str) -> bool:
    """Whether an outlet quotes what it no longer says: "an earlier version of this article"."""
    return _SUPERSEDED_WORDS.match(words.strip()) is not None


def is_unnamed_media(words: str) -> bool:
    """Whether nothing is said but that others reported it: "local media", "reports"."""
    return _MEDIA.match(words.strip()) is not None


def _tokens(words: str) -> Iterator[tuple[str, bool]]:
    """The telling words, folded, each with whether it says whose or where the body is."""
    before = ""
    for match in _WORD.finditer(words):
        token = match.group()
        word = fold(token)
        if (len(word) > 2 or token.isupper() or word.isdecimal()) and word not in _ARTICLES:
            capital = token[:1].isupper()
            possessive = token.endswith(("'s", "’s", "s'", "s’"))
            land = capital and (
                before in ("in", "of", "from", "for") or possessive or bool(_DEMONYM.search(word))
            )
            yield word, land
        before = word


_ARTICLES = frozenset("a an the and for its his her their our".split())


def _is_proper(words: str) -> bool:
    tokens = [match.group() for match in _WORD.finditer(words)]
    return any(
        token[:1].isupper()
        for at, token in enumerate(tokens)
        if (at > 0 and fold(tokens[at - 1]) not in ("in", "from", "near", "of", "at"))
        or (at == 0 and fold(token) not in _OPENERS)
    )


_OPENERS = frozenset(
    "a an the some several two three four five many one witnesses residents local officials neighbours"
    " relatives survivors villagers people reports sources others".split()
)
