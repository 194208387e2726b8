from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import FIELDS, Ledger, searching
from sayso.model import Argument, Attribution, Event, EventType, Form, Reading, Span
from tests import factory
from tests.ledger import outcomes


def report(text: str, *, who: str = "police", **known: object) -> Reading:
    """A report whose first word is a source and whose second names an attack on its last."""
    first, second, *_, last = text.rstrip(".").split()
    at = {word: Span(text.rindex(word), text.rindex(word) + len(word)) for word in (first, second, last)}
    said = Attribution(source=at[first], who=who, cue=None, content=at[second], form=Form.INDIRECT)
    place = Argument(span=at[last])
    event = Event(trigger=at[second], type=EventType.ASSAULT, places=(place,), attribution=0)
    return replace(factory.reading(text, **known), attributions=(said,), events=(event,))


REPORTS = {
    "orlo": report(
        "Police say rebels shelled Orlo.", title="Shelling", published="2031-05-02", outlet="Orlo Post"
    ),
    "tarn": report(
        "Émile says shells fell on the market of Tarn.",
        who="Émile Vešt",
        published="2031-05-09",
        language="en",
    ),
    "talks": factory.reading("Cease-fire talks in Orlo ended. \U0001f525 Nobody said why."),
}


@pytest.fixture(scope="module")
def searched(new_ledger):
    with new_ledger() as ledger:
        outcomes.add(ledger, *REPORTS.values())
        yield ledger


def found(ledger: Ledger, typed: str, **known: int) -> list[str]:
    names = {reading.document.id: name for name, reading in REPORTS.items()}
    return sorted(names[hit.document] for hit in ledger.search(typed, **known))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("orlo", ["orlo", "talks"]),
        ("orlo rebels", ["orlo"]),
        ('"rebels shelled"', ["orlo"]),
        ('"shelled rebels"', []),
        ("shel*", ["orlo", "tarn"]),
        ("orlo -rebels", ["talks"]),
        ("-orlo", ["tarn"]),
        ("rebels OR market", ["orlo", "tarn"]),
        ("rebels OR place:tarn", ["orlo", "tarn"]),
        ("emile", ["tarn"]),
        ("cease-fire", ["talks"]),
        ("who:vest", ["tarn"]),
        ("who:police", ["orlo"]),
        ("place:orlo", ["orlo"]),
        ("quote:says", ["tarn"]),
        ("type:assault", ["orlo", "tarn"]),
        ("type:assault -place:tarn", ["orlo"]),
        ("-type:ASSAULT", ["talks"]),
        ("outlet:post", ["orlo"]),
        ("post", []),
        ("title:shelling", ["orlo"]),
        ("title:orlo", []),
        ("published:2031-05", ["orlo", "tarn"]),
        ("published:2031-05-09", ["tarn"]),
        ("-published:2031", ["talks"]),
        ("language:EN", ["orlo", "talks", "tarn"]),
        ("\U0001f525", []),
        ("orlo \U0001f525", ["orlo", "talks"]),
        ("", []),
    ],
)
def test_search_finds(searched, typed, names):
    assert found(searched, typed) == names


def test_search_pages(searched):
    pages = [found(searched, "language:en", limit=2, offset=offset) for offset in (0, 2, 4)]
    assert [len(page) for page in pages] == [2, 1, 0]
    assert found(searched, "orlo", limit=-1) == []
    assert len(found(searched, "orlo", limit=10**30, offset=-5)) == 2


def test_without_words_the_latest_come_first(searched):
    assert [hit.published for hit in searched.search("type:assault")] == ["2031-05-09", "2031-05-02"]


def test_a_hit_shows_where_the_words_stand(ledger):
    text = (
        "Nothing to see \U0001f525 here. " * 40 + "Then rebels shelled Ōrlo again and again. " + "More. " * 90
    )
    outcomes.add(ledger, factory.reading(text))
    [hit] = ledger.search("orlo shelled")
    assert hit.span is not None
    assert hit.span.of(text) == hit.snippet
    assert [match.of(text) for match in hit.matches] == ["shelled", "Ōrlo"]
    assert all(hit.span.holds(match) for match in hit.matches)
    assert 100 < len(hit.snippet) <= 240
    assert hit.goes_on


def test_a_hit_begins_with_the_line_of_its_words_and_says_where_the_text_ends(ledger):
    outcomes.add(ledger, factory.reading("By our own staff\nRebels shelled Orlo at dawn."))
    [hit] = ledger.search("shelled")
    assert hit.snippet == "Rebels shelled Orlo at dawn."
    assert not hit.goes_on


def test_a_claim_that_was_superseded_is_not_found(ledger):
    outcomes.add(ledger, REPORTS["orlo"])
    outcomes.add(ledger, replace(REPORTS["orlo"], events=()), maker="reader 2")
    assert ledger.search("type:assault") == ledger.search("place:orlo") == []
    assert len(ledger.search("rebels")) == 1


@pytest.mark.parametrize(
    "typed",
    ['"' * 9_999, "(" * 10_000, "a OR " * 2_000, "-a " * 3_000, "a* " * 3_000, "NEAR(a b, 5)", "{title}: a",
     "^a", "a\0b", "\ud800", "'; DROP TABLE documents; --", 'a" OR "b', "who:\"", "published:\0",
     "x" * 10_000],
)  # fmt: skip
def test_search_takes_whatever_is_typed(searched, typed):
    assert isinstance(searched.search(typed), list)


PIECES = st.sampled_from(
    [
        "orlo",
        '"',
        "-",
        "OR",
        "AND",
        "NOT",
        "NEAR",
        "(",
        ")",
        "*",
        ":",
        "^",
        "{",
        "}",
        "+",
        "\0",
        "🔥",
        " ",
        "'",
    ]
    + [f"{field}:" for field in FIELDS]
)


@settings(max_examples=400)
@given(st.text(st.characters()) | st.lists(PIECES).map("".join), st.integers(), st.integers())
def test_search_never_raises_for_what_was_typed(searched, typed, limit, offset):
    assert isinstance(searched.search(typed, limit=limit, offset=offset), list)


def test_a_text_with_noncharacters_is_found_with_the_right_marks_or_none(ledger):
    outcomes.add(ledger, factory.reading("Rebels \ufdd0 shelled \ufdd1 Orlo."))
    [hit] = ledger.search("shelled")
    assert hit.matches in ((), (Span(9, 16),))
    assert hit.snippet.startswith("Rebels")


def test_of_too_many_documents_with_common_words_the_newest_are_ranked(ledger, monkeypatch):
    many = [factory.reading(f"Talks in town number{n} went on.") for n in range(6)]
    outcomes.add(ledger, *many)
    monkeypatch.setattr(searching, "RANKED", 4)
    newest_first = [one.document.id for one in reversed(many)]
    found = [hit.document for hit in ledger.search("talks")]
    assert set(found[:4]) == set(newest_first[:4])
    assert found[4:] == newest_first[4:]
    assert [hit.document for hit in ledger.search("number0")] == newest_first[-1:]
    without = [hit.document for hit in ledger.search("talks -number5")]
    assert set(without[:4]) == set(newest_first[1:5])
    assert without[4:] == newest_first[5:]
