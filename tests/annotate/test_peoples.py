from sayso.annotate.mentions.peoples import with_peoples
from tests.annotate.named import marked, shown


def told(written: str) -> str:
    text, mentions = marked(written)
    return shown(text, with_peoples(text, mentions))


def test_who_is_of_a_place_of_the_report_is_told_by_a_word_made_of_its_name():
    assert told("the [Velmarian|O] navy left [Velmaria|L]; Brennish crews of [Brenn|L]") == (
        "the [Velmarian|N] navy left [Velmaria|L]; [Brennish|N] crews of [Brenn|L]"
    )


def test_a_word_within_a_longer_name_and_a_person_stay():
    assert told("[Velmarian Airlines|O] of [Velmaria|L]") == "[Velmarian Airlines|O] of [Velmaria|L]"
    assert told("[Keshi|P] left [Kesh|L]") == "[Keshi|P] left [Kesh|L]"


def test_a_person_by_such_a_word_is_nobody_unless_people_are_called_so():
    assert told("[Tessalan|P] troops left [Tessala|L]") == "[Tessalan|N] troops left [Tessala|L]"


def test_without_its_place_the_word_is_left_alone():
    assert told("the Velmarian navy left [Orlo|L]") == "the Velmarian navy left [Orlo|L]"
