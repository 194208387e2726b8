import pytest

from sayso.annotate.reader.happened import happened_in
from sayso.annotate.reader.thresholds import Thresholds
from sayso.model import Assertion, EventType, Span
from tests.annotate.reader.made import SURE, scores

TEXT = "Tervan forces shelled Kesh. The attack on Kesh may go on."
SHELLED = {("trigger", 2, 1): SURE, ("type", 2, 15): SURE, ("assertion", 2, 0): SURE, ("main", 2, 0): SURE}
ATTACK = {("trigger", 6, 1): SURE, ("type", 6, 15): SURE, ("assertion", 6, 3): SURE}
SAME = {(2, 6, "same"): SURE, (6, 2, "same"): SURE}
PARTIES = {(2, 0, "actor"): SURE, (2, 1, "actor"): SURE, (2, 3, "recipient"): SURE}


def happened(*, thresholds: Thresholds | None = None, **given):
    return list(happened_in(scores(TEXT, **given), thresholds=thresholds or Thresholds()))


def test_an_event_has_type_assertion_and_parties():
    (one,) = happened(tags=SHELLED, fills=PARTIES)
    assert (one.type, one.assertion) == (EventType.ASSAULT, Assertion.HAPPENED)
    assert [span.of(TEXT) for span in one.arguments["actor"]] == ["Tervan forces"]
    assert [span.of(TEXT) for span in one.arguments["recipient"]] == ["Kesh"]


def test_mentions_of_one_occurrence_are_one_event_with_the_most_telling_first():
    (one,) = happened(tags=ATTACK | SHELLED, fills=PARTIES | SAME)
    assert [span.of(TEXT) for span in one.triggers] == ["shelled", "attack"]
    assert one.assertion is Assertion.HAPPENED


def test_unlike_mentions_stay_apart():
    assert len(happened(tags=SHELLED | ATTACK)) == 2


def test_parties_come_from_another_mention_where_the_first_has_none():
    fills = SAME | {(6, 8, "recipient"): SURE}
    (one,) = happened(tags=SHELLED | ATTACK, fills=fills)
    assert [span.start for span in one.arguments["recipient"]] == [TEXT.rindex("Kesh")]


def test_marks_at_the_edge_of_an_argument_fall_off():
    (one,) = happened(tags=SHELLED, fills={(2, 3, "place"): SURE, (2, 4, "place"): SURE})
    assert [span.of(TEXT) for span in one.arguments["place"]] == ["Kesh"]


def test_the_reader_abstains_below_its_thresholds():
    unsure = SHELLED | {("trigger", 2, 1): 8.0}
    assert happened(tags=unsure) == []
    assert happened(tags=SHELLED | {("type", 2, 14): SURE}, thresholds=Thresholds(event=0.6)) == []


def test_a_party_named_twice_is_given_once():
    fills = PARTIES | {(2, 6, "recipient"): 8.0, (2, 8, "recipient"): 9.0}
    (one,) = happened(tags=SHELLED, fills=fills)
    assert [span.of(TEXT) for span in one.arguments["recipient"]].count("Kesh") == 1


def test_less_is_asked_for_where_the_lexicon_finds_a_trigger_too():
    hint = (Span(TEXT.index("shelled"), TEXT.index("shelled") + 7), EventType.ASSAULT)
    unsure = SHELLED | {("trigger", 2, 1): 9.5}
    made = scores(TEXT, tags=unsure)
    asked = Thresholds(trigger=0.6, hinted=0.2, event_hinted=0.2)
    assert list(happened_in(made, thresholds=asked)) == []
    (one,) = happened_in(made, thresholds=asked, hints=[hint])
    assert one.type is EventType.ASSAULT


def test_the_lexicon_weighs_in_on_the_type():
    hint = (Span(TEXT.index("shelled"), TEXT.index("shelled") + 7), EventType.COERCE)
    torn = SHELLED | {("type", 2, 15): 1.0, ("type", 2, 14): 0.9}
    (one,) = happened_in(scores(TEXT, tags=torn), thresholds=Thresholds(hint=0.5), hints=[hint])
    assert one.type is EventType.COERCE


def test_what_words_mean_by_what_they_are_done_to_is_their_type_however_torn_the_reader():
    torn = SHELLED | {("type", 2, 15): 1.0, ("type", 2, 14): 0.9}
    asked = Thresholds(event=0.6, event_hinted=0.6)
    assert list(happened_in(scores(TEXT, tags=torn), thresholds=asked)) == []
    (one,) = happened_in(scores(TEXT, tags=torn), thresholds=asked, meant=lambda _: EventType.MOBILIZE)
    assert one.type is EventType.MOBILIZE


