from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate import reader, sentences
from sayso.annotate.sentences import sentences_in
from sayso.model import Attribution, Form, Mention, MentionKind, Office, Reading, Span
from tests import factory


def read(text: str, *, people: tuple[str, ...] = (), offices: tuple[tuple[str, str], ...] = ()) -> Reading:
    reading = replace(
        factory.reading(text),
        sentences=tuple(sentences_in(text)),
        mentions=tuple(Mention(span=where(text, name), kind=MentionKind.PERSON) for name in people),
        offices=tuple(
            Office(person=where(text, name), title=where(text, title), of=None) for name, title in offices
        ),
    )
    return reader.ATTRIBUTIONS.annotate([reading])[0]


def where(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def said(text: str, attribution: Attribution) -> tuple[str | None, str | None, str]:
    source, cue = attribution.source, attribution.cue
    return (
        None if source is None else source.of(text),
        None if cue is None else cue.of(text),
        attribution.content.of(text),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said two men died.", ("The army", "said", "two men died")),
        ("Two men died, the army said.", ("the army", "said", "Two men died")),
        ("Two men died, said an army spokesman.", ("an army spokesman", "said", "Two men died")),
        ("According to Orlo Radio, two men died.", ("Orlo Radio", "According to", "two men died")),
        ("Two men died, according to Orlo Radio.", ("Orlo Radio", "according to", "Two men died")),
        ("It was announced that the road is open.", (None, "It was announced", "the road is open")),
        ("The ministry told Orlo Radio that two men died.", ("The ministry", "told", "two men died")),
        ("THE POLICE REPORTED THAT TWO MEN DIED.", ("THE POLICE", "REPORTED", "TWO MEN DIED")),
        ("Ana Oro, who heads the council, has confirmed the loss.", ("Ana Oro", "has confirmed", "the loss")),
        ("The mayor pointed out that the bridge stands.", ("The mayor", "pointed out", "the bridge stands")),
        ("In Orlo, the radio said, two men died on Monday.", ("the radio", "said", "two men died on Monday")),
        ("Two men died, a CC.OO spokesman said.", ("a CC.OO spokesman", "said", "Two men died")),
        ('"We will not leave the valley," Oro said.', ("Oro", "said", '"We will not leave the valley,"')),
        ("“We will not leave the valley”, said Oro.", ("Oro", "said", "“We will not leave the valley”")),
        ('Oro said: "We will not leave the valley."', ("Oro", "said", '"We will not leave the valley."')),
        ("Rebels accused the army of shelling Orlo.", ("Rebels", "accused", "the army of shelling Orlo")),
    ],
)
def test_attributions_find_source_cue_and_content(text: str, expected: tuple[str | None, str | None, str]):
    assert [said(text, attribution) for attribution in read(text).attributions] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The report was long and the claims were many.",
        "The United States sent a ship.",
        "The army did not say who fired.",
        "A group called Dawn took the bridge.",
        "The mayor would say nothing.",
        "They went home to state school.",
    ],
)
def test_attributions_abstain_where_nobody_is_quoted(text: str):
    assert read(text).attributions == ()


def test_a_quotation_that_goes_on_is_a_second_attribution_without_a_cue():
    text = '"We will not leave the valley," Oro said. "We were born in this valley."'
    reading = read(text)
    assert [said(text, attribution) for attribution in reading.attributions] == [
        ("Oro", "said", '"We will not leave the valley,"'),
        ("Oro", None, '"We were born in this valley."'),
    ]


def test_adding_that_is_a_second_attribution_of_the_same_source():
    text = "The governor said the road was open, adding that aid had come."
    reading = read(text)
    assert [said(text, attribution) for attribution in reading.attributions] == [
        ("The governor", "said", "the road was open"),
        ("The governor", "adding", "aid had come"),
    ]


def test_an_attribution_inside_another_has_it_as_parent():
    text = "According to the defence ministry, the rebels said they had taken the town."
    outer, inner = read(text).attributions
    assert (outer.parent, inner.parent) == (None, 0)
    assert inner.content.of(text) == "they had taken the town"


def test_two_speakers_in_one_sentence_stay_apart():
    text = "The army said the town was calm, but residents said shells were falling."
    assert [said(text, attribution)[2] for attribution in read(text).attributions] == [
        "the town was calm",
        "shells were falling",
    ]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('"We will not leave the valley," Oro said.', Form.DIRECT),
        ("Oro said they would not leave the valley.", Form.INDIRECT),
        ('Oro said they would "never leave this valley" in peace.', Form.MIXED),
        ("Minister Oro said:\n\nI deplore this attack. It must end.", Form.DIRECT),
        ("Mayor: Shells fell on the mill. Nobody was there, thank God.", Form.DIRECT),
        ("Two men died in a raid on Orlo: officials", Form.INDIRECT),
    ],
)
def test_form_follows_the_quotation_marks(text: str, form: Form):
    assert [attribution.form for attribution in read(text).attributions] == [form]


