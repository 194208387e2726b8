"""Offices: where the report says who someone is, "Ana Oro, mayor of Orlo" or "Foreign Minister Oro"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.inside import mentions_inside
from sayso.annotate.offices.people import Scene
from sayso.annotate.offices.stated import Title, after, before, body_behind
from sayso.annotate.offices.titles import PORTFOLIOS, is_rank
from sayso.annotate.words import Word, words_in, words_of
from sayso.model import Mention, Office, Reading, Span

__all__ = ["ANNOTATOR", "offices_in"]


def offices_in(text: str, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Office]:
    """The offices that the sentences give people, each person and title once, in order."""
    found: dict[tuple[str, str], Office] = {}
    for sentence in sentences:
        said = words_of(text, sentence)
        words = [word for word in said if word.text != "." and word.text.isprintable()]
        scene = Scene.of(words, mentions_inside(mentions, sentence))
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
    return is_rank(_last_word(text, title))


def _core(text: str, title: Span) -> str:
    """The word that makes the title one, in lower case: "minister" for "Minister for the North"."""
    said = [word.lower for word in words_in(text, title.start, title.end)]
    return next((word for word in said if word in PORTFOLIOS), _last_word(text, title))


def _last_word(text: str, span: Span) -> str:
    return span.of(text).lower().rstrip(".").split()[-1]


def _offices_of(text: str, scene: Scene, person: tuple[int, int]) -> Iterator[Office]:
    for said in before(scene, person[0]):
        of = said.of or body_behind(scene, person[1])
        yield _office(text, scene, person, replace(said, of=of))
    for said in after(scene, person[1]):
        yield _office(text, scene, person, said)


def _office(text: str, scene: Scene, person: tuple[int, int], said: Title) -> Office:
    title = _span(scene.words, said.title)
    if _is_rank(text, title) and text[title.end : title.end + 1] == ".":
        title = Span(title.start, title.end + 1)  # Col.
    return Office(
        person=_span(scene.words, person), title=title, of=_span(scene.words, said.of) if said.of else None
    )


def _span(words: Sequence[Word], stretch: tuple[int, int]) -> Span:
    return Span(words[stretch[0]].start, words[stretch[1] - 1].end)


def _annotate(reading: Reading) -> Reading:
    found = offices_in(reading.text, reading.sentences, reading.mentions)
    return replace(reading, offices=tuple(found))


ANNOTATOR = Annotator(
    name="offices",
    reads=frozenset({Layer.SENTENCES, Layer.MENTIONS}),
    writes=frozenset({Layer.OFFICES}),
    annotate=each(_annotate),
)
