"""What one run has in its draft: all is there, in memory or laid aside."""

import numpy as np
import pytest

from sayso.incidents.kept.draft import Draft, KeptRuns
from sayso.incidents.kept.shelf import MemoryShelf


@pytest.mark.parametrize("at_hand", [0, 10, 1 << 20])
def test_what_was_written_is_read_and_stored_wherever_it_lies(at_hand):
    shelf = MemoryShelf()
    shelf.put([("words", "old", b"kept"), ("words", "gone", b"kept")])
    draft = Draft(shelf, at_hand=at_hand)
    for number in range(5):
        draft.put("words", str(number), b"first")
        draft.put("words", str(number), b"x" * number)
    draft.put("words", "gone", None)
    assert draft.get("words", ["old", "gone", "3", "none"]) == {"old": b"kept", "3": b"xxx"}
    assert draft.one("words", "0") == b""
    shelf.put(draft.rows())
    assert dict(shelf.kept("words")) == {"old": b"kept"} | {str(each): b"x" * each for each in range(5)}


def test_what_was_brought_is_read_without_asking_the_shelf_and_not_stored_again():
    shelf = MemoryShelf()
    shelf.put([("words", str(number), b"x" * number) for number in range(5)])
    draft = Draft(shelf)
    draft.put("words", "1", None)
    draft.put("words", "2", b"new")
    draft.bring("words", map(str, range(6)))
    shelf.put([("words", str(number), None) for number in range(5)])
    assert draft.get("words", map(str, range(6))) == {"0": b"", "2": b"new", "3": b"xxx", "4": b"xxxx"}
    assert list(draft.rows()) == [("words", "1", None), ("words", "2", b"new")]


def test_runs_are_kept_in_pieces_and_loaded_whole():
    shelf = MemoryShelf()
    long, short = (np.arange(10), np.arange(10) * 2.0), (np.arange(3), np.arange(3) * 2.0)

    def kept(runs):
        draft = Draft(shelf)
        known = KeptRuns(draft, "links", longest=4)
        before = known.load()
        known.keep([*before, *runs] if runs else before[:1])
        written = {key for _, key, content in draft.rows() if content is not None}
        shelf.put(draft.rows())
        return before, written

    assert kept([long, short]) == ([], {"0 from 0", "0 from 4", "0 from 8", "1 from 0"})
    before, written = kept([])
    assert all(np.array_equal(one, other) for run, was in zip(before, [long, short], strict=True)
               for one, other in zip(run, was, strict=True))  # fmt: skip
    assert written == set()
    assert [len(run[0]) for run in kept([])[0]] == [10]
