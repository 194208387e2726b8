import pytest

from sayso.annotate.mentions.beside import told_beside
from tests.annotate.named import marked, shown


def told(written: str) -> str:
    text, mentions = marked(written)
    return shown(text, told_beside(text, mentions))


@pytest.mark.parametrize("beside", ["refinery", "bridge", "district", "village", "shopping centre"])
def test_what_a_site_or_an_area_is_called_after_is_no_person(beside):
    assert told(f"at the [Velka|P] {beside}, he said") == f"at the [Velka|L] {beside}, he said"


def test_the_settlement_of_a_name_is_a_place_and_so_is_the_name_elsewhere():
    assert told("the settlement of [Velka Bala|O]. [Velka Bala|P] is ours") == (
        "the settlement of [Velka Bala|L]. [Velka Bala|L] is ours"
    )


def test_a_port_that_was_read_as_a_person_is_a_place_and_a_club_of_that_name_stays_one():
    assert told("in [Port Hallam|P]") == "in [Port Hallam|L]"
    assert told("beat [Port Hallam|O]") == "beat [Port Hallam|O]"


def test_a_gulf_of_something_is_no_body():
    assert told("in the [Gulf of Kesh|O]") == "in the [Gulf of Kesh|L]"


def test_whoever_has_a_title_is_no_body():
    assert told("President [Ada Oro|O]'s forces and [Prince Fadl|O]'s men") == (
        "President [Ada Oro|P]'s forces and [Prince Fadl|P]'s men"
    )


def test_a_titled_person_with_a_village_is_no_place():
    assert told("Sheikh [Velka|P] village elders") == "Sheikh [Velka|P] village elders"


def test_a_body_by_its_own_words_and_a_known_one_stay_what_they_are():
    assert told("President [Orlo University|O]") == "President [Orlo University|O]"
    assert told("the [Hezbollah|O] village") == "the [Hezbollah|O] village"


def test_a_name_told_to_be_of_two_kinds_is_of_each_where_it_is_told():
    assert told("the [Velka|O] district; President [Velka|O]; [Velka|O]") == (
        "the [Velka|L] district; President [Velka|P]; [Velka|O]"
    )


def test_whoever_a_police_rank_opens_is_a_person():
    assert told("said [DSP Ivo Tal|O] of [DSP|O]") == "said [DSP Ivo Tal|P] of [DSP|O]"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("[Katibat Velka|P] fled", "[Katibat Velka|A] fled"),
        ("[Fuerzas Armadas de Velka|P] fled", "[Fuerzas Armadas de Velka|O] fled"),
        ("the [Mouvement du Kesh|L] said", "the [Mouvement du Kesh|O] said"),
        ("[Columna|P] fled", "[Columna|P] fled"),
    ],
)
def test_a_body_that_is_named_in_another_language_is_no_person(written, read):
    assert told(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("yesterday [MIVELKA|P] called on them", "yesterday [MIVELKA|O] called on them"),
        ("[VELKA|P]: yesterday nobody called", "[VELKA|P]: yesterday nobody called"),
        ("[VELKA|P], yesterday nobody called", "[VELKA|P], yesterday nobody called"),
        ("TODAY [MIVELKA|P] CALLED THEM", "TODAY [MIVELKA|P] CALLED THEM"),
        ("yesterday [SMITH|P] called on them", "yesterday [SMITH|P] called on them"),
    ],
)
def test_one_word_in_capitals_among_small_ones_is_a_body_and_no_person(written, read):
    assert told(written) == read
