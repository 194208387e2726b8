"""Each number of an incident: who said it first, who says it too, and who differs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.incidents.agreement.account import FIELDS
from sayso.incidents.agreement.figures import PEOPLE_FIELDS, fit
from sayso.model import Figure
from sayso.web.stories import Case
from sayso.web.views.mouths import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One number of one field: the first mouth that said it, those who said it too, those who differ."""

    field: str
    phrase: str
    first: Said
    also: tuple[Said, ...]
    """Other sources that gave the same number, each as it first did."""
    printed: int
    """In how many reports it stands, copies included."""
    differ: tuple[Said, ...]
    """The last word of every other source whose number cannot be this one."""
    later: Said | None
    """What the first mouth says in the end, where that is another number."""


def values_in(case: Case, figures: Sequence[Figure], said: Sequence[Said]) -> Iterator[Value]:
    """Numbers by field, the earliest first; parts of totals are left to the list of figures."""
    last = {(standing.field, standing.source): standing.last for standing in case.account.standings}
    for name in (name for name in FIELDS if name in PEOPLE_FIELDS):
        groups: dict[str, list[tuple[Figure, Said]]] = {}
        for figure, one in zip(figures, said, strict=True):
            if one.field == name and one.whole and (one.low is not None or one.high is not None):
                groups.setdefault(one.phrase, []).append((figure, one))
        for phrase, given in groups.items():
            firsts: dict[str, Said] = {}
            for _, one in given:
                firsts.setdefault(one.source, one)
            first = next(iter(firsts.values()))
            other = [
                figure
                for (field_, source), figure in last.items()
                if field_ == name
                and source not in firsts
                and figure is not None
                and not fit(given[0][0], figure)
            ]
            yield Value(
                field=name,
                phrase=phrase,
                first=first,
                also=tuple(one for one in firsts.values() if one is not first),
                printed=len({one.document for _, one in given}),
                differ=tuple(_find(said, figure) for figure in other),
                later=_later(said, last.get((name, first.source)), phrase),
            )


def _later(said: Sequence[Said], last: Figure | None, phrase: str) -> Said | None:
    found = _find(said, last) if last is not None else None
    return found if found is not None and found.phrase != phrase else None


def _find(said: Sequence[Said], figure: Figure) -> Said:
    return next(
        one
        for one in said
        if (one.claim, one.field, one.source) == (figure.claim, figure.field, figure.source)
    )
