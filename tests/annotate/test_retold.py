from sayso.annotate.mentions.retold import told_whole
from tests.annotate.named import marked, shown


def whole(written: str) -> str:
    text, mentions = marked(written)
    return shown(text, told_whole(text, mentions))


def test_a_name_that_is_told_whole_is_whole_wherever_its_words_stand():
    assert whole("[San Orlo de las Peñas|L]. In [San Orlo|O] de las Peñas") == (
        "[San Orlo de las Peñas|L]. In [San Orlo de las Peñas|L]"
    )
    assert whole("in [Nova Lipka|L]; of Nova [Lipka|P] said") == "in [Nova Lipka|L]; of [Nova Lipka|L] said"


def test_two_parts_of_one_name_become_one():
    assert whole("[Nova Lipka|L] and [Nova|P] [Lipka|P]") == "[Nova Lipka|L] and [Nova Lipka|L]"


def test_a_short_name_stays_where_other_words_stand_around_it():
    assert whole("[Kesh Front|O] men left [Kesh|L]") == "[Kesh Front|O] men left [Kesh|L]"
    assert whole("[Kesh Front|O] and [Kesh|L] Fronts") == "[Kesh Front|O] and [Kesh|L] Fronts"


def test_a_longer_reading_does_not_outweigh_many_shorter():
    assert whole("[Oro Minister|P]; [Oro|L] Minister; [Oro|L] Minister") == (
        "[Oro Minister|P]; [Oro|L] Minister; [Oro|L] Minister"
    )


def test_an_article_makes_no_longer_name():
    assert whole("[The Orlo Union|O]; The [Orlo Union|O]") == "[The Orlo Union|O]; The [Orlo Union|O]"
