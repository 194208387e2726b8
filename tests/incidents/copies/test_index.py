import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.incidents.copies import CopyIndex, copies_in
from tests import factory

WORDS = (
    "river market shell convoy doctor harbour bridge winter council radio lantern border village orchard "
    "colonel ferry school ration witness tunnel"
).split()
NAVIGATION = "Home | News | Weather | Contact us\nSubscribe to our evening letter\n\n"
NOTICE = "\n\nAnyone who saw what happened is asked to ring the newsroom on its open line.\nTerms of use"


def sentence(number: int) -> str:
    chance = random.Random(number)  # noqa: S311 - the same sentence for a number, always
    return " ".join(chance.choices(WORDS, k=14)).capitalize() + f" in year {number}."


SENTENCES = [sentence(number) for number in range(12)]
OUTLETS = (None, "Orlan Press", "Tessera Wire")

texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=7).map("\n".join)
corpora = st.lists(
    st.tuples(
        texts,
        st.sampled_from(OUTLETS),
        st.sampled_from((None, "2031-05-01", "2031-05-02", "2031-05-20")),
        st.sampled_from(("", "\n(Tessera Wire)", "\nOrlan Press", NOTICE)),
    ),
    max_size=14,
)


def documents(corpus):
    return [
        factory.document(
            text + tail, id=f"d-{at:02}", outlet=outlet, published=day, title=f"Headline {at % 5}"
        )
        for at, (text, outlet, day, tail) in enumerate(corpus)
    ]


@settings(deadline=None, max_examples=150)
@given(corpora, st.randoms(use_true_random=False), st.integers(1, 4))
def test_groups_do_not_depend_on_the_order_nor_on_the_steps(corpus, chance, step):
    # A story held by four documents is already a common one, so that hubs and lapsed pairs are met too.
    at_once = CopyIndex(common=3, hubs=2)
    at_once.add(documents(corpus))
    shuffled = documents(corpus)
    chance.shuffle(shuffled)
    stepwise = CopyIndex(common=3, hubs=2)
    for at in range(0, len(shuffled), step):
        stepwise.add(shuffled[at : at + step])
        stepwise.groups()
    assert stepwise.groups() == at_once.groups()


@settings(deadline=None, max_examples=150)
@given(st.lists(st.text(), max_size=6), st.lists(st.text(), min_size=6, max_size=6))
def test_no_text_makes_copies_in_raise(texts, outlets):
    made = [
        factory.document(
            text, id=str(at), sha256="", outlet=outlet, title=outlet, published=outlet, url=outlet
        )
        for at, (text, outlet) in enumerate(zip(texts, outlets, strict=False))
    ]
    index = CopyIndex()
    index.add(made)
    for group in index.groups():
        for id, copy in group.members.items():
            assert 0 <= copy.share <= 1
            assert all(0 <= span.start < span.end <= len(texts[int(id)]) for span in copy.added)
    for document in made:
        index.passages(document.id)
        index.boilerplate(document.id)


def test_awkward_texts_do_not_raise():
    awkward = [
        "",
        "\ud800 lone",
        "İİİİ ßß ŉ",
        "\x00" * 50,
        '«“"' * 40,
        "a " * 3000,
        "１２３ ٣٤\n\n\n．",
        "word",
    ]
    made = [replace(factory.document(id=str(at)), text=text) for at, text in enumerate(awkward * 2)]
    assert len(copies_in(made)) <= len(awkward)


def test_a_document_that_is_in_already_is_passed_over():
    index = CopyIndex()
    index.add(documents([(SENTENCES[0], None, None, "")] * 3))
    index.add(documents([(SENTENCES[1], None, None, "")] * 3))
    assert len(index) == 3
    assert "d-00" in index
    assert "d-09" not in index


def test_pages_of_one_site_with_different_stories_are_not_joined():
    index = CopyIndex()
    index.add(
        factory.document(
            NAVIGATION + sentence(100 + number) + NOTICE,
            id=str(number),
            outlet="Evening Dornath",
            title=f"Headline {number}",
            published=f"2031-05-{number + 1:02}",
        )
        for number in range(20)
    )
    assert index.groups() == []
    text = NAVIGATION + sentence(100) + NOTICE
    lines = [span.of(text) for span in index.boilerplate("0")]
    assert "Subscribe to our evening letter" in lines
    assert not any("in year 100" in line for line in lines)


def test_boilerplate_learnt_late_parts_pages_joined_before():
    def page(number: int) -> object:
        return factory.document(
            NAVIGATION + "Rain fell." + str(number) + NOTICE,
            id=str(number),
            outlet="Evening Dornath",
            title=f"Headline {number}",
            published=f"2031-05-{number + 1:02}",
        )

    index = CopyIndex()
    index.add(map(page, range(2)))
    assert len(index.groups()) == 1
    index.add(map(page, range(2, 12)))
    assert index.groups() == []


def test_a_story_reprinted_by_everybody_is_one_group():
    story = " ".join(SENTENCES)
    index = CopyIndex(common=8, hubs=2)
    index.add(
        factory.document(f"{story} Page {at}.", id=f"{at:03}", outlet=f"Outlet {at}", published="2031-05-02")
        for at in range(60)
    )
    (group,) = index.groups()
    assert len(group.members) == 59


def test_a_story_everybody_prints_keeps_its_many_briefs():
    story = "\n".join(SENTENCES)
    index = CopyIndex(common=8, hubs=2)
    index.add([factory.document(story, id="wire", published="2031-05-01")])
    index.add(
        factory.document(
            "\n".join(SENTENCES[at % 6 : at % 6 + 4]),
            id=f"b{at:03}",
            outlet=f"Outlet {at}",
            published="2031-05-02",
        )
        for at in range(60)
    )
    (group,) = index.groups()
    assert group.origin == "wire"
    assert len(group.members) == 60


def test_passages_name_the_earlier_report_that_each_paragraph_stands_in():
    one, other = " ".join(SENTENCES[:3]), " ".join(SENTENCES[3:6])
    mixed = f"{one}\n\n{' '.join(SENTENCES[6:9])}\n\n{other}"
    index = CopyIndex()
    index.add(
        [
            factory.document(one, id="one", published="2031-05-01"),
            factory.document(other, id="other", published="2031-05-02"),
            factory.document(other, id="later", published="2031-05-09"),
            factory.document(mixed, id="mixed", published="2031-05-03"),
        ]
    )
    passages = index.passages("mixed")
    assert [(passage.source, passage.span.of(mixed)) for passage in passages] == [
        ("one", one),
        ("other", other),
    ]
    assert passages[0].source_span.of(one) == one.rstrip(".")
    assert passages[0].share == 1.0
