"""The summary of an incident, made of claims and nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.incidents.agreement.account import FIELDS
from sayso.incidents.agreement.figures import PEOPLE_FIELDS
from sayso.model import Figure, Standing
from sayso.web import wording
from sayso.web.stories import Case
from sayso.web.views.mouths import Mouth

_Counted = tuple[Standing, Figure]
_MOST_NAMED = 8
"""Sources that one sentence names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the summary, and the claims that it is made of."""

    words: str
    claims: tuple[str, ...]


def sentences_of(case: Case, mouths: Mapping[str, Mouth]) -> Iterator[Sentence]:
    """Sentences made of claims and nothing else: what, where, when, how many, by whose count."""
    yield _what(case)
    for name in (name for name in FIELDS if name in PEOPLE_FIELDS):
        yield from _counts(case, name, mouths)
    yield from _denials(case, mouths)


def _what(case: Case) -> Sentence:
    row = case.row
    founding = case.events.get(case.incident.founding)
    actors = ", ".join(founding.actors) if founding else ""
    targets = ", ".join(founding.recipients) if founding else ""
    what = " → ".join(filter(None, (actors, targets)))
    where = f" in {row.place}" if row.place and row.place not in what else ""
    when = f", {wording.days(row.day, row.until)}" if row.day else ""
    reports = wording.many(row.reports, "report")
    sources = wording.many(row.sources, "source")
    return Sentence(
        words=f"“{row.trigger}”{': ' + what if what else ''}{where}{when}: told in {reports}, on the"
        f" say-so of {sources}.",
        claims=(case.incident.founding,),
    )


def _counts(case: Case, name: str, mouths: Mapping[str, Mouth]) -> Iterator[Sentence]:
    """What every source counts in one field, the first to speak first."""
    counted: list[_Counted] = [
        (standing, standing.last)
        for standing in case.account.standings
        if standing.field == name
        and standing.last is not None
        and (standing.last.low is not None or standing.last.high is not None)
    ]
    counted.sort(key=lambda pair: (pair[0].first_said or "9999", mouths[pair[0].source].lane))
    if counted:
        named = _some(counted) if len(counted) > _MOST_NAMED else counted
        parts = "; ".join(f"{_trail(standing)} ({mouths[standing.source].name})" for standing, _ in named)
        rest = len(counted) - len(named)
        more = f"; {wording.many(rest, 'other source', 'other sources')} between these" if rest else ""
        yield Sentence(
            words=f"{wording.words(name).capitalize()}: {parts}{more}.",
            claims=tuple(last.claim for _, last in named),
        )


def _some(counted: Sequence[_Counted]) -> list[_Counted]:
    """Those of many counts that a sentence can hold: the first to be given, the lowest and the highest."""
    ordered = sorted(counted, key=lambda pair: (_size(pair), counted.index(pair)))
    kept = (*counted[: _MOST_NAMED - 2], ordered[0], ordered[-1])
    return [pair for pair in counted if pair in kept]


def _size(pair: _Counted) -> int:
    figure = pair[1]
    return next(number for number in (figure.low, figure.high) if number is not None)


def _denials(case: Case, mouths: Mapping[str, Mouth]) -> Iterator[Sentence]:
    """Who denies it or takes it back; one sentence for a name, however often it is quoted so."""
    said: dict[str, list[str]] = {}
    for denial in case.account.denials:
        verb = "takes back having told it" if denial.retracts else "denies it"
        said.setdefault(f"{_capital(mouths[denial.source].name)} {verb}.", []).append(denial.claim)
    for words, claims in said.items():
        yield Sentence(words=words, claims=tuple(claims))


def _trail(line: Standing) -> str:
    """A source's figures over time: `at least 7, then 11, then 14`."""
    own = [figure for figure in line.figures if figure.whole and not figure.copy] or list(line.figures)
    phrases = list(dict.fromkeys(wording.figure(figure) for figure in own))
    return ", then ".join(phrases)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
