"""Places: what a place name can mean, and which of its meanings a report has in mind."""

from sayso.annotate.places.added import add, folder_of_data
from sayso.annotate.places.additions import COLUMNS, Additions, read_additions
from sayso.annotate.places.countries import (
    Country,
    abbreviations,
    countries,
    country_names,
    country_of_nationality,
    nationalities,
)
from sayso.annotate.places.evidence import Candidate, PlaceName
from sayso.annotate.places.gazetteer import (
    Gazetteer,
    GazetteerOptions,
    cache_folder,
    fingerprint,
    let_go,
    shared,
)
from sayso.annotate.places.place import Place, name_key
from sayso.annotate.places.resolve import Choice, choices, resolve

__all__ = [
    "COLUMNS",
    "Additions",
    "Candidate",
    "Choice",
    "Country",
    "Gazetteer",
    "GazetteerOptions",
    "Place",
    "PlaceName",
    "abbreviations",
    "add",
    "cache_folder",
    "choices",
    "countries",
    "country_names",
    "country_of_nationality",
    "fingerprint",
    "folder_of_data",
    "let_go",
    "name_key",
    "nationalities",
    "read_additions",
    "resolve",
    "shared",
]
