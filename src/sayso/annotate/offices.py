"""Offices: where the report says who someone is, "Ana Oro, mayor of Orlo" or "Foreign Minister Oro"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.words import Class, Word, words_in
from sayso.model import MentionKind, Office, Reading, Span

__all__ = ["ANNOTATOR", "offices_in"]

RANKS = frozenset(
    "adm admiral brig brigadier capt captain cmdr col colonel commandant commodore corporal cpl cpt ensign gen"
    " general lieutenant lt ltc maj major marshal private pvt rear-admiral sergeant sgt spc specialist sublieutenant"
    " vice-admiral lieutenants sergeants colonels generals majors captains corporals staff-sergeant airman".split()
)
"""Military ranks, which stand in front of a name; each is an office of its own."""

TITLES = RANKS | frozenset(
    "activist adviser advisor aide ambassador analyst archbishop attaché attache attorney author ayatollah banker"
    " barrister bishop businessman cameraman candidate cardinal ceo cfo chair chairman chairperson chairwoman chancellor"
    " chief cleric co-chairman co-founder co-president coach collector columnist commander commander-in-chief"
    " commissioner congressman congresswoman constable consul consultant convener convenor coordinator coo coroner"
    " correspondent councillor councilman councilor counsel counsellor critic curator dean delegate deputy designer"
    " detective director director-general driver economist editor editor-in-chief emir engineer envoy executive founder"
    " frontrunner front-runner governor head headmaster historian imam inspector interpreter journalist judge justice"
    " king lawmaker lawyer leader lecturer magistrate manager mayor mediator member merchant midfielder minister monk"
    " mp mufti negotiator newsman nominee nun officer official ombudsman operator owner parliamentarian partner pastor"
    " patriarch photographer physician policeman politician pope premier presenter president priest prince princess"
    " principal producer professor prosecutor psychiatrist publisher queen rabbi rector rep reporter representative"
    " researcher ruler scientist secretary secretary-general sen senator shareholder sheikh sheriff singer soldier"
    " speaker spokesman spokesperson spokeswoman strategist student superintendent supervisor surgeon teacher"
    " technician treasurer trustee undersecretary under-secretary vice-chairman vice-chancellor vice-president"
    " vicepresident warden writer prime-minister minister-designate sarpanch mla organiser organizer farmer"
    " dissident rapporteur legislator fighter militant lieutenants reverend rev ministers deputies soldiers engineers"
    " senators sens reps".split()
)
"""The last word of a title."""

_BEFORE_TITLE = frozenset(
    "acting adjunct administrative advisory affairs agriculture air alleged armed army arms art artillery assistant"
    " associate attorney aviation budget business cabinet campaign chief civil commanding communications"
    " communist conservative co corporate counterterrorism crime criminal crown culture cyber defence defense"
    " democratic deputy development diplomatic district division economic economy education elected elections energy"
    " environment environmental executive federal field finance financial first foreign former front-runner fire"
    " fourth general global government group head health high home honorary hrd human immigration incoming industry"
    " information intelligence interim interior international investigative islamic joint junior justice labor labour"
    " land late law lead leading legal local main managing marketing medical military mining mineral national naval"
    " new news office oil operating operations opposition outgoing parliamentary party permanent police policy"
    " political press presidential presidency presumptive previous prime principal private program project provincial"
    " public publishing regional relations religious research resident retired right rights rebel rural school science"
    " second secretary security senior service shadow social software special sports staff state strategic"
    " subeditor technical tax terrorist then third top trade transport transportation treasury union urban veteran vice"
    " visiting water welfare working works petroleum planning tourism women youth suspected cell gang contra squad"
    " major lieutenant staff- detective petty warrant master features commercial affairs resources postmaster"
    " republican democratic de facto newly ex- ex political- front-bench foreign-policy national-security".split()
)
"""Words that belong to the title when they stand in front of its last word: "deputy defence minister"."""

# "Secretary of State" is one title; in "mayor of Orlo" the rest says what it is an office of.
_DOMAINS = frozenset(
    "state defense defence staff interior finance planning health justice operations parliament congress war"
    " tourism agriculture information foreign trade treasury energy education".split()
)
_RANKS_ABBREVIATED = frozenset("mr mrs ms miss dr prof sir lady hon rev msgr".split())
_JOINS = frozenset("of for at in to with".split())
_ARTICLES = frozenset("the a an his her its their our".split())
_BEING = frozenset("is was are were be been being becomes become became remains remained remain".split())
_HEADING = frozenset("heads headed chairs chaired leads led".split())
_NAMING = frozenset("as named elected appointed".split())
_MAX_TITLE, _MAX_BODY = 8, 14


@dataclass(frozen=True, slots=True)
class _Named:
    """A person's name among a sentence's words, `[first, last)`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Title:
    """A title and what it is an office of, as stretches of words; `end` is the word after both."""

    title: tuple[int, int]
    of: tuple[int, int] | None
    end: int