def test_a_crime_of_nobodys_war_stays_one_whatever_was_done_to_whom():
    crime = SHELLED | {("type", 2, 16): 2 * SURE}
    (one,) = happened_in(scores(TEXT, tags=crime), thresholds=Thresholds(), meant=lambda _: EventType.COERCE)
    assert one.type is EventType.OTHER


def test_who_fills_both_roles_keeps_the_likelier_one():
    both = {(2, 0, "actor"): SURE, (2, 1, "actor"): SURE, (2, 0, "recipient"): 6.0, (2, 3, "recipient"): 6.0}
    (one,) = happened(tags=SHELLED, fills=both, thresholds=Thresholds(recipient=0.2))
    assert [span.of(TEXT) for span in one.arguments["actor"]] == ["Tervan forces"]
    assert [span.of(TEXT) for span in one.arguments["recipient"]] == ["Kesh"]


def test_a_trigger_leaves_a_no_to_its_sentence():
    text = "There were no clashes."
    tags = {("trigger", 2, 1): SURE, ("trigger", 3, 2): SURE, ("type", 2, 15): SURE, ("type", 3, 15): SURE}
    (one,) = happened_in(scores(text, tags=tags), thresholds=Thresholds())
    assert [span.of(text) for span in one.triggers] == ["clashes"]


@pytest.mark.parametrize(
    ("text", "first", "second", "triggers"),
    [
        ("The army imposed a night curfew.", 2, 5, [["imposed a night curfew"]]),
        ("She is held under house arrest.", 3, 5, [["under house arrest"]]),
        ("Teachers were on a strike.", 2, 4, [["on a strike"]]),
        ("The council has at last condemned it.", 2, 5, [["has"], ["condemned"]]),
        ("The council has now condemned it.", 2, 4, [["condemned"]]),
        ("The army imposed it after clashes.", 2, 5, [["imposed"], ["clashes"]]),
        ("The army fled from clashes.", 2, 4, [["fled"], ["clashes"]]),
        ("The battle group attacked Kesh.", 1, 3, [["attacked"]]),
        ("The miners called a strike.", 2, 4, [["called a strike"]]),
        ("The mayor called the strike unlawful.", 2, 4, [["called"], ["strike"]]),
        ("The talks were postponed.", 1, 3, [["talks"]]),
        ("Talks postponed again.", 0, 1, [["Talks"]]),
        ("The front cancelled the visit.", 2, 4, [["cancelled"], ["visit"]]),
    ],
)
def test_words_that_only_carry_a_happening_out_name_it_with_what_they_lead_to(text, first, second, triggers):
    tags = {("trigger", first, 1): SURE, ("trigger", second, 1): SURE}
    found = list(happened_in(scores(text, tags=tags), thresholds=Thresholds()))
    assert [[span.of(text) for span in one.triggers] for one in found] == triggers


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The front announced a strike for May.", "announced a strike"),
        ("The front announced a one-day strike.", "announced a one-day strike"),
        ("The front announced after a strike that it was over.", "announced"),
        ("The front fears a strike.", "fears"),
        ("The front called a strike.", "called a strike"),
        ("The front called it a strike.", "called"),
    ],
)
def test_a_light_verb_goes_on_to_what_the_lexicon_knows_that_it_carries_out(text: str, trigger: str):
    hint = (Span(text.index("strike"), text.index("strike") + 6), EventType.PROTEST)
    tags = {("trigger", 2, 1): SURE, ("type", 2, 11): SURE}
    (one,) = happened_in(scores(text, tags=tags), thresholds=Thresholds(), hints=[hint])
    assert [span.of(text) for span in one.triggers] == [trigger]


@pytest.mark.parametrize(("first", "assertion"), [("not", Assertion.HAPPENED), ("long", Assertion.DENIED)])
def test_a_refusal_named_by_a_not_is_no_denial(first: str, assertion: Assertion):
    text = f"Velmaria has {first} honoured the accord."
    tags = {("trigger", 2, 1): SURE, ("trigger", 3, 2): SURE} | {
        (head, word, value): SURE
        for word in (2, 3)
        for head, value in (("type", tuple(EventType).index(EventType.REJECT)), ("assertion", 1))
    }
    (one,) = happened_in(scores(text, tags=tags), thresholds=Thresholds())
    assert one.assertion is assertion


