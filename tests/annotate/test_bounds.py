import pytest

from sayso.annotate.mentions.bounds import bounded
from tests.annotate.named import marked, shown


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("nobody", "nobody"),
        ("[Ada Oro,|P] he said", "[Ada Oro|P], he said"),
        ("the [Velka Front (|O]VF) said", "the [Velka Front|O] (VF) said"),
        ("[Prime Minister|P] [Ada Oro|P] said", "Prime Minister [Ada Oro|P] said"),
        ("[DIG|O] (Crime) [Ada Oro|P] said", "DIG (Crime) [Ada Oro|P] said"),
        ("[SP|O] left; [Ada Oro|P] said", "[SP|O] left; [Ada Oro|P] said"),
        ("[Bela|P] [Ada Oro|P]", "[Bela|P] [Ada Oro|P]"),
        ("at Camp [Velka|L]", "at [Camp Velka|L]"),
        ("the Sound of [Velka|L]", "the [Sound of Velka|L]"),
        ("in al-[Velka|L] district", "in [al-Velka|L] district"),
        ("Mount [Velka|O] said", "Mount [Velka|O] said"),
        ("the [Jama|O]'at fled", "the [Jama'at|O] fled"),
        ("[Velka|L]'s men fled", "[Velka|L]'s men fled"),
        ("[Velka|O] Forces Two Ministers Out", "[Velka|O] Forces Two Ministers Out"),
        ("he told [Velka|O] TV", "he told [Velka TV|O]"),
        ("the local [People|O]'s Guard", "the local [People's Guard|A]"),
        ("[Velka|L]'s Senate met", "[Velka|L]'s Senate met"),
        ("the [U.S.|L] Senate", "the [U.S.|L] Senate"),
        ("shells hit [Velka|L] Cathedral", "shells hit [Velka|L] Cathedral"),
        ("shells hit [Velka|P] Hospital", "shells hit [Velka Hospital|F]"),
        ("[O|P]'[Brien|P] left", "[O|P]'[Brien|P] left"),
        ("[Velka|O] [Council|O]", "[Velka|O] [Council|O]"),
        ("THE [HALMERIAN ARMED|O] FORCES SAID", "THE [HALMERIAN ARMED FORCES|A] SAID"),
        ("[VELKA|L] POLICE SAID", "[VELKA|L] POLICE SAID"),
        ("the [Velka|L] police", "the [Velka|L] police"),
        ("before the [Velka|L] Conference", "before the [Velka|L] Conference"),
    ],
)
def test_a_name_holds_what_it_opens_and_closes_with_and_no_more(read, mended):
    text, mentions = marked(read)
    assert shown(text, bounded(text, mentions)) == mended