def offices_in(text: str, sentences: Sequence[Span], people: Iterable[Span]) -> Iterator[Office]:
    """The offices that the sentences say the people hold, each person and title once, in order."""
    names = sorted(people)
    found: dict[tuple[str, str], Office] = {}
    for sentence in sentences:
        words = [word for word in words_in(text, sentence.start, sentence.end) if word.text != "."]
        for person in names:
            if sentence.holds(person):
                for office in _offices_of(words, person):
                    _keep(text, found, office)
    yield from sorted(found.values(), key=lambda office: (office.person, office.title))


def _keep(text: str, found: dict[tuple[str, str], Office], office: Office) -> None:
    """Keep the fullest of the places where a document says the same of the same person."""
    key = office.person.of(text).lower().split()[-1], office.title.of(text).lower().split()[-1]
    known = found.get(key)
    if known is None or (len(office.person), office.of is not None) > (
        len(known.person),
        known.of is not None,
    ):
        found[key] = office


def _offices_of(words: Sequence[Word], person: Span) -> Iterator[Office]:
    inside = [at for at, word in enumerate(words) if person.start <= word.start and word.end <= person.end]
    if not inside:
        return
    named = _Named(inside[0], inside[-1] + 1)
    for said in (*_before(words, named.first), *_after(words, named.last)):
        yield Office(
            person=person, title=_span(words, said.title), of=_span(words, said.of) if said.of else None
        )


def _span(words: Sequence[Word], stretch: tuple[int, int]) -> Span:
    return Span(words[stretch[0]].start, words[stretch[1] - 1].end)


