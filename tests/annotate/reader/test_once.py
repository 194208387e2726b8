from sayso.annotate.reader.once import told_once
from sayso.model import Office, Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def told(text: str, *phrases: str, office: tuple[str, str] | None = None) -> list[str]:
    """The phrases that stay, with one office at most, as the words for who holds it and its title."""
    held = [] if office is None else [Office(person=at(text, office[0]), title=at(text, office[1]), of=None)]
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
