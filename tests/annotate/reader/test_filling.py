import math

import pytest

from sayso.annotate.reader import TRAINED
from sayso.annotate.reader.filling import PARTIES, Filling, clues, filled
from sayso.annotate.reader.model import opened
from sayso.annotate.reader.occurrences import candidates_at
from sayso.annotate.reader.thresholds import Thresholds
from sayso.model import EventType
from tests.annotate.reader.made import SURE, scores

TEXT = "Rebels shelled Orlo. Kesh guns joined the attack."
SHELLED, ATTACK = (1, 2), (8, 9)
# What the model asks of a link before any is made is -5.
LINK = 5.0


def told(fills, *triggers, text=TEXT, type_=EventType.ASSAULT, fillings=None, **least):
    """The words of each role, for triggers at these ranges of words."""
    made = scores(text, tags={}, fills=fills)
    found = filled(
        made,
        candidates_at(made, triggers),
        type_=type_,
        fillings=fillings or {},
        thresholds=Thresholds(**least),
    )
    return {role: [span.of(text) for span in spans] for role, spans in found.items()}


def both(filling):
    return dict.fromkeys(PARTIES, filling)


def test_the_plain_line_takes_the_models_word():
    fills = {(1, 0, "actor"): SURE, (1, 2, "recipient"): SURE}
    assert told(fills, SHELLED) == {"actor": ["Rebels"], "recipient": ["Orlo"], "place": []}


def test_the_likeliest_party_is_asked_for_less_than_a_further_one():
    fills = {(1, 0, "actor"): LINK, (1, 5, "actor"): LINK - 1}
    assert told(fills, SHELLED, actor=0.2, further=0.4)["actor"] == ["Rebels"]
    assert told(fills, SHELLED, actor=0.2, further=0.2)["actor"] == ["Rebels", "guns"]
    assert told(fills, SHELLED, actor=0.6, further=0.2)["actor"] == []


@pytest.mark.parametrize(
    ("type_", "recipient"),
    [(EventType.ASSAULT, ["Orlo"]), (EventType.CONSULT, []), (EventType.RETREAT, [])],
)
def test_what_is_done_together_or_alone_has_a_recipient_only_where_it_is_likely(type_, recipient):
    faint = {(1, 2, "recipient"): LINK - 1}
    assert told(faint, SHELLED, type_=type_, recipient=0.1)["recipient"] == recipient
    likely = {(1, 2, "recipient"): LINK + 1}
    assert told(likely, SHELLED, type_=type_, recipient=0.1)["recipient"] == ["Orlo"]


def test_words_less_likely_than_those_beside_them_belong_to_one_name_but_a_comma_parts_two():
    fills = {(1, 4, "actor"): SURE, (1, 5, "actor"): LINK - 0.7}
    assert told(fills, SHELLED)["actor"] == ["Kesh guns"]
    listed = "Rebels shelled Orlo. Kesh, guns joined the attack."
    fills = {(1, word, "actor"): SURE for word in (4, 5, 6)}
    assert told(fills, SHELLED, text=listed)["actor"] == ["Kesh", "guns"]


def test_an_hour_behind_by_is_no_part_of_a_party():
    hours = "By dawn farmers left Orlo."
    fills = {(3, word, "actor"): SURE for word in (1, 2)}
    assert told(fills, (3, 4), text=hours)["actor"] == ["farmers"]


def test_every_mention_of_a_happening_weighs_in():
    fills = {(1, 0, "actor"): LINK, (8, 0, "actor"): SURE, (1, 5, "actor"): LINK + 1}
    assert told(fills, SHELLED)["actor"] == ["Rebels", "guns"]
    assert told(fills, SHELLED, ATTACK)["actor"] == ["Rebels"]


def test_words_in_a_sentence_that_mentions_the_happening_can_count_for_more():
    fills = {(1, 0, "actor"): LINK, (1, 5, "actor"): LINK}
    near = both(Filling(base=-1.0, here=2.0))
    assert told(fills, SHELLED, fillings=near)["actor"] == ["Rebels"]
    assert told(fills | {(8, 0, "actor"): LINK}, ATTACK, SHELLED, fillings=near)["actor"] == ["Rebels"]


