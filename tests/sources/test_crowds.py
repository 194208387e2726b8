"""Refusals in crowds."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Media, RawItem, Reason, Refusal
from sayso.sources import crowds
from sayso.sources.crowds import thinned


def made(kinds: str) -> Iterator[RawItem | Refusal]:
    for number, kind in enumerate(kinds):
        if kind == "g":
            yield RawItem(origin="o", part=str(number), media=Media.TEXT, content="x")
        else:
            reason = Reason.EMPTY if kind == "e" else Reason.MALFORMED
            yield Refusal(origin="o", part=str(number), reason=reason)


def test_thinned_tells_a_moderate_number_one_by_one() -> None:
    items = list(made("e" * crowds._TOLD_ONE_BY_ONE + "g"))
    assert list(thinned(iter(items))) == items


def test_thinned_tells_neighbours_of_one_kind_together_and_loses_no_good_item() -> None:
    told = "e" * crowds._TOLD_ONE_BY_ONE
    *_, first, good, second, third = thinned(made(told + "eeeg" + "mm" + "e"))
    assert isinstance(first, Refusal)
    assert (first.part, first.reason) == ("10000 to 10002", Reason.EMPTY)
    assert first.detail.startswith("3 items")
    assert isinstance(good, RawItem)
    assert [(each.part, getattr(each, "reason", None)) for each in (second, third)] == [
        ("10004 to 10005", Reason.MALFORMED),
        ("10006", Reason.EMPTY),
    ]


@given(st.text("gem", max_size=40))
def test_thinned_accounts_for_every_item(kinds: str) -> None:
    start = "e" * crowds._TOLD_ONE_BY_ONE
    found = list(thinned(made(start + kinds)))
    assert [each for each in found if isinstance(each, RawItem)] == [
        each for each in made(start + kinds) if isinstance(each, RawItem)
    ]
    stands_for = sum(
        int(each.detail.split()[0]) if isinstance(each, Refusal) and each.detail else 1 for each in found
    )
    assert stands_for == len(start) + len(kinds)


def test_thinned_tells_an_endless_crowd_in_stretches() -> None:
    count = crowds._TOLD_ONE_BY_ONE + 2 * crowds._TOLD_TOGETHER + 1
    assert len(list(thinned(made("e" * count)))) == crowds._TOLD_ONE_BY_ONE + 3
