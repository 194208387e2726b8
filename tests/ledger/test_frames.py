import pandas
import polars
import pytest
from hypothesis import given, settings

from sayso.errors import UsageError
from sayso.ledger.frames import CLAIMS, DOCUMENTS, REFUSALS, RUNS
from tests import factory
from tests.claims.test_claims import TEXT, a_reading
from tests.exports.strategies import readings
from tests.ledger import outcomes


def post(text: str = TEXT, **known: object):
    return a_reading(document=factory.document(text, outlet="Orlo Post", published="2031-05-04", **known))


def test_claims_says_who_what_and_in_which_words(ledger):
    outcomes.add(ledger, post(title="Shelling in Orlo", url="https://post.example/1", external_id="7"))
    event, toll, _, office = ledger.claims().to_pylist()
    expected = {
        "kind": "event", "outlet": "Orlo Post", "published": "2031-05-04", "title": "Shelling in Orlo",
        "url": "https://post.example/1", "origin": "made.txt", "external_id": "7", "who": "Police",
        "chain": ["Police"], "source": "Police", "cue": "said", "form": "indirect", "type": "ASSAULT",
        "assertion": "happened", "actors": ["rebels"], "recipients": [], "places": ["Orlo"],
        "date": "2031-05-02", "effect": None, "quote": "shelled", "start": 19, "end": 26,
        "context": "Police said rebels shelled Orlo, killing nine.", "confidence": 0.75,
    }  # fmt: skip
    assert event | expected == event
    assert (toll["event"], toll["effect"], toll["low"], toll["high"]) == (event["claim"], "killed", 9, 9)
    assert (office["person"], office["office"], office["body"], office["who"]) == (
        "Ana Vell",
        "Mayor",
        None,
        None,
    )


def test_claims_can_be_chosen(ledger):
    plain = a_reading(document=factory.document(TEXT, id="d-plain"))
    outcomes.add(ledger, post(), plain)

    def chosen(**only: str) -> int:
        return ledger.claims(**only).num_rows

    assert chosen() == 8
    assert chosen(document="d-pl") == chosen(outlet="Orlo Post") == chosen(since="2031-05-04") == 4
    assert chosen(since="2031-05-05") == chosen(until="2031-05-03") == chosen(type="AID") == 0
    assert chosen(who="Police") == chosen(kind="toll") == 4
    assert chosen(kind="toll", who="Police", effect="killed", until="2031-05-04") == 1


def test_claims_names_a_choice_that_there_is_not(ledger):
    with pytest.raises(UsageError, match="chosen by colour; only by assertion, document"):
        ledger.claims(colour="red")


@pytest.mark.parametrize(
    ("only", "words"),
    [
        ({"effect": "kiled"}, "no effect 'kiled'; there are killed"),
        ({"type": "assault"}, "no type 'assault'; there are AGREE"),
        ({"mode": "artilery"}, "no mode 'artilery'; there are "),
        ({"since": "yesterday"}, "since='yesterday' is no calendar day"),
        ({"until": "2031-5-4"}, "write it as 2031-05-03"),
    ],
)
def test_a_slip_in_a_choice_is_an_error_and_not_an_empty_table(ledger, only, words):
    for wanted in (
        (ledger.claims, ledger.incidents) if not {"effect", "mode"} & only.keys() else (ledger.claims,)
    ):
        with pytest.raises(UsageError, match=words):
            wanted(**only)


def test_tables_have_their_columns_even_when_empty(ledger):
    assert ledger.claims().schema == CLAIMS
    assert ledger.documents().schema == DOCUMENTS
    assert ledger.refusals().schema == REFUSALS
    assert ledger.runs().schema == RUNS
    assert ledger.claims().num_rows == 0


def test_documents_and_refusals_are_listed(ledger):
    outcomes.add(ledger, post(flags=("truncated",)))
    ledger.add([outcomes.refused()], run=outcomes.run(ledger))
    [document] = ledger.documents().to_pylist()
    assert (document["outlet"], document["flags"], document["claims"]) == ("Orlo Post", ["truncated"], 4)
    [refusal] = ledger.refusals().to_pylist()
    assert (refusal["origin"], refusal["reason"]) == ("made.txt", "empty")


def test_pandas_and_polars_read_the_tables(ledger):
    outcomes.add(ledger, post())
    frame = ledger.claims().to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert frame[frame.kind == "toll"].low.sum() == 11
    other = polars.from_arrow(ledger.claims())
    assert other.filter(polars.col("kind") == "toll")["low"].sum() == 11


def test_order_does_not_depend_on_the_order_of_adding(new_ledger):
    some = [factory.reading(f"Report {number}.", title=str(number)) for number in range(20)]
    tables = []
    for order in (some, some[::-1]):
        with new_ledger() as ledger:
            outcomes.add(ledger, *order)
            tables.append((ledger.claims(), ledger.documents().drop(["run"])))
    assert tables[0] == tables[1]


@settings(max_examples=30)
@given(readings())
def test_quote_and_context_are_the_words_of_the_text(new_ledger, reading):
    with new_ledger() as ledger:
        outcomes.add(ledger, reading)
        for claim in ledger.claims().to_pylist():
            assert claim["quote"] == reading.text[claim["start"] : claim["end"]]
            assert claim["quote"] in claim["context"]
            assert claim["context"] in reading.text


def test_thousands_of_claims_come_in_batches(ledger):
    outcomes.add(ledger, *(post(f"{TEXT} {number}", id=f"d-{number}") for number in range(600)))
    batches = list(ledger.claim_batches())
    assert [batch.num_rows for batch in batches] == [1_000, 1_000, 400]
