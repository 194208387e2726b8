"""Stated: the titles that stand in front of a name and behind it, with what each is an office of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate import tables
from sayso.annotate.offices.people import Scene, ends_title, lower
from sayso.annotate.offices.titles import (
    BEFORE_TITLE,
    BODIES,
    CIVIL_GENERALS,
    DOMAINS,
    FORMS_OF_ADDRESS,
    PORTFOLIOS,
    is_rank,
    is_title,
)
from sayso.annotate.words import Class, Word

_JOINS = frozenset("of for at in to with".split())
_ARTICLES = frozenset("the a an his her its their our".split())
_INSIDE_BODY = frozenset({Class.OPEN, Class.DETERMINER, Class.NUMBER})
_LINKS = frozenset("of and & ( )".split())
_LIKE_PRONOUNS = frozenset({"US", "WHO"})
_HEADS = frozenset("head chief".split())
_BEING = frozenset("is was are were be been being becomes become became remains remained remain".split())
_HEADING = frozenset("heads headed chairs chaired commands commanded directs directed leads led".split())
_NAMING = frozenset("as named elected appointed".split())
_BEFORE_RANKS = frozenset("acting former late retired then".split())
_MAX_TITLE, _MAX_BODY = 8, 14
_LONGEST_BRACKET = 4


@dataclass(frozen=True, slots=True)
class Title:
    """A title and what it is an office of, as stretches of words; `end` is the word after both."""

    title: tuple[int, int]
    of: tuple[int, int] | None
    end: int


# ---- in front of the name


def before(scene: Scene, first: int) -> Iterator[Title]:
    """ "Foreign Minister Oro", "3d Brigade commander Col. Oro", "head of the Orlo council, Ana Oro"."""
    words = scene.words
    close = end = _before_bracket(words, first)
    while _is_address_or_rank(lower(words, end - 1)) and not _is_long_title(words, end):
        end -= 1
    while end < close and words[end].lower in FORMS_OF_ADDRESS:
        end += 1
    if end < close and is_rank(lower(words, close - 1)):
        begin = end - (lower(words, end - 1) in _BEFORE_RANKS)
        yield Title((begin, close), _body_in_front(scene, begin), first)
    while lower(words, end - 1) in FORMS_OF_ADDRESS:
        end -= 1
    if lower(words, end - 1) == ",":
        end -= 1
        if lower(words, end - 1).endswith("s"):
            return
    title = _title_ending(scene, end) or _body_before(scene, end)
    if title is not None:
        yield title


def _before_bracket(words: Sequence[Word], first: int) -> int:
    """Where a short bracket opens that stands right before a name: "Gen. (retd) Oro"."""
    if lower(words, first - 1) == ")":
        for at in range(first - 2, max(-1, first - 2 - _LONGEST_BRACKET), -1):
            if words[at].text == "(":
                return at
    return first


def _is_address_or_rank(word: str) -> bool:
    return is_rank(word) or word in FORMS_OF_ADDRESS


def _is_long_title(words: Sequence[Word], end: int) -> bool:
    """Whether what looks like a rank ends a longer title: "secretary general", "attorney general"."""
    return lower(words, end - 1) == "general" and lower(words, end - 2) in CIVIL_GENERALS


def _title_ending(scene: Scene, end: int) -> Title | None:
    """The title whose last word stands right before word `end`, with the body in front of it."""
    words, last = scene.words, end - 1
    is_general = _is_long_title(words, end)
    if (longer := _domain_title_ending(scene, end)) is not None:
        return longer
    if not ends_title(words, last) or words[last].cls is not Class.OPEN:
        return None
    start = last - 1 if is_general else last
    while start > max(0, end - _MAX_TITLE) and _belongs(words, start - 1):
        start -= 1
    while lower(words, start) == "and":
        start += 1
    of = _body_in_front(scene, start)
    return Title((start, end), of, end)


def _belongs(words: Sequence[Word], at: int) -> bool:
    """Whether a word is of the title behind it; "Union" is not in "African Union envoy"."""
    word = words[at]
    is_before = word.lower in BEFORE_TITLE and not _ends_body(words, at)
    return is_before or is_title(word.lower) or (word.lower == "and" and ends_title(words, at - 1))


def _ends_body(words: Sequence[Word], at: int) -> bool:
    """Whether a word is the last of a known body's name of two or three words."""
    return any(
        " ".join(word.lower for word in words[at - more : at + 1]) in _bodies()
        for more in (1, 2)
        if more <= at
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in tables.rows("bodies.tsv"))


