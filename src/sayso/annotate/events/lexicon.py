"""Words that name a happening, by PLOVER type (`happenings.tsv`), and words that stand beside them."""

from collections.abc import Iterator, Mapping

from sayso.annotate import tables
from sayso.annotate.inflection import Form, forms_of
from sayso.model import EventType


def _words_as(part: str) -> Iterator[tuple[str, EventType]]:
    """The words of the table that are used as a part of speech, each with its type."""
    for row in tables.rows("happenings.tsv"):
        if row["as"] == part:
            yield from ((word, EventType(row["type"])) for word in tables.listed(row["words"]))


# Words that name a happening only where a verb's company shows that they are verbs.
ONLY_AS_VERB = frozenset(
    "fire back charge sign free strike sentence dismiss hit warn hail visit back thank storm".split()
)

MULTIWORD: Mapping[str, tuple[EventType, bool]] = {
    phrase: (type_, part == "verb phrase")
    for part in ("verb phrase", "noun phrase")
    for phrase, type_ in _words_as(part)
}
"""From two or three words to their type, and whether they are used as a verb."""

VOICED = frozenset("support solidarity sympathy condolences gratitude".split())
"""Nouns that are a happening where somebody voices them: "expressed his support"."""
VOICING = frozenset(
    "express expressed expresses expressing voice voiced voices pledge pledged offer offered offers"
    " reiterate reiterated reaffirm reaffirmed extend extended send sent declare declared conveyed"
    " convey".split()
)

# A strike of workers is no strike of missiles; the company it keeps decides.
LABOUR = frozenset(
    "workers union unions miners teachers wage pay labour labor general employees pct dockers".split()
)

MODIFIERS = frozenset(
    "missile missiles car bomb bombs suicide air rocket mortar artillery drone terrorist military"
    " heavy fierce guerrilla rebel armed dynamite grenade gun knife arson poison gas chemical cyber"
    " truck roadside large-scale massive simultaneous joint peace cease-fire ceasefire deadly ied"
    " vehicle-borne arms naval ground aerial truck-bomb precision coordinated insurgent taliban police"
    " army".split()
)
"""Words that belong to the trigger when they stand right before a noun: "car bomb explosion"."""

LIGHT_VERBS = frozenset(
    "launched launch launches carried carry conducted conduct held hold staged stage mounted mount"
    " made make began begin started start resumed resume expressed express offered offer signed sign"
    " reached reach issued issue imposed impose declared declare have had has take open".split()
)
"""Verbs that only say that the noun behind them takes place: "launched an attack"."""

FIREARMS = frozenset(
    "missile missiles rocket rockets shot shots mortar mortars shell shells weapon weapons gun guns round"
    " rounds bullet bullets grenade grenades at on upon tear torpedo".split()
)
"""What must follow "fired" for it to be shooting rather than dismissal."""


def _plural(noun: str) -> str:
    if noun.endswith(("s", "sh", "ch", "x")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


VERBS: Mapping[str, tuple[str, EventType, frozenset[Form]]] = {
    word: (verb, type_, forms) for verb, type_ in _words_as("verb") for word, forms in forms_of(verb).items()
}
"""From a verb form to its verb, its type and what form it can be."""

NOUNS: Mapping[str, tuple[str, EventType]] = {
    form: (noun, type_) for noun, type_ in _words_as("noun") for form in (noun, _plural(noun))
}
"""From a noun, singular or plural, to its singular and its type."""
