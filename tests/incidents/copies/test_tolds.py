from sayso.incidents.copies.tolds import Tolds
from tests import factory

TEXTS = (
    "The ferry at Tallow landing was held for nine hours. (Tessera Wire)",
    "Orlo's council met twice over the price of coal and broke up without a vote.",
    "A convoy of nine lorries left Quendry before dawn, drivers said.",
)


def crowded():
    """Three documents of which one at most is at hand, and the ids of those fetched so far."""
    known = {f"d-{at}": factory.document(text, id=f"d-{at}") for at, text in enumerate(TEXTS)}
    fetched = []

    def fetch(ids):
        fetched.extend(ids)
        return [known[id] for id in ids]

    tolds = Tolds(fetch=fetch, at_hand=1)
    tolds.add(known.values())
    tolds.open([2])
    assert not fetched
    return tolds, fetched


def test_a_document_no_longer_at_hand_is_fetched_whole():
    tolds, fetched = crowded()
    assert tolds[0].document.text == TEXTS[0]
    assert fetched == ["d-0"]


def test_fingerprints_of_documents_taken_in_are_never_fetched():
    tolds, fetched = crowded()
    tolds.print_all(range(3))
    assert all(len(tolds.prints(number)) for number in range(3))
    assert not fetched


def test_fingerprints_of_earlier_documents_are_fetched_once_and_together():
    before, _ = crowded()
    known = {f"d-{at}": factory.document(text, id=f"d-{at}") for at, text in enumerate(TEXTS)}
    asked = []
    tolds = Tolds(
        columns=before.columns,
        fetch=lambda ids: asked.append(list(ids)) or [known[id] for id in ids],
        at_hand=1,
    )
    tolds.print_all([0, 2])
    assert asked == [["d-0", "d-2"]]
    tolds.open([1])
    assert [tolds.prints(number).tolist() for number in (0, 2)] == [
        before.prints(number).tolist() for number in (0, 2)
    ]
    assert asked == [["d-0", "d-2"], ["d-1"]]


def test_credits_are_looked_up_once():
    tolds, fetched = crowded()
    assert "tessera wire" in tolds.credits(0)
    tolds.open([1])
    assert "tessera wire" in tolds.credits(0)
    assert fetched == ["d-0", "d-1"]


def test_of_documents_wanted_at_once_none_is_let_go():
    tolds, fetched = crowded()
    tolds.open([0, 2])
    assert [tolds[number].document.text for number in (0, 2)] == [TEXTS[0], TEXTS[2]]
    assert fetched == ["d-0"]
