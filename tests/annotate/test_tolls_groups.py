import pytest

from sayso.annotate.tolls.groups import PERSONS, THINGS, group_of, is_never_hit, is_plural, side_of, singular
from sayso.annotate.tolls.nouns import GROUP_OF, NEVER
from sayso.annotate.tolls.predicates import PREDICATES, Side
from sayso.model import Group


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("innocent civilians", Group.CIVILIANS),
        ("children", Group.CIVILIANS),
        ("government soldiers", Group.MILITARY),
        ("army officers", Group.MILITARY),
        ("police officers", Group.POLICE),
        ("suspected insurgents", Group.INSURGENTS),
        ("militia members", Group.INSURGENTS),
        ("civilian casualties", Group.CIVILIANS),
        ("casualties", Group.PEOPLE),
        ("people", Group.PEOPLE),
        ("multi-storey buildings", Group.BUILDINGS),
        ("red cross ambulances", Group.VEHICLES),
        ("power poles", Group.OTHER),
        ("bus conductor", None),
        ("gizmos", None),
    ],
)
def test_group_of_lets_the_head_decide_unless_any_side_can_have_it(words: str, group: Group | None):
    assert group_of(words.split()) is group


def test_group_of_looks_behind_of_for_the_side_of_a_member():
    assert group_of(["members"], ["the", "army"]) is Group.MILITARY


def test_side_of_skips_nouns_that_name_no_side():
    assert side_of("the leaders and troops".split()) is Group.MILITARY
    assert side_of("the road".split()) is None


@pytest.mark.parametrize(
    ("plural", "one"), [("families", "family"), ("policemen", "policeman"), ("buses", "bus")]
)
def test_singular_undoes_the_plural(plural: str, one: str):
    assert singular(plural) == one
    assert is_plural(plural)
    assert not is_plural(one)


def test_tables_hold_singulars_once_and_keep_people_and_things_apart():
    assert {singular(noun) for noun in GROUP_OF} == set(GROUP_OF)
    assert set(Group) == PERSONS | THINGS
    assert not PERSONS & THINGS
    assert not NEVER & set(GROUP_OF)
    assert is_never_hit("villages")


def test_predicates_are_lower_case_and_each_has_a_side():
    assert all(word == word.lower() for words in PREDICATES for word in words)
    assert all(predicate.side != Side(0) for predicate in PREDICATES.values())
