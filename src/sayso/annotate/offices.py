"""Offices: where the report says who someone is, "Ana Oro, mayor of Orlo" or "Foreign Minister Oro"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.annotate import tables
from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.words import Class, Word, words_in
from sayso.model import Mention, MentionKind, Office, Reading, Span

__all__ = ["ANNOTATOR", "offices_in"]

RANKS = frozenset(
    "adm admiral brig brigadier capt captain cmdr col colonel commandant commodore corporal cpl cpt ensign gen"
    " general lieutenant lt ltc maj major marshal private pvt rear-admiral sergeant sgt spc specialist sublieutenant"
    " vice-admiral lieutenants sergeants colonels generals majors captains corporals staff-sergeant airman".split()
)
"""Military ranks, which stand in front of a name; each is an office of its own."""

TITLES = RANKS | frozenset(
    "activist adviser advisor aide ambassador analyst archbishop attaché attache attorney  ayatollah "
    " barrister bishop  cameraman candidate cardinal ceo cfo chair chairman chairperson chairwoman chancellor"
    " chief cleric co-chairman co-founder co-president coach collector  commander commander-in-chief"
    " commissioner congressman congresswoman constable consul consultant convener convenor coordinator coo coroner"
    " correspondent councillor councilman councilor counsel counsellor  curator dean delegate deputy "
    " detective director director-general   editor editor-in-chief emir engineer envoy executive founder"
    " frontrunner front-runner governor head headmaster historian imam inspector interpreter journalist judge justice"
    "  lawmaker lawyer leader lecturer magistrate manager mayor mediator member merchant  minister monk"
    " mp mufti negotiator newsman nominee nun officer official ombudsman   parliamentarian partner pastor"
    " patriarch photographer physician policeman politician pope premier  president priest  princess"
    " principal producer professor prosecutor psychiatrist publisher  rabbi rector rep reporter representative"
    " researcher ruler scientist secretary secretary-general sen senator  sheikh sheriff  "
    " speaker spokesman spokesperson spokeswoman strategist student superintendent supervisor surgeon teacher"
    " technician treasurer trustee undersecretary under-secretary vice-chairman vice-chancellor vice-president"
    " vicepresident warden  prime-minister minister-designate sarpanch mla organiser organizer "
    " dissident rapporteur legislator  militant lieutenants reverend rev ministers deputies  engineers"
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
    " new news oil operating operations opposition outgoing parliamentary party permanent police policy"
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
_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss dr prof sir lady hon rev msgr".split())
_BODIES = frozenset(
    "army navy police ministry council brigade battalion division party front union federation association committee"
    " command department government congress senate court academy university radio television church bank corp force"
    " forces air agency office assembly treasury diocese movement city town village district province region".split()
)
_PORTFOLIOS = frozenset("minister ministers undersecretary under-secretary".split())
# Titles that a single name may follow.
_ALONE = frozenset("minister president premier chancellor senator governor".split())
_JOINS = frozenset("of for at in to with".split())
_ARTICLES = frozenset("the a an his her its their our".split())
_BEING = frozenset("is was are were be been being becomes become became remains remained remain".split())
_HEADING = frozenset("heads headed chairs chaired leads led".split())
_NAMING = frozenset("as named elected appointed".split())
_MAX_TITLE, _MAX_BODY = 8, 14


@dataclass(frozen=True, slots=True)
class _Title:
    """A title and what it is an office of, as stretches of words; `end` is the word after both."""

    title: tuple[int, int]
    of: tuple[int, int] | None
    end: int


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence's words, which of them name people, and which name anything else."""

    words: Sequence[Word]
    people: tuple[tuple[int, int], ...]
    named: frozenset[int]
    """The words inside names that are no person's."""
    is_shouted: bool
    """Whether it is printed in capitals."""
    is_small: bool
    """Whether it is printed without any."""

    @classmethod
    def of(cls, words: Sequence[Word], mentions: Iterable[Mention]) -> "_Scene":
        """The scene of a sentence, with the people that a title in front tells and no mention does."""
        is_shouted = sum(word.text.isupper() for word in words) * 2 > len(words)
        people, named = [], set()
        for mention in mentions:
            inside = [
                at for at, word in enumerate(words) if mention.span.start <= word.start < mention.span.end
            ]
            if mention.kind is not MentionKind.PERSON:
                named.update(inside)
            elif inside:
                people.append(_without_title(words, inside[0], inside[-1] + 1))
        told = {at for first, last in people for at in range(first, last)}
        for guess in _guessed(words, is_shouted=is_shouted):
            if told.isdisjoint(range(*guess)) and not named.issuperset(range(*guess)):
                people.append(guess)
        is_small = not any(word.is_name for word in words)
        return cls(words, tuple(sorted(people)), frozenset(named), is_shouted, is_small)


