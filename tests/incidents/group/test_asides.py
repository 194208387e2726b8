"""Asides: which main news they ask to join, by links given."""

from collections.abc import Mapping

from sayso.incidents.group.asides import Around, best_fit, fits_of
from sayso.incidents.group.cluster import Rules

ASIDE = 0
HOMES: Mapping[int, list[int]] = {1: [1, 2, 3], 4: [4, 5]}


def home(
    links: Mapping[int, float],
    *,
    texts: Mapping[int, str] | None = None,
    denials: frozenset[int] = frozenset(),
    leaning: Mapping[int, int] | None = None,
) -> int | None:
    """The home that an aside asks to join, of news 1, 2, 3 and news 4, 5, where others are `leaning`."""
    around = Around(
        links={ASIDE: links},
        home_of={news: first for first, members in HOMES.items() for news in members},
        members=lambda first: HOMES[first],
        order=lambda first: (0, first),
    )
    rules = Rules(
        threshold=-2.0,
        linked=0.5,
        unseen=-4.0,
        barred=lambda *_: False,
        ruled=lambda *_: False,
        vague=lambda _: False,
        weight=lambda *_: 1,
        answers=lambda *_: False,
        denies=lambda item: item in denials,
        text=lambda item: (texts or {}).get(item, str(item)),
    )
    fits = fits_of(ASIDE, around, rules)
    fit = best_fit(ASIDE, fits, around, rules, leaning=(leaning or {}).__getitem__)
    return fit.home if fit else None


def test_a_text_that_was_copied_counts_once_for_an_aside_as_it_fits_best():
    links = {1: 9.0, 2: 9.0, 3: 1.0, 4: 5.5, 5: 5.5}
    assert home(links) == 1
    assert home(links, texts={1: "wire", 2: "wire"}, denials=frozenset()) == 4


def test_copies_that_an_aside_was_never_compared_with_count_nothing_against_their_text():
    links = {1: 6.0, 4: 5.5, 5: 5.5}
    assert home(links) == 4
    assert home(links, texts=dict.fromkeys((1, 2, 3), "wire"), denials=frozenset()) == 1


def test_what_others_deny_counts_nothing_against_a_denial_that_was_never_compared_with_it():
    links = {1: 6.0, 2: 6.0, 4: 5.5, 5: 5.5}
    assert home(links, denials=frozenset({3})) == 4
    assert home(links, denials=frozenset({ASIDE, 3})) == 1


def test_an_aside_is_drawn_away_by_one_that_it_is_linked_to_better_and_that_leans_elsewhere():
    links = {1: 6.0, 2: 6.0, 3: 6.0, 9: 6.4}
    assert home(links, leaning={9: 4}) == 1
    links[9] = 6.6
    assert home(links, leaning={9: 4}) is None
    assert home(links, leaning={9: 1}) == 1