def test_what_a_quoted_speaker_tells_of_anothers_words_is_not_direct() -> None:
    text = '"The guard told us that the town was empty," Oro said.'
    forms = {one.source and one.source.of(text): one.form for one in read(text).attributions}
    assert forms == {"Oro": Form.DIRECT, "The guard": Form.INDIRECT}


@pytest.mark.parametrize(
    ("source", "who"),
    [("he", "Tomas Oro"), ("Oro", "Tomas Oro"), ("the mayor", "Tomas Oro"), ("Ilan Veck", "Ilan Veck")],
)
def test_who_is_the_fullest_name_for_a_pronoun_a_title_or_a_surname(source: str, who: str):
    text = f"Tomas Oro, mayor of Orlo, met villagers. The road is open, {source} said."
    people = ("Tomas Oro", "Ilan Veck") if "Veck" in text else ("Tomas Oro",)
    reading = read(text, people=people, offices=(("Tomas Oro", "mayor"),))
    assert [attribution.who for attribution in reading.attributions] == [who]


def test_a_missing_quotation_mark_costs_one_paragraph_only():
    text = 'He wrote of "peace and left.\n\n"We will not leave the valley," Oro said.'
    assert said(text, read(text).attributions[-1])[0] == "Oro"


@given(st.text(alphabet=st.sampled_from("aA ,.:\"“”'\nsaid that he told us according to")))
def test_attributions_never_raise_and_keep_their_order_of_parents(text: str):
    reading = sentences.ANNOTATOR.annotate([factory.reading(text)])
    for attribution in reader.ATTRIBUTIONS.annotate(reading)[0].attributions:
        assert attribution.content.of(text).strip()
        assert attribution.parent is None or attribution.parent < len(text)


def test_a_quotation_over_two_paragraphs_is_one():
    text = "Oro said: “We will not leave.\n\n“We were born here.”"
    assert [said(text, attribution)[2] for attribution in read(text).attributions] == [
        "“We will not leave.\n\n“We were born here.”"
    ]


def test_a_speaker_who_speaks_of_his_own_speaking_is_one_attribution():
    text = '"We hope that the road will open soon," Oro said.'
    assert [said(text, attribution)[0] for attribution in read(text).attributions] == ["Oro"]


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Tomas Oro said the road was open.\n\nAt the mill, Ilan Veck was silent at first. ", "Ilan Veck"),
        ("Tomas Oro said the road was open. ", "Tomas Oro"),
    ],
)
def test_he_is_the_only_person_whom_his_paragraph_names(before: str, who: str):
    people = tuple(name for name in ("Tomas Oro", "Ilan Veck") if name in before)
    text = f"{before}The bridge is shut, he said."
    assert read(text, people=people).attributions[-1].who == who


def test_who_is_never_shorter_than_the_body_it_stands_for():
    text = "Army silent on Orlo\n\nThe Velm army said two men died."
    reading = replace(
        factory.reading(text),
        sentences=tuple(sentences_in(text)),
        mentions=(Mention(span=where(text, "Army"), kind=MentionKind.ORGANISATION),),
    )
    assert reader.ATTRIBUTIONS.annotate([reading])[0].attributions[0].who == "The Velm army"


def test_he_may_be_somebody_without_a_name_who_spoke_last() -> None:
    text = "Tomas Oro said all was well.\n\nAnother resident said two men died. The bridge is shut, he said."
    assert read(text, people=("Tomas Oro",)).attributions[-1].who == "Another resident"


def test_he_may_be_an_officer_without_a_name() -> None:
    text = "Tomas Oro said that guns fired.\n\nA Velm lieutenant said he saw none. He said it was dark."
    assert read(text, people=("Tomas Oro",)).attributions[-1].who == "A Velm lieutenant"


