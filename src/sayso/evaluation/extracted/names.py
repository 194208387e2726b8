"""Names of people, organisations and places: CoNLL++, GUM's Wikinews, and re3d's Syria and Iraq.

The codebook has more kinds of names than CoNLL and fewer than re3d; `_CONLL` and `_RE3D` say what becomes
of each. In both sets a force or an armed group is an organisation, and a named building a place.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from sayso.annotate.places import country_names, country_of_nationality, name_key
from sayso.annotate.quantities import quantities_in
from sayso.evaluation.counts import Counts, Score, f1
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.spans import paired, shared
from sayso.evaluation.task import Figure, Task, each_document
from sayso.model import EntityKind, MentionKind, Reading, Span

_CONLL: Mapping[MentionKind, str] = {
    MentionKind.PERSON: "PER",
    MentionKind.ORGANISATION: "ORG",
    MentionKind.ARMED_ACTOR: "ORG",
    MentionKind.PLACE: "LOC",
    MentionKind.FACILITY: "LOC",
    MentionKind.NATIONALITY: "MISC",
    MentionKind.OTHER: "MISC",
}
_RE3D: Mapping[MentionKind, str] = {
    MentionKind.PERSON: "Person",
    MentionKind.ORGANISATION: "Organisation",
    MentionKind.ARMED_ACTOR: "Organisation",
    MentionKind.PLACE: "Location",
    MentionKind.FACILITY: "Location",
    MentionKind.NATIONALITY: "Nationality",
    MentionKind.WEAPON: "Weapon",
}
_TEMPORAL, _QUANTITY = "Temporal", "Quantity"
_ALONE = frozenset({"i", "he", "she"})
_BODIES = (MentionKind.ORGANISATION, MentionKind.ARMED_ACTOR)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """Words that name something, and what."""

    span: Span
    label: str


def score(wanted: Sequence[Name], found: Set[Name]) -> Score:
    """The counts of one document, by label as well."""
    gold, given = list(dict.fromkeys(wanted)), sorted(found)
    pairs = paired(gold, given, lambda a, b: shared(a.span, b.span) if a.label == b.label else 0)
    sizes = len(given), len(gold)
    spans = {name.span for name in gold} & {name.span for name in given}
    return {
        "exact": Counts(len(found & set(gold)), *sizes),
        "overlapping": Counts(len(pairs), *sizes),
        "exact, whatever the label": Counts(len(spans), *sizes),
        **dict(_by_label(set(gold), found)),
    }


def _by_label(wanted: Set[Name], found: Set[Name]) -> Iterator[tuple[str, Counts]]:
    for label in sorted({name.label for name in wanted | found}):
        sizes = [sum(name.label == label for name in names) for names in (wanted & found, found, wanted)]
        yield f"exact {label}", Counts(*sizes)


def _conll_gold(record: Record) -> list[Name]:
    return [Name(Span(given["start"], given["end"]), given["label"]) for given in record["spans"]]


def _re3d_gold(record: Record) -> list[Name]:
    return [
        Name(Span(given["start"], given["end"]), given["type"])
        for given in record["entities"]
        if not given["offset_suspect"]
    ]


def conll_names_in(reading: Reading) -> set[Name]:
    """The mentions of a reading under CoNLL's labels; weapons have none."""
    return {
        Name(mention.span, _CONLL[mention.kind]) for mention in reading.mentions if mention.kind in _CONLL
    }


def re3d_names_in(reading: Reading) -> set[Name]:
    """Mentions, times and the numbers of tolls, and what speaks, acts or is a scene, by name or not.

    Within the name of a body, the words that tell the country it is of are a name as well.
    """
    names = {Name(each.span, _RE3D[each.kind]) for each in reading.mentions if each.kind in _RE3D}
    names |= {Name(time.span, _TEMPORAL) for time in reading.times}
    names |= {*_quantities(reading), *_countries_told(reading)}
    taken = {name.span for name in names}
    return names | {name for name in (*_acting(reading), *_scenes(reading)) if name.span not in taken}


def _quantities(reading: Reading) -> Iterator[Name]:
    for toll in reading.every_toll:
        for number in quantities_in(reading.text, start=toll.span.start, end=toll.span.end):
            yield Name(number.span, _QUANTITY)