def _without_title(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """A name without the title that a mention took in: "Foreign Undersecretary Ana Oro"."""
    for at in range(last - 2, first - 1, -1):
        is_domain = _lower(words, at) in _DOMAINS and _lower(words, at - 1) == "of"
        if _lower(words, at) in TITLES or is_domain:
            return at + 1, last
    return first, last


def _guessed(words: Sequence[Word], *, is_shouted: bool) -> Iterator[tuple[int, int]]:
    """The names that only the title in front of them tells, whatever letters the copy is printed in."""
    common = tables.words("common_words.txt")
    may_be_small = is_shouted or not any(word.is_name for word in words)
    for title, word in enumerate(words[:-1]):
        first = title + 1
        if word.lower not in TITLES or word.lower in RANKS - {"general"} and not is_shouted:
            continue
        last = first
        while last < min(len(words), first + 5) and _is_name_word(words[last], common, is_shouted=is_shouted):
            if not (words[last].is_name or may_be_small):
                break
            last += 1
        if last - first > 1 or (last > first and words[first].text.islower() and word.lower in _ALONE):
            yield first, last


def _is_name_word(word: Word, common: frozenset[str], *, is_shouted: bool) -> bool:
    if (
        word.cls is not Class.OPEN
        or word.lower in TITLES
        or word.lower in _BEFORE_TITLE
        or word.lower == "'s"
    ):
        return False
    if word.is_name and not is_shouted:
        return True
    if word.lower in tables.words("given_names.txt") or word.lower in tables.words("surnames.txt"):
        return not is_shouted or word.lower not in common
    return word.text[0].isalpha() and (word.lower not in common or len(word.lower) == 1)


def offices_in(text: str, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Office]:
    """The offices that the sentences give people, each person and title once, in order."""
    found: dict[tuple[str, str], Office] = {}
    for sentence in sentences:
        said = words_in(text, sentence.start, sentence.end)
        words = [word for word in said if word.text != "." and word.text.isprintable()]
        scene = _Scene.of(words, [mention for mention in mentions if sentence.holds(mention.span)])
        for person in scene.people:
            for office in _offices_of(text, scene, person):
                _keep(text, found, office)
    yield from _without_bare_ranks(
        text, sorted(found.values(), key=lambda office: (office.person, office.title))
    )


def _keep(text: str, found: dict[tuple[str, str], Office], office: Office) -> None:
    """Keep the fullest of the places where a document says the same of the same person."""
    key = _last_word(text, office.person), _core(text, office.title)
    known = found.get(key)
    if known is None or (office.of is not None, len(office.person)) > (
        known.of is not None,
        len(known.person),
    ):
        found[key] = office


def _without_bare_ranks(text: str, offices: Sequence[Office]) -> Iterator[Office]:
    """The offices without the ranks of people whose office is told: "Col. Oro" is the brigade's commander."""
    told = {_last_word(text, office.person) for office in offices if not _is_rank(text, office.title)}
    for office in offices:
        if not (_is_rank(text, office.title) and _last_word(text, office.person) in told):
            yield office


def _is_rank(text: str, title: Span) -> bool:
    return _last_word(text, title) in RANKS


def _core(text: str, title: Span) -> str:
    """The word that makes the title one, in lower case: "minister" for "Minister for the North"."""
    said = [word.lower for word in words_in(text, title.start, title.end)]
    return next((word for word in said if word in _PORTFOLIOS), _last_word(text, title))


def _last_word(text: str, span: Span) -> str:
    return span.of(text).lower().rstrip(".").split()[-1]


def _offices_of(text: str, scene: _Scene, person: tuple[int, int]) -> Iterator[Office]:
    for said in _before(scene, person[0]):
        of = said.of or _body_behind(scene, person[1])
        yield _office(text, scene, person, replace(said, of=of))
    for said in _after(scene, person[1]):
        yield _office(text, scene, person, said)


def _office(text: str, scene: _Scene, person: tuple[int, int], said: _Title) -> Office:
    title = _span(scene.words, said.title)
    if _is_rank(text, title) and text[title.end : title.end + 1] == ".":
        title = Span(title.start, title.end + 1)  # Col.
    return Office(
        person=_span(scene.words, person), title=title, of=_span(scene.words, said.of) if said.of else None
    )


def _body_behind(scene: _Scene, last: int) -> tuple[int, int] | None:
    """What follows the name: "of Orlo" in "Foreign Minister Ana Oro of Orlo"."""
    return _body_starting(scene.words, last + 1) if _lower(scene.words, last) == "of" else None


def _span(words: Sequence[Word], stretch: tuple[int, int]) -> Span:
    return Span(words[stretch[0]].start, words[stretch[1] - 1].end)


def _lower(words: Sequence[Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


# ---- in front of the name


def _before(scene: _Scene, first: int) -> Iterator[_Title]:
    """ "Foreign Minister Oro", "3d Brigade commander Col. Oro", "head of the Orlo council, Ana Oro"."""
    words, end = scene.words, first
    while _lower(words, end - 1) in RANKS | _FORMS_OF_ADDRESS and not _is_long_title(words, end):
        end -= 1
    while end < first and words[end].lower in _FORMS_OF_ADDRESS:
        end += 1
    if end < first and _lower(words, first - 1) in RANKS:
        yield _Title((end, first), _body_in_front(scene, end), first)
    while _lower(words, end - 1) in _FORMS_OF_ADDRESS:
        end -= 1
    if _lower(words, end - 1) == ",":
        end -= 1
        if _lower(words, end - 1).endswith("s"):
            return
    title = _title_ending(scene, end) or _body_before(scene, end)
    if title is not None:
        yield title


def _is_long_title(words: Sequence[Word], end: int) -> bool:
    """Whether what looks like a rank ends a longer title: "secretary general", "attorney general"."""
    return _lower(words, end - 1) == "general" and _lower(words, end - 2) in TITLES - RANKS


def _title_ending(scene: _Scene, end: int) -> _Title | None:
    """The title whose last word stands right before word `end`, with the body in front of it."""
    words, last = scene.words, end - 1
    is_general = _is_long_title(words, end)
    if _lower(words, last) not in TITLES or words[last].cls is not Class.OPEN:
        return _domain_title_ending(scene, end)
    start = last - 1 if is_general else last
    while start > max(0, end - _MAX_TITLE) and _belongs(words, start - 1):
        start -= 1
    while _lower(words, start) == "and":
        start += 1
    of = _body_in_front(scene, start)
    return _Title((start, end), of, end)


def _belongs(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return (
        word.lower in _BEFORE_TITLE
        or word.lower in TITLES
        or (word.lower == "and" and _lower(words, at - 1) in TITLES)
    )


def _domain_title_ending(scene: _Scene, end: int) -> _Title | None:
    """ "Secretary of State Oro"."""
    words, start = scene.words, end - 1
    if _lower(words, start) not in _DOMAINS or _lower(words, start - 1) != "of":
        return None
    title = _title_ending(scene, start - 1)
    return None if title is None else _Title((title.title[0], end), title.of, end)


def _body_in_front(scene: _Scene, start: int) -> tuple[int, int] | None:
    """What stands in front of a title and says what it is an office of: "Orlo", "the Interior Ministry's"."""
    words, end = scene.words, start
    if _lower(words, end - 1) == "'s":
        end -= 1
    first = end
    while first > max(0, end - 6) and _is_body_word(scene, first - 1):
        first -= 1
    return (first, end) if first < end else None


def _is_body_word(scene: _Scene, at: int) -> bool:
    word = scene.words[at]
    if at in scene.named:
        return True
    if word.cls is not Class.OPEN or word.lower in TITLES or word.lower == "'s":
        return False
    if scene.is_shouted:
        return word.lower in _BODIES
    return word.is_name or (scene.is_small and word.lower not in tables.words("common_words.txt"))


def _body_before(scene: _Scene, end: int) -> _Title | None:
    """ "president of the Orlo council Ana Oro": a title, "of", what it is an office of, then the name."""
    words = scene.words
    if _lower(words, end - 1) == "and":
        return None
    for at in range(end - 1, max(0, end - _MAX_BODY), -1):
        word = words[at]
        if word.lower in _JOINS and _lower(words, at - 1) in TITLES:
            title = _title_ending(scene, at)
            begin = at + 1
            while _lower(words, begin) in _ARTICLES:
                begin += 1
            if title is not None and begin < end:
                is_portfolio = _lower(words, at - 1) in _PORTFOLIOS
                stretch = (title.title[0], end) if is_portfolio else title.title
                return _Title(stretch, title.of if is_portfolio else (begin, end), end)
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


def _after(scene: _Scene, last: int) -> Iterator[_Title]:
    """ "Ana Oro, the mayor of Orlo,", "Ana Oro, who heads the council", "Oro was elected president"."""
    words = scene.words
    at = _past_age(words, last)
    opened = _lower(words, at) == ","
    at += opened
    if _lower(words, at) == "who":
        opened, at = True, at + 1
    if _lower(words, at) in _HEADING and opened:
        yield from _heading(scene, at)
        return
    linked = False
    while _lower(words, at) in _BEING | _NAMING | {"has", "had", "also", "will", "currently", "now", "then"}:
        linked, at = True, at + 1
    if not (opened or linked):
        return
    title = _title_starting(scene, at)
    if title is not None and (linked or _closes(scene, at, title)):
        yield title


def _past_age(words: Sequence[Word], at: int) -> int:
    if _lower(words, at) == "," and at + 1 < len(words) and words[at + 1].cls is Class.NUMBER:
        return at + 2
    return at


def _heading(scene: _Scene, at: int) -> Iterator[_Title]:
    body = _body_starting(scene.words, at + 1)
    if body is not None:
        yield _Title((at, at + 1), body, body[1])


def _title_starting(scene: _Scene, at: int) -> _Title | None:
    """A title that begins at word `at`, article aside, and what it is an office of, before or after it."""
    words = scene.words
    while _lower(words, at) in _ARTICLES:
        at += 1
    last = _last_title_word(words, at)
    if last is None:
        return None
    start = last
    while start > at and _belongs(words, start - 1):
        start -= 1
    end = _past_portfolio(words, last)
    front = (at, start - (_lower(words, start - 1) == "'s")) if start > at else None
    if _lower(words, end) in _JOINS:
        body = _body_starting(words, end + 1)
        if body is not None:
            return _Title((start, end), body, body[1])
    return _Title((start, end), front if front and front[0] < front[1] else None, end)


def _past_portfolio(words: Sequence[Word], last: int) -> int:
    """Past "of State" or "for the Middle East", which belong to a minister's title."""
    end = last + 1
    if _lower(words, end) == "of" and _lower(words, end + 1) in _DOMAINS:
        return end + 2
    if _lower(words, last) in _PORTFOLIOS and _lower(words, end) in {"of", "for"}:
        portfolio = _body_starting(words, end + 1)
        return portfolio[1] if portfolio is not None else end
    return end


def _last_title_word(words: Sequence[Word], at: int) -> int | None:
    """The last word of the title in the noun phrase that begins at word `at`."""
    found = None
    for position in range(at, min(len(words), at + _MAX_TITLE + 2)):
        word = words[position]
        if word.lower in TITLES:
            found = position
        elif word.cls not in (Class.OPEN, Class.NUMBER) and word.lower not in {"and", "'s"}:
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
    is_named = any(word.is_name for word in words[at:end])
    while end > at and not _may_end_body(words[end - 1], is_named=is_named):
        end -= 1
    return (at, end) if end > at else None


def _may_end_body(word: Word, *, is_named: bool) -> bool:
    """Whether a body's name can end in this word: in "of Orlo left" the small word is no part of it."""
    if is_named and word.text.islower():
        return word.lower in _BODIES
    return word.cls in (Class.OPEN, Class.NUMBER)


def _closes(scene: _Scene, at: int, title: _Title) -> bool:
    """Whether an apposition that began at word `at` is one: not the "the mayor" of "says Oro, the mayor did"."""
    words = scene.words
    if title.end >= len(words):
        return True
    if _lower(words, at) == "the" and title.of is None and words[title.end].cls is Class.AUXILIARY:
        return False
    return words[title.end].cls is not Class.OPEN or title.of is not None


def _annotate(reading: Reading) -> Reading:
    found = offices_in(reading.text, reading.sentences, reading.mentions)
    return replace(reading, offices=tuple(found))


ANNOTATOR = Annotator(
    name="offices",
    reads=frozenset({Layer.SENTENCES, Layer.MENTIONS}),
    writes=frozenset({Layer.OFFICES}),
    annotate=each(_annotate),
)
