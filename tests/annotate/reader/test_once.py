from sayso.annotate.reader.once import told_once
from sayso.model import Office, Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def told(text: str, *phrases: str, office: tuple[str, ...] = ()) -> list[str]:
    """The phrases that stay, with one office at most: the words for who holds it, its title, and of what."""
    parts = [at(text, words) for words in office]
    held = [Office(person=parts[0], title=parts[1], of=parts[2] if len(parts) > 2 else None)] if parts else []
    return [span.of(text) for span in told_once(text, [at(text, words) for words in phrases], held)]


def test_told_once_keeps_the_longer_of_two_phrases_that_overlap():
    assert told("They burnt a car and two buses.", "a car", "a car and two buses") == ["a car and two buses"]


def test_told_once_makes_one_of_phrases_with_nothing_between_them():
    assert told("He left the elite group the Sea Guard.", "the elite group", "the Sea Guard") == [
        "the elite group the Sea Guard"
    ]


def test_told_once_keeps_phrases_of_two_paragraphs_apart():
    assert told("Orlo\n\nKesh fell.", "Orlo", "Kesh") == ["Orlo", "Kesh"]


def test_told_once_keeps_the_name_of_who_holds_an_office():
    text = "They urged the prime minister, Ana Oro, and the army."
    parties = told(text, "the prime minister", "Ana Oro", "the army", office=("Ana Oro", "prime minister"))
    assert parties == ["Ana Oro", "the army"]


def test_told_once_keeps_an_office_whose_holder_is_named_elsewhere():
    text = "They urged the prime minister. Ana Oro left."
    assert told(text, "the prime minister", office=("Ana Oro", "prime minister")) == ["the prime minister"]


def test_told_once_takes_a_rank_alone_for_nobody_beside_a_name():
    assert told("Col. (retd) Ana Oro left.", "Col", "Ana Oro") == ["Ana Oro"]
    assert told("He met Col.", "Col") == ["Col"]


def test_told_once_takes_each_other_for_nobody():
    assert told("Both sides blamed each other.", "each other") == []


def test_told_once_keeps_the_name_of_whom_a_phrase_but_describes():
    text = "Her father, Ivo Tal, thanked the jury."
    assert told(text, "Her father", "Ivo Tal") == ["Ivo Tal"]


def test_told_once_keeps_every_party_of_a_list():
    text = "They met the mayor, Ivo Tal, Ana Oro and the jury."
    assert told(text, "the mayor", "Ivo Tal", "Ana Oro") == ["the mayor", "Ivo Tal", "Ana Oro"]
    text = "They met the mayor, Ivo Tal, and the jury."
    assert told(text, "the mayor", "Ivo Tal") == ["the mayor", "Ivo Tal"]


def test_told_once_takes_what_an_office_is_of_for_no_party_beside_its_holder():
    text = "Kesh's de facto leader, Samo Varga, and Orlo signed."
    office = ("Samo Varga", "de facto leader", "Kesh")
    assert told(text, "Kesh", "Samo Varga", "Orlo", office=office) == ["Samo Varga", "Orlo"]


def test_told_once_takes_whose_it_is_for_nobody():
    assert told("Kesh and its president, Ana Oro, left.", "its", "Ana Oro") == ["Ana Oro"]


def test_told_once_keeps_the_acronym_that_a_phrase_but_describes():
    assert told("A local rights group, RNDA, left.", "A local rights group", "RNDA") == ["RNDA"]


def test_told_once_keeps_those_whom_a_further_phrase_but_counts():
    text = "The garrison, some forty men led by Ivo Tal, fled."
    assert told(text, "The garrison", "some forty men") == ["The garrison"]
    assert told(text, "The garrison", "some forty men led by Ivo Tal") == ["The garrison"]


def test_told_once_tells_a_party_and_what_it_is_known_as_once():
    text = "The scouts, known as VDPs, shot at Kesh (also called the Horn)."
    assert told(text, "The scouts", "VDPs", "Kesh", "Horn") == ["The scouts", "Kesh"]


def test_told_once_keeps_the_name_of_who_holds_the_office_told_before_another_title():
    text = "They accused the head of the Orlo Watch (OW), ex-president Ana Oro, of it."
    assert told(text, "the head of the Orlo Watch", "Ana Oro") == ["Ana Oro"]
    text = "They accused the guards of the Orlo Watch (OW), ex-president Ana Oro, of it."
    assert told(text, "the guards of the Orlo Watch", "Ana Oro") == [
        "the guards of the Orlo Watch",
        "Ana Oro",
    ]