@pytest.mark.parametrize(
    "speaker",
    ["A spokesman for the Trade Ministry", "The Trade Ministry", "Trade Ministry spokesman Tomas Oro"],
)
def test_the_ministry_is_a_body_and_not_who_speaks_for_it(speaker: str) -> None:
    text = f"{speaker} said that the road was shut. The ministry said that it would stay so."
    body = Mention(span=where(text, "Trade Ministry"), kind=MentionKind.ORGANISATION)
    reading = replace(factory.reading(text), sentences=tuple(sentences_in(text)), mentions=(body,))
    who = reader.ATTRIBUTIONS.annotate([reading])[0].attributions[-1].who
    assert who in ("Trade Ministry", "The Trade Ministry")


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("The Harbour Authority closed the port on Monday.", "Harbour Authority"),
        ("The Fuel Ministry said nobody had died. The Harbour Authority sent a tug.", "Harbour Authority"),
        ("A tug of the Harbour Authority sank.", "it"),
    ],
)
def test_it_is_the_body_that_spoke_last_or_began_a_sentence_since(before: str, who: str) -> None:
    text = f"{before} Two men were hurt, it said in a statement."
    bodies = [name for name in ("Harbour Authority", "Fuel Ministry") if name in before]
    mentions = tuple(Mention(span=where(text, name), kind=MentionKind.ORGANISATION) for name in bodies)
    reading = replace(factory.reading(text), sentences=tuple(sentences_in(text)), mentions=mentions)
    assert reader.ATTRIBUTIONS.annotate([reading])[0].attributions[-1].who == who


@pytest.mark.parametrize(
    ("before", "source", "who"),
    [
        ("A police source said that a man was hurt.", "the source", "A police source"),
        ("A clerk of the court said that a man was hurt.", "the same source", "A clerk of the court"),
        ("An aviation official said that a man was hurt.", "the official", "An aviation official"),
        ("Another report said that a man was hurt.", "this report", "this report"),
        ("Kalven Mills said in a short statement that a man was hurt.", "the statement", "Kalven Mills"),
        ("Kalven Mills said that a man was hurt.", "the company", "Kalven Mills"),
        ("Workers said that a man was hurt at Kalven Mills.", "the company", "the company"),
        ("The big Kalven Mills said that a man was hurt.", "the company", "The big Kalven Mills"),
    ],
)  # fmt: skip
def test_a_common_noun_points_back_to_whoever_spoke_by_it(before: str, source: str, who: str) -> None:
    text = f"{before} The road was shut, {source} said."
    mentions = tuple(
        Mention(span=where(text, name), kind=MentionKind.ORGANISATION)
        for name in ("Kalven Mills",)
        if name in text
    )
    reading = replace(factory.reading(text), sentences=tuple(sentences_in(text)), mentions=mentions)
    assert reader.ATTRIBUTIONS.annotate([reading])[0].attributions[-1].who == who


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("Mr Oro", "Tomas Oro"),
        ("Colonel Oro", "Tomas Oro"),
        ("Tomas", "Tomas Oro"),
        ("Ilan", "Ilan"),
        ("the army chief", "the army chief"),
    ],
)
def test_a_title_or_a_first_name_stands_for_the_whole_name(source: str, who: str) -> None:
    text = f"Tomas Oro met villagers. The road is open, {source} said."
    assert read(text, people=("Tomas Oro",)).attributions[-1].who == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The head of the Orlo clinic, Dr. Ana Brisk, said that two men died.", "Ana Brisk"),
        ("The clinic head, who knew Ana Brisk, said that two men died.", "The clinic head"),
        ("The parents, Ana Brisk and a nurse, said that two men died.", "The parents"),
    ],
)  # fmt: skip
def test_who_stands_between_a_source_and_its_verb_is_its_name(text: str, who: str) -> None:
    assert read(text, people=("Ana Brisk",)).attributions[0].who == who


def test_a_body_goes_by_its_short_form_in_brackets() -> None:
    text = "The Velmar People's Front (VPF) met in Orlo. The VPF said that two men died."
    body = Mention(span=where(text, "Velmar People's Front"), kind=MentionKind.ORGANISATION)
    reading = replace(factory.reading(text), sentences=tuple(sentences_in(text)), mentions=(body,))
    assert reader.ATTRIBUTIONS.annotate([reading])[0].attributions[-1].who == "Velmar People's Front"


def test_a_surname_stands_for_whoever_was_brought_in_by_it_with_a_title() -> None:
    text = "Harbour master Tomas Oro said all was well. The road is open, Oro said."
    whos = [one.who for one in read(text, people=("Tomas Oro",)).attributions]
    assert whos == ["Harbour master Tomas Oro"] * 2


def test_he_in_a_quotation_is_not_whoever_is_quoted() -> None:
    text = 'Tomas Oro stood silent. "He said that he fired," clerk Ilan Veck told the court.'
    whos = {
        one.source.of(text): one.who
        for one in read(text, people=("Tomas Oro", "Ilan Veck")).attributions
        if one.source
    }
    assert whos["He"] == "Tomas Oro"
