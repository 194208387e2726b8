"""Uses of buildings: a hospital and a power station are two targets, a depot and a warehouse may be one."""

from collections.abc import Mapping

from sayso.incidents.words import stem

_BY_USE: Mapping[str, str] = {
    "bridges": "bridge",
    "care": "hospital clinic maternity",
    "dams": "dam",
    "faith": "mosque church temple synagogue cathedral",
    "flight": "airport airfield airbase base",
    "learning": "school college university kindergarten",
    "lodging": "hotel",
    "prisons": "prison jail",
    "soldiers": "barracks checkpoint camp base convoy",
    "trade": "market mall bazaar bakery",
    "travel": "station yard bus train port terminal",
    "works": "factory plant depot refinery warehouse terminal pipeline mine station yard",
}
_USES_OF: Mapping[str, frozenset[str]] = {
    stem(word): frozenset(
        use for use, words in _BY_USE.items() if stem(word) in set(map(stem, words.split()))
    )
    for words in _BY_USE.values()
    for word in words.split()
}


def are_of_other_use(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two things that were hit, by the stems of their words, surely serve two uses."""
    mine, theirs = _uses(ones), _uses(others)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _uses(stems: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(_USES_OF.get(word, frozenset()) for word in stems))