def test_a_place_named_sentences_away_can_count_for_less():
    fills = {(1, word, "place"): LINK + 1 for word in (2, 4)}
    plain, away = {"place": Filling()}, {"place": Filling(away=-2.0)}
    assert told(fills, SHELLED, fillings=plain, place=0.5, further=0.5)["place"] == ["Orlo", "Kesh"]
    assert told(fills, SHELLED, fillings=away, place=0.5, further=0.5)["place"] == ["Orlo"]
    likely = fills | {(8, word, "place"): LINK + 1 for word in (2, 4)}
    both_named = told(likely, SHELLED, ATTACK, fillings=away, place=0.5, further=0.5)
    assert both_named["place"] == ["Orlo", "Kesh"]


def test_every_mention_of_a_happening_weighs_in_on_where_it_was():
    fills = {(1, 2, "place"): LINK, (1, 4, "place"): LINK - 1, (8, 4, "place"): SURE}
    assert told(fills, SHELLED, place=0.35)["place"] == ["Orlo"]
    assert told(fills, SHELLED, ATTACK, place=0.35)["place"] == ["Kesh"]


def test_a_lead_over_all_others_can_count_for_more():
    close = {(1, 0, "actor"): LINK + 1, (1, 5, "actor"): LINK + 0.9}
    ahead = {(1, 0, "actor"): LINK + 1, (1, 5, "actor"): LINK - 1}
    lead = both(Filling(base=-1.2, lead=1.0))
    assert told(close, SHELLED, fillings=lead, actor=0.5)["actor"] == []
    assert told(ahead, SHELLED, fillings=lead, actor=0.5)["actor"] == ["Rebels"]


def test_words_are_the_party_that_they_are_likelier_to_be():
    fills = {(1, 0, "actor"): LINK + 1, (1, 0, "recipient"): LINK + 2}
    assert told(fills, SHELLED) == {"actor": [], "recipient": ["Rebels"], "place": []}


def test_the_clues_stand_in_the_order_of_the_weights():
    made = scores(TEXT, tags={}, fills={(1, 0, "actor"): LINK + 1, (8, 0, "actor"): LINK - 1})
    ((span, clue),) = clues(made, candidates_at(made, [SHELLED, ATTACK]), "actor").items()
    assert made.words.span(*span).of(TEXT) == "Rebels"
    named = Filling(*clue)
    assert named.base == 1.0
    assert (named.main, named.mean) == (pytest.approx(1.0, abs=1e-3), pytest.approx(0.0, abs=1e-3))
    assert named.lead == pytest.approx(1.0 - math.log(1e-4), abs=1e-3)
    assert named.here == 1.0


def test_a_name_below_a_hundredth_is_no_party_at_all():
    made = scores(TEXT, tags={}, fills={(1, 0, "actor"): 0.0})
    assert clues(made, candidates_at(made, [SHELLED]), "actor") == {}


def test_the_shipped_model_weighs_both_parties():
    fillings = opened(TRAINED).fillings
    assert set(fillings) == set(PARTIES)
    assert all(one.here > 0 and one.mean > 0 and one.main > 0 for one in fillings.values())


def test_a_count_keeps_its_at_least():
    text = "At least nine men at Orlo fired."
    fills = {(6, at, "actor"): SURE for at in range(4)} | {(6, at, "place"): SURE for at in (4, 5)}
    found = told(fills, (6, 7), text=text)
    assert (found["actor"], found["place"]) == (["At least nine men"], ["Orlo"])


def test_a_place_goes_on_to_the_site_that_it_names():
    fills = {(1, at, "place"): SURE for at in (3, 4)}
    assert told(fills, (1, 2), text="Drones hit the Kesh oil refinery.")["place"] == ["Kesh oil refinery"]
    assert told(fills, (1, 2), text="Drones hit the Kesh Guard hospital.")["place"] == ["Kesh Guard"]