def test_an_article_alone_is_nobody():
    (one,) = happened(tags=SHELLED, fills={(2, 5, "actor"): SURE})
    assert TEXT.split()[4] == "The"
    assert one.arguments["actor"] == ()


def test_an_of_between_two_parts_keeps_them_one_party():
    text = "Members of the Front shelled Kesh."
    told = {("trigger", 4, 1): SURE, ("type", 4, 15): SURE}
    fills = {(4, 0, "actor"): SURE, (4, 3, "actor"): SURE, (4, 4, "recipient"): SURE}
    (one,) = happened_in(scores(text, tags=told, fills=fills), thresholds=Thresholds())
    assert [span.of(text) for span in one.arguments["actor"]] == ["Members of the Front"]


def test_what_joins_a_party_to_the_words_before_it_falls_off():
    text = "Shots by the Front hit Kesh."
    told = {("trigger", 4, 1): SURE, ("type", 4, 15): SURE}
    fills = {(4, 1, "actor"): SURE, (4, 2, "actor"): SURE, (4, 3, "actor"): SURE}
    (one,) = happened_in(scores(text, tags=told, fills=fills), thresholds=Thresholds())
    assert [span.of(text) for span in one.arguments["actor"]] == ["the Front"]


def filled(text: str, word: int, *words: int) -> list[str]:
    """The recipients of the word's happening, with these words scored as such."""
    tags = {("trigger", word, 1): SURE, ("type", word, 15): SURE, ("assertion", word, 0): SURE}
    fills = {(word, at, "recipient"): SURE for at in words}
    (one,) = happened_in(scores(text, tags=tags, fills=fills), thresholds=Thresholds())
    return [span.of(text) for span in one.arguments["recipient"]]


def test_an_argument_breaks_off_before_a_bracket_that_it_leaves_open():
    assert filled("Rebels shelled the Orlo Guard (OG) base", 1, 2, 3, 4, 5, 6) == ["the Orlo Guard"]
    assert filled("Rebels shelled the Orlo Guard (OG) base", 1, 2, 3, 4, 5, 6, 7) == ["the Orlo Guard"]


def test_an_argument_keeps_the_whole_of_a_number():
    assert filled("Troops deported some 4,000 people", 1, 2, 3) == ["some 4,000"]


def test_a_possessive_mark_is_no_party():
    assert filled("They jailed Orlo's chief", 1, 4, 5) == ["chief"]


def test_a_place_is_less_likely_with_each_sentence_between():
    shelled = {("trigger", 1, 1): SURE, ("type", 1, 15): SURE, ("assertion", 1, 0): SURE}
    near, far = "Rebels shelled huts. Orlo fell.", "Rebels shelled huts. It rained. It rained. Orlo fell."
    for text, at, given in ((near, 4, ["Orlo"]), (far, 10, [])):
        made = scores(text, tags=shelled, fills={(1, at, "place"): 5.0})
        (one,) = happened_in(made, thresholds=Thresholds(place=0.25))
        assert [span.of(text) for span in one.arguments["place"]] == given


def test_what_is_denied_of_an_occurrence_is_an_event_with_parties_of_its_own():
    text = "Velm guns shelled Orlo. Kesh guns had not fired."
    fired = text.index("fired")
    tags = {(head, word, column): SURE for word in (2, 9) for head, column in (("trigger", 1), ("type", 15))}
    fills = {(2, 1, "actor"): SURE, (9, 6, "actor"): SURE, (2, 9, "same"): SURE, (9, 2, "same"): SURE}
    made = scores(text, tags=tags, fills=fills)
    assert len(list(happened_in(made, thresholds=Thresholds()))) == 1
    told, denied = happened_in(made, thresholds=Thresholds(), is_denied=lambda span: span.start == fired)
    assert [span.of(text) for span in denied.triggers] == ["fired"]
    assert [span.start for span in told.arguments["actor"]] == [text.index("guns")]
    assert [span.start for span in denied.arguments["actor"]] == [text.rindex("guns")]


def test_a_pronoun_alone_is_no_party():
    assert filled("Kesh fell. Rebels shelled it.", 4, 0, 5) == ["Kesh"]
    assert filled("Rebels shelled it.", 1, 2) == []