def _lower(words: Sequence[Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


# ---- in front of the name


def _before(words: Sequence[Word], first: int) -> Iterator[_Title]:
    """ "Foreign Minister Oro", "3d Brigade commander Col. Oro", "head of the Orlo council, Ana Oro"."""
    end = first
    while _lower(words, end - 1) in RANKS | _RANKS_ABBREVIATED and not _is_long_title(words, end):
        end -= 1
        if words[end].lower in RANKS:
            yield _Title((end, end + 1), None, end + 1)
    if _lower(words, end - 1) == ",":
        end -= 1
    title = _title_ending(words, end)
    if title is not None:
        yield title
        return
    body = _body_before(words, end)
    if body is not None:
        yield body


def _is_long_title(words: Sequence[Word], end: int) -> bool:
    """Whether what looks like a rank ends a longer title: "secretary general", "attorney general"."""
    return _lower(words, end - 1) == "general" and _lower(words, end - 2) in TITLES - RANKS


def _title_ending(words: Sequence[Word], end: int) -> _Title | None:
    """The title whose last word stands right before word `end`, with the body in front of it."""
    last = end - 1
    is_general = _is_long_title(words, end)
    if _lower(words, last) not in TITLES or words[last].cls is not Class.OPEN:
        return _domain_title_ending(words, end)
    start = last - 1 if is_general else last
    while start > max(0, end - _MAX_TITLE) and _belongs(words, start - 1):
        start -= 1
    while _lower(words, start) == "and":
        start += 1
    of = _body_in_front(words, start)
    return _Title((start, end), of, end)


def _belongs(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return (
        word.lower in _BEFORE_TITLE
        or word.lower in TITLES
        or (word.lower == "and" and _lower(words, at - 1) in TITLES)
    )


def _domain_title_ending(words: Sequence[Word], end: int) -> _Title | None:
    """ "Secretary of State Oro"."""
    start = end - 1
    if _lower(words, start) not in _DOMAINS or _lower(words, start - 1) != "of":
        return None
    title = _title_ending(words, start - 1)
    return None if title is None else _Title((title.title[0], end), title.of, end)


def _body_in_front(words: Sequence[Word], start: int) -> tuple[int, int] | None:
    """What stands in front of a title and says what it is an office of: "Orlo", "the Interior Ministry's"."""
    end = start
    if _lower(words, end - 1) == "'s":
        end -= 1
    first = end
    shouted = _is_shouted(words)
    while first > max(0, end - 6) and _is_body_word(words, first - 1, shouted=shouted):
        first -= 1
    return (first, end) if first < end else None


def _is_body_word(words: Sequence[Word], at: int, *, shouted: bool) -> bool:
    word = words[at]
    if word.cls is not Class.OPEN or word.lower in TITLES or word.lower == "'s":
        return False
    if shouted:
        return not word.lower.endswith(("ed", "ing")) and len(word.lower) > 1
    return word.is_name


def _is_shouted(words: Sequence[Word]) -> bool:
    return sum(word.text.isupper() for word in words) * 2 > len(words)


def _body_before(words: Sequence[Word], end: int) -> _Title | None:
    """ "president of the Orlo council Ana Oro": a title, "of", what it is an office of, then the name."""
    for at in range(end - 2, max(0, end - _MAX_BODY), -1):
        word = words[at]
        if word.lower in _JOINS and _lower(words, at - 1) in TITLES:
            title = _title_ending(words, at)
            begin = at + 1
            while _lower(words, begin) in _ARTICLES:
                begin += 1
            if title is not None and begin < end:
                return _Title(title.title, (begin, end), end)
            return None
        if word.cls not in (Class.OPEN, Class.DETERMINER, Class.NUMBER) and word.lower not in {
            "of",
            "and",
            "&",
            "(",
            ")",
        }:
            return None
    return None


# ---- after the name


def _after(words: Sequence[Word], last: int) -> Iterator[_Title]:
    """ "Ana Oro, the mayor of Orlo,", "Ana Oro, who heads the council", "Oro was elected president"."""
    at = _past_age(words, last)
    opened = _lower(words, at) == ","
    at += opened
    if _lower(words, at) == "who":
        opened, at = True, at + 1
    if _lower(words, at) in _HEADING and opened:
        yield from _heading(words, at)
        return
    linked = False
    while _lower(words, at) in _BEING | _NAMING | {"has", "had", "also", "will", "currently", "now", "then"}:
        linked, at = True, at + 1
    if not (opened or linked):
        return
    title = _title_starting(words, at)
    if title is not None and (linked or _closes(words, title.end)):
        yield title


def _past_age(words: Sequence[Word], at: int) -> int:
    if _lower(words, at) == "," and at + 1 < len(words) and words[at + 1].cls is Class.NUMBER:
        return at + 2
    return at


def _heading(words: Sequence[Word], at: int) -> Iterator[_Title]:
    body = _body_starting(words, at + 1)
    if body is not None:
        yield _Title((at, at + 1), body, body[1])


def _title_starting(words: Sequence[Word], at: int) -> _Title | None:
    """A title that begins at word `at`, article aside, and what it is an office of, before or after it."""
    while _lower(words, at) in _ARTICLES:
        at += 1
    last = _last_title_word(words, at)
    if last is None:
        return None
    start = last
    while start > at and _belongs(words, start - 1):
        start -= 1
    end = last + 1
    if _lower(words, end) == "of" and _lower(words, end + 1) in _DOMAINS:
        end += 2
    front = (at, start - (_lower(words, start - 1) == "'s")) if start > at else None
    if _lower(words, end) in _JOINS:
        body = _body_starting(words, end + 1)
        if body is not None:
            return _Title((start, end), body, body[1])
    return _Title((start, end), front if front and front[0] < front[1] else None, end)


def _last_title_word(words: Sequence[Word], at: int) -> int | None:
    """The last word of the title in the noun phrase that begins at word `at`."""
    found = None
    for position in range(at, min(len(words), at + _MAX_TITLE + 2)):
        word = words[position]
        if word.lower in TITLES:
            found = position
        elif word.cls is not Class.OPEN and not (word.lower in {"and", "'s"}):
            break
        elif word.lower == "and" and found is None:
            break
    return found


def _body_starting(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    while _lower(words, at) in _ARTICLES:
        at += 1
    end = at
    while end < min(len(words), at + _MAX_BODY):
        word = words[end]
        is_linked = word.lower in {"of", "for", "and", "&", "the", "'s", "on"} and end > at
        if word.cls not in (Class.OPEN, Class.NUMBER) and not is_linked:
            break
        if word.lower.endswith("ed") and word.text.islower():
            break
        end += 1
    while end > at and words[end - 1].cls not in (Class.OPEN, Class.NUMBER):
        end -= 1
    return (at, end) if end > at else None


def _closes(words: Sequence[Word], at: int) -> bool:
    """Whether an apposition ends before word `at`."""
    return at >= len(words) or words[at].cls is not Class.OPEN


def _annotate(reading: Reading) -> Reading:
    people = [mention.span for mention in reading.mentions if mention.kind is MentionKind.PERSON]
    return replace(reading, offices=tuple(offices_in(reading.text, reading.sentences, people)))


ANNOTATOR = Annotator(
    name="offices",
    reads=frozenset({Layer.SENTENCES, Layer.MENTIONS}),
    writes=frozenset({Layer.OFFICES}),
    annotate=each(_annotate),
)
