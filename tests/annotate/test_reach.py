"""Nobody speaks on past the sentence that says that they speak."""

from sayso.annotate.attributions.reach import within_sentence
from sayso.annotate.quotations import quotations_in
from sayso.annotate.sentences import sentences_in
from sayso.model import Attribution, Form, Span


def where(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def reached(text: str, source: str, cue: str, content: str) -> tuple[str | None, str]:
    one = Attribution(
        source=where(text, source),
        who=None,
        cue=where(text, cue),
        content=where(text, content),
        form=Form.INDIRECT,
    )
    sentences, quotations = list(sentences_in(text)), list(quotations_in(text))
    kept = within_sentence(text, one, sentences=sentences, quotations=quotations)
    return kept.source and kept.source.of(text), kept.content.of(text)


def test_what_is_told_in_other_words_ends_with_its_sentence():
    text = "Press reports said 13 bodies lay there. The rebels hold the town."
    assert reached(text, "Press reports", "said", "13 bodies lay there. The rebels hold the town") == (
        "Press reports",
        "13 bodies lay there",
    )


def test_what_is_told_before_its_speaker_begins_with_their_sentence():
    text = "Two soldiers died. One fell to a mine, the army said."
    assert reached(text, "the army", "said", "Two soldiers died. One fell to a mine") == (
        "the army",
        "One fell to a mine",
    )


def test_a_source_stands_in_the_sentence_of_its_verb():
    text = "At first he kept silent. But Orlo then claimed the hill was lost."
    source = "he kept silent. But Orlo"
    assert reached(text, source, "claimed", "the hill was lost")[0] == "But Orlo"


def test_quotations_and_what_is_printed_behind_a_colon_go_on():
    quoted = 'Oro said: "They came at night. They took the mill."'
    assert reached(quoted, "Oro", "said", '"They came at night. They took the mill."')[1].endswith('mill."')
    printed = "The minister said:\n\nWe mourn the dead. We shall rebuild."
    assert reached(printed, "The minister", "said", "We mourn the dead. We shall rebuild.") == (
        "The minister",
        "We mourn the dead. We shall rebuild.",
    )


def test_points_behind_a_colon_are_what_is_said():
    text = (
        "The front informs the people of this town of the following:\n\n  1.  A clash took place. We won it."
    )
    points = "A clash took place. We won it"
    assert reached(text, "The front", "informs the people", points)[1] == points


def test_what_stands_in_another_sentence_than_its_verb_is_left_as_it_is():
    text = "This is what the army said. Two men died. One fled."
    assert reached(text, "the army", "said", "Two men died. One fled")[1] == "Two men died. One fled"


def test_what_a_speaker_does_besides_is_not_what_they_condemn():
    text = "The mayor condemned the raid and fired the chief of police."
    assert reached(text, "The mayor", "condemned", "the raid and fired the chief of police")[1] == "the raid"
    stated = "A leaflet claims rebels took the mill and burned it."
    assert reached(stated, "A leaflet", "claims", "rebels took the mill and burned it")[1] == (
        "rebels took the mill and burned it"
    )
    clause = "The mayor condemned those who raided and burned the village."
    assert reached(clause, "The mayor", "condemned", "those who raided and burned the village")[1] == (
        "those who raided and burned the village"
    )


def test_what_is_told_in_other_words_stands_in_its_verbs_sentence():
    text = "- Twelve people were killed, the ministry says\n- No group has claimed responsibility"
    assert reached(text, "the ministry", "says", "No group has claimed responsibility")[1] == (
        "Twelve people were killed"
    )


def test_what_is_told_does_not_run_on_to_anothers_quotation():
    text = 'Oro vowed not to yield.\n\n"This is no game," Velm said.'
    content = 'not to yield.\n\n"This is no game," Velm said'
    assert reached(text, "Oro", "vowed", content)[1] == "not to yield"


def test_the_that_of_a_clause_is_no_part_of_it():
    text = "The army said that two men were shot. Oro disputed that claim, saying two had fled."
    assert reached(text, "The army", "said", "that two men were shot")[1] == "two men were shot"
    assert reached(text, "Oro", "disputed", "that claim, saying two had fled")[1].startswith("that claim")


def test_what_went_before_a_demand_is_no_part_of_it():
    text = "The union demanded a meeting after nine miners had died."
    assert reached(text, "The union", "demanded", "a meeting after nine miners had died")[1] == "a meeting"


def test_a_label_of_the_line_before_does_not_open_what_is_told():
    text = "Kess: two have died.\n08:30 Blasts in Melk, reports our man."
    content = "two have died.\n08:30 Blasts in Melk"
    assert reached(text, "our man", "reports", content)[1] == "08:30 Blasts in Melk"


def test_whoever_it_is_told_to_is_no_part_of_it():
    text = "A woman told me her sons were shot. She urged him to flee."
    assert reached(text, "A woman", "told", "me her sons were shot")[1] == "her sons were shot"
    assert reached(text, "She", "urged", "him to flee")[1] == "him to flee"
