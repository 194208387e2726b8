from dataclasses import replace

from sayso.annotate import sentences
from sayso.annotate.reader import naming
from sayso.model import Mention, MentionKind, Span
from tests.annotate.reader.made import SURE, Given, scores
from tests.factory import reading

TEXT = "Ada Oro met Kesh Front fighters in Old Kesh."
PERSON = {("name", 0, 1): SURE, ("name", 1, 2): SURE}
PLACE = {("name", 7, 5): SURE, ("name", 8, 6): SURE}


def mention(words: str, kind: MentionKind) -> Mention:
    start = TEXT.index(words)
    return Mention(span=Span(start, start + len(words)), kind=kind)


def named(tags, *mentions: Mention, least: float = 0.5):
    read = replace(sentences.ANNOTATOR.annotate([reading(TEXT)])[0], mentions=mentions)
    made = Given(scores(TEXT, tags=tags), name=least)
    (annotated,) = naming.annotator(lambda: made).annotate([read])
    return [(one.span.of(TEXT), one.kind) for one in annotated.mentions]


def test_the_model_names_people_and_places():
    assert named(PERSON | PLACE) == [("Ada Oro", MentionKind.PERSON), ("Old Kesh", MentionKind.PLACE)]


def test_the_model_overrules_a_rule_on_who_is_a_person():
    assert named(PERSON, mention("Ada Oro met", MentionKind.ORGANISATION)) == [
        ("Ada Oro", MentionKind.PERSON)
    ]


def test_what_only_tables_know_stands():
    tags = {("name", 3, 3): SURE, ("name", 4, 4): SURE}
    front = ("Kesh Front fighters", MentionKind.ARMED_ACTOR)
    assert named(tags, mention(*front)) == [front]


def test_the_gazetteer_says_where_a_place_begins():
    place = ("Old Kesh", MentionKind.PLACE)
    assert named({("name", 8, 5): SURE}, mention(*place)) == [place]


def test_a_name_that_is_not_sure_enough_is_not_reported():
    unsure = {("name", 0, 1): SURE / 2 + 0.1}
    assert named(unsure, least=0.9) == []
    assert named(unsure, least=0.3) == [("Ada", MentionKind.PERSON)]


def test_a_begin_starts_another_name():
    tags = {("name", 0, 1): SURE, ("name", 1, 1): SURE}
    assert [words for words, _ in named(tags)] == ["Ada", "Oro"]


def test_a_word_in_small_letters_is_a_name_only_where_all_is_small():
    def found(text: str) -> list[str]:
        read = replace(reading(text), sentences=(Span(0, len(text)),))
        made = Given(scores(text, tags={("name", 0, 3): SURE}), name=0.5)
        (annotated,) = naming.annotator(lambda: made).annotate([read])
        return [one.span.of(text) for one in annotated.mentions]

    assert found("scouts left Orlo") == []
    assert found("scouts left orlo") == ["scouts"]


def test_a_pronoun_is_no_name_and_an_acronym_that_looks_like_one_is():
    text = "WHO and I said so."
    read = replace(reading(text), sentences=(Span(0, len(text)),))
    made = Given(scores(text, tags={("name", 0, 3): SURE, ("name", 2, 3): SURE}))
    (annotated,) = naming.annotator(lambda: made).annotate([read])
    assert [one.span.of(text) for one in annotated.mentions] == ["WHO"]


def test_a_name_ends_before_the_preposition_that_leads_to_another():
    tags = {("name", 3, 3): SURE} | {("name", at, 4): SURE for at in (4, 5, 6)}
    assert [words for words, _ in named(tags)] == ["Kesh Front fighters"]


def test_a_state_by_its_own_name_is_a_place_whatever_the_model_takes_it_for():
    text = "Chad said so."
    read = replace(reading(text), sentences=(Span(0, len(text)),))
    read = replace(read, mentions=(Mention(span=Span(0, 4), kind=MentionKind.PLACE),))
    made = Given(scores(text, tags={("name", 0, 3): SURE}), name=0.5)
    (annotated,) = naming.annotator(lambda: made).annotate([read])
    assert [(one.span.of(text), one.kind) for one in annotated.mentions] == [("Chad", MentionKind.PLACE)]


def of(text, tags, *rules):
    read = replace(reading(text), sentences=(Span(0, len(text)),))
    spans = [(text.index(words), words, kind) for words, kind in rules]
    given = tuple(Mention(span=Span(at, at + len(words)), kind=kind) for at, words, kind in spans)
    made = Given(scores(text, tags=tags))
    (annotated,) = naming.annotator(lambda: made).annotate([replace(read, mentions=given)])
    return [(one.span.of(text), one.kind) for one in annotated.mentions]


def test_a_force_that_tables_know_is_not_cut_out_of_a_longer_name():
    tags = {("name", 1, 3): SURE, ("name", 2, 4): SURE, ("name", 3, 4): SURE}
    guard = ("Border Guard", MentionKind.ARMED_ACTOR)
    assert of("The Kesh Border Guard fired.", tags, guard) == [
        ("Kesh Border Guard", MentionKind.ORGANISATION)
    ]
    assert of("the kesh Border Guard fired.", tags, guard) == [guard]


def test_a_place_s_name_goes_on_behind_an_arabic_article():
    tags = {("name", 1, 5): SURE} | {("name", at, 6): SURE for at in (2, 3, 4)}
    qasr = ("Qasr", MentionKind.PLACE)
    assert of("near Qasr al-Orlo now", tags, qasr) == [("Qasr al-Orlo", MentionKind.PLACE)]


def test_a_nationality_inside_a_longer_name_is_part_of_the_name():
    text = "Velmarian Airlines said so."
    read = replace(reading(text), sentences=(Span(0, len(text)),))
    read = replace(read, mentions=(Mention(span=Span(0, 9), kind=MentionKind.NATIONALITY),))
    tags = {("name", 0, 3): SURE, ("name", 1, 4): SURE}
    (annotated,) = naming.annotator(lambda: Given(scores(text, tags=tags))).annotate([read])
    assert [one.span.of(text) for one in annotated.mentions] == ["Velmarian Airlines"]


def test_a_nationality_that_the_model_names_too_stands():
    text = "Velmarian voters stayed away."
    read = replace(reading(text), sentences=(Span(0, len(text)),))
    nationality = Mention(span=Span(0, 9), kind=MentionKind.NATIONALITY)
    tags = {("name", 0, 7): SURE}
    (annotated,) = naming.annotator(lambda: Given(scores(text, tags=tags))).annotate(
        [replace(read, mentions=(nationality,))]
    )
    assert annotated.mentions == (nationality,)


def test_an_acronym_of_what_there_are_many_of_is_no_name():
    text = "IDP sites of OWR were hit."
    read = replace(reading(text), sentences=(Span(0, len(text)),))
    made = Given(scores(text, tags={("name", 0, 3): SURE, ("name", 3, 3): SURE}), name=0.5)
    (annotated,) = naming.annotator(lambda: made).annotate([read])
    assert [one.span.of(text) for one in annotated.mentions] == ["OWR"]
