"""What is attributed, settled: contents that end where their speaker does, each told once."""

from dataclasses import replace

from sayso.annotate.attributions.nesting import nested
from sayso.annotate.attributions.settling import settled
from sayso.annotate.quotations import quotations_in
from sayso.model import Attribution, Form, Span


def where(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def attribution(text: str, source: str, cue: str | None, content: str, confidence: float = 0.9):
    return Attribution(
        source=where(text, source),
        who=None,
        cue=where(text, cue) if cue else None,
        content=where(text, content),
        form=Form.INDIRECT,
        confidence=confidence,
    )


def contents(text: str, *found: Attribution) -> list[str]:
    return [one.content.of(text) for one in settled(text, found, list(quotations_in(text)))]


def test_a_content_ends_before_a_quotation_that_a_new_sentence_opens():
    text = 'A miller said troops burned ten barns. "Nothing is left," he said.'
    cut = attribution(text, "A miller", "said", 'troops burned ten barns. "Nothing')
    assert contents(text, cut) == ["troops burned ten barns"]


def test_a_content_runs_to_the_end_of_the_quotation_that_it_would_cut():
    text = 'Oro said the tale was "one great lie" and left.'
    cut = attribution(text, "Oro", "said", 'the tale was "one great')
    assert contents(text, cut) == ['the tale was "one great lie"']


def test_a_content_ends_where_the_next_speaker_is_named_in_brackets():
    text = "[Reporter] Is the town lost? [Captain Oro] It is not."
    asked = attribution(text, "Reporter", None, "Is the town lost? [Captain Oro] It is not")
    answered = attribution(text, "Captain Oro", None, "It is not", 0.8)
    assert contents(text, asked, answered) == ["Is the town lost?", "It is not"]


def test_one_content_from_one_source_is_told_once_by_the_surer():
    text = "The ministry flatly denied reports that its men had left Orlo."
    surer = attribution(text, "The ministry", "denied reports", "its men had left Orlo", 0.9)
    other = attribution(text, "The ministry flatly", "flatly", "its men had left Orlo", 0.7)
    assert settled(text, [other, surer], []) == [surer]


def test_what_a_cue_introduces_is_not_found_without_one_again():
    text = "In a statement, Oro said: the road was shut."
    told = attribution(text, "Oro", "said", "the road was shut", 0.8)
    bare = attribution(text, "In a statement", None, "the road was shut", 0.9)
    assert settled(text, [bare, told], []) == [told]


def test_two_sources_of_one_content_both_stay():
    text = "Radio Orlo quoted Oro as saying the road was shut."
    radio = attribution(text, "Radio Orlo", "quoted", "the road was shut")
    oro = attribution(text, "Oro as", "as saying", "the road was shut")
    assert len(settled(text, [radio, oro], [])) == 2


def test_whoever_is_quoted_has_whoever_quotes_as_parent():
    text = "Radio Orlo quoted Oro as saying the road was shut."
    radio = attribution(text, "Radio Orlo", "quoted", "the road was shut")
    oro = attribution(text, "Oro as", "as saying", "the road was shut")
    assert [one.parent for one in nested(text, [radio, oro])] == [None, 0]
    assert [one.parent for one in nested(text, [oro, radio])] == [1, None]


def test_behind_a_note_of_the_transcriber_the_speaker_goes_on():
    text = "[Oro] [begin recording] They fired first. [passage omitted] We left the hill."
    first = attribution(text, "Oro", None, "They fired first.")
    second = attribution(text, "passage", None, "We left the hill.")
    assert [one.source for one in settled(text, [first, second], [])] == [first.source, first.source]


def test_a_quotation_is_all_of_it_whose_verb_stands_outside_of_it():
    text = '"If he fled, where is he? Why does he not write?" asked Oro.'
    asked = attribution(text, "Oro", "asked", "Why does he not write?")
    rest = replace(attribution(text, "Oro", None, "where is he?", 0.95), source=None)
    assert contents(text, asked) == [text.removesuffix(" asked Oro.")]
    assert contents(text, asked, rest) == [text.removesuffix(" asked Oro.")]


def test_what_somebody_quoted_tells_of_another_ends_in_the_quotation():
    text = 'Oro wrote: "The guards say the gate was shut. We were not told."'
    oro = attribution(text, "Oro", "wrote", '"The guards say the gate was shut.')
    guards = attribution(text, "The guards", "say", "the gate was shut")
    assert sorted(contents(text, oro, guards)) == [text.removeprefix("Oro wrote: "), "the gate was shut"]


def test_an_article_is_nobody():
    text = 'Orlo rejected the charge as "absurd".'
    assert contents(text, attribution(text, "the", "charge", '"absurd"')) == []


def test_what_tells_more_of_a_speaker_is_no_part_of_the_quotation():
    text = '"The mill is lost," one of them, Pia Oro, wrote.'
    assert contents(text, attribution(text, "Pia Oro", "wrote", text.split(", Pia")[0])) == [
        '"The mill is lost,"'
    ]


def test_a_mark_alone_says_nothing():
    text = "What are the rebels saying?"
    assert contents(text, attribution(text, "the rebels", "saying", "?")) == []
