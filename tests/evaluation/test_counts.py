from sayso.evaluation.counts import Counts, added, macro_f1, tally


def test_counts_add_up():
    assert Counts(1, 2, 4) + Counts(1, 2, 4) == Counts(2, 4, 8)
    assert (Counts(1, 2, 4).precision, Counts(1, 2, 4).recall) == (0.5, 0.25)
    assert Counts().f1 == 0.0


def test_errors_are_what_was_missed_and_what_was_invented():
    assert Counts(1, 2, 4).errors == 4


def test_added_keeps_layers_that_only_some_documents_have():
    total = added([{"toll": tally(True)}, {"toll": tally(False), "office": tally(True)}])
    assert total == {"toll": Counts(1, 2, 2), "office": Counts(1, 1, 1)}


def test_macro_f1_leaves_out_what_the_gold_never_has():
    rates = {"A": Counts(1, 1, 1), "B": Counts(0, 1, 1), "C": Counts(0, 1, 0)}
    score = {f"type {name}": counts for name, counts in rates.items()} | {"x": Counts(1, 1, 1)}
    assert macro_f1("type ")(score) == 0.5