def _domain_title_ending(scene: Scene, end: int) -> Title | None:
    """ "Secretary of State Oro", "Special Representative of the Secretary-General Oro"."""
    words, start = scene.words, end - 1
    of = start - 1 - (lower(words, start - 1) == "the")
    if lower(words, start) not in DOMAINS or lower(words, of) != "of":
        return None
    title = _title_ending(scene, of)
    return None if title is None else Title((title.title[0], end), title.of, end)


def _body_in_front(scene: Scene, start: int) -> tuple[int, int] | None:
    """What stands in front of a title and says what it is an office of: "Orlo", "the Interior Ministry's"."""
    words, end = scene.words, start
    if lower(words, end - 1) == "'s":
        end -= 1
    first = end
    while first > max(0, end - 6) and (
        _is_body_word(scene, first - 1) or _is_plain_body(words, first - 1, is_last=first == end)
    ):
        first -= 1
    return (first, end) if first < end else None


def _is_plain_body(words: Sequence[Word], at: int, *, is_last: bool) -> bool:
    """Whether a word in small letters is of a body: of "Orlo's foreign ministry" all but the first."""
    word = words[at]
    if word.lower == "'s":
        return not is_last and words[at + 1].text.islower()
    is_field = not is_last and (word.lower in BEFORE_TITLE or word.lower in DOMAINS)
    return word.text.islower() and (word.lower in BODIES or is_field)


