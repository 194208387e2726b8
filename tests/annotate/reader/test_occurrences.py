import pytest

from sayso.annotate.reader.occurrences import Likeness, candidates_at, clues, grouped
from tests.annotate.reader.made import SURE, scores

TEXT = "Rebels attacked Kesh. The attack killed nine. Police attacked Orlo."
TAGS = {("trigger", word, 1): SURE for word in (1, 5, 10)} | {("type", word, 15): SURE for word in (1, 5, 10)}
WORDS = Likeness(base=-3.0, model=0.0, stem=1.0, pointing=3.0, type=1.0, sentence=-1.0, distance=-1.0)


def candidates(**given):
    made = scores(TEXT, tags=TAGS, **given)
    return made, candidates_at(made, [(word, word + 1) for word in (1, 5, 10)])


def texts(made, groups):
    return [[made.words.span(*one.at).of(TEXT) for one in group] for group in groups]


def test_clues_see_stems_pointing_words_and_sentences():
    _, found = candidates()
    attack, other = clues(found)[0, 1:]
    _, _, type_, stem, pointing, both, sentence, distance, *_ = attack
    assert (round(type_, 3), stem, pointing, both, sentence) == (1.0, 1.0, 1.0, 1.0, 0.0)
    assert other[3:6].tolist() == [1.0, 0.0, 0.0]
    assert other[7] > distance


def test_of_no_triggers_there_are_no_groups():
    assert grouped([], likeness=WORDS, least=0.5) == []


def test_words_that_point_back_join_and_new_tellings_stay_apart():
    made, found = candidates()
    groups = grouped(found, likeness=WORDS, least=0.5)
    assert texts(made, groups) == [["attacked", "attack"], ["attacked"]]


def test_the_plain_line_takes_the_models_word():
    made, found = candidates(fills={(1, 10, "same"): SURE, (10, 1, "same"): SURE})
    groups = grouped(found, likeness=Likeness(), least=0.5)
    assert texts(made, groups) == [["attacked", "attacked"], ["attack"]]


TOLD_TWICE = "Rockets hit Orlo on Friday. Saturday's attack hit Kesh. Another attack hit Senn."


def test_clues_see_days_that_differ_and_what_is_another():
    made = scores(TOLD_TWICE, tags={("trigger", word, 1): SURE for word in (1, 9, 14)})
    found = candidates_at(made, [(word, word + 1) for word in (1, 9, 14)])
    between = clues(found)
    assert between[0, 1, 8:10].tolist() == [-1.0, 0.0]
    assert between[0, 2, 8:10].tolist() == [0.0, 1.0]
    assert between[0, 0, 8] == 1.0


def test_clues_see_the_day_at_the_end_of_a_clause():
    """ "Rockets hit the timber yard of Orlo again on Sunday", told with "Saturday's strike"."""
    for tail, agree in ((" on Sunday", -1.0), (", and on Sunday all was calm", 0.0)):
        made = scores(
            f"Rockets hit the timber yard of Orlo again{tail}. Saturday's strike killed none.", tags={}
        )
        told = [at for at, word in enumerate(made.lower) if word in ("hit", "strike")]
        assert clues(candidates_at(made, [(at, at + 1) for at in told]))[0, 1, 8] == agree


def test_clues_see_entries_of_a_live_report_as_days_that_differ():
    for one, other in (("14:35", "11:02"), ("ORLO, May 3 -", "KESH, May 3 -")):
        text = f"{one} Rockets hit a mill\n{other} Rockets hit a bus. They hit a van"
        made = scores(text, tags={})
        hits = [at for at, word in enumerate(made.lower) if word == "hit"]
        between = clues(candidates_at(made, [(at, at + 1) for at in hits]))
        assert between[0, 1:, 8].tolist() == [-1.0, -1.0]
        assert between[1, 2, 8] == 0.0


