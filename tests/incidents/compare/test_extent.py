"""Extent: a town by its name, land that may hold one, and what tells neither."""

import pytest

from sayso.incidents.compare.extent import Extent, extent_of, land_noun


@pytest.mark.parametrize("words", ["Upper Marlo", "the village of Orlo", "Port Veld"])
def test_extent_of_a_name_alone_is_a_town(words: str):
    assert extent_of(words) is Extent.TOWN


@pytest.mark.parametrize(
    "words", ["Karvan district", "near Orlo", "the hills north of Tamsin", "off Port Veld"]
)
def test_extent_of_what_lies_around_is_land(words: str):
    assert extent_of(words) is Extent.LAND


@pytest.mark.parametrize(
    "words", ["the grain market", "Orlo hospital", "East 39th Place", "Mill Road", "the Orlan capital"]
)
def test_extent_of_buildings_streets_and_mere_descriptions_is_not_known(words: str):
    assert extent_of(words) is Extent.UNKNOWN


def test_land_noun_tells_districts_from_provinces():
    assert land_noun("Karvan district") == "district"
    assert land_noun("Upper Marlo") is None
