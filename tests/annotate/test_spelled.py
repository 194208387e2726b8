import pytest

from sayso.annotate.mentions.spelled import spelled_out
from tests.annotate.named import marked, shown


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        (
            "the [Orlo Watch|O] for [Human Rights|O] (OWHR) left",
            "the [Orlo Watch for Human Rights|O] (OWHR) left",
        ),
        (
            "the Front for the Defence of [Orlo|L] (FDO) left",
            "the [Front for the Defence of Orlo|O] (FDO) left",
        ),
        (
            "the [Democratic Forces|A] of [Orlo|O] ([DFO|O]) left",
            "the [Democratic Forces of Orlo|A] ([DFO|O]) left",
        ),
    ],
)
def test_spelled_out_makes_one_name_of_what_an_acronym_spells(read, mended):
    text, mentions = marked(read)
    assert shown(text, spelled_out(text, mentions)) == mended


@pytest.mark.parametrize(
    "read",
    [
        "the [Velmarian People's Guard|A] (PG) left",
        "the Armed Forces of [Orlo|L] (FARO) left",
        "in [Orlo|L] (OR) and [Ana Kesh|P] (AK)",
        "the Orlo Front (OF) left",
        "the [Orlo|L]; Front (OF) left",
    ],
)
def test_spelled_out_leaves_whole_names_and_other_letters_as_they_are(read):
    text, mentions = marked(read)
    assert shown(text, spelled_out(text, mentions)) == read


def test_spelled_out_takes_an_office_and_its_acronym_for_no_name():
    text, mentions = marked("District Police Officer ([DPO|O]) [Ana Kesh|P] left")
    assert shown(text, spelled_out(text, mentions)) == "District Police Officer (DPO) [Ana Kesh|P] left"