def _is_body_word(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    if at in scene.named or (word.text in _LIKE_PRONOUNS and not scene.is_shouted):
        return True
    if word.cls is not Class.OPEN or is_title(word.lower) or word.lower == "'s":
        return False
    if scene.is_shouted:
        return word.lower in BODIES
    return word.is_name or (scene.is_small and word.lower not in tables.words("common_words.txt"))


def _body_before(scene: Scene, end: int) -> Title | None:
    """ "president of the Orlo council Ana Oro": a title, "of", what it is an office of, then the name."""
    words = scene.words
    if lower(words, end - 1) == "and":
        return None
    for at in range(end - 1, max(0, end - _MAX_BODY), -1):
        word = words[at]
        if word.lower in _JOINS and ends_title(words, at - 1):
            title = _title_ending(scene, at)
            return None if title is None else _with_body(scene, title, at, end)
        if at in scene.told or (word.cls not in _INSIDE_BODY and word.lower not in _LINKS):
            return None
    return None


def _with_body(scene: Scene, title: Title, at: int, end: int) -> Title | None:
    """The title with what stands between the "of" at word `at` and the name."""
    words, begin, last = scene.words, at + 1, title.title[1]
    if lower(words, end - 1) in _JOINS:
        return None  # "a spokesman for the army of Orlo": the name is the body's, not the spokesman's.
    if lower(words, at - 1) in PORTFOLIOS:
        return Title((title.title[0], end), title.of, end)
    # "Head of the Executive Power of Orlo": a head is of something that is of a place.
    inner = [of for of in range(at + 1, end) if lower(words, of) == "of" and of not in scene.named]
    if lower(words, at - 1) in _HEADS and inner:
        begin, last = inner[-1] + 1, inner[-1]
    while lower(words, begin) in _ARTICLES:
        begin += 1
    return Title((title.title[0], last), (begin, end), end) if begin < end else None


# ---- after the name


def after(scene: Scene, last: int) -> Iterator[Title]:
    """ "Ana Oro, the mayor of Orlo,", "Ana Oro, who heads the council", "Oro was elected president"."""
    words = scene.words
    at = _past_age(words, last)
    opened = lower(words, at) == ","
    at += opened
    if lower(words, at) == "who":
        opened, at = True, at + 1
    if lower(words, at) in _HEADING and opened:
        yield from _heading(scene, at)
        return
    linked = False
    while lower(words, at) in _BEING | _NAMING | {"has", "had", "also", "will", "currently", "now", "then"}:
        linked, at = True, at + 1
    if not (opened or linked):
        return
    title = _title_starting(scene, at)
    if title is not None and (linked or _closes(scene, at, title)):
        yield title


def _past_age(words: Sequence[Word], at: int) -> int:
    if lower(words, at) == "," and at + 1 < len(words) and words[at + 1].cls is Class.NUMBER:
        return at + 2
    return at


def _heading(scene: Scene, at: int) -> Iterator[Title]:
    body = _body_starting(scene, at + 1)
    if body is not None:
        yield Title((at, at + 1), body, body[1])


def _title_starting(scene: Scene, at: int) -> Title | None:
    """A title that begins at word `at`, article aside, and what it is an office of, before or after it."""
    words = scene.words
    while lower(words, at) in _ARTICLES:
        at += 1
    last = _last_title_word(scene, at)
    if last is None:
        return None
    start = last
    while start > at and _belongs(words, start - 1):
        start -= 1
    end = _past_portfolio(scene, last)
    front = (at, start - (lower(words, start - 1) == "'s")) if start > at else None
    if lower(words, end) in _JOINS:
        body = _body_starting(scene, end + 1)
        if body is not None:
            return Title((start, end), body, body[1])
    return Title((start, end), front if front and front[0] < front[1] else None, end)


def _past_portfolio(scene: Scene, last: int) -> int:
    """Past "of State" or "for the Middle East", which belong to a minister's title."""
    words, end = scene.words, last + 1
    if lower(words, end) == "of" and lower(words, end + 1) in DOMAINS:
        return end + 2
    if lower(words, last) in PORTFOLIOS and lower(words, end) in {"of", "for"}:
        portfolio = _body_starting(scene, end + 1)
        return portfolio[1] if portfolio is not None else end
    return end


def _last_title_word(scene: Scene, at: int) -> int | None:
    """The last word of the title in the noun phrase that begins at word `at`."""
    found, words = None, scene.words
    for position in range(at, min(len(words), at + _MAX_TITLE + 2)):
        word = words[position]
        if position in scene.told:
            return None  # What names somebody else is theirs: "Oro, Orlo president Ida Kesh".
        if ends_title(words, position):
            found = position
        elif (word.cls not in (Class.OPEN, Class.NUMBER) and word.lower not in {"and", "'s"}) or (
            word.lower == "and" and found is None
        ):
            break
    return found


def _body_starting(scene: Scene, at: int) -> tuple[int, int] | None:
    words = scene.words
    while lower(words, at) in _ARTICLES:
        at += 1
    end = at
    while end < min(len(words), at + _MAX_BODY) and end not in scene.told:
        word = words[end]
        is_linked = word.lower in {"of", "for", "and", "&", "the", "'s", "on"} and end > at
        if word.cls not in (Class.OPEN, Class.NUMBER) and not is_linked:
            break
        if word.text.islower() and (word.lower.endswith("ed") or (end == at and word.lower.endswith("ing"))):
            break
        end += 1
    is_named = any(word.is_name for word in words[at:end])
    while end > at and not _may_end_body(words[end - 1], is_named=is_named):
        end -= 1
    return (at, end) if end > at else None


def _may_end_body(word: Word, *, is_named: bool) -> bool:
    """Whether a body's name can end in this word: in "of Orlo left" the small word is no part of it."""
    if is_named and word.text.islower():
        return word.lower in BODIES
    return word.cls in (Class.OPEN, Class.NUMBER)


def _closes(scene: Scene, at: int, title: Title) -> bool:
    """Whether what began at word `at` is an apposition: in "says Oro, the mayor did" it is not."""
    words = scene.words
    if title.end >= len(words):
        return True
    if lower(words, at) == "the" and title.of is None and words[title.end].cls is Class.AUXILIARY:
        return False
    return words[title.end].cls is not Class.OPEN or title.of is not None


def body_behind(scene: Scene, last: int) -> tuple[int, int] | None:
    """What follows the name: "of Orlo" in "Foreign Minister Ana Oro of Orlo"."""
    return _body_starting(scene, last + 1) if lower(scene.words, last) == "of" else None
