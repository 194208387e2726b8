"""Which reports are worth reading."""

import pytest

from sayso.documents import DocumentOptions, to_document
from sayso.documents.relevance import BUCKETS, FEWEST_WORDS, features, is_relevant
from sayso.model import Document, Reason, Refusal
from tests.factory import raw_item

WAR = (
    "Government troops shelled the town of Orlo on Monday, killing nine civilians and wounding thirty, the "
    "regional governor said. Rebels of the Coast Front denied that their fighters had been in the area and "
    "accused the army of bombing a market. The ministry of defence said two soldiers died in an ambush."
)
MARKET = (
    "Orlo Paper said net profit for the third quarter rose to 4.1 million dollars, or 22 cents a share, on "
    "sales of 31 million. The company declared a quarterly dividend of six cents payable to shareholders of "
    "record. Analysts expect earnings per share to grow next year as pulp prices fall and demand recovers."
)


@pytest.mark.parametrize(("text", "expected"), [(WAR, True), (MARKET, False)])
def test_is_relevant_tells_war_from_markets(text: str, expected: bool) -> None:
    assert is_relevant(text) is expected


@pytest.mark.parametrize("text", ["", "Net profit rose.", "x " * 5_000, "\ud800" * 30])
def test_is_relevant_gives_a_text_too_short_to_judge_the_benefit_of_the_doubt(text: str) -> None:
    assert is_relevant(text)


def test_features_are_buckets_each_once() -> None:
    found = features(WAR + WAR)
    assert len(found) > FEWEST_WORDS
    assert sorted(set(found.tolist())) == found.tolist()
    assert 0 <= found[0] <= found[-1] < BUCKETS


def test_to_document_judges_no_language_but_the_one_it_learnt() -> None:
    options = DocumentOptions(relevant_only=True, any_language=True)
    market = (
        "Le bénéfice net du trimestre a atteint quatre millions, a annoncé la société, qui versera un "
        "dividende aux actionnaires. Les analystes attendent une hausse des ventes de papier cette année."
    )
    assert isinstance(to_document(raw_item(market), options=options), Document)


def test_to_document_drops_the_irrelevant_only_where_asked_and_says_so() -> None:
    assert isinstance(to_document(raw_item(MARKET)), Document)
    dropped = to_document(raw_item(MARKET), options=DocumentOptions(relevant_only=True))
    assert isinstance(dropped, Refusal)
    assert dropped.reason is Reason.IRRELEVANT
    assert isinstance(to_document(raw_item(WAR), options=DocumentOptions(relevant_only=True)), Document)