def test_clues_see_whether_the_same_was_hit():
    text = "Rockets hit Kesh. The strike on Kesh killed nine. A strike on Orlo followed. Fights went on."
    hits = {(1, 2, "recipient"): SURE, (5, 7, "recipient"): SURE, (12, 14, "recipient"): SURE}
    found = candidates_at(scores(text, tags={}, fills=hits), [(at, at + 1) for at in (1, 5, 12, 17)])
    assert clues(found)[0, 1:, 10].tolist() == [1.0, -1.0, 0.0]


def test_clues_see_ways_of_attacking_that_differ():
    text = "The bombing shook Orlo. A man was shot dead. The blast broke panes. He fired twice."
    made = scores(text, tags={})
    told = [made.lower.index(word) for word in ("bombing", "shot", "blast", "fired")]
    found = candidates_at(made, [(at, at + 1) for at in told])
    assert clues(found)[0, 1:, 11].tolist() == [-1.0, 0.0, 0.0]


def test_what_came_of_a_deed_is_one_with_the_deed_before_it():
    text = "Rebels shelled Kesh. Police bombed Orlo, killing nine. A killing shook Kesh."
    told = (1, 5, 8, 12)
    tags = {(head, word, of): SURE for word in told for head, of in (("trigger", 1), ("type", 15))}
    far = {(1, 8, "same"): SURE, (8, 1, "same"): SURE}
    made = scores(text, tags=tags, fills=far)
    groups = grouped(candidates_at(made, [(at, at + 1) for at in told]), likeness=Likeness(), least=0.5)
    named = [[made.words.span(*one.at).of(text) for one in group] for group in groups]
    assert named == [["shelled"], ["bombed", "killing"], ["killing"]]


def test_what_was_done_to_others_is_another_happening():
    hits = {(1, 2, "recipient"): SURE, (10, 11, "recipient"): SURE}
    torn = {(1, 10, "same"): 5.0, (10, 1, "same"): 5.0}
    made, found = candidates(fills=hits | torn)
    assert texts(made, grouped(found, likeness=Likeness(), least=0.45))[-1] == ["attacked"]
    apart = grouped(found, likeness=Likeness(hit=0.0), least=0.45)
    assert texts(made, apart)[0] == ["attacked", "attacked"]


def test_clues_see_that_it_was_elsewhere():
    text = "Rebels attacked Kesh. Mortars hit Orlo."
    tags = {("trigger", word, 1): SURE for word in (1, 5)}
    fills = {(1, 2, "place"): SURE, (5, 6, "place"): SURE}
    between = clues(candidates_at(scores(text, tags=tags, fills=fills), [(1, 2), (5, 6)]))
    assert between[0, 1, -1] == -1.0
    assert clues(candidates_at(scores(text, tags=tags), [(1, 2), (5, 6)]))[0, 1, -1] == 0.0
    text = "Rebels attacked Kesh. This attack hit Orlo."
    fills = {(1, 2, "place"): SURE, (5, 7, "place"): SURE}
    assert clues(candidates_at(scores(text, tags=tags, fills=fills), [(1, 2), (5, 6)]))[0, 1, -1] == 0.0


def test_what_is_done_again_is_another():
    text = "They met in Kesh. They hope to meet again."
    (_, again) = candidates_at(scores(text, tags={}), [(1, 2), (8, 9)])
    assert again.is_another


@pytest.mark.parametrize(
    ("second", "is_said_of_it"),
    [
        ("It was the second such strike", True),
        ("This is yet another strike", True),
        ("There was another strike", False),
        ("It was the target of another strike", False),
        ("Then came another strike", False),
    ],
)
def test_what_says_which_it_was_points_back_and_is_no_other(second: str, *, is_said_of_it: bool):
    text = f"Drones hit Kesh. {second} there."
    last = len(second.split()) + 3
    (_, strike) = candidates_at(scores(text, tags={}), [(1, 2), (last, last + 1)])
    assert (strike.points_back, strike.is_another) == (is_said_of_it, not is_said_of_it)