def _countries_told(reading: Reading) -> Iterator[Name]:
    """ "Velmarian" in "the Velmarian Border Guard", "Velmaria" in "Bank of Velmaria"."""
    countries = {entity.id: entity.country for entity in reading.entities}
    for mention in reading.mentions:
        country = countries.get(mention.entity or "") if mention.kind in _BODIES else None
        words = list(_WORD.finditer(reading.text, mention.span.start, mention.span.end)) if country else []
        for at, size in product(range(len(words)), (1, 2, 3)):
            span = Span(words[at].start(), words[min(at + size, len(words)) - 1].end())
            key = name_key(span.of(reading.text))
            if country == country_of_nationality().get(key):
                yield Name(span, _RE3D[MentionKind.NATIONALITY])
            elif country == country_names().get(key):
                yield Name(span, _RE3D[MentionKind.PLACE])


def _scenes(reading: Reading) -> Iterator[Name]:
    for event in reading.events:
        yield from (Name(place.span, _RE3D[MentionKind.PLACE]) for place in event.places)


def _acting(reading: Reading) -> Iterator[Name]:
    kinds = {entity.id: entity.kind for entity in reading.entities}
    parties = [(said.source, said.entity) for said in reading.attributions if said.source]
    parties += [(actor.span, actor.entity) for event in reading.events for actor in event.actors]
    for span, entity in parties:
        person = kinds.get(entity or "") is EntityKind.PERSON or span.of(reading.text).lower() in _ALONE
        yield Name(span, _RE3D[MentionKind.PERSON if person else MentionKind.ORGANISATION])


def _scored(given_in: Callable[[Reading], set[Name]]) -> Callable[[Sequence[Name], Reading], Score]:
    return lambda wanted, reading: score(wanted, given_in(reading))


_BASELINE = "runs of capitals: two words and more a person, capitals only an organisation, else a place"
_KINDS = "Forces and armed groups count as organisations, facilities as places, nationalities as"

CONLL = Task(
    name="conllpp",
    about="names in Reuters newswire of 1996, sentence by sentence (CoNLL++)",
    gold=Path("ner/conllpp_dev.jsonl"),
    trained_on="ner/conllpp_train.jsonl; nothing of the dev file",
    cases=each_document(item=item_in, wanted=_conll_gold, score=_scored(conll_names_in)),
    figures=(
        Figure(name="exact F1", of=f1("exact"), aim=0.93),
        Figure(name="overlapping F1", of=f1("overlapping")),
    ),
    baseline_is=_BASELINE,
    notes=f"{_KINDS} MISC. The sentences are read one by one, as the set has them.",
)

GUM = Task(
    name="gum",
    about="names in Wikinews (GUM)",
    gold=Path("ner/gum_news_dev.jsonl"),
    trained_on="ner/gum_news_train.jsonl; nothing of the dev file",
    cases=each_document(
        item=lambda record: item_in(record, published="date", title="title"),
        wanted=_conll_gold,
        score=_scored(conll_names_in),
    ),
    figures=(
        Figure(name="exact F1", of=f1("exact")),
        Figure(name="overlapping F1", of=f1("overlapping")),
    ),
    baseline_is=_BASELINE,
    notes=f"{_KINDS} MISC. Two documents, with gold derived from another kind of annotation.",
)

RE3D = Task(
    name="re3d",
    about="entities in reports and press releases on Syria and Iraq (re3d)",
    gold=Path("re3d/dev.jsonl"),
    trained_on=(
        "re3d/train.jsonl; no label of the dev file, but 20 of its 22 texts stand in claims_train with labels"
        " of another kind (attributions and events), so the figures flatter"
    ),
    cases=each_document(
        item=lambda record: item_in(record, title="title", outlet="source"),
        wanted=_re3d_gold,
        score=_scored(re3d_names_in),
    ),
    figures=(
        Figure(name="exact F1", of=f1("exact"), aim=0.75),
        Figure(name="overlapping F1", of=f1("overlapping")),
    ),
    baseline_is=_BASELINE,
    notes=(
        f"{_KINDS} nationalities, time expressions as Temporal, the numbers of tolls as Quantity, whatever"
        " speaks or acts as a person or an organisation, where something happened as a location, and in a"
        " body's name what tells its country as a nationality or location. The set also marks pronouns,"
        " common nouns, other numbers, vehicles and money, which no reading lists."
    ),
)
