from sayso.annotate.entities.folding import folded_bodies, folded_people, known_body
from sayso.annotate.parties import known_parties


def are_one(*names: str) -> bool:
    return len(set(folded_people(names))) == 1


def test_folded_people_hears_one_short_vowel_in_an_e():
    assert are_one("Abdul Rahman al-Keshi", "Abdel-Rahman Al Keshi")
    assert are_one("Yusuf Tal", "Youssef Tal", "Yousef Tal")
    assert are_one("Mohammad Tal", "Muhammed Tal")


def test_folded_people_keeps_people_of_other_vowels_apart():
    assert not are_one("Jamil Tal", "Jamal Tal")
    assert not are_one("Hassan Tal", "Hussein Tal")
    assert not are_one("Amin Tal", "Amina Tal")


def test_folded_bodies_reads_a_ministry_either_way_round():
    names = ["Vessian Ministry of Defence", "Vessian Defence Ministry", "Vessian Ministry of the Defense"]
    assert len(set(folded_bodies(names))) == 1


def test_folded_bodies_knows_a_body_with_its_country_beside_it():
    bare = folded_bodies(["Ministry of Defence"])[0]
    beside = ["Ukrainian Ministry of Defence", "Ukraine's Defence Ministry", "Defence Ministry of Ukraine"]
    assert folded_bodies(beside) == [bare] * 3


def test_folded_bodies_keeps_a_name_that_expands_an_acronym():
    assert folded_bodies(["Orlo Border Force", "OBF"]) == ["orlo border force"] * 2


def test_known_body_takes_no_group_for_another_country_s():
    assert known_body("Lebanese Hezbollah", known_parties()) is not None
    assert known_body("Peruvian Hezbollah", known_parties()) is None
